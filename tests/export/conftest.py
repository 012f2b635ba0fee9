import plotly.graph_objects as go
import pytest

from export.browser import find_browser
from export.caption import Caption
from export.engine import PictureEngine
from texts import Texts, catalogue

NAMES = (
    "新乡万华生命科学产业城",
    "新乡氢能产业园",
    "河南高端装备智能制造研究院智能制造数字化车间",
    "高新区5G产业园&数据中心",
)
UNITS = ("经济发展局", "国土规划建设管理局", "市场监管工作领导小组", "振中街道")


@pytest.fixture(scope="session")
def engine():
    if find_browser() is None:
        pytest.skip("no browser on this machine")
    with PictureEngine() as engine:
        yield engine


@pytest.fixture
def t() -> Texts:
    return catalogue("zh")


@pytest.fixture
def caption() -> Caption:
    return Caption(
        title="新乡高新区推进黄河流域生态保护和高质量发展重点项目总投资及年度计划完成情况",
        zone="新乡高新区",
        as_of="截至2026年10月底",
        unit_of_measure="亿元",
        rule="红黄绿规则：与序时进度相差不低于−5个百分点为绿，−5至−15为黄，低于−15为红。",
        source="各责任单位2026年10月填报，台账第12版",
        illustrative=True,
    )


def bars() -> go.Figure:
    amounts = [110, 20.5, 6.5, 2.2]
    figure = go.Figure(go.Bar(x=amounts, y=NAMES, orientation="h", text=amounts))
    figure.update_traces(textposition="outside")
    return figure.update_xaxes(title="总投资（亿元）")


def stacked() -> go.Figure:
    shares = [go.Bar(name=name, x=UNITS, y=[3, 1, 4, 2], text=[3, 1, 4, 2]) for name in "红黄绿"]
    return go.Figure(shares).update_layout(barmode="stack")


def heatmap() -> go.Figure:
    months = [f"{month}月" for month in range(1, 13)]
    percents = [[(row * 5 + month * 7) % 100 for month in range(12)] for row in range(4)]
    return go.Figure(go.Heatmap(x=months, y=UNITS, z=percents, texttemplate="%{z}"))


def lines() -> go.Figure:
    months = [f"2026-{month:02d}-01" for month in range(1, 11)]
    followed = [f"第{number}责任单位牵头任务" for number in range(12)]
    drawn = [go.Scatter(name=name, x=months, y=list(range(10))) for name in followed]
    return go.Figure(drawn).update_yaxes(title="完成进度（%）")


CHARTS = {"bars": bars, "stacked": stacked, "heatmap": heatmap, "lines": lines}
