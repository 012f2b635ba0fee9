"""How the columns of a table stand."""

import pandas as pd

from texts import catalogue
from ui import columns


def test_a_column_of_figures_stands_right_also_where_none_is_stated():
    shown = pd.DataFrame(
        {
            "项目名称": ["甲", "乙"],
            "完成进度": ["—", "—"],
            "总投资（亿元）": ["未披露", "110.00"],
            "完成时限": ["—", "—"],
        }
    )
    assert list(columns.numbers_right(shown, catalogue("zh"))) == ["完成进度", "总投资（亿元）"]
