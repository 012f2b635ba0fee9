"""The ledger against a model of it in a few lines of plain Python."""

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.ledger import Ledger
from store.tables import tables
from store.verification import verify
from tests.store import postgresql
from tests.store.made import a_report, commit, progress, withdraw

ITEMS = st.sampled_from(["P1", "P2", "T1"])
PERIODS = st.sampled_from(["2026-09", "2026-10"])
OFFICES = st.sampled_from(["财政局", "关堤乡"])
REPORT = st.builds(
    lambda item, period, unit, ppm: a_report(item, ppm, period=period, unit=unit),
    ITEMS,
    PERIODS,
    OFFICES,
    st.none() | st.integers(0, 1_000_000),
)


def key(row):
    return row["period"], row["item_id"], row["responsible_unit"]


UPLOAD = st.tuples(st.just("upload"), st.lists(REPORT, max_size=5, unique_by=key), st.booleans())
WITHDRAW = st.tuples(st.just("withdraw"), st.integers(0, 9), st.just(None))
STORY = st.lists(UPLOAD | UPLOAD | WITHDRAW, max_size=12)


@dataclass
class Model:
    """Uploads by version, and who was withdrawn by which version."""

    files: dict[int, list[dict]] = field(default_factory=dict)
    shown: set[int] = field(default_factory=set)
    gone: dict[int, int] = field(default_factory=dict)
    version: int = 0

    def counting(self, as_of):
        return [v for v in self.files if v <= as_of and not self.gone.get(v, as_of + 1) <= as_of]

    def reports(self, as_of):
        latest = {key(row): (row, v) for v in self.counting(as_of) for row in self.files[v]}
        return [(*k, row["percent_done_ppm"], v) for k, (row, v) in sorted(latest.items())]


def play(ledger, model, story):
    for step, what, illustrative in story:
        if step == "upload":
            raw = str(model.version).encode()
            commit(ledger, progress(*what, raw=raw, illustrative=illustrative))
            model.version += 1
            model.files[model.version] = what
            model.shown |= {model.version} if illustrative else set()
        elif left := model.counting(model.version):
            target = left[what % len(left)]
            withdraw(ledger, target)
            model.version += 1
            model.gone[target] = model.version


def told(reports):
    columns = ["period", "item_id", "responsible_unit", "percent_done_ppm", "version"]
    plain = reports[columns].astype(object)
    return list(plain.where(plain.notna(), None).itertuples(index=False, name=None))


def check(url, story):
    model = Model()
    with Ledger.open(url) as ledger:
        play(ledger, model, story)
        assert ledger.version() == model.version
        for as_of in range(model.version + 1):
            expected = model.reports(as_of)
            now = tables(ledger, as_of)
            assert told(now.reports) == expected
            assert now.illustrative == any(row[-1] in model.shown for row in expected)
            assert now.latest_period == max((row[0] for row in expected), default=None)
        assert verify(ledger) == []


@settings(max_examples=25, deadline=None, derandomize=True)
@given(story=STORY)
def test_reports_are_what_the_model_says_at_every_version_on_sqlite(tmp_path_factory, story):
    check(f"sqlite:///{tmp_path_factory.mktemp('model') / 'ledger.sqlite3'}", story)


@pytest.mark.xdist_group("postgresql")
@settings(
    max_examples=10,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(story=STORY)
def test_reports_are_what_the_model_says_at_every_version_on_postgresql(postgresql_socket, story):
    check(postgresql.new_database(postgresql_socket), story)
