"""Four pictures of a plan as most people would draw them, the same for every product compared."""

import os
from pathlib import Path

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go

_FOLDER = Path(os.environ["PLAIN_TABLES"])
PROJECTS = pd.read_csv(_FOLDER / "projects.csv")
REPORTS = pd.read_csv(_FOLDER / "reports.csv")
CHAINS: list[str] = sorted(PROJECTS["chain"].dropna().unique())
_TOTAL, _DONE = "total_investment_yuan", "done_total_yuan"


def pictures(chains: list[str]) -> tuple[go.Figure, ...]:
    """Draw investment by chain, by phase, the largest projects and what is done by month.

    No chain chosen is every chain.
    """
    projects = PROJECTS[PROJECTS["chain"].isin(chains)] if chains else PROJECTS
    reports = REPORTS[REPORTS["item_id"].isin(projects["project_id"])]
    newest = reports[reports["period"] == str(REPORTS["period"].max())]
    joined = projects.merge(newest, left_on="project_id", right_on="item_id", how="left")
    by_chain = joined.groupby("chain")[[_TOTAL, _DONE]].sum().reset_index()
    by_phase = projects.groupby("phase")[_TOTAL].sum().reset_index()
    by_month = reports.groupby("period")[_DONE].sum().reset_index()
    return (
        px.bar(by_chain, x=_TOTAL, y="chain"),
        px.bar(by_phase, x="phase", y=_TOTAL),
        px.bar(projects.nlargest(10, _TOTAL), x=_TOTAL, y="project_name"),
        px.line(by_month, x="period", y=_DONE),
    )
