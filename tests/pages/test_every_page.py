"""Every page, for every reader, on every ledger, in both languages."""

import re

import pytest

from domain.letters import LIST_OPENS, Field, ItemField, tag
from tests.pages.offices import ROOT
from tests.pages.reader import PAGES, WITHOUT_LOGIN, charts, stranger, words
from texts import catalogue
from ui import cache

CHARTS = {
    "empty": {
        "overview": {"investment", "load", "owed"},
        "investment": {"investment", "projects", "phases", "concentration"},
        "pace": set(),
        "progress": set(),
        "comparison": set(),
        "units": {"load", "matrix", "together"},
        "card": set(),
        "meeting": {"meeting-owed"},
        "reporting": set(),
        "warnings": set(),
        "problems": set(),
        "mine": set(),
        "circular": set(),
        "letters": set(),
        "templates": set(),
        "rules": set(),
        "upload": set(),
        "export": set(),
        "history": set(),
        "health": set(),
        "roles": set(),
        "audit": set(),
    },
    "illustrative": {
        "overview": {"completion", "compared", "gaps", "owed"},
        "investment": {"investment", "projects", "phases", "concentration", "completed"},
        "pace": {"compared", "curve", "completion", "completion_projects"},
        "progress": {"lights_tasks", "heatmap_tasks"},
        "comparison": {"changed_done", "changed_lights"},
        "units": {"load", "load_state", "matrix", "together", "discipline"},
        "card": set(),
        "meeting": {"meeting-completion"},
        "reporting": {"reporting_board", "reporting_rate"},
        "warnings": set(),
        "problems": set(),
        "mine": set(),
        "circular": set(),
        "letters": set(),
        "templates": set(),
        "rules": set(),
        "upload": set(),
        "export": set(),
        "history": set(),
        "health": set(),
        "roles": set(),
        "audit": set(),
    },
}
CHINESE = re.compile("[\u3000-\u9fff\uff00-\uffef]")
LANGUAGE_SWITCH = {"中文", "语言 / Language"}
TAGS = {LIST_OPENS, *(tag(one) for one in (*Field, *ItemField))}  # as they stand in a template
every_page = pytest.mark.parametrize("page", sorted(WITHOUT_LOGIN))
every_file = pytest.mark.parametrize("page", sorted(PAGES))
both_languages = pytest.mark.parametrize("language", ["zh", "en"])
both_ledgers = pytest.mark.parametrize("ledger", list(CHARTS))


@every_page
@both_languages
@both_ledgers
def test_a_page_has_its_title_its_charts_and_marks_illustrative_data(
    request, ledger, page, language
):
    t = catalogue(language)
    app = request.getfixturevalue(ledger).open(page, lang=language)
    assert not app.exception
    assert not app.error
    assert [title.value for title in app.title] == [t(f"page.{page}")]
    shown = {key for key in charts(app) if not key.endswith("-phone")}  # the same, for a phone
    assert shown == CHARTS[ledger][page]
    marks = [t("samples.banner")] if ledger == "illustrative" else []
    assert [warning.value for warning in app.warning] == marks


@every_page
def test_who_comes_second_sees_what_the_first_reader_saw(illustrative, page):
    first, second = (_pieces(illustrative.open(page)) for _ in range(2))
    assert first == second


@every_page
@both_ledgers
def test_in_english_only_the_names_of_the_plan_are_chinese(request, ledger, page):
    app = request.getfixturevalue(ledger).open(page, lang="en")
    names = sorted(_names_in_data() | LANGUAGE_SWITCH | TAGS, key=len, reverse=True)
    named = re.compile("|".join(map(re.escape, names)))
    line_end = re.compile("<br>(?:[\u2002\u2003]+ )?")  # and how far the next line is indented
    unmarked = (line_end.sub("", said).replace("\\", "") for said in words(app))
    spoken = (named.sub("", said) for said in unmarked)
    chinese = [said for said in spoken if CHINESE.search(said)]
    assert not chinese, "\n".join(chinese)


@every_file
def test_a_page_opened_without_the_door_says_so_and_shows_nothing_else(state_folder, page):
    app = stranger(page)
    assert [error.value for error in app.error] == [catalogue("zh")("access.denied")]
    assert len(app.main.children) == 1
    assert not app.sidebar.children
    assert not state_folder.exists(), "a stranger must not even cause the ledger to be opened"


def test_no_page_lies_where_streamlit_serves_it_without_the_door():
    assert not list((ROOT / "pages").glob("*.py"))


def test_every_page_file_stands_in_the_menu_under_its_own_name():
    assert set(WITHOUT_LOGIN) == set(CHARTS["empty"])


def _pieces(app) -> list[tuple[str, str | None]]:
    """Name what stands on a page: of what kind, and under which key."""
    return [(one.type, getattr(one, "key", None)) for one in app.main]


def _names_in_data() -> set[str]:
    """Return what the plan and the sheets themselves say; those words stay as they were written."""
    board = cache.board()
    tables = (board.projects, board.tasks, board.reports)
    cells = {str(cell) for table in tables for cell in table.to_numpy().ravel()}
    units = {part for cell in cells for part in cell.split("、")}
    uploads = {upload.actor for upload in cache.ledger().uploads()}
    chains = {*board.plan.chain_names, *board.plan.unit_names}
    sections = {
        re.sub(r"^[(（].[)）]", "", one) for one in board.sections
    }  # the number stands apart
    named = cells | units | uploads | chains | sections | {board.plan.document}
    return {name.replace("\n", "") for name in named if CHINESE.search(name)}
