"""The glossary tells the truth about the code."""

import re

import pytest

from tests.conftest import ROOT

GLOSSARY = (ROOT / "docs/glossary.md").read_text("utf-8")
ROWS = re.findall(r"^\| ([^|]+) \| ([^|]+) \| `(\w+)` \| `([\w/.]+)` \|$", GLOSSARY, re.MULTILINE)


def test_every_row_is_understood():
    rows = [line for line in GLOSSARY.splitlines() if line.startswith("| ")]
    headings = [line for line in rows if line.startswith(("| 中文", "| ---"))]
    assert len(rows) - len(headings) == len(ROWS)


@pytest.mark.parametrize(("word", "where"), [row[2:] for row in ROWS])
def test_the_word_stands_in_the_file(word, where):
    assert re.search(rf"\b{word}\b", (ROOT / where).read_text("utf-8"))


def test_no_word_is_explained_twice():
    chinese = [row[0] for row in ROWS]
    assert len(set(chinese)) == len(chinese)
