"""A pack: the same whenever it is made, complete or told what is missing, and never in the way."""

import csv
import hashlib
import json
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Event

import psutil
import pytest

from analysis.narrowing import narrowed
from analysis.selection import EVERYTHING
from domain.problems import Doing, Entries, Problem, ProblemType, Step
from export.pack.catalogue import PARTS
from export.pack.making import into_folder, into_zip
from export.pack.studio import Studio
from export.refusals import PackStoppedError
from texts import catalogue

pytestmark = pytest.mark.xdist_group("browser")
EVERY = list(PARTS.values())
STEPS = (Step(Doing.RAISE, "", "张三", datetime(2026, 9, 1, tzinfo=UTC)),)


def browser_processes():
    below = psutil.Process().children(recursive=True)
    return [one for one in below if "chrom" in one.name()]


def of_one_unit(whole):
    chosen = EVERYTHING.choosing("unit", (whole.board.plan.unit_names[0],))
    board = narrowed(whole.board, chosen.at(whole.period))
    watched = replace(whole.watched, board=board)
    return replace(whole, board=board, watched=watched, charts=("owed",))


def test_a_pack_made_twice_from_the_same_version_is_the_same_byte_for_byte(
    engine, few, t, tmp_path
):
    native = replace(few, native_charts=True)
    for name in ("one.zip", "two.zip"):
        subject = replace(native, board=native.board)  # nothing worked out is carried over
        into_zip(tmp_path / name, subject, EVERY, Studio(engine, t))
    with zipfile.ZipFile(tmp_path / "one.zip") as one, zipfile.ZipFile(tmp_path / "two.zip") as two:
        assert one.namelist() == two.namelist()
        different = [name for name in one.namelist() if one.read(name) != two.read(name)]
    assert different == []
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_the_manifest_tells_of_every_file_what_it_is_and_its_digest(engine, few, t, tmp_path):
    parts = [PARTS["png_full_page"], PARTS["pptx"]]
    listed = into_folder(tmp_path, few, parts, Studio(engine, t))
    assert json.loads((tmp_path / "清单.json").read_text("utf-8")) == json.loads(json.dumps(listed))
    assert len(listed) == 4
    for one in listed:
        raw = (tmp_path / one["file"]).read_bytes()
        assert one["sha256"] == hashlib.sha256(raw).hexdigest()
        assert one["version"] == few.board.version
        assert one["as_of"].startswith("截至")
        assert one["illustrative"] is True
        assert "示例数据" in one["file"]
        assert not one["why"]


def test_a_list_in_the_readers_words_tells_of_every_file_and_of_those_missing(blind, few, tmp_path):
    listed = into_folder(tmp_path, few, [PARTS["png_slide"], PARTS["xlsx"]], blind)
    mark, heads, *rows = csv.reader((tmp_path / "清单.csv").read_text("utf-8-sig").splitlines())
    assert mark[0].startswith("示例数据")
    assert heads[:4] == ["文件", "标题", "数据范围", "判定迟报和逾期的日期"]
    assert [row[1] for row in rows] == [one["title"] for one in listed]
    assert [row[0] for row in rows] == ["（没有这个文件）"] * 3 + [listed[-1]["file"]]
    assert [row[-2] for row in rows] == [one["why"] for one in listed]


@pytest.mark.parametrize(("language", "wide"), [("zh", True), ("en", False)])
def test_names_of_files_are_of_one_scheme_in_the_language_of_the_pack(
    blind, few, tmp_path, language, wide
):
    subject = replace(few, t=catalogue(language))
    into_folder(
        tmp_path, subject, [PARTS[key] for key in ("pptx", "docx", "xlsx", "open_data")], blind
    )
    *documents, table, manifest = sorted(
        (one.name for one in tmp_path.iterdir()), key=len, reverse=True
    )
    zone = subject.about("").zone
    assert all(name.startswith(f"{zone}_") for name in documents)
    assert len({name.rpartition(".")[0].rpartition("_")[2] for name in documents}) == 1  # the mark
    names = [name.rpartition(".")[0] for name in (*documents, table, manifest)]
    assert all(any("一" <= letter <= "鿿" for letter in name) is wide for name in names)


def test_killing_the_browser_in_mid_pack_loses_nothing(engine, few, t, tmp_path):
    killed = []

    def heard(progress):
        if progress.done in {1, 2}:  # and the browser that took its place, too
            doomed = browser_processes()
            killed.extend(doomed)
            for process in doomed:
                process.kill()

    studio = Studio(engine, t, heard=heard)
    listed = into_folder(tmp_path, few, [PARTS["png_half_page"]], studio)
    assert killed
    assert all(one["sha256"] for one in listed)


