"""The card of one project or task: everything known of it on one page that prints on one A4."""

import pandas as pd
import streamlit as st

from analysis import against, done_before
from analysis.board import Board
from analysis.card import Card, card_of, is_judged_by_investment, last_periods, neighbours, problems
from analysis.charts import card as pictures
from analysis.charts.spoken import spoken
from analysis.charts.words import Words
from analysis.memo import recently
from analysis.views import past
from domain.columns import ItemKind, Projects, Reports, Tasks
from domain.periods import Period
from export import captions
from texts import Texts
from texts.actors import actor_named
from texts.dates import unparted
from texts.markdown import plain
from ui import (
    cache,
    card_facts,
    card_problems,
    card_reports,
    cards,
    filters,
    item_box,
    item_cache,
    phone,
    show,
    state,
    tables,
    warned_counts,
)
from ui.card_facts import Fact
from ui.key_figures import coloured
from ui.tile import put

_CHOOSER = "card-item"
_MOST = 10  # that an empty page offers
_NAME_WIDTH = {"name": 272}  # so wide that on a small desk the percent done is in sight too


def show_one(board: Board, period: Period, t: Texts) -> None:
    """Show the card the address names; without one, ask which."""
    item_id = st.query_params.get(cards.ITEM)
    _choose(board, period, item_id, t)
    if item_id is None:
        st.info(t("card.choose_hint"))
        _worst(period, t)
        return
    card = card_of(board, item_id, period)
    if card is None:
        st.warning(t("card.unknown", version=board.version, item=plain(item_id)))
        return
    with st.container(key="card"):
        _sheet(card, board, period, Words(t, board.plan))
    card_reports.every(card, t)


def _worst(period: Period, t: Texts) -> None:
    """List what is furthest behind of what the filters leave; before any report, the first."""
    board = cache.part(filters.selection().at(period))
    are_behind, listed = _first_few(board, period)
    if listed.empty:
        return
    st.markdown(f"**{t('card.open_behind' if are_behind else 'card.open_first')}**")
    shown = tables.standing(listed, Words(t, board.plan))
    phone.table(shown, t, key="card-worst", widths_px=_NAME_WIDTH)


@recently
def _first_few(board: Board, period: Period) -> tuple[bool, pd.DataFrame]:
    """Tell whether anything is behind, and return the first few of that, else of all items."""
    behind = past.furthest_behind(board, period).head(_MOST)
    return (True, behind) if len(behind) else (False, board.standing(period).head(_MOST))


def _choose(board: Board, period: Period, item_id: str | None, t: Texts) -> None:
    """Offer every item, and the one before and the one after among those the filters leave."""
    chosen = cache.part(filters.selection().at(period))
    before, after = neighbours(chosen, item_id or "")
    names = item_box.names_of(board)
    state.preset(_CHOOSER, item_id if item_id in names else None)
    with st.container(key="card-chooser", horizontal=True, vertical_alignment="bottom"):
        item_box.ask(
            t("card.choose"),
            board,
            t,
            key=_CHOOSER,
            placeholder=t("control.choose"),
            on_change=_open_chosen,
        )
        for name, other, icon in (("previous", before, "back"), ("next", after, "forward")):
            st.button(
                t(f"card.{name}"),
                key=f"card-{name}",
                icon=f":material/arrow_{icon}:",
                disabled=other is None,
                on_click=_open,
                args=(other,),
            )


def _sheet(card: Card, board: Board, period: Period, words: Words) -> None:
    t = words.t
    kind = t("card.project" if card.kind is ItemKind.PROJECT else "card.task")
    st.markdown(f"### {plain(card.name)}")
    st.caption(
        f"{kind} {plain(card.item_id)}｜{captions.as_of(t, board, period, today=cache.day())}"
    )
    facts = card_facts.of_project if card.kind is ItemKind.PROJECT else card_facts.of_task
    _grid(facts(card, period, words))
    if held := against.of_item(board, card.item_id, period, words):
        st.caption(unparted(plain(held)))
    if begun_anew := done_before.sentence(board, card.item_id, period, words):
        st.caption(unparted(plain(begun_anew)))
    units = t("filter.or").join(map(words.in_full, card.units)) or t("table.nobody_named")
    st.markdown(f"**{t('card.units')}**　{plain(units)}")
    _targets(card, words)
    _curve(card, board, period, words)
    warned_counts.of_item(card.item_id, board, period, t)
    in_ledger = card_problems.of_item(card, words)
    _problems(card, board, period, words, in_ledger=in_ledger)
    card_reports.newest(card, period, words)
    _basis(card, words)
    about = {"zone": captions.zone(t, board.plan), "document": board.plan.document}
    as_of = captions.as_of(t, board, period, today=cache.day())
    st.caption(unparted(t("card.footer", **about, as_of=as_of, version=board.version)))


