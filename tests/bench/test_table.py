import doctest

import pytest

from bench import table
from bench.table import Section, replaced, write

OLD = Section("faults", "Faults", ["case", "lost"], [["kill -9", "1"]], before="How.", after="Why.")
NEW = Section("faults", "Faults", ["case", "lost"], [["kill -9", "0"]])


def test_a_section_takes_the_place_of_its_own_name_only(tmp_path):
    page = tmp_path / "performance.md"
    page.write_text("# Performance\n\nBy hand.\n", "utf-8")
    write(OLD, page)
    write(Section("ledger", "Ledger", ["rows"], [["5"]]), page)
    before = page.read_text("utf-8")
    write(NEW, page)
    assert page.read_text("utf-8") == before.replace(OLD.markdown(), NEW.markdown())


def test_a_page_with_half_a_section_is_left_alone():
    with pytest.raises(ValueError, match="/bench:faults"):
        replaced("# Page\n<!-- bench:faults -->\n", NEW)


def test_its_examples_are_true():
    assert doctest.testmod(table).failed == 0
