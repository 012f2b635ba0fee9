"""Who has which projects in charge, and the months in which those are to begin and to end."""

from collections.abc import Mapping
from enum import StrEnum

import pandas as pd

from analysis.due import due_period
from analysis.metrics.columns import Counted
from domain.columns import JOINED, Phase, Projects, Reports

PERSON, NODE = "person", "node"


class InCharge(StrEnum):
    """In what a person has a project in charge, as the table of projects names them."""

    LEADER = "leader"  # 分包领导
    OFFICER = "officer"  # 首席服务专员


class Node(StrEnum):
    """What is planned for a month of a project."""

    START = "start"  # 计划开工
    FINISH = "finish"  # 计划竣工


_COLUMNS: Mapping[InCharge, Projects] = {
    InCharge.LEADER: Projects.LEADER,
    InCharge.OFFICER: Projects.SERVICE_OFFICER,
}


def charges(projects: pd.DataFrame, role: InCharge) -> pd.DataFrame:
    """Return person and project. One row per project and person named, several by 、 in a cell."""
    named = zip(projects[Projects.ID], projects[_COLUMNS[role]], strict=True)
    found = [
        (person.strip(), item)
        for item, names in named
        if isinstance(names, str)
        for person in dict.fromkeys(names.split(JOINED))
        if person.strip()
    ]
    return pd.DataFrame(found, columns=[PERSON, Reports.ITEM_ID.value]).astype("str")


def unnamed(projects: pd.DataFrame, role: InCharge) -> int:
    """Count the projects that nobody has in charge."""
    return len(projects) - charges(projects, role)[Reports.ITEM_ID].nunique()


def nodes(projects: pd.DataFrame) -> pd.DataFrame:
    """Return project, node and month for every cell that names a month. One row per node.

    A project that its table calls 竣工 has none left.
    """
    left = projects[projects[Projects.PHASE] != Phase.FINISHED]
    found = [
        (item, node.value, month)
        for node, column in (
            (Node.START, Projects.PLANNED_START),
            (Node.FINISH, Projects.PLANNED_FINISH),
        )
        for item, text in zip(left[Projects.ID], left[column], strict=True)
        if (month := due_period(text)) is not None
    ]
    columns = [Reports.ITEM_ID.value, NODE, Counted.DUE_PERIOD.value]
    return pd.DataFrame(found, columns=columns).astype("str")
