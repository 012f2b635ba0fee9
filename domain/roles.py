"""Who may do what: one table of roles and actions; what it does not allow is denied."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations


class Role(StrEnum):
    """What a person is to the plan. One account may have several, but see ``FORBIDDEN``."""

    VIEWER = "viewer"  # 领导: reads
    REPORTER = "reporter"  # 填报人: reports for the responsible units it is bound to
    EDITOR = "editor"  # 编辑: keeps the ledger of all units
    SUPERVISOR = "supervisor"  # 督查: works warnings, problems and rules
    ADMINISTRATOR = "administrator"  # 系统管理员: accounts, and no business at all
    AUDITOR = "auditor"  # 审计员: reads everything that was done, does nothing
    CONSOLE = "console"  # 服务器命令行: whoever may run manage.py; no account has it


class Action(StrEnum):
    """What can be asked for. An action that stands nowhere in ``TABLE`` is denied to everybody."""

    SEE_FIGURES = "see_figures"
    EXPORT_FIGURES = "export_figures"
    SEE_CONTACTS = "see_contacts"  # phone and identity numbers in what people wrote
    GET_ORIGINAL = "get_original"  # the file as it was uploaded
    STAGE = "stage"  # read a sheet and see what it would change
    COMMIT = "commit"
    CORRECT_EARLIER = "correct_earlier"  # report a month before the last finished one
    EDIT_REGISTRY = "edit_registry"  # commit a table of projects or tasks
    MAP_HEADERS = "map_headers"
    WITHDRAW = "withdraw"
    RECORD_RECEIPT = "record_receipt"
    EXPLAIN_WARNING = "explain_warning"
    JUDGE_WARNING = "judge_warning"
    WORK_PROBLEM = "work_problem"
    PUT_RULES = "put_rules"
    EDIT_TEMPLATES = "edit_templates"  # of letters, and the sentences of circular and reminders
    SEE_HEALTH = "see_health"  # whether this machine is fit
    MANAGE_ACCOUNTS = "manage_accounts"
    READ_AUDIT = "read_audit"
    EXPORT_AUDIT = "export_audit"  # and verify it
    SEE_ROLES = "see_roles"
    RUN_SERVER = "run_server"  # backup, restore, import, demo, doctor


class Reach(StrEnum):
    """How far a role may go with an action."""

    ALL = "all"
    OWN_UNITS = "own_units"  # what belongs to a unit the account is bound to
    OWN_ACTS = "own_acts"  # what the account did itself


_SEE = (Role.VIEWER, Role.REPORTER, Role.EDITOR, Role.SUPERVISOR, Role.AUDITOR, Role.CONSOLE)
_WRITE = {Role.REPORTER: Reach.OWN_UNITS, Role.EDITOR: Reach.ALL}
_ANSWER = {Role.REPORTER: Reach.OWN_UNITS, Role.SUPERVISOR: Reach.ALL}


def _all(*roles: Role) -> dict[Role, Reach]:
    return dict.fromkeys(roles, Reach.ALL)


TABLE: Mapping[Action, Mapping[Role, Reach]] = {
    Action.SEE_FIGURES: _all(*_SEE),
    Action.EXPORT_FIGURES: _all(*_SEE),
    Action.SEE_CONTACTS: _all(Role.EDITOR, Role.SUPERVISOR, Role.CONSOLE)
    | {Role.REPORTER: Reach.OWN_UNITS},
    Action.GET_ORIGINAL: _all(Role.EDITOR, Role.SUPERVISOR, Role.CONSOLE),
    Action.STAGE: _all(Role.REPORTER, Role.EDITOR, Role.CONSOLE),
    Action.COMMIT: _WRITE,
    Action.CORRECT_EARLIER: _all(Role.EDITOR),
    Action.EDIT_REGISTRY: _all(Role.EDITOR),
    Action.MAP_HEADERS: _all(Role.REPORTER, Role.EDITOR),
    Action.WITHDRAW: _all(Role.EDITOR),
    Action.RECORD_RECEIPT: _all(Role.EDITOR, Role.SUPERVISOR),
    Action.EXPLAIN_WARNING: _ANSWER,
    Action.JUDGE_WARNING: _all(Role.SUPERVISOR),
    Action.WORK_PROBLEM: _ANSWER | _all(Role.EDITOR),
    Action.PUT_RULES: _all(Role.SUPERVISOR),
    Action.EDIT_TEMPLATES: _all(Role.EDITOR, Role.SUPERVISOR),
    Action.SEE_HEALTH: _all(Role.EDITOR, Role.ADMINISTRATOR, Role.CONSOLE),
    Action.MANAGE_ACCOUNTS: _all(Role.ADMINISTRATOR, Role.CONSOLE),
    Action.READ_AUDIT: _all(Role.AUDITOR, Role.CONSOLE)
    | dict.fromkeys((Role.REPORTER, Role.ADMINISTRATOR), Reach.OWN_ACTS),
    Action.EXPORT_AUDIT: _all(Role.AUDITOR, Role.CONSOLE),
    Action.SEE_ROLES: _all(*Role),
    Action.RUN_SERVER: _all(Role.CONSOLE),
}

# Who administers has no business, and nobody audits what they did themselves (三员分立).
FORBIDDEN: frozenset[frozenset[Role]] = frozenset(
    frozenset(pair)
    for pair in combinations(set(Role) - {Role.CONSOLE}, 2)
    if Role.ADMINISTRATOR in pair or (Role.AUDITOR in pair and Role.VIEWER not in pair)
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who asks for something: an account as it stands at this moment."""

    name: str
    roles: frozenset[Role] = frozenset()
    units: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Resource:
    """What something is asked about.

    ``parts`` has for each part, as a row of a sheet, the responsible units it belongs to; ``by``
    is who did what is looked at.
    """

    parts: tuple[frozenset[str], ...] = ()
    by: str = ""


