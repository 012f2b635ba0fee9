"""What a user would write instead: a reader of pandas and a validation pass of pandera."""

import io
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import pandas as pd

from ingest.context import Item

_pandera: Any = import_module("pandera.pandas")  # in .venv-bench only, so without types here
Reading = Callable[[bytes], pd.DataFrame]


def csv_in(encoding: str) -> Reading:
    """Return a reader of CSV; the user has to know the encoding."""
    return lambda raw: pd.read_csv(io.BytesIO(raw), encoding=encoding)


def excel_by(engine: Any) -> Reading:  # noqa: ANN401 - pandas names its engines by literals
    """Return a reader of workbooks by one of the engines of pandas."""
    return lambda raw: pd.read_excel(io.BytesIO(raw), engine=engine)


def validation(items: Mapping[str, Item], units: tuple[str, ...]) -> Any:  # noqa: ANN401 - untyped
    """Return a schema of the columns of a progress sheet: types, ranges, registries, one key."""
    column, check = _pandera.Column, _pandera.Check
    return _pandera.DataFrameSchema(
        {
            "期间": column(str, check.str_matches(r"^\d{4}-(0[1-9]|1[0-2])$")),
            "类别": column(str, check.isin(["项目", "任务"])),
            "编号": column(str, check.isin(list(items))),
            "名称": column(str, check.str_length(1, 200)),
            "责任单位": column(str, check.isin(list(units))),
            "完成进度(%)": column(float, check.in_range(0, 100), coerce=True),
            "累计完成投资(亿元)": column(float, check.ge(0), nullable=True, coerce=True),
            "工作进展": column(str, check.str_length(max_value=5000), nullable=True),
            "存在问题": column(str, check.str_length(max_value=5000), nullable=True),
            "填报人": column(str, check.str_length(max_value=50), nullable=True),
        },
        unique=["期间", "编号", "责任单位"],
    )
