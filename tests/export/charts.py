import plotly.graph_objects as go

NAMES = (
    "新乡万华生命科学产业城",
    "新乡氢能产业园",
    "河南高端装备智能制造研究院智能制造数字化车间",
    "高新区5G产业园&数据中心",
)
UNITS = ("经济发展局", "国土规划建设管理局", "市场监管工作领导小组", "振中街道")


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