class ForbiddenCombinationError(Exception):
    """Two roles that no account may have together."""

    def __init__(self, one: Role, other: Role) -> None:
        super().__init__(one, other)
        self.one, self.other = one, other


def local(name: str) -> Actor:
    """Return the one person at a machine without a login: all business, and the log of it.

    >>> local("张三").roles == {Role.EDITOR, Role.SUPERVISOR, Role.AUDITOR}
    True
    """
    return Actor(name, frozenset({Role.EDITOR, Role.SUPERVISOR, Role.AUDITOR}))


def console(name: str) -> Actor:
    """Return whoever runs a command on the server."""
    return Actor(name, frozenset({Role.CONSOLE}))


def allowed(actor: Actor, action: Action, resource: Resource | None = None) -> bool:
    """Tell whether the table lets ``actor`` do it; without a resource, to anything at all.

    >>> reporter = Actor("李四", frozenset({Role.REPORTER}), frozenset({"财政局"}))
    >>> allowed(reporter, Action.COMMIT, Resource((frozenset({"财政局", "审计局"}),)))
    True
    >>> allowed(reporter, Action.COMMIT, Resource((frozenset({"审计局"}),)))
    False
    """
    row = TABLE.get(action, {})
    reaches = {row[role] for role in actor.roles if role in row}
    if not reaches or Reach.ALL in reaches:
        return bool(reaches)
    if resource is None:
        return Reach.OWN_ACTS in reaches or bool(actor.units)
    if Reach.OWN_UNITS in reaches and resource.parts:
        return all(part & actor.units for part in resource.parts)
    return Reach.OWN_ACTS in reaches and bool(actor.name) and resource.by == actor.name


def must_combine(roles: Iterable[Role]) -> None:
    """Refuse two roles that may not be one account's.

    Raises:
        ForbiddenCombinationError: naming the first such pair.
    """
    for one, other in combinations(sorted(set(roles)), 2):
        if frozenset({one, other}) in FORBIDDEN:
            raise ForbiddenCombinationError(one, other)
