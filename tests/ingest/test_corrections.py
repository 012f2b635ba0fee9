"""A row that corrects a month is held against the month before it and the value it replaces."""

from dataclasses import replace

from domain.periods import Period
from ingest.context import Accepted
from ingest.reading import read
from tests.ingest.zone import CONTEXT, GOOD, HEADERS, changed, progress_sheet, text_of, told


def reading(*rows, context):
    return read(progress_sheet(*rows), "进展.csv", context)


def knowing(*accepted):
    """Return the zone with reports of X1 by 港务局, oldest first."""
    return replace(CONTEXT, accepted={("X1", "港务局"): accepted})


def test_a_correction_of_an_earlier_month_is_compared_with_the_month_before_it():
    known = knowing(
        Accepted(Period(2026, 8), 500_000, 300_000_000),
        Accepted(Period(2026, 9), 400_000, 200_000_000),
        Accepted(Period(2026, 10), 900_000, 900_000_000),
    )
    report = reading(changed(期间="2026-09"), context=known)
    assert told(report) == [
        ("W_OVERWRITES", 2, "期间"),
        ("W_REGRESS_PERCENT", 2, "完成进度"),
        ("W_REGRESS_INVEST", 2, "累计完成投资"),
    ]
    assert {one.more["period"] for one in report.findings[1:]} == {"2026-08"}


def test_a_correction_ten_thousand_times_what_it_replaces_is_called_a_wrong_measure():
    known = knowing(Accepted(Period(2026, 10), 450_000, 250_000_000))
    report = reading(changed(累计完成投资="0.00025"), context=known)
    assert told(report) == [("W_OVERWRITES", 2, "期间"), ("W_MEASURE_SUSPECT", 2, "累计完成投资")]
    assert report.findings[1].more == {"period": "2026-10", "before": "2.5亿元"}


def test_a_correction_is_told_where_the_title_names_the_month():
    titled = [["滨江新区2026年1-10月进展", *[""] * 8], HEADERS[1:], GOOD[1:]]
    report = read(text_of(*titled).encode(), "a.csv", knowing(Accepted(Period(2026, 10))))
    assert told(report) == [("W_PERIOD_FROM_TITLE", 2, "期间"), ("W_OVERWRITES", 3, "编号")]
