"""Names are shown as read and as the other encoding would have them, for a person to choose."""

import pytest

from ingest.origin import Sample, Sureness
from ingest.reading import read
from tests.ingest.office_tables import workbook
from tests.ingest.zone import CONTEXT, GOOD, HEADERS, changed, progress_sheet, text_of

# every run of Chinese has an even number of characters, so the bytes are valid in both encodings
EITHER = text_of(
    [*HEADERS[:-1], "填报人员"],
    changed(责任单位="区港务局", 存在问题="", 填报人="李明"),
).encode()


def samples(raw, filename="a.csv", **how):
    return read(raw, filename, CONTEXT, **how).samples


def test_valid_utf8_is_shown_beside_what_gb18030_would_make_of_it():
    taken, other = samples(EITHER)
    assert taken == Sample("utf-8", ("滨江码头",))
    assert (other.encoding, other.possible, other.names) == ("gb18030", True, ("婊ㄦ睙鐮佸ご",))


def test_a_guess_is_shown_with_what_it_cannot_be():
    taken, other = samples(progress_sheet(GOOD, encoding="gb18030"))
    assert taken == Sample("gb18030", ("滨江码头",))
    assert (other.encoding, other.possible) == ("utf-8", False)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_leaves_nothing_to_choose(encoding):
    assert samples(progress_sheet(GOOD, encoding=encoding)) == (Sample(encoding, ("滨江码头",)),)


def test_a_workbook_says_itself_what_its_texts_are():
    assert samples(workbook(HEADERS, GOOD), "a.xlsx") == (Sample("xlsx", ("滨江码头",)),)


def test_a_wrong_choice_shows_that_the_other_one_reads_better():
    report = read(EITHER, "a.csv", CONTEXT, encoding="gb18030")
    assert report.sureness is Sureness.CHOSEN
    taken, other = report.samples
    assert any(name.startswith("鏈熼棿") for name in taken.names)
    assert other.possible
    assert "期间" in other.names
