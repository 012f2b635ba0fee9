"""A ledger of an older release opens in this one with nothing lost."""

import base64
import json
from pathlib import Path

import pytest
import sqlalchemy as sa

from store import archive, database, migrations, schema
from store.acts import acts
from store.ledger import Ledger
from store.staging import staged
from store.tables import tables
from store.verification import verify
from tests.store.made import a_report, act, commit, progress

OLD = sorted((Path(__file__).parent / "old").glob("*.json"))
STEPS_OF = {"0.1.0": 1}
DIGEST_OF = {"0.1.0": "9ce1323847f12dc4bdc251d564276694b490f4d3230319cac979e18f5a97a255"}


def plain(cell):
    return base64.b64decode(cell["base64"]) if isinstance(cell, dict) else cell


def make_old(url, file, steps, monkeypatch):
    """Make a database as it was after so many steps, with the rows of the old release."""
    with monkeypatch.context() as then:
        then.setattr(migrations, "STEPS", migrations.STEPS[:steps])
        Ledger.open(url).close()
    engine = database.engine_for(url)
    with database.writing(engine) as connection:
        connection.execute(sa.text("DELETE FROM head"))
        for name, rows in json.loads(file.read_text("utf-8")).items():
            table = sa.Table(name, sa.MetaData(), autoload_with=connection)
            for row in rows:
                filled = {column: plain(cell) for column, cell in row.items()}
                connection.execute(table.insert().values(**filled))
    engine.dispose()


@pytest.mark.parametrize(
    ("file", "steps"),
    [
        pytest.param(file, steps, id=f"{file.stem} after step {steps}")
        for file in OLD
        for steps in range(STEPS_OF[file.stem], len(migrations.STEPS))
    ],
)
def test_a_ledger_of_an_older_release_is_whole_after_its_migration(url, file, steps, monkeypatch):
    make_old(url, file, steps, monkeypatch)
    with Ledger.open(url) as ledger:
        assert archive.digest(ledger) == DIGEST_OF[file.stem]
        assert verify(ledger) == []
        uploads = ledger.uploads()
        assert [one.kind for one in uploads] == ["projects", "tasks", "progress", "progress"]
        assert uploads[2].withdrawn_reason == "重复报送"
        assert staged(ledger, "waiting-for-somebody").filename == "十一月.csv"
        now, then = tables(ledger), tables(ledger, as_of=3)
        assert now.projects["total_investment_yuan"].tolist() == [11_000_000_000]
        assert now.reports["percent_done_ppm"].tolist() == [600_000]
        assert then.reports["progress_text"][0] == '完成主体，"封顶"\r\n下月装修'
        assert acts(ledger) == ()
        assert commit(ledger, progress(a_report("P09"))).version == 6
        assert act(ledger).base == 6
        assert verify(ledger) == []


def made(connection):
    """Describe every table as the database itself does."""
    looked = sa.inspect(connection)
    names = sorted(set(looked.get_table_names()) - {"schema_version"})
    return {
        name: {
            "columns": [
                (c["name"], str(c["type"]), c["nullable"]) for c in looked.get_columns(name)
            ],
            "key": looked.get_pk_constraint(name)["constrained_columns"],
            "links": sorted(str(one) for one in looked.get_foreign_keys(name)),
            "single": sorted(
                str(one["column_names"]) for one in looked.get_unique_constraints(name)
            ),
            "rules": sorted(str(one) for one in looked.get_check_constraints(name)),
            "indexes": sorted(str(one["name"]) for one in looked.get_indexes(name)),
        }
        for name in names
    }


def test_the_steps_lead_to_the_tables_the_program_works_with(url):
    Ledger.open(url).close()
    engine = database.engine_for(url)
    with database.writing(engine) as connection:
        stepwise = made(connection)
        schema.METADATA.drop_all(connection)
        schema.METADATA.create_all(connection)
        assert made(connection) == stepwise
    engine.dispose()
