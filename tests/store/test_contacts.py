"""Phone and identity numbers of others, hidden before anything is made of a table."""

import pytest

from domain.contacts import masked
from domain.roles import Role
from ingest.report import SheetKind
from store import accounts, authority
from store.accounts import Account
from store.contacts import eyes_of, hidden, hidden_changes
from store.difference import diff
from store.signed import Signed
from store.tables import tables
from tests.store.made import CLICK, NOON, a_report, commit, progress

PHONE, HIDDEN = "请联系王芳13812345678", "请联系王芳138****5678"


@pytest.fixture
def office(sqlite_ledger):
    own = a_report("P01", unit="财政局", progress_text=PHONE, reporter="王芳 0373-3051234")
    others = a_report("P02", unit="审计局", progress_text=PHONE)
    commit(sqlite_ledger, progress(own, others))
    sqlite_ledger.login_required = True
    for role in set(Role) - {Role.CONSOLE}:
        units = frozenset({"财政局"}) if role is Role.REPORTER else frozenset()
        made = Account(role.value, frozenset({role}), units)
        accounts.add(sqlite_ledger, made, password_hash=None, by=authority.CONSOLE, at=NOON)
    return sqlite_ledger


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.EDITOR, [PHONE, PHONE]),
        (Role.SUPERVISOR, [PHONE, PHONE]),
        (Role.REPORTER, [PHONE, HIDDEN]),
        (Role.VIEWER, [HIDDEN, HIDDEN]),
        (Role.AUDITOR, [HIDDEN, HIDDEN]),
        (Role.ADMINISTRATOR, [HIDDEN, HIDDEN]),
    ],
)
def test_each_role_sees_the_numbers_it_needs(office, role, seen):
    now = tables(office)
    shown = hidden(now, eyes_of(office, Signed(role.value)))
    assert shown.reports["progress_text"].tolist() == seen
    assert shown.reports.dtypes.equals(now.reports.dtypes)


def test_what_changed_shows_no_more_than_the_table(office):
    office.login_required = False
    commit(
        office, progress(a_report("P02", unit="审计局", progress_text=PHONE + "。")), token=CLICK
    )
    changes = diff(office, 1, 2, SheetKind.PROGRESS)
    shown = hidden_changes(changes, frozenset({"财政局"}))
    assert {edit.before for edit in shown.edited if edit.column == "progress_text"} == {HIDDEN}
    assert "1234567" not in str(hidden_changes(changes, frozenset()))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("手机：138 1234 5678，座机(0373)3051234", "手机：138****5678，座机(0373)****34"),
        ("+86-13812345678", "+86-138****5678"),
        ("１３８１２３４５６７８", "１３８****５６７８"),
        ("电话3051234转802", "电话****34转802"),
        ("41070219900101123X", "410****3X"),
        ("总投资13812345678元，年度12000.5万元", "总投资13812345678元，年度12000.5万元"),
        ("2026-10-31完成61.5%，合同号20261031001", "2026-10-31完成61.5%，合同号20261031001"),
    ],
)
def test_numbers_are_told_from_amounts(written, shown):
    assert masked(written) == shown
