"""What a screen reader says of a page, and which of it is in the other language."""

import re
from functools import cache

from tests.conftest import ROOT

CELLS = {"row", "cell", "gridcell", "StaticText", "InlineTextBox", "image", "textbox", "combobox"}
FORMATS = {"CSV", "XLSX", "XLS", "DOCX", "ZIP", "PNG", "SVG", "PDF", "PPT", "JSON", "Word", "Excel"}
OTHERS = {"English", "Esc", "中文"}  # a language under its own name, the word on a key
WORDS = {"zh": re.compile("[A-Za-z]{3,}"), "en": re.compile("[\u4e00-\u9fff]+")}
_TRIES = 40
_A_MOMENT = "new Promise(done => setTimeout(done, 100))"  # a grid tells new headings once it rests


def foreign(screen, language: str) -> set[str]:
    """Return the names read aloud in the other language, those of the filters too."""
    page = screen.page
    filters, day = page.locator(".st-key-filter-open button"), page.locator(".st-key-filter-as-of")
    asked = filters.count() > 0
    if asked:
        filters.first.click()
        day.wait_for()
    said = _heard(screen.settle(), language)
    if asked:
        page.keyboard.press("Escape")
        day.wait_for(state="detached")
        screen.settle()
    return said


def _heard(screen, language: str) -> set[str]:
    said: set[str] = set()
    for _ in range(_TRIES):
        said = {name for name in spoken(screen) if _foreign_words(name, language)}
        if not said:
            break
        screen.page.evaluate(_A_MOMENT)
    return said


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


def _foreign_words(name: str, language: str) -> set[str]:
    words = set(WORDS[language].findall(name)) - FORMATS - OTHERS
    return {one for one in words if language == "zh" or one not in _in_data()}


@cache
def _in_data() -> str:
    """Return all that the plan and the sheets say: those words are of no language of the screen."""
    files = [*(ROOT / "data").glob("*.*ml"), *(ROOT / "data").rglob("*.csv")]
    return "".join(file.read_text("utf-8", "ignore") for file in files) + "示例数据"
