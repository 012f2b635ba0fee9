"""The rule that judged a month, as it is printed beside every light and every circular."""

from domain.periods import Period
from domain.plan import Plan
from texts import Texts


def rule(t: Texts, plan: Plan, period: Period) -> str:
    """Print the light rule and the schedule rule that judged ``period``.

    Where other rules were in force before, it says since when these are: a chart may show months of
    both.
    """
    rules = plan.rulebook.at(period)
    name = rules.english if t.language == "en" and rules.english else rules.name
    yellow, red = f"{-rules.yellow_below:g}", f"{-rules.red_below:g}"
    judged = t("light.rule", name=name, yellow=yellow, red=red)
    schedule = t(f"light.schedule_{rules.schedule}")
    said = t("light.judged_by", judged=judged, schedule=schedule)
    if rules.effective == plan.rulebook.in_order[0].effective:
        return said
    since = t("light.since", year=rules.effective.year, month=rules.effective.month)
    return t("light.judged_since", judged=said, since=since)
