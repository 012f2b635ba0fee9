"""Caches about one project or task, for its card. As in ``cache``, the version is in every key."""

import pandas as pd
import streamlit as st

from domain.columns import Reports
from ingest.report import SheetKind
from store.contacts import hidden_in
from store.history import WITHDRAWN_VERSION, history_of
from store.reported_items import ReportedItems
from store.targets import Target, targets
from ui import cache
from ui.reader import eyes


@st.cache_resource(show_spinner=False)
def _reported_items() -> ReportedItems:
    return ReportedItems()


def reports_of(version: int, item_id: str) -> pd.DataFrame:
    """Return every report about an item up to a version; what was withdrawn later still counts."""
    return hidden_in(_reports_of(version, item_id), SheetKind.PROGRESS, eyes(cache.ledger()))


@st.cache_resource(show_spinner=False, max_entries=64)
def _reports_of(version: int, item_id: str) -> pd.DataFrame:
    every = history_of(cache.ledger(), item_id, known=_reported_items())
    known = every[every[Reports.VERSION] <= version]
    later = known[WITHDRAWN_VERSION] > version
    return known.assign(**{WITHDRAWN_VERSION: known[WITHDRAWN_VERSION].mask(later)})


@st.cache_resource(show_spinner=False, max_entries=4)
def _targets_at(version: int) -> tuple[Target, ...]:
    return targets(cache.ledger(), version)


def targets_of(version: int, item_id: str) -> list[Target]:
    """Return the targets of one project as a version has them, with every move of theirs."""
    return [one for one in _targets_at(version) if one.project_id == item_id]
