"""Charts that PowerPoint itself draws and anyone can edit, with the numbers of the screen."""

import re
from collections.abc import Iterable
from typing import Any, TypeAlias, cast

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.util import Pt

from export.deck.letters import name_fonts
from export.deck.readable import Readable, Series
from export.deck.template import Area, Slide
from export.theme import COLOURS

Chart: TypeAlias = Any  # python-pptx's charts are untyped
_POINTS, _SMALL_POINTS, _ROOMY = 12, 10, 14
_LEAST_GAP, _MOST_GAP, _GAPS = 50, 300, 400  # percent of a bar: few bars are not drawn as blocks
_HEX, _RGBA = re.compile("#([0-9a-fA-F]{6})"), re.compile(r"rgba?\(([^)]*)\)")
_TYPES = {
    ("bars", False): XL_CHART_TYPE.BAR_CLUSTERED,
    ("bars", True): XL_CHART_TYPE.BAR_STACKED,
    ("columns", False): XL_CHART_TYPE.COLUMN_CLUSTERED,
    ("columns", True): XL_CHART_TYPE.COLUMN_STACKED,
    ("lines", False): XL_CHART_TYPE.LINE_MARKERS,
}
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_BLANKS = f"{{{_CHART}}}dispBlanksAs"
_WHOLE, _STEP = 100, 20  # of an axis of percentages
_COUNTED = 10  # things up to which an axis names every number
_STRIPE = RGBColor(0xFF, 0xFF, 0xFF)
_MOST_DECIMALS = 2


def put(slide: Slide, chart: Readable, area: Area) -> Chart:
    """Draw a native chart into ``area``; its sheet holds the numbers."""
    numbers = CategoryChartData(number_format="General")
    numbers.categories = chart.places
    for one in chart.series:
        numbers.add_series(one.name, one.numbers)
    kind = _TYPES[chart.kind, chart.piled and chart.kind != "lines"]
    sides = (area.left, area.top, area.width, area.height)
    frame = slide.shapes.add_chart(kind, *sides, numbers)
    drawn: Chart = frame.chart
    _dress(drawn, chart)
    for number, (plot, series) in enumerate(zip(drawn.plots[0].series, chart.series, strict=True)):
        _colour(plot, series, chart, COLOURS[number % len(COLOURS)])
    return frame


