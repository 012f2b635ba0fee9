"""Rule sets on the screen: those in force, a new one, what it would change, putting it in force."""

import streamlit as st

from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.metrics.columns import Counted
from analysis.rule_changes import light_changes
from domain.columns import Reports
from domain.periods import Period
from domain.rulebook import RuleSet
from domain.rules import Light, ScheduleRule
from store import acts, rule_acts
from store.refusals import LedgerError
from texts import Texts
from ui import cache, clock, state, tables

_MONTHS_AHEAD = 3
_MONTHS_BACK = 24


def listed(t: Texts) -> None:
    """List the sets of rules, the newest first, and who put each in force."""
    book = cache.plan().rulebook
    by_name = {str(act.body["effective"]): act for act in rule_acts.history(cache.ledger())}
    rows: list[dict[str, object]] = []
    for one in reversed(book.in_order):
        act = by_name.get(str(one.effective))
        rows.append(
            {
                "effective": str(one.effective),
                "rule": one.english if t.language == "en" and one.english else one.name,
                "schedule": t(f"rule.schedule_{one.schedule}"),
                "yellow": f"{one.yellow_below:g}",
                "red": f"{one.red_below:g}",
                "due_day": one.due_day,
                "stagnant": one.stagnant_periods,
                "spread_points": f"{one.spread_points:g}",
                "actor": act.actor if act else t("rule.delivered"),
                "reason": str(act.body["reason"]) if act else "",
            }
        )
    st.dataframe(tables.named(t, rows), hide_index=True, key="rule-sets", width="stretch")


def ask(t: Texts) -> RuleSet | None:
    """Ask for a new set, beginning with a preset; say why one cannot be."""
    plan = cache.plan()
    now = plan.rulebook.at(clock.last_finished_period())
    presets = {one.name: one for one in plan.light_presets}
    name = st.selectbox(t("rule.preset"), list(presets), key="rule-preset")
    preset = presets[name or next(iter(presets))]
    first, second, third = st.columns(3)
    month = first.selectbox(t("rule.effective"), _months(), key="rule-effective")
    yellow = second.number_input(
        t("rule.yellow"), value=float(preset.yellow_below), step=1.0, key=f"rule-yellow-{name}"
    )
    red = third.number_input(
        t("rule.red"), value=float(preset.red_below), step=1.0, key=f"rule-red-{name}"
    )
    schedule = first.selectbox(
        t("rule.schedule"),
        list(ScheduleRule),
        index=list(ScheduleRule).index(now.schedule),
        format_func=lambda one: t(f"rule.schedule_{one}"),
        key="rule-schedule",
    )
    due_day = second.number_input(t("rule.due_day"), 1, 31, now.due_day, key="rule-due-day")
    stagnant = third.number_input(
        t("rule.stagnant"), 1, 12, now.stagnant_periods, key="rule-stagnant"
    )
    spread = first.number_input(
        t("rule.spread"), 1.0, 100.0, float(now.spread_points), key="rule-spread"
    )
    try:
        return RuleSet(
            name=preset.name,
            english=preset.english,
            effective=Period.parse(month),
            schedule=schedule,
            yellow_below=yellow,
            red_below=red,
            due_day=int(due_day),
            stagnant_periods=int(stagnant),
            spread_points=spread,
        )
    except ValueError as trouble:
        st.error(t(f"rule.refused_{trouble.args[0]}"))
        return None


def show_changes(new: RuleSet, t: Texts) -> None:
    """Show which items would change colour, month by month, before anything is written."""
    board = cache.board()
    changed = light_changes(board, board.plan.rulebook.with_set(new))
    st.markdown(t("rule.changes", count=len(changed), effective=str(new.effective)))
    if changed.empty:
        return
    words = Words(t, board.plan)
    rows: list[dict[str, object]] = [
        {
            "month": row[Reports.PERIOD],
            "item": row[Reports.ITEM_ID],
            "name": row[Reports.ITEM_NAME],
            "before": words.light(Light(row[Counted.LIGHT_BEFORE])),
            "after": words.light(Light(row[Counted.LIGHT_AFTER])),
        }
        for row in rows_of(changed)
    ]
    st.dataframe(tables.named(t, rows), hide_index=True, key="rule-changes", width="stretch")


def offer(new: RuleSet, t: Texts) -> None:
    """Ask who puts the set in force and why."""
    who, why, action = st.columns([2, 3, 2], vertical_alignment="bottom")
    who.text_input(t("upload.actor"), key="rule-actor", max_chars=50)
    why.text_input(t("rule.why"), key="rule-why", max_chars=200)
    seen = acts.newest(cache.ledger())
    action.button(
        t("rule.put_in_force"),
        key="rule-offer",
        on_click=_put,
        args=(new, seen, t),
        width="stretch",
    )


def _put(new: RuleSet, seen: int, t: Texts) -> None:
    who = {"actor": state.typed("rule-actor"), "reason": state.typed("rule-why")}
    try:
        rule_acts.put_in_force(cache.ledger(), new, **who, at=clock.now(), seen=seen)
    except LedgerError as refusal:
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
        return
    state.leave_notice("success", t("rule.in_force", name=new.name, effective=str(new.effective)))


def _months() -> list[str]:
    last = clock.last_finished_period()
    return [str(last.earlier(back)) for back in range(-_MONTHS_AHEAD, _MONTHS_BACK)]
