import pytest

from ingest.months import month_of


@pytest.mark.parametrize(
    "written",
    [
        "2026-10",
        "2026/10",
        "2026.10",
        "202610",
        "20261031",
        "2026-10-31",
        "2026-10-01 00:00:00",
        "2026年10月",
        "2026年10月份",
        "2026 年 10 月",
        "2026年10月31日",
        "2026-10月",
        "2026年十月",
        "二〇二六年十月",
        "二零二六年十月份",
    ],
)
def test_a_usual_spelling_of_a_month_raises_no_doubt(written):
    month = month_of(written)
    assert (str(month.period), month.doubt) == ("2026-10", None)


@pytest.mark.parametrize(
    "written", ["Oct-26", "2026年1-10月", "截至2026年10月底", "2026年1月至10月"]
)
def test_a_spelling_that_needs_reading_twice_is_told(written):
    month = month_of(written)
    assert (str(month.period), month.doubt) == ("2026-10", "W_PERIOD_FORMAT")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "10月",
        "1-10月",
        "26.10",
        "26年10月",
        "2026",
        "2026-13",
        "2026-02-30",
        "2026年第三季度",
        "2026Q3",
        "2026年10月上旬",
        "2026-10~2026-11",
        "1900-01-00",
        "26-Oct",
        "本月",
        "٢٠٢٦-١٠",
    ],
)
def test_what_is_no_certain_month_is_never_rounded_to_one(written):
    assert month_of(written).problem == "E_PERIOD"


@pytest.mark.parametrize("written", ["2026.1", "2026.1月"])
def test_a_zero_that_excel_may_have_dropped_is_asked_back(written):
    assert month_of(written).problem == "E_PERIOD_AMBIGUOUS"


@pytest.mark.parametrize("written", ["2026年十二月", "二〇二六年十二月"])
def test_the_twelfth_month_in_chinese_is_december(written):
    assert str(month_of(written).period) == "2026-12"
