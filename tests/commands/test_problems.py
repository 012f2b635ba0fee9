"""Problems and people's projects on the command line: listed, raised, changed, closed, as CSV."""

import csv
import json

import pytest

import manage

LAND = ("problem", "raise", "--type", "用地", "--owner", "财政局", "--text", "用地未批")
WHO = ("--actor", "李四")


@pytest.fixture(autouse=True)
def a_ledger_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setenv("PLAN_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.fixture
def run(capsys):
    def run_(*arguments, ends_with=0):
        assert manage.main([*map(str, arguments)]) == ends_with
        printed = capsys.readouterr().out
        return json.loads(printed) if "--json" in arguments else printed

    return run_


def test_a_problem_goes_its_way_from_raising_to_reopening(run):
    assert "第 1 号" in run(*LAND, "--item", "P03", "--due", "2099-12-31", *WHO)
    change = ("--owner", "关堤乡", "--due", "2099-11-30", "--text", "属地解决")
    run("problem", "change", 1, *change, *WHO)
    run("problem", "close", 1, "--text", "批复已取得", *WHO)
    assert run("supervise", "problems", "--json") == []
    run("problem", "reopen", 1, "--text", "批复被撤销", *WHO)
    (told,) = run("supervise", "problems", "--json")
    assert (told["owner_unit"], told["due_on"], told["item_id"], told["item_kind"]) == (
        "关堤乡",
        "2099-11-30",
        "P03",
        "项目",
    )
    assert [step["did"] for step in told["steps"]] == ["raise", "change", "close", "reopen"]
    assert "批复被撤销" in run("problem", "show", 1)


def test_a_problem_of_the_type_of_an_open_one_about_its_item_is_raised_with_a_hint(run):
    run(*LAND, "--item", "P03", *WHO)
    assert "提示" not in run(*LAND, "--item", "P04", *WHO)
    again = run(*LAND[:-1], "示例：用地未批", "--item", "P03", *WHO)
    assert "已登记为第 3 号问题。" in again
    assert "提示：这一事项已有未销号的同类问题：第 1 号“用地未批”" in again
    for number in (1, 3):
        run("problem", "close", number, "--text", "批复已取得", *WHO)
    assert "提示" not in run(*LAND, "--item", "P03", *WHO)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((*LAND[:4], *WHO), "--owner"),
        (("problem", "raise", "--owner", "财政局", *WHO), "--type"),
        ((*LAND, "--item", "P99", *WHO), "P99"),
        ((*LAND[:5], "某局", *LAND[6:], *WHO), "某局"),
        (LAND, "操作人"),
        ((*LAND, "--due", "2020-01-01", *WHO), "2020-01-01"),
        (("problem", "close", *WHO), "NUMBER"),
        (("problem", "close", 7, "--text", "已解决", *WHO), "第 7 号"),
        (("problem", "show", 7), "第 7 号"),
        (("problem", "raise", "--stated", "abc", "--owner", "财政局", *WHO), "abc"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(run, arguments, said):
    printed = run(*arguments, ends_with=1)
    assert said in printed
    assert len(printed.strip().splitlines()) == 1


def test_a_problem_is_closed_with_evidence_only(run):
    run(*LAND, *WHO)
    assert "销号依据" in run("problem", "close", 1, *WHO, ends_with=1)


def test_what_reports_state_is_listed_and_raised_by_its_key(run):
    run("demo", "--no-serve")
    waiting = run("supervise", "problems", "--state", "unregistered", "--json")
    one = next(one for one in waiting if one["item_id"] == "P07")
    assert one["still_stated"]
    run("problem", "raise", "--stated", one["key"], "--owner", "财政局", *WHO)
    (raised,) = run("supervise", "problems", "--json")
    assert (raised["problem_text"], raised["problem_type"], raised["item_id"]) == (
        one["problem_text"],
        "资金",
        "P07",
    )
    left = run("supervise", "problems", "--state", "unregistered", "--json")
    assert one["key"] not in [each["key"] for each in left]
    other = left[0]["key"]
    run("problem", "join", 1, "--stated", other, *WHO)
    after = run("supervise", "problems", "--state", "unregistered", "--json")
    assert other not in [each["key"] for each in after]


def test_the_ledger_of_problems_is_a_csv_that_bears_the_mark_of_illustrative_data(run, tmp_path):
    run("demo", "--no-serve")
    run(*LAND[:-1], "=1+1", *WHO)
    run("supervise", "problems", "--csv", tmp_path / "out" / "problems.csv")
    text = (tmp_path / "out" / "problems.csv").read_text("utf-8-sig")
    mark, head, row = csv.reader(text.splitlines())
    assert "示例数据" in mark[0]
    cells = dict(zip(head, row, strict=True))
    assert (cells["问题号"], cells["问题类型"], cells["责任单位"]) == ("1", "用地", "财政局")
    assert cells["存在问题"] == "'=1+1"


def test_a_plan_that_names_no_leader_says_so(run):
    assert "分包领导" in run("supervise", "mine", ends_with=1)
    assert "首席服务专员" in run("supervise", "mine", "--officer", ends_with=1)


@pytest.mark.usefixtures("the_year")
def test_everybody_in_charge_and_one_persons_projects_are_listed(run, tmp_path):
    when = ("--today", "2026-11-01")
    everybody = run("supervise", "mine", *when, "--json")
    counts = {one["person"]: (one["projects"], one["open_problems"]) for one in everybody}
    assert counts == {"示例领导甲": (4, 2), "示例领导乙": (3, 0), "示例领导丙": (3, 1)}
    printed = run("supervise", "mine", *when)
    assert printed.startswith("姓名\t")
    head, *people = (line.split("\t") for line in printed.splitlines())
    columns = ("姓名", "未销号问题", "其中逾期")
    shown = {tuple(one[head.index(name)] for name in columns) for one in people}
    assert shown == {("示例领导甲", "2", "1"), ("示例领导乙", "0", "0"), ("示例领导丙", "1", "1")}
    assert "green" not in run("supervise", "mine", "--leader", "示例领导甲", *when)
    unknown = run("supervise", "mine", "--leader", "李四", *when, ends_with=1)
    assert unknown.strip().endswith(
        "没有名为“李四”的分包领导；现有：示例领导丙、示例领导乙、示例领导甲。"
    )
    mine = run("supervise", "mine", "--leader", "示例领导甲", *when, "--json")
    assert [one["item_id"] for one in mine] == ["P01", "P04", "P07", "P10"]
    run("supervise", "mine", "--officer", "示例专员甲", *when, "--csv", tmp_path / "mine.csv")
    rows = list(csv.reader((tmp_path / "mine.csv").read_text("utf-8-sig").splitlines()))
    assert "示例数据" in rows[0][0]
    assert [row[0] for row in rows[2:]] == ["P01", "P05", "P09"]
