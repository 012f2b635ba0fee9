"""show and export: metric tables and pictures of a version and a period."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

from analysis.board import Board
from analysis.catalogue import METRICS
from analysis.charts.words import Words
from analysis.gallery import EXHIBITS
from commands.answer import Answer, laid_out, records
from domain.periods import Period
from export.caption import Caption, file_name
from export.captions import caption
from export.engine import PictureEngine
from export.refusals import PictureError
from export.report import for_report
from export.sizes import PictureSize
from store.opening import Office
from store.tables import tables
from texts import Texts


def show(
    office: Office, metric: str, *, as_of: date | None, period: Period | None, otherwise: Period
) -> Answer:
    """Work out one metric table; money in 元, percent as 0 to 100."""
    board, _ = _board(office, as_of)
    rows = records(METRICS[metric](board, period or _latest(board, otherwise)))
    return Answer(laid_out(rows), rows)


def export(office: Office, folder: Path, t: Texts, *, period: Period, size: PictureSize) -> Answer:
    """Draw every chart of a period into a folder, with a manifest of what is there and what not."""
    board, illustrative = _board(office, None)
    folder.mkdir(parents=True, exist_ok=True)
    made: list[dict[str, Any]] = []
    with PictureEngine() as engine:
        for exhibit in EXHIBITS.values():
            about = caption(exhibit, board, period, t, illustrative=illustrative)
            figure = exhibit.draw(board, period, Words(t, board.plan))
            made.append(_picture(engine, figure, about, size, folder, t))
    (folder / "manifest.json").write_text(
        json.dumps(made, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    missing = [one for one in made if one["sha256"] is None]
    lines = [one["file"] if one["sha256"] else f"— {one['title']}：{one['why']}" for one in made]
    return Answer(tuple(lines), made, ok=not any(one["failed"] for one in missing))


def latest(office: Office, *, otherwise: Period) -> Period:
    """Return the newest period with a report, or ``otherwise`` where nothing is reported."""
    return _latest(_board(office, None)[0], otherwise)


def _picture(
    engine: PictureEngine,
    figure: go.Figure | None,
    about: Caption,
    size: PictureSize,
    folder: Path,
    t: Texts,
) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "file": file_name(about, "png", t),
        "title": about.title,
        "as_of": about.as_of,
        "source": about.source,
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
    (folder / entry["file"]).write_bytes(picture)
    return {**entry, "sha256": hashlib.sha256(picture).hexdigest()}


def _board(office: Office, as_of: date | None) -> tuple[Board, bool]:
    version = None if as_of is None else office.ledger.version_on(as_of)
    now = tables(office.ledger, version)
    board = Board(office.plan, now.version, now.projects, now.tasks, now.assignments, now.reports)
    return board, now.illustrative


def _latest(board: Board, otherwise: Period) -> Period:
    return board.periods[-1] if board.periods else otherwise
