"""The consequences of an upload in words, the gravest first."""

from itertools import groupby

import streamlit as st

from analysis.board import Board
from analysis.charts.words import Words
from analysis.consequences import Consequence, Kind, of_projects, of_reports
from analysis.effects import with_reports
from domain.rules import Light
from ingest.report import SheetKind
from store.intake import Preview
from texts.markdown import plain
from ui.changed_rows import spoken

_NAMED = 5  # more of one kind are counted, not listed


def show(seen: Preview, before: Board, words: Words) -> None:
    """Say what committing would mean beyond its rows; nothing when it means nothing more."""
    for kind, items in groupby(consequences(seen, before), key=lambda one: one.kind):
        st.markdown(f"- {_sentence(kind, list(items), words)}")


def consequences(seen: Preview, before: Board) -> list[Consequence]:
    """Return what committing a previewed sheet would mean; a task table changes no figure."""
    frame = seen.report.frame
    if seen.changes is None or frame.empty:
        return []
    if seen.report.kind is SheetKind.PROGRESS:
        return of_reports(before, with_reports(before, frame), frame)
    return of_projects(before.projects, frame) if seen.report.kind is SheetKind.PROJECTS else []


def _sentence(kind: Kind, items: list[Consequence], words: Words) -> str:
    t = words.t
    named = t("consequence.joiner").join(_one(item, words) for item in items[:_NAMED])
    more = t("consequence.more", count=len(items)) if len(items) > _NAMED else ""
    return t(f"consequence.{kind}", items=named + more, count=len(items))


def _one(item: Consequence, words: Words) -> str:
    t = words.t
    name = plain(f"{item.item_id} {item.item_name}")
    if item.period:
        name = t("consequence.in_month", name=name, period=item.period)
    if item.before is None and item.after is None:
        return name
    if item.kind is Kind.TURNS_RED:
        was, becomes = (words.light(Light(str(light))) for light in (item.before, item.after))
        return t("consequence.from_to", name=name, column="", before=was, after=becomes)
    was, becomes = (plain(spoken(item.column, cell, t)) for cell in (item.before, item.after))
    column = t(f"column.{item.column}")
    return t("consequence.from_to", name=name, column=column, before=was, after=becomes)
