"""Every sentence is in both catalogues, and every sentence is used."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from analysis.gallery import EXHIBITS, WATCHED
from analysis.metrics import reporting_board
from domain import columns
from domain.warnings import Act, Life, Warned, WarningSeverity
from texts import catalogue, named_in

ROOT = Path(__file__).resolve().parents[1]
CODE = [
    file
    for room in ("analysis", "commands", "export", "ingest", "pages", "store", "ui")
    for file in (ROOT / room).rglob("*.py")
] + [ROOT / "dashboard.py", ROOT / "manage.py"]
KEYS = sorted(catalogue("zh").keys())


def test_both_languages_say_the_same_things():
    assert catalogue("zh").keys() == catalogue("en").keys()


@pytest.mark.parametrize("key", KEYS)
def test_both_languages_fill_in_the_same_names(key):
    assert set(named_in(catalogue("zh").raw(key))) == set(named_in(catalogue("en").raw(key)))


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 tasks"), (1, "1 task"), ("1", "1 task"), (21, "21 tasks")]
)
def test_an_english_sentence_has_the_word_for_one_and_the_word_for_more(count, said):
    assert catalogue("en")("detail.tasks_of", where="Kao", count=count) == f"Kao: {said}"


def test_no_english_sentence_leaves_the_word_to_its_reader():
    entries = {key: catalogue("en").raw(key) for key in KEYS}
    assert [key for key, entry in entries.items() if re.search(r"\((s|es|ies)\)", entry)] == []


MONTHS = [catalogue("en")(f"month.short_{month}") for month in range(1, 13)]


@pytest.mark.parametrize("key", KEYS)
def test_words_that_go_by_a_number_are_two_and_go_by_a_number_that_is_named(key):
    entry = catalogue("en").raw(key)
    fields = [name for _, name, _, _ in Formatter().parse(entry) if name]
    plain = {name for name in fields if "|" not in name}
    for field in fields:
        name, *words = field.split("|")
        if len(words) == len(MONTHS):  # the names of the months
            assert words == MONTHS
            continue
        assert len(words) in {0, 2}
        assert name in plain


def test_every_key_used_in_code_is_in_the_catalogue():
    used = {
        key
        for file in CODE
        for key in re.findall(r"""\bt\(\s*"([a-z_]+\.[a-z_0-9]+)\"""", file.read_text("utf-8"))
    }
    assert used
    assert used <= set(KEYS)


@pytest.mark.parametrize("key", [*EXHIBITS, *WATCHED])
def test_every_chart_has_a_title_and_a_unit_of_measure(key):
    assert {f"figure.{key}", f"figure.{key}_measure"} <= set(KEYS)


@pytest.mark.parametrize("table", [columns.Projects, columns.Tasks, columns.Reports])
def test_every_column_has_a_name_for_people(table):
    assert {f"column.{column}" for column in table} <= set(KEYS)


@pytest.mark.parametrize("rule", Warned)
def test_every_rule_of_supervision_has_a_name_a_sentence_and_evidence(rule):
    assert {f"warning.{rule}", f"warning.{rule}_rule", f"warning.{rule}_seen"} <= set(KEYS)


@pytest.mark.parametrize(
    ("kind", "words"),
    [("severity", WarningSeverity), ("life", Life), ("act", Act), ("state", reporting_board.State)],
)
def test_every_word_of_supervision_can_be_read(kind, words):
    assert {f"warning.{kind}_{word}" for word in words} <= set(KEYS)


def test_no_chinese_sentence_hides_in_the_screen_code():
    allowed = {"语言 / Language", "规划落实看板"}  # both are read before a language is chosen
    for file in [*(ROOT / "pages").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                for argument in node.args:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                        chinese = re.search("[\u4e00-\u9fff]", argument.value)
                        assert not chinese or argument.value in allowed, f"{file}: {argument.value}"
