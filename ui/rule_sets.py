"""Rule sets on the screen: those in force, a new one, and putting it in force."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import pandas as pd
import streamlit as st

from analysis.memo import recently
from domain.periods import Period
from domain.roles import Action
from domain.rulebook import RuleSet
from domain.rules import LightRule, ScheduleRule
from store import acts, rule_acts
from store.acts import Act
from store.ledger import Ledger
from store.refusals import LedgerError
from texts import Language, Texts, catalogue
from texts.dates import spoken
from ui import access, cache, clock, columns, ledger_now, phone, state, tables
from ui.months import ask as ask_month
from ui.rule_preview import Rejudged

_MONTHS_AHEAD = 6
_MONTHS_BACK = 24
_LONGEST_NAME = 30
_WHOLE = {"due_day", "stagnant_periods"}
_BOUNDS = {  # least and most that can be asked for
    "yellow_below": (-100, 100),
    "red_below": (-100, 100),
    "due_day": (1, 31),
    "stagnant_periods": (1, 12),
    "spread_points": (0, 100),
}


def listed(t: Texts) -> None:
    """List the sets of rules, the newest first, and who put each in force."""
    ledger = cache.ledger()
    shown = _table(ledger, ledger_now.newest_act(ledger), cache.known_until(), t)
    said, right = columns.ready(shown), columns.numbers_right(shown, t)
    with phone.desk("rule-sets"):
        st.dataframe(said, hide_index=True, key="rule-sets", width="stretch", column_config=right)
    phone.plainly(shown, t, key="rule-sets", first=2)


@recently  # the number of the newest act stands for what was put in force
def _table(ledger: Ledger, _: int, until: datetime | None, t: Texts) -> pd.DataFrame:
    book, put = cache.plan().rulebook, rule_acts.history(ledger, until=until)
    by_whom = [*[None] * (len(book.sets) - len(put)), *put]  # the delivered ones come first
    counting = list(map(id, book.in_order))
    every = sorted(zip(book.sets, by_whom, strict=True), key=lambda both: both[0].effective)
    rows = [_row(one, act, t, counts=id(one) in counting) for one, act in reversed(every)]
    return tables.named(t, rows)


def _row(one: RuleSet, act: Act | None, t: Texts, *, counts: bool) -> dict[str, object]:
    return {
        "effective": spoken(one.effective, t),
        "rule": _named(one, t),
        "rule_state": t("rule.counts" if counts else "rule.replaced"),
        "schedule": t(f"rule.schedule_{one.schedule}"),
        "yellow": f"−{-one.yellow_below:g}",
        "red": f"−{-one.red_below:g}",
        "due_day": one.due_day,
        "stagnant": one.stagnant_periods,
        "spread_points": f"{one.spread_points:g}",
        "actor": act.actor if act else t("rule.delivered"),
        "reason": str(act.body["reason"]) if act else "",
    }


def ask(t: Texts) -> RuleSet | None:
    """Ask for a new set, beginning with the one in force or a preset; say why one cannot be."""
    now, begins = _now(), _begins()
    in_force = t("rule_change.in_force", name=_named(now, t))
    shown = [in_force, *(_named(one, t) for one in begins[1:])]
    place = st.selectbox(
        t("rule.preset"), range(len(begins)), format_func=shown.__getitem__, key="rule-preset"
    )
    preset, form = begins[place or 0], _form(begins, place or 0)
    left, middle, right = st.columns(3)
    names = _free_names(preset)
    offered = names[t.language]
    name = left.text_input(
        t("rule.name"), offered, key=f"rule-name-{form}", max_chars=_LONGEST_NAME
    )
    month = ask_month(t("rule.effective"), _months(), t, key="rule-effective", place=middle)
    schedules = list(ScheduleRule)
    schedule = right.selectbox(
        t("rule.schedule"),
        schedules,
        index=schedules.index(now.schedule),
        format_func=lambda one: t(f"rule.schedule_{one}"),
        key="rule-schedule",
    )
    begin = replace(
        now,
        **_names(name.strip(), names, t),
        effective=Period.parse(month),
        schedule=schedule,
        yellow_below=preset.yellow_below,
        red_below=preset.red_below,
    )
    return _with_numbers(begin, t, form=form)


def _now() -> RuleSet:
    return cache.plan().rulebook.at(clock.last_finished_period().earlier(-1))


def _begins() -> list[LightRule]:
    """Return what a new set may begin with: the one in force, then the presets."""
    now = _now()
    return [now.lights, *(one for one in cache.plan().light_presets if one != now.lights)]


def _form(begins: list[LightRule], place: int) -> str:
    """Name the form of what a new set begins with: another beginning, another form."""
    return f"{begins[place].name}-{place}" if place else begins[place].name


def _with_numbers(begin: RuleSet, t: Texts, *, form: str) -> RuleSet | None:
    """Ask for the thresholds, beginning with those of a set."""
    places = [*st.columns(5, vertical_alignment="bottom")]
    asked: dict[str, float] = {}
    for place, (field, (least, most)) in zip(places, _BOUNDS.items(), strict=True):
        value = getattr(begin, field)
        whole = isinstance(value, int) and field in _WHOLE
        kind = int if whole else float
        asked[field] = place.number_input(
            t(f"rule.{field}"),
            kind(least),
            kind(most),
            kind(value),
            step=kind(1),
            format="%d" if whole else "%g",
            key=f"rule-{field}-{form}",
        )
    try:
        return replace(begin, **{name: _number(name, said) for name, said in asked.items()})
    except ValueError as trouble:
        st.error(t(f"rule.refused_{trouble.args[0]}"))
        return None


def _named(one: LightRule | RuleSet, t: Texts) -> str:
    return one.english if t.language == "en" and one.english else one.name


def _free_names(preset: LightRule) -> dict[Language, str]:
    """Return the name of a preset by language, as revised where a set bears it already."""
    book = cache.plan().rulebook
    taken = {name for one in book.sets for name in (one.name, one.english)}
    found: dict[Language, str] = {}
    names: dict[Language, str] = {"zh": preset.name, "en": preset.english or preset.name}
    for language, name in names.items():
        t = catalogue(language)
        begins = t("rule.revised", name="", number="\0").partition("\0")[0]
        bare = name.partition(begins)[0]
        revised = (t("rule.revised", name=bare, number=one) for one in ("", *range(2, 99)))
        found[language] = next(one for one in (bare, *revised) if one not in taken)
    return found


def _names(typed: str, offered: Mapping[Language, str], t: Texts) -> dict[str, str]:
    """Return the names of a set: those offered unless another was typed."""
    if typed in {"", offered[t.language]}:
        return {"name": offered["zh"], "english": offered["en"]}
    return {"name": typed, "english": typed if t.language == "en" else ""}


def _number(field: str, said: float) -> Any:  # noqa: ANN401 - whole where the rule counts
    return int(said) if field in _WHOLE else said


def offer(new: RuleSet, rejudged: Rejudged | None, t: Texts) -> None:
    """Ask who puts the set in force and why; what judges past months anew has to be confirmed."""
    if not access.may(Action.PUT_RULES):
        return
    sure = rejudged is None or _is_meant(rejudged, t)
    who, why, action = st.columns([2, 3, 2], vertical_alignment="bottom")
    access.ask_actor(who, t, key="rule-actor")
    why.text_input(t("rule.why"), key="rule-why", max_chars=200)
    seen = acts.newest(cache.ledger())
    if alike := cache.plan().rulebook.judges_alike(new):
        st.caption(t("rule.unchanged"))
    action.button(
        t("rule.put_in_force"),
        key="rule-offer",
        on_click=_put,
        args=(new, seen, t),
        width="stretch",
        disabled=alike or not sure,
    )


def _is_meant(rejudged: Rejudged, t: Texts) -> bool:
    """Say how much of the past is judged anew; ask whether that is meant."""
    months, lights = rejudged.months, rejudged.lights
    ends = {"first": spoken(months[0], t), "last": spoken(months[-1], t)}
    this = spoken(clock.last_finished_period().earlier(-1), t)
    st.error(t("rule_change.rejudges", months=len(months), lights=lights, next=this, **ends))
    key = f"rule-rejudges-{months[0]}-{len(months)}-{lights}"  # of other changes asked anew
    return st.checkbox(t("rule_change.rejudges_yes", months=len(months), lights=lights), key=key)


def _put(new: RuleSet, seen: int, t: Texts) -> None:
    begins, place = _begins(), int(state.picked("rule-preset") or 0)
    who = {"actor": access.acting("rule-actor"), "reason": state.typed("rule-why")}
    try:
        book = cache.plan().rulebook
        rule_acts.put_in_force(cache.ledger(), new, **who, book=book, at=clock.now(), seen=seen)
    except LedgerError as refusal:
        state.leave_notice("error", t(refusal.text_key, **refusal.more))
        return
    _begin_anew(_form(begins, place))
    state.leave_notice(
        "success", t("rule.in_force", name=new.name, effective=spoken(new.effective, t))
    )


def _begin_anew(form: str) -> None:
    """Empty the form, the confirmation too: a second click puts nothing in force."""
    fields = (*_BOUNDS, "name")
    state.forget("rule-preset", "rule-effective", "rule-schedule", "rule-why")
    state.forget(*(f"rule-{field}-{form}" for field in fields))
    state.forget(*state.keys_with("rule-rejudges-"))


def _months() -> list[str]:
    """Return the months a set may begin with: the coming ones first, then those that are over."""
    this = clock.last_finished_period().earlier(-1)
    ahead = [str(this.earlier(-number)) for number in range(_MONTHS_AHEAD)]
    return [*ahead, *(str(this.earlier(number)) for number in range(1, _MONTHS_BACK))]
