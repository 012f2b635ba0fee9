"""No letter of an exported picture lies on another, touches it or is cut off, at any size."""

import plotly.graph_objects as go
import pytest

from analysis.charts.words import Words
from commands.illustrated.loading import load_large, load_year
from domain.periods import Period
from export.captions import caption
from export.report import for_report
from export.sizes import HALF_PAGE, PRESETS
from tests.analysis.submitted import CHARTS
from tests.browser.paper import Paper
from tests.conftest import TODAY, board_of, opened_in
from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
OCTOBER = Period(2026, 10)
CROWDED = (
    *("changed_done", "completion_projects", "curve", "finishes_projects", "heatmap_projects"),
    *("lights_projects", "multiples_projects", "phases", "projects", "trend_projects"),
    *("reporting_board", "reporting_rate", "finishes_tasks"),
)


@pytest.fixture(scope="module")
def boards(tmp_path_factory):
    """The made-up year of ten tasks and ten projects, and 500 projects over 36 months."""
    found = {}
    for name, load in (("year", load_year), ("large", load_large)):
        office = opened_in(tmp_path_factory.mktemp(name))
        with office.ledger:
            load(office, actor="示例")
            found[name] = board_of(office)
    return found


@pytest.fixture(scope="module")
def paper(browser):
    return Paper(browser.new_page())


def troubles(paper, board, key, size, language):
    t = catalogue(language)
    exhibit = CHARTS[key]
    figure = exhibit.draw(board, OCTOBER, Words(t, board.plan))
    about = caption(exhibit, board, OCTOBER, t, today=TODAY, illustrative=True)
    seen = paper.read(for_report(figure, about, size, t), size)
    assert seen["letters"] > 5, "nothing is drawn"
    return seen["troubles"]


@pytest.mark.parametrize("size", PRESETS, ids=lambda size: size.key)
@pytest.mark.parametrize("key", CHARTS)
def test_ten_projects_over_a_year_can_be_read_at_every_size(paper, boards, key, size):
    assert troubles(paper, boards["year"], key, size, "zh") == []


@pytest.mark.parametrize("key", CHARTS)
def test_english_words_have_room_in_the_smallest_picture(paper, boards, key):
    assert troubles(paper, boards["year"], key, HALF_PAGE, "en") == []


@pytest.mark.parametrize("key", CROWDED)
def test_five_hundred_projects_over_three_years_have_room_in_it_too(paper, boards, key):
    assert troubles(paper, boards["large"], key, HALF_PAGE, "zh") == []


@pytest.mark.parametrize(("gap_px", "wrong"), [(40, 0), (1, 1), (-9, 1)])
def test_words_that_touch_or_lie_on_each_other_are_found(paper, gap_px, wrong):
    figure = go.Figure().update_layout(width=300, height=200)
    figure.update_xaxes(visible=False).update_yaxes(visible=False)
    for text, anchor, shift in (("前面", "right", 0), ("后面", "left", gap_px)):
        figure.add_annotation(
            text=text, x=0.5, y=0.5, xanchor=anchor, xshift=shift, showarrow=False
        )
    figure.update_annotations(xref="paper", yref="paper", borderpad=0, borderwidth=0)
    assert len(paper.read(figure, HALF_PAGE)["troubles"]) == wrong
