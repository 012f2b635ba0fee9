"""What a light is held against, in words: it looks at the year, being in time at the whole life."""

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
from texts.few import said_of

_BEHIND = (Light.RED, Light.YELLOW)
_JUDGED = (*_BEHIND, Light.GREEN)
_MOST = 3  # of a list, in one sentence


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
    if reached is None or reached[Counted.LIKELY] is None:
        return said
    likely = forecast_words.month_or_beyond(reached[Counted.LIKELY], period, words)
    planned = _planned(reached, words)
    finish = words.t("against.finish", likely=likely, planned=planned)
    return words.t("against.both", first=said, second=finish)


def beside_forecast(board: Board, period: Period, kind: ItemKind, words: Words) -> str:
    """Say where lights and estimates of a kind of item part, with the numbers of those items."""
    t, standing = words.t, board.standing(period)
    lit = {row[Reports.ITEM_ID]: row for row in rows_of(standing[standing[Reports.KIND] == kind])}
    known = [
        (lit[row[Reports.ITEM_ID]], row)
        for row in rows_of(past.finishes(board, period, kind))
        if row[Counted.LIKELY] is not None and row[Counted.PLANNED_PERIOD] is not None
    ]
    parted = {
        "behind_in_time": [
            pair for pair in known if pair[0][Counted.LIGHT] in _BEHIND and _late(pair[1]) <= 0
        ],
        "green_late": [
            pair for pair in known if pair[0][Counted.LIGHT] == Light.GREEN and _late(pair[1]) > 0
        ],
    }
    schedule = percent(board.plan.rulebook.schedule_percent(period))
    said = t("against.two_clocks", schedule=schedule)
    for key, pairs in parted.items():
        if pairs:
            pairs.sort(key=lambda pair: pair[0][Counted.GAP_POINTS])
            every = [_item(row, finish, period, words) for row, finish in pairs]
            kept = said_of(len(every), _MOST)
            more = t("conclusion.more", count=len(every)) if kept < len(every) else ""
            listed = t("against.joiner").join(every[:kept]) + more
            sentence = t(f"against.{key}", count=len(every), listed=listed)
            said = t("against.both", first=said, second=sentence)
    return said


def _planned(finish: Row, words: Words) -> str:
    planned = finish[Counted.PLANNED_PERIOD]
    if planned is None:
        return ""
    late = _late(finish)
    key = "same" if late == 0 else "later" if late > 0 else "earlier"
    return words.t(f"against.{key}", month=spoken(planned, words.t))


def _item(row: Row, finish: Row, period: Period, words: Words) -> str:
    judged = row[Counted.COMPLETION_PERCENT]
    return words.t(
        "against.item",
        name=row[Reports.ITEM_NAME],
        light=words.light(Light(row[Counted.LIGHT])),
        percent=percent(row[Counted.PERCENT_DONE] if judged is None else judged),
        gap=signed(row[Counted.GAP_POINTS]),
        likely=forecast_words.month_or_beyond(finish[Counted.LIKELY], period, words),
        planned=spoken(finish[Counted.PLANNED_PERIOD], words.t),
    )


def _late(finish: Row) -> int:
    return round(finish[Counted.LIKELY]) - Period.parse(finish[Counted.PLANNED_PERIOD]).index
