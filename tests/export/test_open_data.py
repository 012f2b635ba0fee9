"""Open data: the same cells in CSV and Parquet, each column explained, each file sealed."""

import csv
import io
import json
from hashlib import sha256

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from domain.columns import Assignments, Projects, Reports, Tasks
from export.open_data.files import open_data
from export.open_data.source import IS_ILLUSTRATIVE
from export.workbooks.stored import zipped
from ingest.characters import unescaped
from ingest.separated import separated
from tests.export.offices import DONE, PIER, board, source


def rows_of(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_there_is_a_file_for_every_table_in_both_forms_and_a_manifest_of_all():
    files = open_data(source())
    tables = ("projects", "tasks", "assignments", "reports")
    assert set(files) == {
        *(f"{name}.{kind}" for name in tables for kind in ("csv", "parquet")),
        *("dictionary.csv", "projects.oc4ids.json", "README.md", "manifest.json"),
    }
    manifest = json.loads(files["manifest.json"])
    assert {one["file"]: one["sha256"] for one in manifest["files"]} == {
        name: sha256(content).hexdigest()
        for name, content in files.items()
        if name != "manifest.json"
    }
    assert manifest["rows"] == {"projects": 2, "tasks": 1, "assignments": 2, "reports": 1}


def test_csv_and_parquet_hold_the_same_cells():
    files = open_data(source(board(projects=[{**PIER, "remark": "=1+1"}])))
    (said,) = rows_of(files["projects.csv"])
    (kept,) = pd.read_parquet(io.BytesIO(files["projects.parquet"])).to_dict("records")
    assert said["remark"] == "'=1+1"
    assert kept["remark"] == "=1+1"
    assert int(said["total_investment_yuan"]) == kept["total_investment_yuan"] == 1_000_000_000
    assert said["leader"] == ""
    assert pd.isna(kept["leader"])


def test_every_column_is_explained_in_both_languages():
    explained = rows_of(open_data(source())["dictionary.csv"])
    assert [(one["table"], one["column"]) for one in explained] == [
        *(("projects", column) for column in Projects),
        *(("tasks", column) for column in Tasks),
        *(("assignments", column) for column in Assignments),
        *(("reports", column) for column in (*Reports, IS_ILLUSTRATIVE)),
    ]
    assert all(all((one["name_zh"], one["meaning_zh"], one["meaning_en"])) for one in explained)
    (total,) = [one for one in explained if one["column"] == "total_investment_yuan"]
    assert (total["type"], total["unit_of_measure"]) == ("integer", "CNY 1")


def test_rows_of_illustrative_uploads_say_so_and_so_does_the_package():
    files = open_data(source(illustrative=True, shown=frozenset({DONE["version"]})))
    assert [one["is_illustrative"] for one in rows_of(files["reports.csv"])] == ["True"]
    assert json.loads(files["manifest.json"])["illustrative"] is True
    assert "示例数据" in files["README.md"].decode()


def test_the_same_version_gives_the_same_bytes():
    assert zipped(open_data(source())) == zipped(open_data(source()))


def test_a_ledger_without_a_project_has_no_package_of_projects():
    assert "projects.oc4ids.json" not in open_data(source(board(projects=(), reports=())))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12))
def test_whatever_a_cell_says_a_csv_gives_it_back_and_no_spreadsheet_runs_it(text):
    written = separated(["x", "y"], [[text, None]]).decode("utf-8-sig")
    ((cell, empty),) = list(csv.reader(io.StringIO(written)))[1:]
    assert not cell.startswith(("=", "+", "-", "@"))
    assert (unescaped(cell), empty) == (text, "")
