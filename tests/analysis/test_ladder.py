"""Which letter is due: others are needed, a first warning, the same again, one left unexplained."""

from analysis.ladder import left_out, steps
from analysis.metrics.columns import Raised
from domain.columns import Problems, Reports
from domain.letters import Letter, Why, WhyNot

DUE, SOON, LATE = "2026-10-26", "2026-11-05", "2026-11-06"
ORDER = ("财政局", "科学技术局")
ANSWERING = {("项目", "P01"): "科学技术局"}


def warning(rule="missing", item="T05", unit="财政局", life="raised", severity="red"):
    empty = dict.fromkeys(map(str, Raised))
    kind = "项目" if item.startswith("P") else "任务"
    place = {Reports.KIND: kind, Reports.ITEM_ID: item, Reports.RESPONSIBLE_UNIT: unit}
    return {**empty, **place, "rule": rule, "severity": severity, "life": life}


def due(*warned, before=(), problems=(), today=SOON):
    found = steps(
        list(warned), list(before), list(problems), ANSWERING, ORDER, due=DUE, today=today
    )
    return [(one.letter, one.responsible_unit, len(one.rows), one.why) for one in found]


def test_a_first_warning_urges():
    assert due(warning()) == [(Letter.URGING, "财政局", 1, (Why.FIRST,))]


def test_the_same_warning_two_months_running_is_supervised():
    assert due(warning(), before=[warning()]) == [(Letter.SUPERVISION, "财政局", 1, (Why.AGAIN,))]
    assert due(warning(), before=[warning(item="T06")])[0][0] is Letter.URGING


def test_what_nobody_explained_in_ten_days_is_supervised():
    assert due(warning(), today=LATE)[0] == (Letter.SUPERVISION, "财政局", 1, (Why.UNEXPLAINED,))
    assert due(warning(life="rejected"), today=LATE)[0][0] is Letter.SUPERVISION
    assert due(warning(life="explained"), today=LATE)[0][0] is Letter.URGING


def test_what_is_accepted_or_closed_calls_for_no_letter():
    assert due(warning(life="accepted"), warning(life="closed"), today=LATE) == []


def test_notes_and_yellow_lights_call_for_no_letter():
    assert due(warning("units_disagree", severity="note")) == []
    assert due(warning("behind", "P01", None, severity="yellow")) == []


def test_what_stands_in_no_letter_is_told_by_rule_and_why():
    yellow = warning("behind", "P01", None, severity="yellow")
    note = warning("units_disagree", severity="note")
    settled = [warning(life="accepted"), warning("units_disagree", severity="note", life="closed")]
    nobody = warning("behind", "P99", None)
    every = [nobody, note, yellow, warning(), warning("late", severity="yellow"), *settled]
    assert left_out(every, ANSWERING) == {
        ("missing", WhyNot.SETTLED): [settled[0]],
        ("behind", WhyNot.YELLOW): [yellow],
        ("behind", WhyNot.NOBODY): [nobody],
        ("units_disagree", WhyNot.SETTLED): [settled[1]],
        ("units_disagree", WhyNot.NOTE): [note],
    }


def test_a_warning_about_a_whole_item_goes_to_the_unit_that_answers_for_it():
    assert due(warning("behind", "P01", None))[0][:2] == (Letter.URGING, "科学技术局")
    assert due(warning("behind", "P99", None)) == []


def test_a_problem_that_needs_others_is_coordinated_by_its_owner_not_by_who_reported_it():
    problem = {Problems.OWNER: "科学技术局", Reports.RESPONSIBLE_UNIT: "财政局"}
    assert due(problems=[problem]) == [(Letter.COORDINATION, "科学技术局", 1, (Why.NEEDS_OTHERS,))]


def test_an_owner_that_the_plan_names_no_longer_still_has_its_letter():
    assert due(problems=[{Problems.OWNER: "原招商局"}])[0][:2] == (Letter.COORDINATION, "原招商局")


def test_letters_stand_by_unit_and_up_the_ladder():
    problem = {Problems.OWNER: "财政局"}
    again = warning(item="T06")
    found = due(warning(unit="科学技术局"), warning(), again, before=[again], problems=[problem])
    assert [one[:2] for one in found] == [
        (Letter.COORDINATION, "财政局"),
        (Letter.URGING, "财政局"),
        (Letter.SUPERVISION, "财政局"),
        (Letter.URGING, "科学技术局"),
    ]
