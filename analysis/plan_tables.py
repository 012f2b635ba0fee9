"""What plan.toml lists, as tables that metrics can join."""

import pandas as pd

from domain.columns import Assignments, Projects
from domain.plan import Plan

POSITION = "list_position"
UNASSIGNED = ""  # stands for 未归链 in the list of chains, where a key cannot be empty


def chains(plan: Plan) -> pd.DataFrame:
    """Return one row per industry chain in the plan's order, the unassigned drawer last."""
    names = [*plan.chain_names, UNASSIGNED]
    return pd.DataFrame({Projects.CHAIN.value: names, POSITION: range(len(names))})


def responsible_units(plan: Plan) -> pd.DataFrame:
    """Return one row per responsible unit in the order of plan.toml."""
    names = list(plan.unit_names)
    return pd.DataFrame({Assignments.RESPONSIBLE_UNIT.value: names, POSITION: range(len(names))})
