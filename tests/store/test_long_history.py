"""Two hundred versions of everything, each looked back to by number and by day."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from store import archive
from store.ledger import Ledger
from store.tables import tables
from store.verification import verify
from store.versions import versions
from tests.store.made import NOON, a_report, commit, progress, projects, tasks, withdraw

VERSIONS = 200
SHANGHAI = ZoneInfo("Asia/Shanghai")
TOTAL = "total_investment_yuan"


@dataclass
class Model:
    """What was uploaded and withdrawn by which version, and when: nothing cleverer than that."""

    files: dict[int, tuple[str, list[dict]]] = field(default_factory=dict)
    gone: dict[int, int] = field(default_factory=dict)
    times: list[datetime] = field(default_factory=list)

    def counting(self, kind, as_of):
        for version, (of, rows) in self.files.items():
            if of == kind and version <= as_of and not self.gone.get(version, as_of + 1) <= as_of:
                yield version, rows

    def plan(self, kind, as_of):
        newest = [rows for _, rows in self.counting(kind, as_of)]
        return newest[-1] if newest else []

    def reports(self, as_of):
        latest = {}
        for version, rows in self.counting("progress", as_of):
            for row in rows:
                key = row["period"], row["item_id"], row["responsible_unit"]
                latest[key] = (*key, row["percent_done_ppm"], version)
        return [latest[key] for key in sorted(latest)]

    def version_on(self, day):
        return sum(time.astimezone(SHANGHAI).date() <= day for time in self.times)

    def next_time(self, at):
        self.times.append(max([at, *self.times]))


def some_projects(chance):
    ids = chance.sample(["P1", "P2", "P3", "P4"], chance.randint(1, 4))
    amounts = [chance.choice([None, chance.randrange(10**12)]) for _ in ids]
    return [
        {"project_id": one, "project_name": f"项目{one}", TOTAL: amount}
        for one, amount in zip(ids, amounts, strict=True)
    ]


def some_tasks(chance):
    ids = chance.sample(["T1", "T2", "T3"], chance.randint(1, 3))
    return [
        {"task_id": one, "task_name": f"任务{one}", "due": chance.choice("甲乙")} for one in ids
    ]


def some_reports(chance):
    keys = {
        (
            chance.choice(["P1", "P2", "T1"]),
            f"2026-{chance.randint(1, 10):02d}",
            chance.choice("甲乙"),
        )
        for _ in range(chance.randint(0, 5))
    }
    return [
        a_report(item, chance.choice([None, chance.randrange(10**6)]), period=period, unit=unit)
        for item, period, unit in sorted(keys)
    ]


def one_more_version(ledger, model, chance, at):
    model.next_time(at)
    version = len(model.times)
    left = [
        v for kind in ("progress", "projects", "tasks") for v, _ in model.counting(kind, version)
    ]
    if left and chance.random() < 0.25:
        target = chance.choice(left)
        model.gone[target] = withdraw(ledger, target, at=at)
        return
    makes = {"progress": some_reports, "projects": some_projects, "tasks": some_tasks}
    kind = chance.choice(["progress", "progress", "projects", "tasks"])
    rows = makes[kind](chance)
    build = {"progress": progress, "projects": projects, "tasks": tasks}[kind]
    model.files[version] = kind, rows
    assert commit(ledger, build(*rows), at=at, force=True).version == version


def cells(frame, *columns):
    plain = frame[list(columns)].astype(object)
    return list(plain.where(plain.notna(), None).itertuples(index=False, name=None))


def as_told(now):
    plan = cells(now.projects, "project_id", TOTAL), cells(now.tasks, "task_id", "due")
    key = ("period", "item_id", "responsible_unit")
    return *plan, cells(now.reports, *key, "percent_done_ppm", "version")


def as_modelled(model, as_of):
    return (
        [(row["project_id"], row[TOTAL]) for row in model.plan("projects", as_of)],
        [(row["task_id"], row["due"]) for row in model.plan("tasks", as_of)],
        model.reports(as_of),
    )


def test_every_past_version_and_day_is_what_a_simple_model_says(url, tmp_path):
    chance, model = random.Random(2026), Model()  # noqa: S311 - a history, the same in every run
    with Ledger.open(url) as ledger:
        at = NOON
        for _ in range(VERSIONS):
            at += timedelta(hours=chance.randint(-5, 20))
            one_more_version(ledger, model, chance, at)
        for version in range(VERSIONS + 1):
            assert as_told(tables(ledger, version)) == as_modelled(model, version), version
        day = NOON.date() - timedelta(days=1)
        while day <= at.date() + timedelta(days=1):
            assert ledger.version_on(day) == model.version_on(day), day
            day += timedelta(days=1)
        assert [one.at for one in versions(ledger)] == model.times
        assert {g: v.version for v in versions(ledger) for g in v.withdraws} == model.gone
        assert len(model.gone) > 30
        assert {kind for kind, _ in model.files.values()} == {"progress", "projects", "tasks"}
        assert verify(ledger) == []
        digest = archive.write(ledger, tmp_path / "kept")
    with Ledger.open(f"sqlite:///{tmp_path / 'other.sqlite3'}") as other:
        assert archive.read(tmp_path / "kept", other) == digest
        assert as_told(tables(other)) == as_modelled(model, VERSIONS)
