"""What was said about a warning, and saying one thing more: explain, accept, reject, close."""

import streamlit as st

from analysis.charts.words import Words
from domain.warnings import BY, TRANSITIONS, Act, NotAllowedError
from store import accounts, warning_acts
from store.refusals import LedgerError
from store.warning_acts import NEEDED, Course
from texts import Texts
from texts.actors import actor_named
from ui import access, cache, clock, state, tables


def offer_acts(key: str, course: Course, words: Words) -> None:
    """Show the course of a warning, each person with the unit of the account; ask what is next."""
    t = words.t
    if course.said:
        units = _units(words)
        shown: list[dict[str, object]] = [
            {
                "time": one.at.astimezone(clock.ZONE).strftime("%Y-%m-%d %H:%M"),
                "actor": actor_named(one.actor, t),
                "unit": units.get(one.actor, ""),
                "did": t(f"warning.act_{one.doing}"),
                "text": one.text,
            }
            for one in course.said
        ]
        if not any(one["unit"] for one in shown):
            shown = [{name: said for name, said in one.items() if name != "unit"} for one in shown]
        st.dataframe(tables.named(t, shown), hide_index=True, key="warning-course")
    every = TRANSITIONS[course.life]
    possible = [one for one in every if access.may(NEEDED[BY[one]])]
    if every and not possible:
        return
    if not possible:
        st.caption(t("warning.closed_for_good"))
        return
    _ask(key, course, possible, t)


def _units(words: Words) -> dict[str, str]:
    """Name the units of every person whose account has one."""
    and_ = words.t("warning.and")
    return {
        one.name: and_.join(words.in_full(unit) for unit in sorted(one.units))
        for one in accounts.every(cache.ledger())
        if one.units
    }


def _ask(key: str, course: Course, possible: list[Act], t: Texts) -> None:
    form = f"{key}-{course.seen}"  # what was written about one is not said about the next
    doing = st.segmented_control(
        t("warning.doing"),
        possible,
        default=possible[0],
        required=True,
        format_func=lambda one: t(
            "warning.doing_by", did=t(f"warning.act_{one}"), side=_side(one, t)
        ),
        key=f"warning-doing-{form}",
    )
    chosen = Act(doing or possible[0])
    actor = f"warning-actor-{BY[chosen]}-{form}"  # nor does a name stay for the other side
    who, why = st.columns([1, 3])
    access.ask_actor(who, t, key=actor)
    why.text_input(t("warning.text"), key=f"warning-text-{form}", max_chars=500)
    st.button(
        t(f"warning.act_{chosen}"),
        key="warning-act",
        on_click=_act,
        args=(key, chosen, course, actor, t),
    )


def _side(one: Act, t: Texts) -> str:
    return t(f"warning.side_{BY[one]}")


def _act(key: str, doing: Act, course: Course, actor_key: str, t: Texts) -> None:
    actor, text = access.acting(actor_key), state.typed(f"warning-text-{key}-{course.seen}")
    ledger, at = cache.ledger(), clock.now()
    try:
        warning_acts.act_on(ledger, key, doing, text, actor=actor, at=at, seen=course.seen)
    except LedgerError as refusal:
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
    except NotAllowedError as refusal:
        state.leave_notice(
            "error", t("warning.not_allowed", life=t(f"warning.life_{refusal.life}"))
        )
    else:
        state.leave_notice("success", t("warning.acted", did=t(f"warning.act_{doing}")))
