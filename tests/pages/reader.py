"""What a reader does on the pages and what they then read, without a browser."""

import json

import pandas as pd
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

from tests.pages.offices import ROOT

PAGES = {file.stem: str(file.relative_to(ROOT)) for file in (ROOT / "pages").glob("*/*.py")}
# At a machine without a login nobody has an account to manage.
WITHOUT_LOGIN = {name: file for name, file in PAGES.items() if name != "accounts"}
_NOT_READ = {"spec", "config", "id", "url", "elementId", "formId", "data", "key", "svg"}
_PATIENCE_S = 60  # a slow machine is no failure


class Reader:
    """Opens pages through the door."""

    def open(self, page: str, **address: str) -> AppTest:
        """Open a page by its link; ``address`` is what stands behind the question mark."""
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=_PATIENCE_S)
        for name, choice in address.items():
            app.query_params[name] = choice
        return (app if page == "overview" else app.switch_page(PAGES[page])).run()


def open_filters(app: AppTest) -> AppTest:
    """Click on the button of the filters, so that they can be chosen."""
    app.session_state["filter-open"] = True
    return app.run()


def stranger(page: str) -> AppTest:
    """Open a page file alone, as nobody who came through the door would."""
    return AppTest.from_file(str(ROOT / PAGES[page]), default_timeout=_PATIENCE_S).run()


def charts(app: AppTest) -> dict[str, dict]:
    """Return every chart of the page under its key."""
    shown = app.get("plotly_chart")
    return {chart.key: json.loads(chart.proto.spec) for chart in shown}


def words(app: AppTest) -> list[str]:
    """Return every text the page shows: labels, sentences, table cells, words in charts."""
    said: list[str] = []
    for part in (*app.main, *app.sidebar):
        if part.type in {"arrow_data_frame", "dataframe", "arrow_table", "table"}:
            said += map(str, part.value.columns)
            said += [str(cell) for cell in part.value.to_numpy().ravel()]
        proto = getattr(part, "proto", None)
        if proto is not None:
            said += _strings(MessageToDict(proto))
    for chart in charts(app).values():
        said += _strings(chart["data"]) + _strings(_without_template(chart["layout"]))
    return said


def table_with(app: AppTest, column: str) -> pd.DataFrame:
    """Return the one table that has a column of this name."""
    (found,) = [one.value for one in app.dataframe if column in one.value.columns]
    return found


def opened(app: AppTest, key: str) -> AppTest:
    """Click on the title of a folded part."""
    app.session_state[key] = True
    return app.run()


def key_figures(app: AppTest) -> dict[str, str]:
    """Return the tiles of the overview: their figures under their labels."""
    tiles = [list(tile) for part in app.get("grid_container") for tile in part.children.values()]
    said = [part.value.split("\n\n") for tile in tiles for part in tile if part.type == "markdown"]
    return {label: figure.lstrip("# ") for label, figure, _ in filter(_is_tile, said)}


def _is_tile(said: list[str]) -> bool:
    return len(said) == 3 and said[1].startswith("### ")  # label, figure, note


def _strings(read: object) -> list[str]:
    match read:
        case str():
            return [read]
        case list():
            return [text for one in read for text in _strings(one)]
        case dict():
            return [t for name, one in read.items() if name not in _NOT_READ for t in _strings(one)]
    return []


def _without_template(layout: dict) -> dict:
    return {name: entry for name, entry in layout.items() if name != "template"}
