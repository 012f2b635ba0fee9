"""A total that is ten thousand times the one in force is probably in another unit of measure."""

from dataclasses import replace

import pytest

from domain.columns import ItemKind
from ingest.codes import Code
from ingest.context import Item
from ingest.reading import read
from tests.ingest.zone import CONTEXT

YI = 100_000_000


@pytest.mark.parametrize(("typed", "suspect"), [("150000", True), ("15", False), ("18.5", False)])
def test_a_project_table_in_the_wrong_unit_of_measure_is_told(typed, suspect):
    known = Item("P03", ItemKind.PROJECT, "新能源装备制造产业园", total_yuan=15 * YI)
    about = replace(CONTEXT, items={"P03": known})
    raw = f"项目编号,项目名称,总投资(亿元)\nP03,新能源装备制造产业园,{typed}\n".encode()
    codes = {one.code for one in read(raw, "项目库.csv", about).findings}
    assert (Code.W_TOTAL_SUSPECT in codes) == suspect