def test_without_a_browser_documents_come_and_say_which_pictures_they_lack(blind, few, tmp_path):
    parts = [PARTS["png_slide"], PARTS["pptx"], PARTS["docx"]]
    listed = into_folder(tmp_path, few, parts, blind)
    pictures, documents = listed[:3], listed[3:]
    assert [bool(one["sha256"]) for one in listed] == [False] * 3 + [True] * 2
    assert all("apt-get install" in one["why"] for one in pictures)
    assert [one["why"].split("：")[0] for one in documents] == [
        "2 张图改用可编辑图表。1 张图没有收入",
        "缺 3 张图",
    ]
    assert all(one["failed"] for one in listed)


def test_a_chart_with_nothing_to_show_is_no_failure(blind, whole, tmp_path):
    early = replace(whole, charts=("changed_done",), period=whole.board.periods[0])
    (one,) = into_folder(tmp_path, early, [PARTS["svg"]], blind)
    assert one["why"]
    assert not one["failed"]


def test_two_months_of_one_table_of_projects_have_no_picture_of_their_totals(
    blind, whole, tmp_path
):
    asked = replace(whole, charts=("changed_total",))
    (one,) = into_folder(tmp_path, asked, [PARTS["svg"]], blind)
    assert "同一版项目库" in one["why"]
    assert not one["failed"]


def test_a_stopped_pack_leaves_no_file(blind, few, t, tmp_path):
    stop = Event()
    studio = Studio(blind._engine, t, stop=stop, heard=lambda _: stop.set())  # noqa: SLF001
    with pytest.raises(PackStoppedError):
        into_zip(tmp_path / "pack.zip", few, EVERY, studio)
    assert list(tmp_path.iterdir()) == []


def test_a_pack_is_stopped_while_a_picture_is_being_drawn(few, t, tmp_path, engine):
    stop = Event()

    class Slow:
        def draw(self, *_, **more):
            stop.set()
            return engine.draw(*_, **more)

        def unavailable(self):
            return engine.unavailable()

    with pytest.raises(PackStoppedError):
        into_zip(tmp_path / "pack.zip", few, [PARTS["pdf"]], Studio(Slow(), t, stop=stop))


def test_several_kinds_of_pictures_lie_in_folders_of_their_own(engine, few, t, tmp_path):
    one_chart = replace(few, charts=("owed",))
    parts = [PARTS["png_half_page"], PARTS["svg"], PARTS["pdf"]]
    listed = into_folder(tmp_path, one_chart, parts, Studio(engine, t))
    folders = [one["file"].split("/")[0] for one in listed]
    assert folders == ["图片_A4半栏", "图片_SVG", "图片_PDF"]
    png, svg, pdf = ((tmp_path / one["file"]).read_bytes() for one in listed)
    assert (png[1:4], svg[:4], pdf[:5]) == (b"PNG", b"<svg", b"%PDF-")


def test_progress_is_told_step_by_step_to_the_end(blind, few, t, tmp_path):
    told = []
    studio = Studio(blind._engine, t, heard=told.append)  # noqa: SLF001 - the same without a browser
    into_folder(tmp_path, few, EVERY, studio)
    assert [one.done for one in told] == list(range(told[-1].of))


def test_filters_stand_in_every_file(blind, whole, tmp_path):
    part = of_one_unit(whole)
    listed = into_folder(tmp_path, part, [PARTS["pptx"], PARTS["docx"]], blind)
    assert all(part.about("").filters == one["filters"] != "" for one in listed)
    assert all("按条件筛选" in one["file"] for one in listed)


def test_the_ledger_of_the_month_comes_as_a_workbook_the_same_twice(blind, few, tmp_path):
    made = [into_folder(tmp_path / name, few, [PARTS["xlsx"]], blind) for name in ("one", "two")]
    assert made[0] == made[1]
    assert all(one["file"].endswith(".xlsx") and one["sha256"] for one in made[0])


def test_open_data_in_a_pack_is_the_whole_ledger_whatever_is_chosen(blind, whole, tmp_path):
    part = of_one_unit(whole)
    (one,) = into_folder(tmp_path, part, [PARTS["open_data"]], blind)
    assert one["filters"] == ""
    with zipfile.ZipFile(tmp_path / one["file"]) as packed:
        listed = json.loads(packed.read("manifest.json"))
    assert len(part.board.items) < len(whole.board.items)
    assert listed["rows"]["projects"] == len(whole.board.projects)


def test_the_open_problems_of_the_ledger_are_listed_as_the_circular_counts_them(whole):
    entries = Entries("用地指标未落实", ProblemType.LAND, whole.board.plan.unit_names[0])
    raised = Problem(1, entries, "张三", date(2026, 9, 1), frozenset(), STEPS, 1)
    closed = replace(raised, number=2, closed_on=date(2026, 10, 1))
    seen = replace(whole.watched, problems=(raised, closed))
    part = replace(whole, watched=seen)
    assert [row[0] for row in part.listings[-1].rows] == ["1"]
    assert "未销号的问题 1 个" in part.circular.text