def _grid(facts: list[Fact]) -> None:
    grid = st.grid(min_column_width=140, gap="small", key="facts-card")
    for label, figure, note in facts:
        put(grid, label, coloured(unparted(plain(figure))), unparted(plain(note)))


def _targets(card: Card, words: Words) -> None:
    """Say which targets moved, from what to what, and why."""
    t = words.t
    lines = [
        t(
            "card.target_moved",
            column=t(f"column.{target.column}"),
            baseline=plain(card_facts.target(target.baseline, t)),
            current=plain(card_facts.target(target.current, t)),
            version=move.version,
            actor=plain(actor_named(move.actor, t)),
            reason=plain(move.reason) or t("card.target_unexplained"),
        )
        for target in item_cache.targets_of(cache.version(), card.item_id)
        for move in target.moves[-1:]
    ]
    if lines:
        said = "".join(f"\n- {line}" for line in lines)
        st.markdown(unparted(f"**{t('card.targets')}**\n{said}"))


def _curve(card: Card, board: Board, period: Period, words: Words) -> None:
    t = words.t
    by_investment = is_judged_by_investment(card)
    st.markdown(f"**{t('card.curve_completion' if by_investment else 'card.curve_percent')}**")
    table = last_periods(board, card.item_id, period)
    if table[Reports.KIND].isna().all():
        st.caption(t("card.curve_empty"))
        return
    drawn = pictures.curve(table, words, by_investment=by_investment)
    name = t(
        "figure.alt_series",
        name=card.name,
        points=t("card.curve_completion" if by_investment else "card.curve_percent"),
    )
    alt = t("figure.alt_joiner").join((name, spoken(drawn, t)))
    show.panel(drawn, key="card-curve", alt=alt)


def _problems(card: Card, board: Board, period: Period, words: Words, *, in_ledger: bool) -> None:
    """Write what the newest reports state, but for what the ledger above says already."""
    t, stated = words.t, problems(board, card.item_id, period)
    lines = [_problem(row, words) for row in stated if not card_problems.is_taken(row)]
    if in_ledger and not lines:
        return
    said = "".join(f"\n- {line}" for line in lines) or "\n\n" + t("card.no_problem")
    st.markdown(unparted(f"**{t('card.problems')}**\n{said}"))


def _problem(row: dict[str, object], words: Words) -> str:
    t, month = words.t, Period.parse(str(row[Reports.PERIOD]))
    unit = words.in_full(str(row[Reports.RESPONSIBLE_UNIT]))
    when = {"year": month.year, "month": month.month}
    parts = [t("card.problem", unit=plain(unit), problem=plain(row[Reports.PROBLEM]), **when)]
    for name, column in (("coordination", Reports.COORDINATION), ("next_step", Reports.NEXT_STEP)):
        if row[column]:
            parts.append(t(f"card.{name}", text=plain(row[column])))
    return t("filter.and").join(parts)


def _basis(card: Card, words: Words) -> None:
    t = words.t
    st.markdown(f"**{t('card.basis_heading')}**")
    if card.kind is ItemKind.TASK:
        quoted = card.row[Tasks.FULL_TEXT] or card.row[Tasks.SOURCE]
    else:
        quoted = card.row[Projects.SOURCE]
    st.markdown(f"> {plain(quoted)}" if quoted else t("card.no_source"))
    if card.kind is ItemKind.TASK and card.row[Tasks.FULL_TEXT] and card.row[Tasks.SOURCE]:
        st.markdown(f"> {plain(card.row[Tasks.SOURCE])}")
    if card.source_task is not None:
        task = card.source_task
        named = {"item": plain(task[Tasks.ID]), "name": plain(task[Tasks.NAME])}
        st.caption(t("card.source_task", **named))
    if card.projects:
        st.caption(t("card.projects_of", items=plain(t("filter.or").join(card.projects))))


def _open_chosen() -> None:
    _open(state.picked(_CHOOSER))


def _open(item_id: str | None) -> None:
    if item_id is not None:
        st.query_params[cards.ITEM] = item_id
