"""The house rules that a machine can hold."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("domain", "texts", "ingest", "analysis", "store", "export", "ui", "commands", "pages")
FILES = [file for room in ROOMS for file in (ROOT / room).rglob("*.py")]
FILES += [ROOT / "dashboard.py", ROOT / "manage.py"]
MOST_LINES, MOST_PAGE_LINES = 250, 40


def test_imports_point_downwards_only(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_room_is_small(file):
    lines = file.read_text("utf-8").splitlines()
    assert len(lines) <= (
        MOST_PAGE_LINES if "pages" in file.relative_to(ROOT).parts else MOST_LINES
    )


@pytest.mark.parametrize("file", sorted((ROOT / "pages").rglob("*.py")), ids=lambda file: file.stem)
def test_a_page_guards_itself_in_a_section_folder_and_defines_nothing(file):
    assert file.parent.parent == ROOT / "pages"
    tree = ast.parse(file.read_text("utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    first = next(node for node in tree.body if isinstance(node, ast.Assign))
    assert ast.unparse(first) == "t = access.require()"


def test_the_project_never_reads_what_is_not_at_the_customers():
    readers = [file for file in FILES if re.search(r"\bshared/", file.read_text("utf-8"))]
    assert not readers


def test_the_server_binds_to_loopback_and_sends_nothing_out():
    config = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
    assert config["server"]["address"] == config["browser"]["serverAddress"] == "127.0.0.1"
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
    assert config["runner"]["postScriptGC"] is False
    assert config["server"]["enableAgentApi"] is False
