"""What a person has in charge, in the reader's words."""

from analysis.charts.rows import Row
from analysis.charts.style import LIGHT_SHAPES
from analysis.charts.words import Words, percent, signed
from analysis.metrics.columns import Counted, Troubled
from analysis.people import PERSON
from domain.columns import Reports
from domain.rules import Light
from texts import Texts
from texts.amounts import written_amount

_NOT_JUDGED = (Light.UNREPORTED, Light.NOT_DUE)


def of_person(row: Row, t: Texts) -> dict[str, object]:
    """Return one person's row of the list of everybody."""
    return {
        "person": row[PERSON],
        "projects": row[Counted.PROJECTS],
        "light": lights(row),
        "behind": row[Counted.BEHIND],
        "missing": row[Counted.MISSING],
        "problems": row[Troubled.OPEN],
        "problems_overdue": row[Troubled.OVERDUE],
        "nodes": row[Counted.NODES],
        "year_plan_yi": amount_or_dash(row[Reports.YEAR_PLAN_YUAN], t),
        "done_ytd_yi": amount_or_dash(row[Reports.DONE_YTD_YUAN], t),
        "completion": percent_or_dash(row[Counted.COMPLETION_PERCENT]),
    }


def of_project(row: Row, words: Words) -> dict[str, object]:
    """Return one project's row of the person's list."""
    t, gap = words.t, row[Counted.GAP_POINTS]
    light = Light(row[Counted.LIGHT])
    shown_gap = "—" if gap is None or light in _NOT_JUDGED else signed(gap)
    return {
        "item": row[Reports.ITEM_ID],
        "light": words.light(light),
        "name": row[Reports.ITEM_NAME],
        "percent": percent_or_dash(row[Counted.PERCENT_DONE]),
        "gap": shown_gap,
        "report": report(row, t),
        "problems": str(row[Troubled.OPEN] or "—"),
        "problems_overdue": str(row[Troubled.OVERDUE] or "—"),
        "nodes": str(row[Counted.NODES] or "—"),
        "year_plan_yi": amount_or_dash(row[Reports.YEAR_PLAN_YUAN], t),
        "done_ytd_yi": amount_or_dash(row[Reports.DONE_YTD_YUAN], t),
        "completion": percent_or_dash(row[Counted.COMPLETION_PERCENT]),
        "reported": row[Counted.REPORTED_PERIOD] or t("chart.not_reported"),
    }


def report(row: Row, t: Texts) -> str:
    """Say whether the report of the month came, is missing or is not due yet."""
    if row[Counted.MISSING]:
        return t("mine.report_missing")
    return t(f"mine.report_{'outstanding' if row[Counted.OUTSTANDING] else 'received'}")


def lights(row: Row) -> str:
    """Count a person's projects by light, each by its shape."""
    counts = {light: row[f"projects_{light}"] for light in Light}
    return " ".join(f"{LIGHT_SHAPES[light]}{count}" for light, count in counts.items() if count)


def amount_or_dash(yuan: int | None, t: Texts) -> str:
    """Write an amount for a column, a dash where nobody stated one."""
    return "—" if yuan is None else written_amount(yuan, t)


def percent_or_dash(number: float | None) -> str:
    """Show a percentage, a dash where there is none."""
    return "—" if number is None else percent(number)
