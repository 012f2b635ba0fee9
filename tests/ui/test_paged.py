"""A long table is shown a page at a time, and what is sought in it is found on any page."""

from streamlit.testing.v1 import AppTest


def shows(rows: int) -> AppTest:
    """A page with a table of so many rows, of which it shows what is cut."""

    def page(rows: int) -> None:
        import pandas as pd  # noqa: PLC0415 - the page is run from its text alone
        import streamlit as st  # noqa: PLC0415

        from texts import catalogue  # noqa: PLC0415
        from ui import paged  # noqa: PLC0415

        table = pd.DataFrame({"item": [f"P{n}" for n in range(rows)]})
        st.dataframe(paged.cut(table, catalogue("zh"), key="many", names=("item",)).shown)

    return AppTest.from_function(page, kwargs={"rows": rows}).run()


def test_a_table_of_one_page_is_shown_whole_and_asks_nothing():
    app = shows(500)
    assert (len(app.dataframe[0].value), len(app.text_input)) == (500, 0)


def test_of_ten_thousand_rows_a_page_is_shown_and_said():
    app = shows(10_000)
    assert app.dataframe[0].value["item"].iloc[[0, -1]].tolist() == ["P0", "P499"]
    assert app.caption[0].value == "共 10,000 行，本页显示第 1—500 行。"


def test_what_is_sought_is_found_on_any_page():
    app = shows(10_000)
    app.text_input[0].set_value("p9999").run()
    assert app.dataframe[0].value["item"].tolist() == ["P9999"]


def test_what_is_nowhere_is_said_to_be_nowhere():
    app = shows(10_000)
    app.text_input[0].set_value("Q").run()
    assert app.dataframe[0].value.empty
    assert "Q" in app.info[0].value


def test_a_file_holds_all_the_rows_found_and_says_how_many():
    def page() -> None:
        import pandas as pd  # noqa: PLC0415 - as above

        from texts import catalogue  # noqa: PLC0415
        from ui import cards  # noqa: PLC0415

        t = catalogue("en")
        rows = pd.DataFrame({t("table.item"): [f"P{n}" for n in range(1_200)]})
        cards.table(rows, t, key="many")

    app = AppTest.from_function(page).run()
    assert len(app.dataframe[0].value) == 500
    assert app.get("download_button")[0].label == "Download this table (CSV, 1,200 rows)"
    app.text_input[0].set_value("P11").run()
    assert app.get("download_button")[0].label == "Download this table (CSV, 111 rows)"