def _dress(drawn: Chart, chart: Readable) -> None:
    points = _POINTS if len(chart.places) <= _ROOMY else _SMALL_POINTS
    drawn.font.size = Pt(points)
    name_fonts(drawn.font._rPr)  # noqa: SLF001 - python-pptx cannot name a font for Chinese
    drawn.has_title = False
    drawn.has_legend = sum(bool(one.name) for one in chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    plot, names, values = drawn.plots[0], drawn.category_axis, drawn.value_axis
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.has_major_gridlines = False
    values.major_gridlines.format.line.color.rgb = RGBColor(0xE3, 0xE7, 0xEC)
    values.format.line.fill.background()
    _set_scale(values, chart)
    if chart.kind == "bars":
        _name_every_place(names)
    if chart.kind == "lines":
        for blanks in drawn._chartSpace.iter(_BLANKS):  # noqa: SLF001 - python-pptx has no other way
            blanks.set("val", "gap")  # a line stops where nothing is known
        return
    names.reverse_order = chart.kind == "bars"  # PowerPoint begins at the bottom
    if chart.kind == "bars":
        values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    plot.gap_width = max(_LEAST_GAP, min(_MOST_GAP, _GAPS // len(chart.places)))
    plot.overlap = 100 if chart.piled or chart.over else 0


def _set_scale(values: Chart, chart: Readable) -> None:
    """Let the axis reach as far as on the screen: PowerPoint would begin at 90 or go to 120 %."""
    numbers = [number for one in chart.series for number in one.numbers if number is not None]
    if not chart.piled:
        most = max(map(abs, numbers), default=0)
    else:
        most = sum(max((number or 0 for number in one.numbers), default=0) for one in chart.series)
    if most <= _COUNTED and all(number == int(number) for number in numbers):
        values.major_unit = 1  # there is no half of a thing that is counted
    if chart.reach is None:
        return
    low, high = chart.reach
    values.minimum_scale, values.maximum_scale = low, high
    if low == 0 and _WHOLE <= high < _WHOLE + _STEP:
        values.major_unit = _STEP


def _name_every_place(names: Chart) -> None:
    """Write every name at its place: where they are many, every other would be left out."""
    axis = names._element  # noqa: SLF001 - python-pptx has no other way
    skip = _parsed(f'<c:tickLblSkip xmlns:c="{_CHART}" val="1"/>')
    after = axis.find(f"{{{_CHART}}}noMultiLvlLbl")
    (axis.append if after is None else after.addprevious)(skip)


def _parsed(text: str) -> Chart:
    return cast("Any", parse_xml)(text)  # untyped


def _colour(plot: Chart, series: Series, chart: Readable, otherwise: str) -> None:
    colours = [_rgb(one) for one in series.colours if one] or [_rgb(otherwise)]
    if chart.kind == "lines":
        plot.smooth = False
        line = plot.format.line
        line.color.rgb, line.width = colours[0], Pt(2)
        plot.marker.format.fill.solid()
        plot.marker.format.fill.fore_color.rgb = colours[0]
        plot.marker.format.line.color.rgb = colours[0]
        plot.marker.size = 5
        if series.dashed:
            line.dash_style = MSO_LINE.DASH
        return
    plot.invert_if_negative = False
    _fill(plot.format.fill, colours[0], hatched=series.hatched)
    if len(series.colours) == len(chart.places):
        for number, colour in enumerate(series.colours):
            if colour and _rgb(colour) != colours[0]:
                _fill(plot.points[number].format.fill, _rgb(colour), hatched=series.hatched)
    _label(plot, series, chart)


def _fill(fill: Chart, colour: RGBColor, *, hatched: bool) -> None:
    if not hatched:
        fill.solid()
        fill.fore_color.rgb = colour
        return
    fill.patterned()
    fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    fill.fore_color.rgb, fill.back_color.rgb = _STRIPE, colour


def _label(plot: Chart, series: Series, chart: Readable) -> None:
    """Write the numbers at the bars, and what the screen writes there in their place."""
    if chart.over and len(chart.series) > 1 and not series.labels:
        return  # two bars on one place: what is written there stands behind the name
    shown = plot.data_labels
    shown.show_value, shown.number_format, shown.number_format_is_linked = (
        True,
        _format(number for one in chart.series for number in one.numbers),
        False,
    )
    if not chart.piled:
        shown.position = XL_LABEL_POSITION.OUTSIDE_END
    else:
        shown.position = XL_LABEL_POSITION.CENTER
        shown.font.color.rgb = _letters_on(_rgb(series.colours[0]) if series.colours else None)
    for number, text in enumerate(series.labels):
        if text and series.numbers[number] is not None and not chart.piled:
            label = plot.points[number].data_label
            label.text_frame.text = text
            label.position = XL_LABEL_POSITION.OUTSIDE_END


def _format(numbers: Iterable[float | None]) -> str:
    """Return how numbers beside each other are written: all with the decimals the finest needs.

    A zero is left out, for inside a bar it would stand on its neighbour.

    >>> _format([110.0, 20.5, None]), _format([3.0, 0.0])
    ('0.0;-0.0;;', '0;-0;;')
    """
    known = [one for one in numbers if one is not None]
    fits = (n for n in range(_MOST_DECIMALS) if all(round(one, n) == one for one in known))
    decimals = next(fits, _MOST_DECIMALS)
    shown = f"0.{'0' * decimals}" if decimals else "0"
    return f"{shown};-{shown};;"


def _rgb(colour: str) -> RGBColor:
    """Return a colour of plotly as it looks on white paper.

    >>> str(_rgb("#2a6fb0")), str(_rgb("rgba(0,0,0,0.5)"))
    ('2A6FB0', '808080')
    """
    if found := _HEX.fullmatch(colour):
        return RGBColor.from_string(found[1].upper())
    if found := _RGBA.fullmatch(colour):
        red, green, blue, *rest = (float(part) for part in found[1].split(","))
        strength = rest[0] if rest else 1.0
        return RGBColor(*(round(255 - (255 - one) * strength) for one in (red, green, blue)))
    return RGBColor.from_string(COLOURS[0][1:].upper())


def _letters_on(colour: RGBColor | None) -> RGBColor:
    light = colour is not None and sum(colour) > 3 * 165
    return RGBColor(0x1F, 0x29, 0x33) if light else RGBColor(0xFF, 0xFF, 0xFF)
