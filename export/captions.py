"""What stands around every chart: title, unit of measure, 截至, rule and source."""

from analysis.board import Board
from analysis.gallery import Exhibit
from domain.periods import Period
from domain.plan import Plan
from export.caption import Caption
from texts import Texts


def caption(
    exhibit: Exhibit, board: Board, period: Period, t: Texts, *, illustrative: bool
) -> Caption:
    """Return the caption of a chart as it stands at ``period``."""
    plan = board.plan
    return Caption(
        title=t(f"figure.{exhibit.key}"),
        zone=zone(t, plan),
        as_of=as_of(t, plan, period if exhibit.of_period else None),
        unit_of_measure=t(f"figure.{exhibit.key}_measure"),
        rule=rule(t, plan) if exhibit.judged else "",
        source=t("figure.source", document=plan.document, version=board.version),
        illustrative=illustrative,
    )


def as_of(t: Texts, plan: Plan, period: Period | None) -> str:
    """Say how far the figures reach: the end of a month, or the day the plan was issued."""
    if period is None:
        day = plan.issued_on
        return t("figure.as_issued", year=day.year, month=day.month, day=day.day)
    return t("figure.as_of", year=period.year, month=period.month)


def rule(t: Texts, plan: Plan) -> str:
    """Print the light rule and the schedule rule in use."""
    lights = plan.light_rule
    name = lights.english if t.language == "en" and lights.english else lights.name
    yellow, red = f"{-lights.yellow_below:g}", f"{-lights.red_below:g}"
    judged = t("light.rule", name=name, yellow=yellow, red=red)
    schedule = t(f"light.schedule_{plan.schedule_rule}")
    return t("light.judged_by", judged=judged, schedule=schedule)


def zone(t: Texts, plan: Plan) -> str:
    """Name the zone in the reader's language."""
    return plan.zone_english if t.language == "en" else plan.zone
