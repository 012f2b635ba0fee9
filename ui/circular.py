"""The circular of a month: what it says, the rows behind a number, and its files."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.charts.words import Words
from analysis.circular import sources
from analysis.circular.problems import of_ledger
from analysis.circular.rated import Ranking
from analysis.circular.source_rows import SourceRows
from analysis.circular.writing import Chosen, circular
from analysis.circular.written import Circular, Number, Source
from analysis.memo import recently
from analysis.views.supervision import Watched
from domain.columns import Projects, Reports
from domain.periods import Period
from store.warning_acts import table_with_life
from store.watching import month_warnings
from texts import Texts
from ui import (
    cache,
    cards,
    circular_files,
    circular_text,
    ledger_now,
    own_sentences,
    paged,
    phone,
    switches,
    tables,
)
from ui.working import working

_NAMES = tuple(
    map(str, (Reports.ITEM_ID, Reports.ITEM_NAME, Projects.ID, Projects.NAME))
)  # of whatever a number rests on


def show(period: Period, t: Texts) -> None:
    """Show the circular of ``period``, and over it the rows of the number the address names."""
    if not cache.watched(period).has_begun:
        st.info(t("supervision.not_begun"))
        return
    act = ledger_now.newest_act(cache.ledger())
    chosen = _choices(t)
    with working(t):
        written = _written(cache.watched(period), period, chosen, t, act)
    st.caption(t("circular.help"))
    name = circular_text.show(written, t)
    if name is not None:
        _open(written.numbers[name], t)
    words = Words(t, cache.plan())
    as_of = t("circular.as_of", today=sources.spelled(cache.watched(period).today, words))
    circular_files.offer(written, period, words, as_of=as_of)


def _choices(t: Texts) -> Chosen:
    with st.container(horizontal=True):
        on = {one: switches.is_on(one.value, t(f"circular.switch_{one}")) for one in Ranking}
        last = switches.is_on("last", t("circular.switch_last"))
    rankings = tuple(one for one, wanted in on.items() if wanted)
    return Chosen(rankings=rankings, last_three=last, own=own_sentences.in_use(t))


@recently  # readers of a month read one text; the number of the last act stands for the answers
def _written(seen: Watched, period: Period, chosen: Chosen, t: Texts, _: int) -> Circular:
    words = Words(t, seen.board.plan)
    return circular(
        seen,
        table_with_life(month_warnings(seen, period), cache.courses()),
        period,
        words,
        illustrative=cache.illustrative(),
        open_problems=of_ledger(seen, words),
        chosen=chosen,
    )


def _open(number: Number, t: Texts) -> None:
    """Show what was counted, and what it was counted out of, over the text."""
    count = len(number.rows)
    key = "rests_on" if count else "rests_on_nothing"
    title = t(f"circular.{key}", shown=number.shown, count=count)

    @st.dialog(title, width="large", on_dismiss=_close)
    def rows() -> None:
        if number.rule:
            st.caption(number.rule)
        _table(number.rows, t, key="number-rows")
        if number.of:
            st.caption(t("circular.out_of", count=len(number.of)))
            _table(number.of, t, key="number-of")

    rows()


def _close() -> None:
    st.query_params.pop(circular_text.NUMBER, None)


def _table(found: Sequence[Source], t: Texts, *, key: str) -> None:
    if isinstance(found, SourceRows):
        _items(found, t, key=key)
    elif found and all(one.item_id for one in found):
        phone.table(_named(found, t), t, key=key)
    elif found:
        st.dataframe(_named(found, t), hide_index=True, key=key, width="stretch")


def _items(found: SourceRows, t: Texts, *, key: str) -> None:
    """Show rows about items, a page of many at a time; only they are put into words."""
    table = found.table.iloc[found.places]
    names = tuple(name for name in _NAMES if name in table.columns)
    part, every = paged.cut(table, t, key=key, names=names)
    whole = cards.Whole(lambda: _named(SourceRows.of(every, found.say), t), len(every))
    phone.table(_named(SourceRows.of(part, found.say), t), t, key=key, whole=whole)


def _named(found: Sequence[Source], t: Texts) -> pd.DataFrame:
    words = Words(t, cache.plan())
    return tables.named(t, [_line(one, words) for one in found])


def _line(source: Source, words: Words) -> dict[str, object]:
    unit = sources.units(source, words) or words.t("table.not_stated")
    item = {"item": source.item_id, "name": source.item_name} if source.item_id else {}
    return {**item, "unit": unit, "seen": source.said}
