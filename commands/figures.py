"""show and export: metric tables and pictures of a version and a period."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

from analysis.board import Board
from analysis.catalogue import METRICS
from analysis.charts.words import Words
from analysis.exhibits.exhibit import Watch
from analysis.gallery import exhibits
from analysis.selection import EVERYTHING, Selection
from analysis.views import supervision
from analysis.views.supervision import Watched
from commands.answer import Answer, laid_out, records
from commands.chosen import part, unknown
from domain.periods import Period
from export.caption import Caption, file_name, told_apart
from export.captions import caption
from export.engine import PictureEngine
from export.refusals import PictureError
from export.report import for_report
from export.sizes import PictureSize
from store.boards import board_of
from store.frames_kept import FramesKept
from store.opening import Office
from store.readable import SHANGHAI, end_of
from store.watching import watched
from texts import Texts


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of the ledger a command is about; None is now, and the newest month."""

    as_of: date | int | None = None  # a day or a version
    period: Period | None = None
    selection: Selection = EVERYTHING


def show(office: Office, metric: str, t: Texts, wanted: Wanted, *, otherwise: Period) -> Answer:
    """Work out one metric table; money in 元, percent as 0 to 100."""
    if early := before_the_ledger(office, wanted.as_of, t):
        return Answer((early,), {"refused": [early]}, ok=False)
    whole, _ = _board(office, wanted.as_of)
    if refused := unknown(whole, wanted.selection, t):
        return Answer(refused, {"refused": list(refused)}, ok=False)
    period = wanted.period or _latest(whole, otherwise)
    rows = records(METRICS[metric](part(whole, wanted.selection, period), period))
    return Answer(laid_out(rows), rows)


def export(
    office: Office, folder: Path, t: Texts, wanted: Wanted, *, size: PictureSize, today: date
) -> Answer:
    """Draw every chart of a period into a folder, with a manifest of what is there and what not.

    ``today`` is the day on which reports are late or missing, unless ``wanted`` names another.
    """
    if early := before_the_ledger(office, wanted.as_of, t):
        return Answer((early,), {"refused": [early]}, ok=False)
    whole, illustrative = _board(office, wanted.as_of)
    if refused := unknown(whole, wanted.selection, t):
        return Answer(refused, {"refused": list(refused)}, ok=False)
    period = wanted.period or _latest(whole, Period(today.year, today.month).earlier(1))
    board = part(whole, wanted.selection, period)
    folder.mkdir(parents=True, exist_ok=True)
    made: list[dict[str, Any]] = []
    with PictureEngine() as engine:
        for exhibit in exhibits(_watch(office, whole, wanted.as_of, today)).values():
            about = caption(exhibit, board, period, t, illustrative=illustrative)
            figure = exhibit.draw(board, period, Words(t, board.plan))
            name = told_apart(file_name(about, "png", t), {one["file"].lower() for one in made})
            made.append(_picture(engine, figure, about, size, folder / name, t))
    (folder / "manifest.json").write_text(
        json.dumps(made, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    missing = [one for one in made if one["sha256"] is None]
    lines = [one["file"] if one["sha256"] else f"— {one['title']}：{one['why']}" for one in made]
    return Answer(tuple(lines), made, ok=not any(one["failed"] for one in missing))


def _picture(
    engine: PictureEngine,
    figure: go.Figure | None,
    about: Caption,
    size: PictureSize,
    kept_in: Path,
    t: Texts,
) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "file": kept_in.name,
        "title": about.title,
        "as_of": about.as_of,
        "source": about.source,
        "filters": about.filters,
        "illustrative": about.illustrative,
        "pixels": size.pixels,
        "dpi": size.dpi,
        "sha256": None,
        "why": "",
        "failed": False,
    }
    if figure is None:
        return {**entry, "why": t("figure.nothing_reported")}
    try:
        picture = engine.draw(for_report(figure, about, size, t), size)
    except PictureError as refusal:
        return {**entry, "why": t(refusal.text_key, **refusal.more), "failed": True}
    kept_in.write_bytes(picture)
    return {**entry, "sha256": hashlib.sha256(picture).hexdigest()}


def before_the_ledger(office: Office, as_of: date | int | None, t: Texts) -> str:
    """Say on which day the ledger begins, when a day before that is asked for."""
    if not isinstance(as_of, date) or office.ledger.version_on(as_of):
        return ""
    first = office.ledger.uploads()[0].at.astimezone(SHANGHAI).date()
    return t("command.before_the_ledger", day=as_of, first=first)


def _board(office: Office, as_of: date | int | None) -> tuple[Board, bool]:
    """Return the board as the pages have it, with the engine and what is kept of its tables."""
    ledger = office.ledger
    version = ledger.version_on(as_of) if isinstance(as_of, date) else as_of
    kept = FramesKept(ledger, office.settings.state_folder)
    now = kept.at(ledger.version() if version is None else version)
    until = end_of(as_of) if isinstance(as_of, date) else None
    return board_of(office, now, until=until), now.illustrative


def _watch(office: Office, whole: Board, as_of: date | int | None, today: date) -> Watch:
    """Return how supervision looks at a board or a part of it, on the day asked for."""
    day = as_of if isinstance(as_of, date) else None
    until = None if day is None else end_of(day)

    @cache
    def look(period: Period) -> Watched:
        return watched(office, whole, period, today=day or today, until=until)

    def watch(board: Board, period: Period) -> Watched:
        seen = look(period)
        return supervision.part(seen, board) if board is not whole else seen

    return watch


def _latest(board: Board, otherwise: Period) -> Period:
    return board.periods[-1] if board.periods else otherwise
