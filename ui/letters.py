"""督办文书 on the screen: which letter the ladder calls for, what it lists, and its file."""

import io
import zipfile
from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from analysis import letters
from analysis.charts.rows import rows_of
from analysis.charts.words import Words
from analysis.circular.sources import spelled
from analysis.ladder import DAYS_TO_EXPLAIN, Step
from analysis.memo import recently
from analysis.metrics.columns import Raised
from analysis.metrics.progress import ITEM
from analysis.views.supervision import Watched
from domain.columns import Reports
from domain.letters import ItemField, Letter
from domain.periods import Period
from export.refusals import TemplateRefusedError
from store import templates
from texts import Texts, catalogue
from ui import cache, columns, files, ledger_now, letters_left_out, phone, tables, worded
from ui.working import working

_LANGUAGE = "zh"  # of letters, whatever the reader's: they go to the zone's own offices

_WARNED = {
    "item": ItemField.ID,
    "rule": ItemField.RULE,
    "name": ItemField.NAME,
    "seen": ItemField.SEEN,
    "life": ItemField.LIFE,
}
_TO_COORDINATE = {
    "item": ItemField.ID,
    "name": ItemField.NAME,
    "problem": ItemField.PROBLEM,
    "coordination": ItemField.COORDINATION,
    "stated_by": ItemField.STATED_BY,
    "due_on": ItemField.DUE,
}

_WHAT_NAMES_ONE = [*map(str, (Raised.RULE, Raised.FIGURE, Reports.RESPONSIBLE_UNIT)), *ITEM]


def show(period: Period, t: Texts) -> None:
    """List the letters that are due about ``period``; open one, and take one or all along."""
    st.caption(t("letter.ladder", days=DAYS_TO_EXPLAIN))
    if not cache.watched(period).has_begun:
        st.info(t("supervision.not_begun"))
        return
    words = Words(t, cache.plan())
    with working(t):
        steps = _due(cache.watched(period), period, ledger_now.newest_act(cache.ledger()))
    if steps:
        _letters(steps, period, words)
    else:
        st.info(t("letter.none"))
    letters_left_out.show(period, words)


def _letters(steps: list[Step], period: Period, words: Words) -> None:
    t, seen, act = words.t, cache.watched(period), ledger_now.newest_act(cache.ledger())
    due = _due_table(seen, period, act, t)
    with phone.desk("due"):
        st.dataframe(columns.ready(due), hide_index=True, key="due")
    phone.sentences(due, t, key="due", first=("unit", "letter"))
    titles = [_title(one, words) for one in steps]
    place = st.selectbox(
        t("letter.open"), range(len(steps)), format_func=titles.__getitem__, key="letter-open"
    )
    step = steps[place or 0]
    say = _problem_lines if step.letter is Letter.COORDINATION else _warning_lines
    items = _items(seen, period, act, place or 0)
    worded.listed(items, say, words, key="letter-items", first=("item", "name"))
    if len(items) > letters.MOST_LISTED:
        st.caption(t("letter.shortened", count=f"{len(items):,}", most=letters.MOST_LISTED))
    st.caption(t("letter.language"))
    _offer(step, steps, period, words)


@recently  # the number of the last act stands for what units answered
def _due(seen: Watched, period: Period, act: int) -> list[Step]:
    if period < seen.expected_from:
        return []
    now = letters_left_out.warned(seen, period, act)
    before = rows_of(cache.warnings(period.earlier(1))[_WHAT_NAMES_ONE])
    return letters.due_letters(seen, now, before, period)


@recently
def _due_table(seen: Watched, period: Period, act: int, t: Texts) -> pd.DataFrame:
    words = Words(t, seen.board.plan)
    return tables.named(t, [_line(one, words) for one in _due(seen, period, act)])


def _line(step: Step, words: Words) -> dict[str, object]:
    return {
        "letter": words.t(f"letter.{step.letter}"),
        "points": len(step.rows),
        "unit": words.in_full(step.responsible_unit),
        "why": letters.why(step, words),
    }


def _title(step: Step, words: Words) -> str:
    unit, letter = words.in_full(step.responsible_unit), words.t(f"letter.{step.letter}")
    return words.t("letter.step", unit=unit, letter=letter, count=len(step.rows))


@recently
def _items(seen: Watched, period: Period, act: int, place: int) -> pd.DataFrame:
    """Return what a letter is about, a row each as the ladder has it."""
    return pd.DataFrame(list(_due(seen, period, act)[place].rows), dtype="object")


def _warning_lines(items: pd.DataFrame, words: Words) -> pd.DataFrame:
    return _lines(items, Letter.URGING, _WARNED, words)


def _problem_lines(items: pd.DataFrame, words: Words) -> pd.DataFrame:
    return _lines(items, Letter.COORDINATION, _TO_COORDINATE, words)


def _lines(
    items: pd.DataFrame, letter: Letter, fields: Mapping[str, ItemField], words: Words
) -> pd.DataFrame:
    """Return what a letter lists, in the reader's language."""
    said = letters.listed(rows_of(items), letter, words)
    lines: list[dict[str, object]] = [
        {name: one[field] for name, field in fields.items()} for one in said
    ]
    return tables.named(words.t, lines)


def _offer(step: Step, steps: list[Step], period: Period, words: Words) -> None:
    t = words.t
    as_of = t("circular.as_of", today=spelled(cache.watched(period).today, words))
    letter = t(f"letter.{step.letter}")
    every = t("letter.name_all", month=_month(period, words))
    with st.container(horizontal=True):
        files.offer(
            t("letter.download", letter=letter),
            partial(_docx, step, period),
            files.named(_name(step, period, words), "docx", t, as_of=as_of),
            key="letter-docx",
            look="primary",
        )
        files.offer(
            t("letter.download_all"),
            partial(_zip, steps, period, as_of),
            files.named(every, "zip", t, as_of=as_of),
            key="letters-zip",
        )


def _docx(step: Step, period: Period) -> bytes:
    from export.letter_template import fill  # noqa: PLC0415 - heavy, and most readers only look

    used = templates.in_use(cache.ledger(), cache.office().data, step.letter)
    words = Words(catalogue(_LANGUAGE), cache.plan())
    seen, made_up = cache.watched(period), cache.illustrative()
    said = letters.filled(step, seen, period, words, illustrative=made_up)
    try:
        return fill(used.raw, said)
    except TemplateRefusedError:  # checked when it was saved: fill the one that ships
        raw = templates.shipped(cache.office().data, step.letter)
        return fill(raw, said)


def _zip(steps: list[Step], period: Period, as_of: str) -> bytes:
    words, packed = Words(catalogue(_LANGUAGE), cache.plan()), io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as folder:
        for step in steps:
            title = _name(step, period, words)
            name = files.named(title, "docx", words.t, as_of=as_of)
            folder.writestr(name, _docx(step, period))
    return packed.getvalue()


def _name(step: Step, period: Period, words: Words) -> str:
    unit, letter = words.in_full(step.responsible_unit), words.t(f"letter.{step.letter}")
    return words.t("letter.name", letter=letter, unit=unit, month=_month(period, words))


def _month(period: Period, words: Words) -> str:
    return words.t("chart.month_in_full", year=period.year, month=period.month)
