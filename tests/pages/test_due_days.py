"""判定规则 lists the due days of a year ahead, what moved them, and where the calendar ends."""

from texts import catalogue

t = catalogue("zh")
DAY = "2026-11-22"


def due_days(reader):
    app = reader.open("rules", as_of=DAY)
    assert not app.exception
    (table,) = [one.value for one in app.dataframe if t("table.falls_on") in one.value]
    rows = dict(zip(table[t("table.month")], table[t("table.falls_on")], strict=True))
    moved = dict(zip(table[t("table.month")], table[t("table.moved")], strict=True))
    return app, rows, moved


def test_the_coming_months_are_listed_and_an_unpublished_year_is_said(illustrative):
    app, rows, moved = due_days(illustrative)
    assert list(rows)[0::11] == ["2026年11月", "2027年10月"]
    assert rows["2026年11月"] == "2026-11-25 周三"
    assert rows["2027年4月"] == "2027-04-26 周一" + t("calendar.unknown")
    assert moved["2027年4月"] == t("calendar.moved_weekend", days=1)
    said = [one.value for one in app.info]
    assert t("calendar.not_published", years="2027") in said
    assert t("calendar.known_to", year=2026) in [one.value for one in app.caption]


def test_a_supplied_year_moves_a_due_day_off_its_holiday(illustrative, state_folder):
    table = "日期,安排\n2027-01-01,放假\n2027-02-25,放假\n2027-10-01,放假\n"
    (state_folder / "holidays.csv").write_text(table, encoding="utf-8")
    app, rows, moved = due_days(illustrative)
    assert rows["2027年2月"] == "2027-02-26 周五"
    assert moved["2027年2月"] == t("calendar.moved_holiday", days=1)
    assert t("calendar.not_published", years="2027") not in [one.value for one in app.info]


def test_a_due_day_on_a_holiday_is_the_next_workday_on_the_board(illustrative):
    app = illustrative.open("reporting", as_of=DAY)
    app.selectbox(key="period").set_value("2026-09").run()
    (table,) = [one.value for one in app.dataframe if t("table.reported_as") in one.value]
    assert set(table[t("table.due_on")]) == {"2026-09-28"}, "the 25th was 中秋"
