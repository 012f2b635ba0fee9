"""What a sheet without a column says about it: nothing, so the amounts already reported stand."""

from collections.abc import Collection

import pandas as pd

from domain.columns import Reports

AMOUNTS = (
    Reports.DONE_TOTAL_YUAN.value,
    Reports.YEAR_PLAN_YUAN.value,
    Reports.DONE_YTD_YUAN.value,
)
_KEY = [Reports.PERIOD.value, Reports.ITEM_ID.value, Reports.RESPONSIBLE_UNIT.value]


def with_amounts_kept(
    reports: pd.DataFrame, before: pd.DataFrame, present: Collection[str]
) -> pd.DataFrame:
    """Fill the amounts of columns the sheet does not have from the reports it corrects.

    ``present`` are the columns the sheet has. An empty cell of a column that is there stays empty:
    whoever sends it takes the amount back. One row per row of ``reports``, in their order.
    """
    absent = [amount for amount in AMOUNTS if amount not in present]
    if not absent or reports.empty or before.empty:
        return reports
    known = before.set_index(_KEY)[absent]
    keys = pd.MultiIndex.from_frame(reports[_KEY])
    kept = known.reindex(keys).set_axis(reports.index)
    return reports.assign(**{amount: kept[amount].astype("Int64") for amount in absent})
