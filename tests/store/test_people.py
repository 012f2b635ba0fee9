"""Accounts, passwords, sessions and the question before every write."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from domain.audited import Event, Via
from domain.periods import Period
from domain.roles import Action, Role
from domain.warnings import Act as Doing
from ingest.context import Uploader
from store import (
    accounts,
    administration,
    audit,
    authority,
    mappings,
    passwords,
    reporting_rights,
    sessions,
    signing_in,
    staging,
)
from store import people_schema as people
from store.accounts import Account
from store.acts import append
from store.ledger import Ledger
from store.people_refusals import (
    AccountExistsError,
    CombinationError,
    ForbiddenError,
    LockedOutError,
    OwnAccountError,
    TypedNameError,
    UnboundReporterError,
    WeakPasswordError,
    WrongPasswordError,
)
from store.signed import Signed
from store.warning_acts import act_on, key_of
from tests.store.made import CLICK, NOON, a_report, progress, projects, tasks

PHRASE = "一匹正确的马配一枚订书钉的电池"
ADDRESS = "10.1.2.3"
PLAN_PROJECT = {
    "project_id": "P01",
    "project_name": "新乡氢能产业园",
    "responsible_units": "财政局",
}
OF_OTHERS = PLAN_PROJECT | {
    "project_id": "P02",
    "project_name": "乙",
    "responsible_units": "审计局",
}


@pytest.fixture
def office(copied):
    """A ledger with one project of 财政局, one of 审计局, and an account for each role."""
    with Ledger.open(copied(with_accounts)) as ledger:
        ledger.login_required = True
        yield ledger


def with_accounts(ledger):
    for number, file in enumerate((projects(PLAN_PROJECT, OF_OTHERS), tasks()), start=0):
        ledger.commit(file, actor="seed", at=NOON, base=number, token=f"seed {number}")
    ledger.login_required = True
    for role in Role:
        if role is not Role.CONSOLE:
            units = frozenset({"财政局"}) if role is Role.REPORTER else frozenset()
            made = Account(role.value, frozenset({role}), units)
            accounts.add(ledger, made, password_hash=None, by=authority.CONSOLE, at=NOON)


def commit_as(ledger, actor, *reports, at=NOON):
    file = progress(*(reports or (a_report(),)))
    base = ledger.version()
    return ledger.commit(file, actor=actor, at=at, base=base, token=f"click {base} {actor}")


WAYS = {
    Action.COMMIT: commit_as,
    Action.EDIT_REGISTRY: lambda ledger, who: ledger.commit(
        projects(), actor=who, at=NOON, base=ledger.version(), token=CLICK
    ),
    Action.CORRECT_EARLIER: lambda ledger, who: commit_as(ledger, who, a_report(period="2026-08")),
    Action.WITHDRAW: lambda ledger, who: ledger.withdraw(2, actor=who, at=NOON, reason="重复"),
    Action.STAGE: lambda ledger, who: staging.stage(ledger, b"1", "a.csv", actor=who, at=NOON),
    Action.MAP_HEADERS: lambda ledger, who: mappings.remember(
        ledger, "source", {"a": "b"}, actor=who, at=NOON
    ),
    Action.PUT_RULES: lambda ledger, who: append(
        ledger, "rules", "rules", {}, actor=who, at=NOON, seen=0
    ),
    Action.RECORD_RECEIPT: lambda ledger, who: append(
        ledger, "receipt", "3", {}, actor=who, at=NOON, seen=0
    ),
    Action.WORK_PROBLEM: lambda ledger, who: append(
        ledger, "problem", "1", {}, actor=who, at=NOON, seen=0
    ),
    Action.EXPLAIN_WARNING: lambda ledger, who: act_on(
        ledger, a_warning("财政局"), Doing.EXPLAIN, "设备晚到", actor=who, at=NOON, seen=0
    ),
    Action.JUDGE_WARNING: lambda ledger, who: act_on(
        ledger, a_warning("财政局"), Doing.CLOSE, "误报", actor=who, at=NOON, seen=0
    ),
}


MANAGED = {
    "add": lambda ledger, who: accounts.add(
        ledger, Account("新人", frozenset({Role.AUDITOR})), password_hash=None, by=who, at=NOON
    ),
    "make": lambda ledger, who: administration.make(
        ledger, "新人", frozenset({Role.EDITOR}), frozenset(), by=who, at=NOON
    ),
    "roles": lambda ledger, who: administration.give(
        ledger, "viewer", frozenset({Role.AUDITOR}), frozenset(), by=who, at=NOON
    ),
    "close": lambda ledger, who: administration.close(
        ledger, "viewer", closed=True, by=who, at=NOON
    ),
    "change": lambda ledger, who: accounts.change(
        ledger, Account("viewer", frozenset({Role.ADMINISTRATOR})), by=who, at=NOON
    ),
    "password": lambda ledger, who: administration.reset(ledger, "viewer", by=who, at=NOON),
    "a password of one's own choice": lambda ledger, who: accounts.set_password(
        ledger, "viewer", "hash", by=who, at=NOON
    ),
    "unlock": lambda ledger, who: signing_in.unlock(ledger, "viewer", by=who, at=NOON),
    "sessions": lambda ledger, who: sessions.end_all(ledger, "viewer", by=who, at=NOON),
    "list": lambda ledger, who: administration.standing(ledger, by=who, at=NOON),
}


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CONSOLE])
@pytest.mark.parametrize("act", MANAGED)
def test_accounts_are_managed_by_whom_the_table_names(office, act, role):
    who = Signed(role.value if role is not Role.VIEWER else "closed")
    closed = Account("closed", frozenset({Role.ADMINISTRATOR}), closed=True)
    accounts.add(office, closed, password_hash=None, by=authority.CONSOLE, at=NOON)
    if authority.may(office, who, Action.MANAGE_ACCOUNTS):
        assert role is Role.ADMINISTRATOR
        MANAGED[act](office, who)
        return
    before = accounts.every(office)
    with pytest.raises(ForbiddenError):
        MANAGED[act](office, who)
    assert accounts.every(office) == before
    newest = audit.read(office)[0]
    assert (newest.event, newest.said["action"]) == (Event.REFUSED, Action.MANAGE_ACCOUNTS)


@pytest.mark.parametrize("act", MANAGED)
def test_an_administrators_typed_name_manages_nothing(office, act):
    with pytest.raises(TypedNameError):
        MANAGED[act](office, "administrator")


def test_an_administrator_does_not_shut_themselves_out(office):
    own, at = Signed("administrator"), {"by": Signed("administrator"), "at": NOON}
    with pytest.raises(OwnAccountError):
        administration.close(office, own, closed=True, **at)
    with pytest.raises(OwnAccountError):
        administration.give(office, own, frozenset({Role.EDITOR}), frozenset(), **at)
    with pytest.raises(OwnAccountError):
        administration.reset(office, own, **at)
    assert accounts.get(office, own).roles == {Role.ADMINISTRATOR}


def test_a_first_password_opens_once_and_stands_in_no_book(office):
    who = Signed("administrator")
    first = administration.make(
        office, "新人", frozenset({Role.VIEWER}), frozenset(), by=who, at=NOON
    )
    second = administration.reset(office, "新人", by=who, at=NOON)
    assert accounts.get(office, "新人").must_change
    with pytest.raises(WrongPasswordError):
        signing_in.must_know(office, "新人", first, address=ADDRESS, at=NOON)
    signing_in.must_know(office, "新人", second, address=ADDRESS, at=NOON)
    book = "".join(audit.lines(office))
    assert first not in book
    assert second not in book


def test_who_was_locked_out_may_be_let_try_again(office):
    for _ in range(5):
        with pytest.raises(WrongPasswordError):
            signing_in.must_know(office, "viewer", "x", address=ADDRESS, at=NOON)
    assert signing_in.is_locked(office, "viewer", NOON)
    signing_in.unlock(office, "viewer", by=Signed("administrator"), at=NOON)
    assert not signing_in.is_locked(office, "viewer", NOON)
    assert audit.read(office)[0].said["did"] == "unlocked"


def a_warning(unit):
    return key_of("behind", "项目", "P01", unit, "2026-10", "")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CONSOLE])
@pytest.mark.parametrize("action", WAYS)
def test_a_service_does_what_the_table_says_of_the_account(office, action, role):
    who = Signed(role.value)
    if authority.may(office, who, action):
        WAYS[action](office, who)
        return
    before = office.version()
    with pytest.raises(ForbiddenError) as refused:
        WAYS[action](office, who)
    assert authority.may(office, who, refused.value.action) is False
    assert office.version() == before
    newest = audit.read(office)[0]
    assert (newest.event, newest.actor) == (Event.REFUSED, role.value)


@pytest.mark.parametrize("action", WAYS)
def test_a_name_that_was_typed_acts_for_nobody_once_people_sign_in(office, action):
    with pytest.raises(TypedNameError):
        WAYS[action](office, "editor")


def test_without_a_login_whoever_is_at_the_machine_does_all_business(ledger):
    projects_, tasks_ = projects(PLAN_PROJECT), tasks()
    for number, file in enumerate((projects_, tasks_)):
        ledger.commit(file, actor="张三", at=NOON, base=number, token=str(number))
    assert commit_as(ledger, "张三", a_report(period="2026-01")).actor == "张三"
    assert authority.may(ledger, "张三", Action.PUT_RULES)
    assert not authority.may(ledger, "张三", Action.MANAGE_ACCOUNTS)


@pytest.mark.parametrize(
    "report",
    [
        pytest.param(a_report("P02", unit="审计局"), id="another unit's own"),
        pytest.param(a_report("P02", unit="财政局"), id="its unit claimed, the item another's"),
        pytest.param(a_report("P01", unit="审计局"), id="its item, another unit claimed"),
        pytest.param(a_report("P99", unit="财政局"), id="an item the registry does not know"),
    ],
)
def test_a_reporter_commits_nothing_of_other_units(office, report):
    own = a_report("P01", unit="财政局")
    with pytest.raises(ForbiddenError) as refused:
        commit_as(office, Signed("reporter"), own, report)
    assert office.version() == 2
    place = {"file": "十月进展.xlsx", "row": "2", "unit": report["responsible_unit"]}
    assert refused.value.text_key == "role.foreign_row"
    assert place.items() <= refused.value.more.items()
    assert place.items() <= audit.read(office)[0].said.items()


def test_a_preview_knows_what_the_commit_would_refuse(office):
    reporter = reporting_rights.uploader(office, Signed("reporter"), NOON)
    assert reporter == Uploader(
        own_units=frozenset({"财政局"}), may_edit_registry=False, earliest=Period(2026, 10)
    )
    assert reporting_rights.uploader(office, Signed("editor"), NOON) == Uploader()
    assert not reporting_rights.uploader(office, Signed("viewer"), NOON).may_upload


def test_a_reporter_explains_no_warning_of_another_unit(office):
    with pytest.raises(ForbiddenError):
        act_on(
            office,
            a_warning("审计局"),
            Doing.EXPLAIN,
            "设备晚到",
            actor=Signed("reporter"),
            at=NOON,
            seen=0,
        )


def test_a_lost_role_is_lost_at_the_next_call(office):
    commit_as(office, Signed("editor"))
    demoted = accounts.with_roles(accounts.get(office, "editor"), {Role.VIEWER}, ())
    accounts.change(office, demoted, by=authority.CONSOLE, at=NOON)
    with pytest.raises(ForbiddenError):
        commit_as(office, Signed("editor"), a_report(ppm=600_000))


def test_a_staged_sheet_is_its_uploaders(office):
    token = staging.stage(office, b"1", "a.csv", actor=Signed("editor"), at=NOON)
    assert staging.staged(office, token, actor=Signed("editor")).raw == b"1"
    with pytest.raises(staging.NotStagedError):
        staging.staged(office, token, actor=Signed("reporter"))


def test_an_account_is_made_once_and_its_roles_make_sense(office):
    def add(name, *roles, units=()):
        made = Account(name, frozenset(roles), frozenset(units))
        accounts.add(office, made, password_hash=None, by=authority.CONSOLE, at=NOON)

    with pytest.raises(AccountExistsError):
        add("editor", Role.EDITOR)
    with pytest.raises(CombinationError):
        add("两头", Role.AUDITOR, Role.ADMINISTRATOR)
    with pytest.raises(UnboundReporterError):
        add("填报", Role.REPORTER)


class TestSessions:
    def test_only_a_digest_of_the_token_is_kept(self, office):
        token = sessions.begin(office, "editor", address=ADDRESS, at=NOON)
        with office.reading() as connection:
            kept = [str(row) for row in connection.execute(sa.select(people.session))]
        assert len(token) >= 43
        assert not any(token in row for row in kept)

    @pytest.mark.parametrize(
        ("minutes", "there"), [(0, True), (29, True), (31, False), (13 * 60, False)]
    )
    def test_it_ends_after_half_an_hour_without_a_move(self, office, minutes, there):
        token = sessions.begin(office, "editor", address=ADDRESS, at=NOON)
        then = NOON + timedelta(minutes=minutes)
        found = sessions.current(office, token, at=then, touch=True)
        assert (found is not None and found.name == "editor") is there

    def test_it_ends_after_twelve_hours_however_busy(self, office):
        token = sessions.begin(office, "editor", address=ADDRESS, at=NOON)
        for minutes in range(0, 12 * 60, 20):
            now = NOON + timedelta(minutes=minutes)
            assert sessions.current(office, token, at=now, touch=True)
        assert (
            sessions.current(office, token, at=NOON + timedelta(hours=12, seconds=1), touch=True)
            is None
        )

    def test_an_open_page_that_only_asks_for_news_keeps_nobody_signed_in(self, office):
        token = sessions.begin(office, "editor", address=ADDRESS, at=NOON)
        for minutes in (10, 20, 29):
            now = NOON + timedelta(minutes=minutes)
            assert sessions.current(office, token, at=now, touch=False)
        assert sessions.current(office, token, at=NOON + timedelta(minutes=31), touch=False) is None

    def test_signing_out_changed_roles_and_a_closed_account_end_it(self, office):
        first, second, third = (
            sessions.begin(office, "editor", address=ADDRESS, at=NOON) for _ in range(3)
        )
        sessions.end(office, first, at=NOON)
        assert sessions.current(office, first, at=NOON, touch=True) is None
        assert sessions.current(office, second, at=NOON, touch=True) is not None
        assert sessions.end_all(office, "editor", by=authority.CONSOLE, at=NOON) == 2
        assert sessions.current(office, third, at=NOON, touch=True) is None

    def test_a_made_up_token_is_nobodys(self, office):
        assert sessions.current(office, "0" * 43, at=NOON, touch=True) is None
        sessions.end(office, "0" * 43, at=NOON)


class TestPasswords:
    @pytest.fixture
    def person(self, office):
        kept = passwords.hashed(PHRASE)
        accounts.choose_password(office, Signed("editor"), kept, at=NOON)
        return office

    def test_the_right_one_opens_and_the_wrong_one_does_not(self, person):
        signing_in.must_know(person, "editor", PHRASE, address=ADDRESS, at=NOON)
        for name, said in (("editor", PHRASE + "。"), ("nobody", PHRASE), ("viewer", "")):
            with pytest.raises(WrongPasswordError):
                signing_in.must_know(person, name, said, address=ADDRESS, at=NOON)

    def test_after_five_failures_not_even_the_right_one_is_looked_at(self, person):
        for _ in range(5):
            with pytest.raises(WrongPasswordError):
                signing_in.must_know(person, "editor", "x", address=ADDRESS, at=NOON)
        with pytest.raises(LockedOutError):
            signing_in.must_know(person, "editor", PHRASE, address="10.9.9.9", at=NOON)
        later = NOON + timedelta(minutes=6)
        signing_in.must_know(person, "editor", PHRASE, address=ADDRESS, at=later)
        assert [one.event for one in audit.read(person)].count(Event.LOCKED_OUT) == 1

    def test_one_address_does_not_try_one_password_on_everybody(self, person):
        for number in range(20):
            with pytest.raises(WrongPasswordError):
                signing_in.must_know(person, f"p{number}", "x", address=ADDRESS, at=NOON)
        with pytest.raises(LockedOutError):
            signing_in.must_know(person, "editor", PHRASE, address=ADDRESS, at=NOON)

    def test_what_is_kept_is_argon2id_as_owasp_asks(self):
        assert passwords.hashed(PHRASE).startswith("$argon2id$v=19$m=19456,t=2,p=1$")

    @pytest.mark.parametrize(
        ("said", "why"),
        [
            ("十一个字不够长啊啊啊", "short"),
            ("编" * 300, "long"),
            ("zhangsan-zhangsan", "plain"),
            ("aaaaaaaaaaaaa", "plain"),
            ("password12345", "common"),
        ],
    )
    def test_what_is_guessed_first_is_refused(self, said, why):
        with pytest.raises(WeakPasswordError) as refused:
            passwords.must_be_strong(said, "zhangsan")
        assert refused.value.text_key == f"account.weak_{why}"

    def test_changing_it_needs_the_old_one_and_ends_every_session(self, person):
        token = sessions.begin(person, "editor", address=ADDRESS, at=NOON)
        new = PHRASE[::-1]
        with pytest.raises(WrongPasswordError):
            signing_in.change_password(person, "editor", "x", new, address=ADDRESS, at=NOON)
        signing_in.change_password(person, "editor", PHRASE, new, address=ADDRESS, at=NOON)
        assert sessions.current(person, token, at=NOON, touch=False) is None
        signing_in.must_know(person, "editor", new, address=ADDRESS, at=NOON)

    def test_what_was_typed_as_a_name_is_kept_nowhere(self, person):
        with pytest.raises(WrongPasswordError):
            signing_in.must_know(person, PHRASE, "editor", address=ADDRESS, at=NOON)
        assert not [
            one for one in audit.lines(person) if PHRASE in one.encode().decode("unicode_escape")
        ]


def test_who_signed_in_by_which_door_is_written_down(office):
    sessions.begin(office, "editor", address=ADDRESS, at=NOON)
    commit_as(office, Signed("editor"))
    accounts.change(office, accounts.get(office, "viewer"), by=authority.CONSOLE, at=NOON)
    changed, committed, signed_in = audit.read(office)[:3]
    assert (changed.event, changed.actor, changed.via) == (
        Event.ACCOUNT_CHANGED,
        "console",
        Via.CONSOLE,
    )
    assert (committed.event, committed.actor, committed.said["version"]) == (
        Event.COMMITTED,
        "editor",
        3,
    )
    assert (signed_in.event, signed_in.said["address"], signed_in.via) == (
        Event.SIGNED_IN,
        ADDRESS,
        Via.WEB,
    )


def test_the_ledger_opened_bare_is_a_library_and_asks_nobody(url):
    with Ledger.open(url) as bare:
        assert not bare.login_required
