import io
import json
import subprocess
import sys

import pytest

from commands.progress import progress
from ingest.steps import Stage, Step, unheard
from tests.conftest import ROOT
from tests.ingest.zone import text_of
from texts import catalogue

STEPS = [Step(Stage.OPENING), Step(Stage.ROWS, 500, 1200), Step(Stage.COMPARING, 1200, 1200)]
SAID = ["正在打开文件…", "正在逐行核对：第 500 行，共 1,200 行", "正在与台账比对，共 1,200 行…"]


class Terminal(io.StringIO):
    def isatty(self):
        return True


def told(stream, *, large=True, asked=False):
    heard = progress(catalogue("zh"), large=large, asked=asked, stream=stream)
    for step in STEPS:
        heard(step)
    return stream.getvalue()


def test_a_terminal_shows_one_line_that_is_written_over():
    assert told(Terminal()) == "".join(f"\r\x1b[K{one}" for one in SAID) + "\n"


def test_elsewhere_nothing_is_said_unless_asked_and_then_a_line_a_step():
    assert told(io.StringIO()) == ""
    assert told(io.StringIO(), asked=True).splitlines() == SAID


def test_a_usual_sheet_says_nothing_on_a_terminal_either():
    assert progress(catalogue("zh"), large=False, asked=False, stream=Terminal()) is unheard


@pytest.mark.parametrize("asked", [[], ["--progress"]])
def test_what_a_script_reads_holds_no_progress(asked, tmp_path):
    sheet = tmp_path / "进展.csv"
    header = ["期间", "类别", "编号", "名称", "责任单位", "完成进度"]
    sheet.write_text(text_of(header, ["2026-09", "项目", "P01", "", "经济发展局", "45"]), "utf-8")
    command = [sys.executable, "manage.py", "read", sheet, "--json", "--max-rows", "9000", *asked]
    environ = {"PLAN_STATE": str(tmp_path), "PATH": ""}
    done = subprocess.run(
        command, cwd=ROOT, env=environ, capture_output=True, text=True, check=False
    )
    assert json.loads(done.stdout)["file"] == "进展.csv"
    assert bool(done.stderr) is bool(asked), done.stderr
