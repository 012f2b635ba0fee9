"""A box of few items lists them all; of many it lists those that fit what is typed, and says so."""

from dataclasses import replace

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from domain.columns import Projects

FEW, MANY = 12, 1_000


def page(board):
    from texts import catalogue  # noqa: PLC0415 - the page is run from its text alone
    from ui import item_box  # noqa: PLC0415 - as above

    item_box.ask("Which", board, catalogue("zh"), key="item", placeholder="-")


@pytest.fixture
def asked(illustrated_board):
    """A page that asks for one of so many projects."""

    def shown(projects: int) -> AppTest:
        listed = pd.DataFrame(index=range(projects), columns=illustrated_board.projects.columns)
        listed[Projects.ID.value] = [f"P{n:04}" for n in range(projects)]
        listed[Projects.NAME.value] = [f"第 {n} 号产业园" for n in range(projects)]
        board = replace(illustrated_board, projects=listed, tasks=illustrated_board.tasks.iloc[:0])
        return AppTest.from_function(page, kwargs={"board": board}).run()

    return shown


def test_few_items_are_all_in_the_box_and_nothing_else_is_asked(asked):
    app = asked(FEW)
    assert (len(app.selectbox[0].options), len(app.text_input)) == (FEW, 0)


def test_of_many_items_some_are_in_the_box_and_how_many_is_said(asked):
    app = asked(MANY)
    assert len(app.selectbox[0].options) == 50
    assert app.caption[0].value == "符合的共 1,000 项，下拉框列出其中 50 项，未列出的请先查找。"


@pytest.mark.parametrize("typed", ["P0999", "999 号", "999号cyy"])
def test_what_is_typed_finds_the_others_by_number_name_or_initials(asked, typed):
    app = asked(MANY)
    app.text_input[0].set_value(typed).run()
    assert app.selectbox[0].options == ["P0999 第 999 号产业园"]
    assert app.caption[0].value == "符合的共 1 项，均在下拉框中。"


def test_what_is_chosen_stays_in_the_box_while_another_is_sought(asked):
    app = asked(MANY)
    app.selectbox[0].set_value("P0001").run()
    app.text_input[0].set_value("P0999").run()
    assert app.selectbox[0].value == "P0001"


def test_what_no_item_is_called_is_said_not_to_be_found(asked):
    app = asked(MANY)
    app.text_input[0].set_value("zzz").run()
    assert app.caption[0].value.startswith("没有找到")
