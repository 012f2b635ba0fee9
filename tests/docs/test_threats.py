"""Every threat has an attack, and the attack is there."""

import re

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "docs/threats.md").read_text("utf-8")
ROWS = re.findall(
    r"^\| (T\d+) \| [^|]+ \| [^|]+ \| `([\w/.]+)` `(\w+)` \| [^|]+ \|$",
    PAGE,
    re.MULTILINE,
)


def test_every_threat_of_the_model_has_an_attack():
    assert {threat for threat, *_ in ROWS} == {f"T{number}" for number in range(1, 19)}


def test_every_row_says_which_attack_fails_without_its_control():
    table = [line for line in PAGE.splitlines() if re.match(r"\| T\d", line)]
    assert len(table) == len(ROWS)


@pytest.mark.parametrize(("file", "name"), [row[1:] for row in ROWS])
def test_the_attack_is_there(file, name):
    assert re.search(rf"^ *def {name}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE)
