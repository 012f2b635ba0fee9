"""Shared fixtures: the delivered plan, an office of its own for every test, a figure's story."""

import gc
import os
import shutil
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import plotly.graph_objects as go
import pytest
from hypothesis import settings
from streamlit.components.v2 import manifest_scanner
from xdist.scheduler import LoadScopeScheduling

from analysis.board import Board
from domain import plan as plans
from domain.plan import Plan
from store import intake
from store.opening import Office, open_office
from store.tables import tables
from texts import Texts, catalogue

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 22)
settings.register_profile("house", deadline=None)  # two cores are shared by all workers
settings.load_profile("house")
# Every page that a test opens looks through all installed packages for components; once will do.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
_ROUNDS = 10_000, 10, 10  # of new objects before a search for garbage

_MEMORY = Path("/dev/shm")  # noqa: S108 - ledgers of tests wait for no disk where this is to be had
if os.access(_MEMORY, os.W_OK) and not os.statvfs(_MEMORY).f_flag & os.ST_NOEXEC:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


def pytest_collection_finish() -> None:
    """Leave what all tests need out of each search for garbage: a tenth of the time went there."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_ROUNDS)


@pytest.fixture
def t() -> Texts:
    return catalogue("zh")


@pytest.fixture(scope="session")
def plan() -> Plan:
    return plans.parse((ROOT / "data/plan.toml").read_text("utf-8"))


def opened_in(folder: Path) -> Office:
    environ = {**os.environ, "PLAN_STATE": str(folder), "DATABASE_URL": ""}
    return open_office(environ, ROOT, today=TODAY, at=NOON)


def illustrate(office: Office) -> None:
    samples = ROOT / "data/samples"
    intake.load_samples(office.ledger, office.plan, samples, actor="示例", today=TODAY, at=NOON)


@pytest.fixture(scope="session")
def planted(tmp_path_factory) -> Path:
    """The state folder of an office that was opened for the first time; only to be copied."""
    folder = tmp_path_factory.mktemp("planted") / "state"
    opened_in(folder).ledger.close()
    return folder


@pytest.fixture
def office(tmp_path, planted) -> Office:
    """An office whose ledger holds the delivered plan and no progress."""
    shutil.copytree(planted, tmp_path / "state")
    opened = opened_in(tmp_path / "state")
    yield opened
    opened.ledger.close()


@pytest.fixture(scope="session")
def plan_board(tmp_path_factory) -> Board:
    """The board of the delivered plan without progress; only to be read."""
    return _board_in(tmp_path_factory.mktemp("plan"), illustrated=False)


@pytest.fixture(scope="session")
def illustrated_board(tmp_path_factory) -> Board:
    """The board with the three illustrative sheets; only to be read."""
    return _board_in(tmp_path_factory.mktemp("illustrated"), illustrated=True)


def _board_in(folder: Path, *, illustrated: bool) -> Board:
    office = opened_in(folder)
    if illustrated:
        illustrate(office)
    board = board_of(office)
    office.ledger.close()
    return board


def board_of(office: Office, as_of: int | None = None) -> Board:
    now = tables(office.ledger, as_of)
    return Board(office.plan, now.version, now.projects, now.tasks, now.assignments, now.reports)


def story(figure: go.Figure) -> str:
    """Tell a figure in lines a reviewer can read in a diff."""
    lines = [f"x: {figure.layout.xaxis.title.text}", f"y: {figure.layout.yaxis.title.text}"]
    lines += [f"named: {note.text}" for note in figure.layout.annotations]
    for trace in figure.data:
        if trace.type == "scatter" and trace.mode == "markers" and trace.marker.opacity == 0:
            continue  # unseen: it only takes the clicks of a cell
        lines.append(f"{trace.type} {trace.name or '-'}")
        if trace.type == "heatmap":
            for name, texts in zip(trace.y, trace.text, strict=True):
                lines.append(f"  {name}: {' | '.join(map(str, texts))}")
            continue
        shown = trace.text if trace.to_plotly_json().get("mode") == "text" else trace.x
        lines += [f"  {y}: {cell}" for y, cell in zip(trace.y, shown, strict=True)]
    return "\n".join(lines)


def pytest_xdist_make_scheduler(config, log):
    """Keep the tests that share a browser or a database server on one worker.

    The groups of pytest-xdist rest on an attribute that pytest 9.2 no longer reads.
    """
    return Sharing(config, log)


_IN_A_BROWSER = ("tests/browser/", "tests/export/", "tests/gate/test_markup", "_draws_the_pack")


class Sharing(LoadScopeScheduling):
    def _split_scope(self, nodeid):
        if any(word in nodeid for word in _IN_A_BROWSER):
            return "browser"
        return "postgresql" if "postgresql" in nodeid else nodeid
