"""What the first page needs is loaded for it, and nothing else: a start is short, memory small."""

import os
import subprocess
import sys

from tests.conftest import ROOT
from tests.pages.offices import planted

LATER = (  # what writes a document, speaks to another database, or is for tests and benches
    *("openpyxl", "docx", "docxtpl", "pptx", "lxml", "jinja2", "fontTools", "pypinyin"),
    *("psycopg", "sqlalchemy.dialects.postgresql", "sqlalchemy.dialects.mysql"),
    *("plotly.express", "matplotlib", "altair", "pydeck", "pandera", "duckdb", "ibis", "pyspark"),
)
FIRST = """
import sys
from streamlit.testing.v1 import AppTest
page = AppTest.from_file(sys.argv[1], default_timeout=120).run()
assert page.title and not page.exception
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""


def test_what_the_first_page_does_not_need_is_not_loaded(tmp_path):
    state = planted(tmp_path / "office", samples=True)
    shown = subprocess.run(
        [sys.executable, "-c", FIRST, str(ROOT / "dashboard.py"), *LATER],
        cwd=ROOT,
        env=os.environ | {"PLAN_STATE": str(state)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.split() == []
