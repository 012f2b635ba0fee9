"""A picture shows as many rows as it has room for, and says how many it leaves out."""

import plotly.graph_objects as go
import pytest

from analysis.charts import style
from export.caption import Caption
from export.report import for_report
from export.sizes import FULL_PAGE, SLIDE
from texts import catalogue

ZH = catalogue("zh")
ABOUT = Caption(title="项目完成时间推算", zone="新乡高新区")


def listed(rows, **meta):
    names = [f"项目{number}" for number in range(rows)]
    figure = go.Figure(go.Bar(x=list(range(rows)), y=names, orientation="h", customdata=names))
    figure.update_yaxes(type="category", autorange="reversed", tickvals=names, ticktext=names)
    return figure.update_layout(meta=meta or None)


@pytest.mark.parametrize("size", [FULL_PAGE, SLIDE])
def test_rows_without_room_are_left_out_and_counted(size):
    picture = for_report(listed(40), ABOUT, size, ZH)
    kept = len(picture.data[0].y)
    assert 5 < kept < 40
    assert len(picture.data[0].customdata) == len(picture.layout.yaxis.tickvals) == kept
    said = " ".join(note.text for note in picture.layout.annotations)
    assert ZH("picture.rows_left_out", count=40 - kept) in said


def test_a_few_rows_are_all_drawn_and_rows_that_add_up_stay_together():
    for figure in (listed(5), listed(40, whole=True)):
        picture = for_report(figure, ABOUT, FULL_PAGE, ZH)
        assert len(picture.data[0].y) == len(figure.data[0].y)


def test_rows_at_the_end_that_say_what_all_others_are_stay():
    figure = listed(40).update_layout(meta={style.LAST_ROWS: 2})
    rows = for_report(figure, ABOUT, FULL_PAGE, ZH).data[0].y
    assert rows[0] == "项目0"
    assert rows[-2:] == ("项目38", "项目39")
    assert len(rows) < 40


def test_the_legend_explains_no_colour_that_only_rows_left_out_have():
    figure = listed(40).update_traces(marker={"color": ["red"] * 3 + ["blue"] * 36 + ["green"]})
    for name, colour, meta in (
        ("甲", "red", {style.OF_ROWS: True}),
        ("乙", "green", {style.OF_ROWS: True}),
        ("总投资", "grey", None),  # of no row, and of all
    ):
        figure.add_bar(x=[None], y=[None], name=name, marker={"color": colour}, meta=meta)
    *_, first, last, total = for_report(figure, ABOUT, FULL_PAGE, ZH).data
    assert [one.showlegend for one in (first, last, total)] == [None, False, None]
