import pytest

from domain.periods import Period
from domain.roles import Action
from store import (
    engine_refusals,
    people_refusals,
    problem_refusals,
    refusals,
    rule_refusals,
    schema,
    warning_refusals,
)
from store.refusals import BlankError, LedgerError, RefusedRowsError, StaleBaseError
from texts import catalogue

REFUSED = [
    StaleBaseError(previewed=1, current=2),
    RefusedRowsError("empty", column="period", row=3),
    refusals.NewerDatabaseError(found=2, known=1),
    refusals.TokenReusedError(),
    refusals.ActedMeanwhileError(number=7, actor="甲"),
    refusals.ReceivedLaterError(version=7, day="2026-11-24", uploaded="2026-11-23"),
    refusals.NotStagedError(),
    *(BlankError(field) for field in ("actor", "reason", "token", "filename", "target_reason")),
    *(kind(7) for kind in (refusals.AlreadyUploadedError, refusals.UnknownVersionError)),
    refusals.WithdrawnError(7),
    warning_refusals.OwnExplanationError(actor="甲"),
    rule_refusals.RuleUnchangedError(name="从严", effective=Period(2026, 11)),
    rule_refusals.RuleNameTakenError(name="从严", effective=Period(2026, 11)),
    *(refusals.NotReceivableError(version=7, why=why) for why in ("other_table", "withdrawn")),
    *(
        refusals.CalendarError(rule, file="holidays.csv", row=3, said="x")
        for rule in ("columns", "encoding", "day", "what", "twice", "empty", "year")
    ),
    *(people_refusals.ForbiddenError(action) for action in (Action.COMMIT, Action.READ_AUDIT)),
    *(
        kind()
        for kind in (
            people_refusals.TypedNameError,
            people_refusals.NamelessError,
            people_refusals.CombinationError,
            people_refusals.RolelessError,
            people_refusals.OwnAccountError,
            people_refusals.UnboundReporterError,
            people_refusals.WrongPasswordError,
        )
    ),
    *(
        kind("甲")
        for kind in (
            people_refusals.UnknownAccountError,
            people_refusals.AccountExistsError,
            people_refusals.RoleMissingError,
            people_refusals.UnknownUnitError,
        )
    ),
    people_refusals.UnknownRoleError("甲", "viewer"),
    people_refusals.LockedOutError(5),
    problem_refusals.ProblemRaisedError(7, "甲"),
    problem_refusals.ProblemDueError(due="2026-09-01", raised="2026-09-02"),
    *(
        kind(7)
        for kind in (
            problem_refusals.ProblemUnknownError,
            problem_refusals.ProblemClosedError,
            problem_refusals.ProblemOpenError,
            problem_refusals.ProblemSameError,
        )
    ),
    *(BlankError(f"problem_{field}") for field in ("text", "reason", "evidence")),
    *(refusals.UnknownVersionError(version, 8) for version in (7, 9)),
    *(refusals.NotWrittenError(action, "here") for action in ("backup", "export")),
    refusals.SecretsUnreadableError("secrets.toml", "line 1"),
    refusals.BaselineError(version=1),
    refusals.BrokenChainError(7),
    refusals.DamagedTextError(),
    *(refusals.DamagedError(what, version=7) for what in ("rows", "original")),
    *(
        refusals.LedgerUnavailableError("why", cause)
        for cause in ("locked", "full", "readonly", "stopping")
    ),
    *(
        kind("here")
        for kind in (
            refusals.UnsupportedDatabaseError,
            refusals.DriverMissingError,
            engine_refusals.EngineUnknownError,
            engine_refusals.EngineMissingError,
            engine_refusals.EngineAwayError,
            refusals.LedgerUnavailableError,
            refusals.DamagedError,
            refusals.NotEmptyError,
        )
    ),
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("refusal", REFUSED, ids=lambda refusal: refusal.entry)
def test_every_refusal_has_its_sentence(refusal, language):
    assert catalogue(language)(refusal.text_key, **refusal.more)


def test_no_refusal_is_forgotten_above():
    people = people_refusals.PeopleError  # a family of its own; words of two depend on settings
    elsewhere = {people_refusals.WeakPasswordError, people_refusals.LoginSettingError}
    kinds = {*LedgerError.__subclasses__(), *refusals.DamagedError.__subclasses__()} - {people}
    kinds |= (
        set(people.__subclasses__()) - elsewhere
    )  # tests/store/test_people, tests/ui/test_start
    assert {type(one) for one in REFUSED} == kinds


def test_why_the_database_is_away_is_not_told_to_every_reader():
    away = refusals.LedgerUnavailableError("connection to 10.0.0.5 failed")
    assert "10.0.0.5" not in catalogue("zh")(away.text_key, **away.more)


def test_no_column_has_a_name_that_another_database_reserves():
    names = {column.name for table in schema.METADATA.tables.values() for column in table.c}
    assert not names & {"at", "order", "user", "end", "unit", "value"}
