"""What the sums of the overview rest on, where it is in doubt."""

import pandas as pd

from ui.warned_counts import doubted_amounts


def test_an_item_is_doubted_once_and_only_for_its_amounts():
    found = pd.DataFrame(
        [
            ("measure_suspect", "done_total_yuan", "项目", "P1"),
            ("regressing", "done_ytd_yuan", "项目", "P1"),
            ("regressing", "percent_done_ppm", "项目", "P2"),
            ("behind", None, "项目", "P3"),
            ("regressing", "done_total_yuan", "项目", "P4"),
        ],
        columns=["rule", "figure", "item_kind", "item_id"],
    )
    assert doubted_amounts(found) == 2
    assert doubted_amounts(found.head(0)) == 0
