"""The made-up table of projects: those of the plan as they are, and made-up ones up to 500."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from random import Random
from typing import Any

import pandas as pd

from commands.illustrated.course import PERIODS, Course, drawn
from commands.illustrated.sheet import amount_yi, csv_of
from domain.columns import ChainBasis, Phase, Projects
from domain.periods import Period
from domain.plan import Plan

PROJECTS = 500
_WHAT = (
    "精密零部件",
    "智能装备",
    "生物制剂",
    "储能系统",
    "检验检测",
    "冷链物流",
    "标准厂房",
    "新型滤材",
    "数据中心",
    "医疗器械",
    "传感器",
    "氢能部件",
)
_FORM = ("生产线", "产业园", "研发中心", "一期", "二期", "技术改造", "扩建", "基地")
_PEOPLE = ("甲", "乙", "丙", "丁", "戊", "己", "庚", "辛")
HEADER = (
    "项目编号,项目名称,文中别名,阶段,总投资(亿元),产业链,归链依据,归链原句,责任单位,分包领导,"
    "首席服务专员,计划开工时间,计划竣工时间,年度计划投资(亿元),来源任务,来源原句,备注"
)


@dataclass(frozen=True)
class MadeUp:
    """A made-up project."""

    number: int
    plan: Plan

    @property
    def item_id(self) -> str:
        """Return a number that no plan gives its own projects."""
        return f"S{self.number:03d}"

    @property
    def name(self) -> str:
        """Return a name that says what it is."""
        what, form = _WHAT[self.number % len(_WHAT)], _FORM[self.number // 7 % len(_FORM)]
        return f"示例{what}{form}项目（{self.number:03d}）"

    @property
    def responsible_unit(self) -> str:
        """Return the one unit that reports."""
        return self.random("unit").choice(self.plan.unit_names)

    @cached_property
    def course(self) -> Course:
        """Return how it was planned and how it goes."""
        return drawn(self.random("course"))

    def phase(self, period: Period) -> Phase:
        """Return how far it is in a month."""
        month = period.index - PERIODS[0].index
        if self.course.percent(month) >= 100:  # noqa: PLR2004 - a hundred percent is finished
            return Phase.FINISHED
        if self.course.start > month:
            return Phase.PLANNED
        return Phase.STARTING if month - self.course.start < len(PERIODS) / 6 else Phase.UNDER_WAY

    def random(self, purpose: str) -> Random:
        """Return a source of chance that is the same every time."""
        return Random(f"{self.number} {purpose}")  # noqa: S311 - an illustration hides nothing

    def row(self, period: Period) -> list[str]:
        """Return its row of the table as it stands in a month; the year plan is the last one."""
        source = self.random("row")
        chain = source.choice([*self.plan.chain_names, *self.plan.chain_names, ""])
        basis = source.choice([ChainBasis.STATED, ChainBasis.STATED, ChainBasis.INFERRED])
        leader, officer = source.choice(_PEOPLE), source.choice(_PEOPLE)
        return [
            self.item_id,
            self.name,
            "",
            self.phase(period).value,
            amount_yi(self.course.total_yuan),
            chain,
            (basis if chain else ChainBasis.UNASSIGNED).value,
            "",
            self.responsible_unit,
            f"示例领导{leader}",
            f"示例专员{officer}",
            str(self.course.starts_in()),
            str(self.course.finishes_in()),
            amount_yi(self.course.year_plan_yuan(PERIODS[-1])),
            "",
            "",
            "示例数据",
        ]


def made_up(plan: Plan, delivered: int) -> tuple[MadeUp, ...]:
    """Return the projects that fill ``delivered`` ones up to 500."""
    return tuple(MadeUp(number, plan) for number in range(delivered + 1, PROJECTS + 1))


def projects_csv(delivered: pd.DataFrame, made: tuple[MadeUp, ...], period: Period) -> bytes:
    """Return the table of projects of a month; the delivered ones stay as the plan has them."""
    kept = [as_written(row) for row in delivered.to_dict("records")]
    return csv_of(HEADER, [*kept, *(one.row(period) for one in made)])


def as_written(row: dict[Hashable, Any]) -> list[str]:
    """Return a row of the ledger's table of projects as an office writes it."""
    money = {Projects.TOTAL_YUAN.value, Projects.YEAR_PLAN_YUAN.value}
    return [
        amount_yi(None if pd.isna(row[name]) else row[name])
        if name in money
        else ("" if pd.isna(row[name]) else str(row[name]))
        for name in Projects
    ]
