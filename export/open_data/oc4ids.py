"""The projects as a package of the Open Contracting for Infrastructure Data Standard, 0.9.

Which field of ours is which of the standard's, and which are left out and why, is written in
docs/decisions/open-data.md.
"""

import json
from calendar import monthrange
from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from analysis.due import due_period
from domain.columns import ChainBasis, ItemKind, Phase, Projects, Reports
from domain.money import plain as written
from domain.periods import Period
from export.open_data.source import Source
from export.workbooks.standing import plain
from ingest.context import registry_of
from texts import catalogue

VERSION = "0.9"
_CURRENCY = "CNY"
_ZONE = timezone(timedelta(hours=8))  # the months of the plan are Chinese months
_STATUS = {
    Phase.PLANNED: "identification",
    Phase.STARTING: "implementation",
    Phase.UNDER_WAY: "implementation",
    Phase.FINISHED: "completion",
}
_SCHEMES = {ChainBasis.STATED: "plan-chain", ChainBasis.INFERRED: "plan-chain-inferred"}
_PERCENT = {"name": "percent", "id": "P1", "scheme": "UNCEFACT"}
_PPM = 10_000
_Row = Mapping[Hashable, Any]


def package(source: Source) -> bytes:
    """Return the package as JSON; a field without a figure of ours is left out, never filled."""
    name = f"{source.plan.title}/{source.version}"
    whole = {
        "uri": f"urn:uuid:{uuid5(NAMESPACE_URL, name)}",
        "publishedDate": _moment(source.at),
        "version": VERSION,
        "publisher": {"name": source.plan.zone},
        "projects": list(_projects(source)),
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _projects(source: Source) -> Iterator[dict[str, Any]]:
    registry = registry_of(source.projects, source.tasks)
    reports = source.reports[source.reports[Reports.KIND] == ItemKind.PROJECT]
    by_project = {
        str(item_id): rows.to_dict("records")
        for item_id, rows in reports.groupby(Reports.ITEM_ID.value, sort=False)
    }
    for row in source.projects.to_dict("records"):
        item_id = str(row[Projects.ID])
        units = registry[item_id].responsible_units
        phase = plain(row[Projects.PHASE])
        made = {
            "id": item_id,
            "updated": _moment(source.at),
            "title": plain(row[Projects.NAME]),
            "description": _described(row, source),
            "status": _STATUS[Phase(phase)] if phase in set(Phase) else None,
            "period": _planned(row),
            "additionalClassifications": _chain(row),
            "budget": _budget(row),
            "parties": [{"id": unit, "name": unit} for unit in units],
            "metrics": _metrics(by_project.get(item_id, [])),
        }
        yield {name: entry for name, entry in made.items() if entry not in (None, [], {})}


def _described(row: _Row, source: Source) -> str | None:
    """Return the plan's own sentence, behind the mark where anything here is made up."""
    said = plain(row[Projects.SOURCE])
    mark = f"[{catalogue('zh')('workbook.illustrative')}] " if source.illustrative else ""
    return f"{mark}{said or ''}" or None


def _planned(row: _Row) -> dict[str, str]:
    """Return the planned span where the cells name months: first day of one, last of the other."""
    months = {
        "startDate": due_period(_text(row[Projects.PLANNED_START])),
        "endDate": due_period(_text(row[Projects.PLANNED_FINISH])),
    }
    ends = {name: Period.parse(month) for name, month in months.items() if month}
    return {
        name: _first_day(period) if name == "startDate" else _last_moment(period)
        for name, period in ends.items()
    }


def _chain(row: _Row) -> list[dict[str, str]]:
    chain, basis = plain(row[Projects.CHAIN]), plain(row[Projects.CHAIN_BASIS])
    scheme = next((name for one, name in _SCHEMES.items() if one == basis), None)
    if not chain or scheme is None:
        return []
    return [{"scheme": scheme, "id": str(chain), "description": str(chain)}]


def _budget(row: _Row) -> dict[str, Any]:
    total = plain(row[Projects.TOTAL_YUAN])
    return {} if total is None else {"amount": _value(total)}


def _metrics(reports: Sequence[_Row]) -> list[dict[str, Any]]:
    """Return what was reported month by month, and by which unit where several report."""
    metrics = (
        ("physicalProgress", "完成进度", Reports.PERCENT_PPM),
        ("investmentDone", "累计完成投资", Reports.DONE_TOTAL_YUAN),
        ("yearPlan", "年度计划投资", Reports.YEAR_PLAN_YUAN),
        ("investmentDoneThisYear", "本年累计完成投资", Reports.DONE_YTD_YUAN),
    )
    made = [
        {"id": name, "title": title, "observations": list(_observed(reports, column))}
        for name, title, column in metrics
    ]
    return [metric for metric in made if metric["observations"]]


def _observed(reports: Sequence[_Row], column: Reports) -> Iterator[dict[str, Any]]:
    for row in reports:
        figure = plain(row[column])
        if figure is None:
            continue
        month, unit = str(row[Reports.PERIOD]), str(row[Reports.RESPONSIBLE_UNIT])
        period = Period.parse(month)
        percent = {"measure": written(Decimal(str(figure)) / _PPM), "unit": _PERCENT}
        yield {
            "id": f"{month}/{unit}",
            "period": {"startDate": _first_day(period), "endDate": _last_moment(period)},
            **(percent if column is Reports.PERCENT_PPM else {"value": _value(figure)}),
            "dimensions": {"responsibleUnit": unit},
        }


def _value(yuan: object) -> dict[str, Any]:
    return {"amount": int(str(yuan)), "currency": _CURRENCY}


def _text(entry: object) -> str | None:
    return entry if isinstance(entry, str) else None


def _first_day(period: Period) -> str:
    return _moment(datetime(period.year, period.month, 1, tzinfo=_ZONE))


def _last_moment(period: Period) -> str:
    last = monthrange(period.year, period.month)[1]
    return _moment(datetime(period.year, period.month, last, 23, 59, 59, tzinfo=_ZONE))


def _moment(at: datetime) -> str:
    return at.replace(microsecond=0).isoformat()
