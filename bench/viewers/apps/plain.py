"""The plain way: four charts and a table as most people would write them, without caches."""

import os
from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

folder = Path(os.environ["PLAIN_TABLES"])
projects = pd.read_csv(folder / "projects.csv")
reports = pd.read_csv(folder / "reports.csv")

st.title("Plan")
period = st.sidebar.selectbox("Period", sorted(reports["period"].unique(), reverse=True))
chains = st.sidebar.multiselect("Chain", projects["chain"].dropna().unique(), key="chains")
if chains:
    projects = projects[projects["chain"].isin(chains)]
now = reports[(reports["period"] == period) & reports["item_id"].isin(projects["project_id"])]
joined = projects.merge(now, left_on="project_id", right_on="item_id", how="left")

tiles = st.columns(4)
tiles[0].metric("Projects", len(projects))
tiles[1].metric("Total", f"{projects['total_investment_yuan'].sum() / 1e8:,.1f}")
tiles[2].metric("Done", f"{joined['done_total_yuan'].sum() / 1e8:,.1f}")
tiles[3].metric("Reported", int(joined["item_id"].notna().sum()))

left, right = st.columns(2)
by_chain = joined.groupby("chain", dropna=False)[["total_investment_yuan", "done_total_yuan"]].sum()
left.plotly_chart(px.bar(by_chain.reset_index(), x="total_investment_yuan", y="chain"))
by_phase = projects.groupby("phase", dropna=False)["total_investment_yuan"].sum()
right.plotly_chart(px.bar(by_phase.reset_index(), x="phase", y="total_investment_yuan"))
largest = projects.nlargest(10, "total_investment_yuan")
left.plotly_chart(px.bar(largest, x="total_investment_yuan", y="project_name"))
by_month = reports.groupby("period")["done_total_yuan"].sum()
right.plotly_chart(px.line(by_month.reset_index(), x="period", y="done_total_yuan"))
st.dataframe(joined)
