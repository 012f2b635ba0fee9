"""One person's projects in one look: tiles, what is due, what stands in the way, every project."""

from typing import TypeAlias

import streamlit as st

from analysis import mine_words, problem_words
from analysis.board import Board
from analysis.charts.rows import Row, rows_of
from analysis.charts.style import LIGHT_SHAPES
from analysis.charts.words import Words, percent, signed
from analysis.metrics.columns import Counted, Troubled
from analysis.people import NODE, PERSON, InCharge
from analysis.views import charge
from domain.columns import ItemKind, Reports
from domain.periods import Period
from domain.problems import Problem
from domain.rules import Light
from export import captions
from export.plain_csv import csv_of
from texts.amounts import written_amount
from texts.dates import spoken
from texts.markdown import plain
from ui import cache, cards, phone, problem_cache, tables, taken
from ui.key_figures import COLOURS
from ui.tile import put

Tile: TypeAlias = tuple[str, str, str]


def show(mine: Row, board: Board, period: Period, role: InCharge, words: Words) -> None:
    """Write the sheet of one person; it prints on an A4."""
    t, watched = words.t, cache.watched(period)
    every = charge.by_project(watched, period, role)
    rows = [row for row in rows_of(every) if row[PERSON] == mine[PERSON]]
    numbers = {row[Reports.ITEM_ID] for row in rows}
    with st.container(key="mine"):
        person = plain(mine[PERSON])
        st.markdown(f"### {t(f'mine.heading_{role}', person=person, count=len(rows))}")
        _tiles(mine, rows, board, period, words)
        _nodes(numbers, period, words)
        _problems(numbers, words)
        st.markdown(f"**{t('mine.list_title')}**")
        shown = tables.named(t, [mine_words.of_project(row, words) for row in _in_order(rows)])
        phone.table(shown, t, key="mine-projects", whole=cards.Whole(lambda: shown, 0))
        name = t("mine.file_name", who=mine[PERSON], day=problem_cache.day().isoformat())
        mark = t("problem.illustrative") if cache.illustrative() else ""
        file = csv_of(list(shown.columns), shown.to_numpy().tolist(), mark=mark)
        give = taken.noted(lambda: file, name)
        st.download_button(t("mine.download"), give, name, "text/csv", key="mine-csv")
        with st.container(
            key="mine-print-rows"
        ):  # what scrolls on the screen stands whole on paper
            st.table(shown.map(str).map(plain), hide_index=True)
        about = {"zone": captions.zone(t, board.plan), "version": board.version}
        as_of, day = (
            captions.as_of(t, board, period, today=cache.day()),
            spoken(problem_cache.day(), t),
        )
        st.caption(t("mine.footer", **about, as_of=as_of, day=day))


def _in_order(rows: list[Row]) -> list[Row]:
    """Put the gravest light first, then the furthest behind."""
    grave = (
        Light.RED,
        Light.YELLOW,
        Light.UNREPORTED,
        Light.GREEN,
        Light.NOT_DUE,
        Light.DONE,
    )
    return sorted(rows, key=lambda row: (grave.index(Light(row[Counted.LIGHT])), _gap(row)))


def _gap(row: Row) -> float:
    return 0.0 if row[Counted.GAP_POINTS] is None else row[Counted.GAP_POINTS]


def _tiles(mine: Row, rows: list[Row], board: Board, period: Period, words: Words) -> None:
    t = words.t
    tiles = st.grid(4, min_column_width=152, gap="small", key="tiles-mine")
    schedule = board.plan.rulebook.schedule_percent(period)
    for label, figure, note in (
        _projects(mine, rows, words),
        _investment(mine, words),
        _completion(mine, schedule, words),
        _lights(mine, words),
        _behind(mine, words),
        _missing(mine, words),
        _trouble(mine, words),
        _due(mine, words),
    ):
        put(tiles, t(f"mine.{label}"), figure, note)


def _projects(mine: Row, rows: list[Row], words: Words) -> Tile:
    started = sum(not row[Counted.MISSING] and not row[Counted.OUTSTANDING] for row in rows)
    note = words.t("mine.projects_note", started=started)
    return "projects", str(mine[Counted.PROJECTS]), note


