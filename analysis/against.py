"""What a light is held against, in words: it looks at the year, being in time at the whole life."""

from dataclasses import dataclass

from analysis.board import Board
from analysis.charts import forecast_words
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words, percent, signed
from analysis.metrics.columns import Counted
from analysis.views import past
from domain.columns import ItemKind, Reports
from domain.periods import Period
from domain.rules import Light
from texts.dates import spoken

_BEHIND = (Light.RED, Light.YELLOW)
_JUDGED = (*_BEHIND, Light.GREEN)


def of_item(board: Board, item_id: str, period: Period, words: Words) -> str:
    """Say of one item what its light is held against, and what its own pace says of its finish.

    Empty where the light judges nothing: done, not due to begin, not reported.
    """
    standing = board.standing(period)
    row = next(iter(rows_of(standing[standing[Reports.ITEM_ID] == item_id])), None)
    if row is None or row[Counted.LIGHT] not in _JUDGED:
        return ""
    kind = ItemKind(row[Reports.KIND])
    key = "task" if kind is ItemKind.TASK else "whole_life"
    judged = row[Counted.PERCENT_DONE]
    if row[Counted.COMPLETION_PERCENT] is not None:
        key, judged = "year_plan", row[Counted.COMPLETION_PERCENT]
    said = words.t(
        f"against.{key}",
        percent=percent(judged),
        schedule=percent(row[Counted.SCHEDULE_PERCENT]),
        gap=signed(row[Counted.GAP_POINTS]),
    )
    finishes = past.finishes(board, period, kind)
    reached = next(iter(rows_of(finishes[finishes[Reports.ITEM_ID] == item_id])), None)
    if reached is None or not forecast_words.within(reached, period, words):
        return said
    likely, planned = forecast_words.within(reached, period, words), held_against(reached, words)
    of_kind = "against.finish_task" if kind is ItemKind.TASK else "against.finish"
    finish = words.t(of_kind, likely=likely, planned=planned)
    return words.t("against.both", first=said, second=finish)


def held_against(finish: Row, words: Words) -> str:
    """Say how an estimate lies to the planned month, or that the month lies within its range."""
    planned = finish[Counted.PLANNED_PERIOD]
    if planned is None or finish[Counted.LIKELY] is None:
        return ""
    late, due = _late(finish), Period.parse(planned).index
    early, latest = finish[Counted.EARLIEST], finish[Counted.LATEST]
    if late == 0:
        key = "same"
    elif early <= due and (latest is None or due <= latest):
        key = "within"
    else:
        key = "later" if late > 0 else "earlier"
    return words.t(f"against.{key}", month=spoken(planned, words.t))


@dataclass(frozen=True, slots=True)
class Parted:
    """Items whose light and estimate say different things: how many, and each with its numbers."""

    said: str
    items: tuple[str, ...]


def beside_forecast(
    board: Board,
    period: Period,
    words: Words,
    parted: tuple[Parted, ...],
    *,
    kind: ItemKind = ItemKind.PROJECT,
) -> str:
    """Say what lights and estimates look at, and of how many items they part."""
    schedule = percent(board.plan.rulebook.schedule_percent(period))
    clocks = "against.two_clocks_task" if kind is ItemKind.TASK else "against.two_clocks"
    said = words.t(clocks, schedule=schedule)
    if not parted:
        return said
    counts = words.t("against.joiner").join(one.said for one in parted)
    return words.t("against.both", first=said, second=words.t("against.counted", listed=counts))


def parted(board: Board, period: Period, kind: ItemKind, words: Words) -> tuple[Parted, ...]:
    """Return where lights and estimates of a kind of item part, the furthest behind first."""
    standing = board.standing(period)
    lit = {row[Reports.ITEM_ID]: row for row in rows_of(standing[standing[Reports.KIND] == kind])}
    known = [
        (lit[row[Reports.ITEM_ID]], row)
        for row in rows_of(past.finishes(board, period, kind))
        if row[Counted.LIKELY] is not None and row[Counted.PLANNED_PERIOD] is not None
    ]
    every = {
        "behind_in_time": [
            pair for pair in known if pair[0][Counted.LIGHT] in _BEHIND and _late(pair[1]) <= 0
        ],
        "green_late": [
            pair for pair in known if pair[0][Counted.LIGHT] == Light.GREEN and _late(pair[1]) > 0
        ],
    }
    return tuple(
        Parted(
            words.t(f"against.{key}", count=len(pairs)),
            tuple(_item(row, finish, period, words) for row, finish in _by_gap(pairs)),
        )
        for key, pairs in every.items()
        if pairs
    )


def _by_gap(pairs: list[tuple[Row, Row]]) -> list[tuple[Row, Row]]:
    return sorted(pairs, key=lambda pair: pair[0][Counted.GAP_POINTS])


def _item(row: Row, finish: Row, period: Period, words: Words) -> str:
    judged = row[Counted.COMPLETION_PERCENT]
    return words.t(
        "against.item",
        name=row[Reports.ITEM_NAME],
        light=words.light(Light(row[Counted.LIGHT])),
        percent=percent(row[Counted.PERCENT_DONE] if judged is None else judged),
        gap=signed(row[Counted.GAP_POINTS]),
        likely=forecast_words.within(finish, period, words, key="short"),
        planned=spoken(finish[Counted.PLANNED_PERIOD], words.t),
    )


def _late(finish: Row) -> int:
    return round(finish[Counted.LIKELY]) - Period.parse(finish[Counted.PLANNED_PERIOD]).index
