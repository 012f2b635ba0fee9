"""The listed problems as a CSV file to take away."""

from datetime import date

import streamlit as st

from analysis.charts.words import Words
from domain.problems import Problem
from export.problem_list import csv_of
from store import exports
from ui import access, cache, clock


def offer_csv(chosen: list[Problem], names: dict[str, str], today: date, words: Words) -> None:
    """Offer what is listed; a file of illustrative data says so in its first row."""
    t = words.t
    mark = t("problem.illustrative") if cache.illustrative() else ""
    who, at = access.actor(), clock.now()  # the click comes without a reader
    name = t("problem.file_name", day=today.isoformat())

    def give() -> bytes | str:
        exports.note(cache.ledger(), name, who, at)
        return csv_of(chosen, names, today, words, mark=mark)

    st.download_button(
        t("problem.download"),
        give,
        name,
        "text/csv",
        key="problems-csv",
        icon=":material/download:",
    )
