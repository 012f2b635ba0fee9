"""What the pages would show after a commit, as a table a person reads."""

import pandas as pd

from analysis.board import Board
from analysis.charts.words import Words, percent
from analysis.effects import figures_moved, lights_changed, with_reports
from domain.columns import Reports
from domain.periods import Period
from domain.rules import Light
from ingest.report import SheetKind
from store.intake import Preview
from texts.dates import spoken


def effects(seen: Preview, before: Board, words: Words) -> pd.DataFrame:
    """Return one row per key figure that would move and per light that would change."""
    if seen.changes is None or seen.report.kind is not SheetKind.PROGRESS:
        return pd.DataFrame()
    t, after = words.t, with_reports(before, seen.report.frame)
    named = seen.report.frame[Reports.PERIOD].dropna().unique().tolist()
    periods = [Period.parse(period) for period in sorted(named)]
    return pd.DataFrame(
        {
            t("control.period"): spoken(period, t),
            t("upload.column_effect"): name,
            t("upload.column_before"): was,
            t("upload.column_after"): becomes,
        }
        for period, name, was, becomes in [
            *_figures(before, after, periods, words),
            *_lights(before, after, periods, words),
        ]
        if was != becomes  # what reads the same on the pages is no change of theirs
    )


def _figures(
    before: Board, after: Board, periods: list[Period], words: Words
) -> list[tuple[Period, str, str, str]]:
    return [
        (
            one.period,
            words.t(f"effect.{one.name}"),
            _figure(one.name, one.before, words),
            _figure(one.name, one.after, words),
        )
        for one in figures_moved(before, after, periods)
    ]


def _lights(
    before: Board, after: Board, periods: list[Period], words: Words
) -> list[tuple[Period, str, str, str]]:
    return [
        (
            one.period,
            f"{one.item_id} {one.item_name}",
            words.light(Light(one.before)),
            words.light(Light(one.after)),
        )
        for one in lights_changed(before, after, periods)
    ]


def _figure(name: str, number: float | None, words: Words) -> str:
    if number is None:
        return words.t("key.none")
    return words.amount(int(number)) if name.endswith("_yuan") else percent(number)
