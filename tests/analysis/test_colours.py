"""The colours of the chains can be told apart by every kind of eye, on white and on dark paper."""

import tomllib
from itertools import combinations

import numpy as np
import pytest

from analysis.charts import style
from analysis.charts.words import Words
from domain.rules import Light
from tests.conftest import ROOT
from texts import catalogue
from ui.key_figures import COLOURS

CHAINS = [*style.CHAINS[:4], style.NEUTRAL]
# Simulation of colour vision deficiency in linear RGB, full severity.
# Source: Machado, Oliveira, Fernandes, A Physiologically-based Model for Simulation of Color Vision
# Deficiency, IEEE TVCG 15 (2009), table of matrices.
EYES = {
    "normal": np.eye(3),
    "protan": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deutan": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritan": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
WHITE = np.array([0.95047, 1, 1.08883])


def linear(colour):
    channels = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def lab(light):
    """CIELAB of linear RGB."""
    share = TO_XYZ @ np.clip(light, 0, 1) / WHITE
    f = np.where(share > 0.008856, np.cbrt(share), 7.787 * share + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def contrast(one, other):
    high, low = sorted((float(TO_XYZ[1] @ linear(c)) for c in (one, other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("eye", EYES)
def test_two_chains_never_look_alike(eye):
    seen = {colour: lab(EYES[eye] @ linear(colour)) for colour in CHAINS}
    for one, other in combinations(CHAINS, 2):
        assert np.linalg.norm(seen[one] - seen[other]) > 20, (one, other)


@pytest.mark.parametrize("eye", EYES)
def test_what_stands_in_a_legend_for_bars_of_every_chain_looks_like_none_of_them(eye):
    key = lab(EYES[eye] @ linear(style.ANY_HUE["color"]))
    for colour in CHAINS:
        assert np.linalg.norm(key - lab(EYES[eye] @ linear(colour))) > 15, colour


@pytest.mark.parametrize("paper", ["#ffffff", "#12181f"])
def test_a_bar_stands_out_from_its_paper(paper):
    assert min(contrast(colour, paper) for colour in CHAINS) >= 3


@pytest.mark.parametrize("beside", ["#ffffff", "#12181f", style.TARGET_EDGE_INK])
def test_the_mark_of_the_schedule_stands_out_from_both_papers_and_from_its_edge(beside):
    assert contrast(style.TARGET_INK, beside) >= 3


@pytest.mark.parametrize(
    "bar", [*style.CHAINS, style.ACCENT, style.ACCENT_SOFT, style.NEUTRAL_SOFT]
)
def test_on_a_bar_of_any_colour_the_mark_or_its_edge_stands_out(bar):
    assert max(contrast(ink, bar) for ink in (style.TARGET_INK, style.TARGET_EDGE_INK)) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_light_has_one_colour_in_tiles_and_charts(theme):
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))
    for light, word in COLOURS.items():
        assert settings["theme"][theme][f"{word}TextColor"] == style.LIGHT_COLOURS[light]


def test_a_link_can_be_read_on_a_dark_page():
    dark = tomllib.loads((ROOT / ".streamlit/config.toml").read_text("utf-8"))["theme"]["dark"]
    assert contrast(dark["linkColor"], dark["backgroundColor"]) >= 4.5


@pytest.mark.parametrize("eye", EYES)
def test_neither_grey_of_the_lights_looks_like_another_light(eye):
    seen = {light: lab(EYES[eye] @ linear(one)) for light, one in style.LIGHT_COLOURS.items()}
    for grey in (Light.NOT_DUE, Light.UNREPORTED):
        for other in set(seen) - {grey}:
            assert np.linalg.norm(seen[grey] - seen[other]) > 20, (grey, other)


def test_what_is_not_reported_and_what_is_not_due_are_told_apart_without_any_colour():
    greys = (style.LIGHT_COLOURS[light] for light in (Light.NOT_DUE, Light.UNREPORTED))
    assert contrast(*greys) >= 3


@pytest.mark.parametrize("paper", ["#ffffff", "#12181f"])
def test_what_is_not_reported_stands_out_from_both_papers(paper):
    assert contrast(style.LIGHT_COLOURS[Light.UNREPORTED], paper) >= 3


@pytest.mark.parametrize("eye", EYES)
def test_two_lines_of_no_chain_never_look_alike(eye):
    seen = {colour: lab(EYES[eye] @ linear(colour)) for colour in style.SUBJECTS}
    for one, other in combinations(style.SUBJECTS, 2):
        assert np.linalg.norm(seen[one] - seen[other]) > 20, (one, other)


@pytest.mark.parametrize("line", style.SUBJECTS)
def test_a_line_of_no_chain_has_the_colour_of_none_and_stands_out_from_both_papers(line):
    for other in (*style.CHAINS, style.NEUTRAL, *style.LIGHT_COLOURS.values()):
        assert np.linalg.norm(lab(linear(line)) - lab(linear(other))) > 20, other
    assert min(contrast(line, paper) for paper in ("#ffffff", "#12181f")) >= 3


def test_eight_lines_have_hues_of_their_own_and_more_differ_in_dashes_that_no_schedule_has(plan):
    words = Words(catalogue("zh"), plan)
    assert len({words.colour("甲", at) for at in range(8)}) == 8
    looks = {(words.colour("甲", at), words.dash("甲", at)) for at in range(24)}
    assert len(looks) == 24
    assert "dash" not in style.SUBJECT_DASHES
