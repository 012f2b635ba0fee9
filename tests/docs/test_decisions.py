"""Every dependency and every setting has its reason on a page."""

import re
import tomllib

import pytest

from tests.conftest import ROOT

DECISIONS = ROOT / "docs/decisions"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONFIG = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))


def written_in(page):
    """The words in code type at the beginning of a table's rows."""
    rows = re.findall(r"^\| (`[^|]+) \|", (DECISIONS / page).read_text("utf-8"), re.MULTILINE)
    return {word for row in rows for word in re.findall(r"`([^`]+)`", row)}


def dependencies():
    groups = PROJECT["dependency-groups"].values()
    asked = [*PROJECT["project"]["dependencies"], *(one for group in groups for one in group)]
    return {re.match(r"[\w-]+", one)[0] for one in asked}


def keys_of(table, path=""):
    for name, inside in table.items():
        if isinstance(inside, dict):
            yield from keys_of(inside, f"{path}{name}.")
        else:
            yield path + name


def test_dependencies_and_their_reasons_agree():
    assert written_in("dependencies.md") == dependencies()


def test_settings_and_their_reasons_agree():
    assert written_in("settings.md") == set(keys_of(CONFIG))


@pytest.mark.parametrize("page", sorted(DECISIONS.glob("*.md")), ids=lambda page: page.stem)
def test_a_decision_has_its_date_and_its_parts(page):
    lines = page.read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", lines[2])
    parts = [line for line in lines if line.startswith("## ")]
    assert parts == ["## Context", "## Decision", "## Consequences"]
