"""What a screen reader says of every page is in the reader's language, Streamlit's words too."""

import re

import pytest

from tests.conftest import ROOT
from tests.pages.reader import WITHOUT_LOGIN
from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
CELLS = {"row", "cell", "gridcell", "StaticText", "InlineTextBox", "image", "textbox", "combobox"}
FORMATS = {"CSV", "XLSX", "XLS", "DOCX", "ZIP", "PNG", "SVG", "PDF", "PPT", "JSON", "Word", "Excel"}
OTHERS = {"English", "Esc", "中文"}  # a language under its own name, the word on a key
WORDS = {"zh": re.compile("[A-Za-z]{3,}"), "en": re.compile("[\u4e00-\u9fff]+")}


def spoken(screen) -> set[str]:
    """Return names, descriptions and values of what a reader can reach, but for cells and data."""
    session = screen.page.context.new_cdp_session(screen.page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    reached = [one for one in nodes if not one["ignored"] and one["role"]["value"] not in CELLS]
    told = [one[part] for one in reached for part in ("name", "description") if part in one]
    told += [
        entry["value"]
        for one in reached
        for entry in one.get("properties", ())
        if entry["name"] == "valuetext"
    ]
    return {str(one.get("value", "")) for one in told}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_name_that_is_read_aloud_is_in_the_other_language(demonstration, screen_of, language):
    t, screen = catalogue(language), screen_of(demonstration)
    known = "".join(file.read_text("utf-8") for file in (ROOT / "data").glob("*.*ml"))
    known += "".join(file.read_text("utf-8", "ignore") for file in (ROOT / "data").rglob("*.csv"))
    known += "示例数据"
    foreign: dict[str, set[str]] = {}
    pages = [*sorted(WITHOUT_LOGIN), "progress?view=trend", "comparison?compare_by=days"]
    for page in pages:
        screen.open(f"/{page}{'&' if '?' in page else '?'}lang={language}")
        filters = screen.page.locator(".st-key-filter-open button")
        if filters.count():
            filters.first.click()
            screen.page.locator(".st-key-filter-as-of").wait_for()
        for name in spoken(screen.settle()):
            words = set(WORDS[language].findall(name)) - FORMATS - OTHERS
            if language == "en":
                words = {one for one in words if one not in known}
            if words:
                foreign.setdefault(page, set()).add(name)
    assert foreign == {}
    logo = screen.page.locator('img[data-testid$="Logo"]').first
    assert logo.get_attribute("alt") == t("app.name")


def test_a_day_is_read_aloud_in_chinese_part_by_part(demonstration, screen_of):
    screen = screen_of(demonstration).open("/comparison?compare_by=days")
    said = screen.page.locator(".st-key-compare_to_day [role=spinbutton]")
    labels = [one.get_attribute("aria-label") for one in said.all()]
    assert [one[-2:] for one in labels] == ["：年", "：月", "：日"]
    assert said.nth(1).get_attribute("aria-valuetext").endswith("月")