def _investment(mine: Row, words: Words) -> Tile:
    t, plan = words.t, mine[Reports.YEAR_PLAN_YUAN]
    if plan is None:
        return "investment", "—", t("mine.investment_none")
    done = written_amount(mine[Reports.DONE_YTD_YUAN], t)
    note = t("mine.investment_note", plans=mine[Counted.YEAR_PLANS], done=done)
    return "investment", written_amount(plan, t), note


def _completion(mine: Row, schedule: float, words: Words) -> Tile:
    t, rate = words.t, mine[Counted.COMPLETION_PERCENT]
    said = percent(schedule)
    if rate is None:
        return "completion", "—", t("mine.completion_none", schedule=said)
    note = t("mine.completion_note", schedule=said, gap=signed(rate - schedule))
    return "completion", percent(rate), note


def _lights(mine: Row, words: Words) -> Tile:
    t, counts = words.t, {light: mine[f"projects_{light}"] for light in Light}
    figure = " ".join(
        f":{COLOURS[light]}[{LIGHT_SHAPES[light]}]{count}"
        for light, count in counts.items()
        if count
    )
    note = t("key.joiner").join(
        t("key.light_count_projects", light=t(f"light.{light}"), count=count)
        for light, count in counts.items()
        if count
    )
    return "lights", figure, note


def _behind(mine: Row, words: Words) -> Tile:
    note = words.t("mine.behind_note", red=mine[f"projects_{Light.RED}"])
    return "behind", str(mine[Counted.BEHIND]), note


def _missing(mine: Row, words: Words) -> Tile:
    note = words.t("mine.missing_note", outstanding=mine[Counted.OUTSTANDING])
    return "missing", str(mine[Counted.MISSING]), note


def _trouble(mine: Row, words: Words) -> Tile:
    day = problem_cache.day().isoformat()
    t = words.t
    note = t("mine.problems_note", overdue=mine[Troubled.OVERDUE], day=spoken(day, t))
    return "problems", str(mine[Troubled.OPEN]), note


def _due(mine: Row, words: Words) -> Tile:
    past = mine[Counted.NODES_PAST]
    note = words.t("mine.nodes_note", months=charge.MONTHS_AHEAD, past=past)
    return "nodes", str(mine[Counted.NODES]), note


def _nodes(numbers: set[str], period: Period, words: Words) -> None:
    t, table = words.t, charge.due_nodes(cache.watched(period), period)
    lines = [_node(row, words) for row in rows_of(table) if row[Reports.ITEM_ID] in numbers]
    if not lines:
        st.caption(t("mine.nodes_none", months=charge.MONTHS_AHEAD))
        return
    heading = t("mine.nodes_title", count=len(lines))
    st.markdown(f"**{heading}**\n" + "".join(f"\n- {line}" for line in lines))


def _node(row: Row, words: Words) -> str:
    t = words.t
    said = t(
        "mine.node_line",
        month=spoken(row[Counted.DUE_PERIOD], t),
        node=t(f"mine.node_{row[NODE]}"),
        item=plain(row[Reports.ITEM_ID]),
        name=plain(row[Reports.ITEM_NAME]),
        percent=mine_words.percent_or_dash(row[Counted.PERCENT_DONE]),
    )
    return said + (t("mine.node_past") if row[Counted.NODES_PAST] else "")


def _problems(numbers: set[str], words: Words) -> None:
    t, today = words.t, problem_cache.day()
    about = [
        one
        for one in problem_cache.problems().values()
        if one.is_open and one.entries.kind is ItemKind.PROJECT and one.entries.item_id in numbers
    ]
    about.sort(key=lambda one: (-one.days_overdue(today), one.number))
    if not about:
        st.caption(t("mine.problems_none"))
        return
    lines = "".join(f"\n- {_problem(one, words)}" for one in about)
    st.markdown(f"**{t('mine.problems_title', count=len(about))}**\n{lines}")


def _problem(one: Problem, words: Words) -> str:
    t, entries, today = words.t, one.entries, problem_cache.day()
    return t(
        "mine.problem_line",
        item=plain(entries.item_id or ""),
        what=plain(entries.what),
        owner=plain(words.in_full(entries.owner)),
        due=t("problem.no_due") if entries.due_on is None else spoken(entries.due_on, t),
        state=problem_words.state_of(one, today, t),
        days=one.days_open(today),
    )
