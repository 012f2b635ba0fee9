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


def test_headings_of_groups_and_totals_are_no_names():
    rows = (["一、交通", "", ""], ["N1", "北码头", "1"], ["", "合计", "1"])
    raw = text_of(["项目编号", "项目名称", "总投资(亿元)"], *rows).encode("gb18030")
    assert samples(raw)[0].names == ("北码头",)
    names_first = text_of(
        ["项目名称", "项目编号", "总投资(亿元)"], ["合计", "", "1"], ["北码头", "N1", "1"]
    )
    assert samples(names_first.encode("gb18030"))[0].names == ("北码头",)


def test_what_nobody_sees_in_a_name_is_shown_as_a_mark():
    report = read(progress_sheet(changed(名称="滨江\u202e码头")), "a.csv", CONTEXT)
    assert report.samples == (Sample("utf-8-sig", ("滨江⟨U+202E⟩码头",)),)
    assert [(one.code, one.value) for one in report.findings] == [
        ("E_BIDI_CHAR", "滨江⟨U+202E⟩码头")
    ]


def test_a_hidden_character_that_was_removed_is_quoted():
    report = read(progress_sheet(changed(责任单位="港\u200b务局")), "a.csv", CONTEXT)
    (finding,) = report.findings
    assert (finding.value, finding.more) == ("港务局", {"typed": "港⟨U+200B⟩务局"})


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
