"""What is refused to people: an action, a name, a password; sentences in account and role.toml."""

from domain.roles import Action
from store.refusals import LedgerError


class PeopleError(LedgerError):
    """A refusal about an account."""

    @property
    def text_key(self) -> str:
        """Where the catalogue keeps this refusal's sentence."""
        return f"account.{self.entry}"


class ForbiddenError(PeopleError):
    """The table of roles does not let this account do it; nothing was written."""

    def __init__(self, action: Action, **more: str) -> None:
        super().__init__(action=action.value, **more)
        self.action = action

    @property
    def text_key(self) -> str:
        """Where the catalogue says what is not allowed, and in which row where it is known."""
        if "row" in self.more:
            return "role.foreign_row"
        return f"role.forbidden_{self.action}"


class TypedNameError(PeopleError):
    """A login is set up, so a name that somebody typed acts for nobody."""

    entry = "typed_name"


class NamelessError(PeopleError):
    """The ledger holds accounts, and nobody said in whose name something shall be done."""

    entry = "nameless"


class UnknownAccountError(PeopleError):
    """There is no such account."""

    entry = "unknown"

    def __init__(self, name: str) -> None:
        super().__init__(name=name)


class AccountExistsError(PeopleError):
    """There is an account of that name already."""

    entry = "exists"

    def __init__(self, name: str) -> None:
        super().__init__(name=name)


class UnknownRoleError(PeopleError):
    """A word that names no role an account may have."""

    entry = "unknown_role"

    def __init__(self, name: str, known: str) -> None:
        super().__init__(name=name, known=known)


class RoleMissingError(PeopleError):
    """An account without a role would open nothing."""

    entry = "role_missing"

    def __init__(self, known: str) -> None:
        super().__init__(known=known)


class UnknownUnitError(PeopleError):
    """The plan has no such responsible unit."""

    entry = "unknown_unit"

    def __init__(self, name: str) -> None:
        super().__init__(name=name)


class CombinationError(PeopleError):
    """Roles that exclude each other were to be one account's."""

    entry = "combination"


class RolelessError(PeopleError):
    """An account was to have no role, and would open nothing."""

    entry = "roleless"


class OwnAccountError(PeopleError):
    """An administrator was about to shut themselves out."""

    entry = "own"


class UnboundReporterError(PeopleError):
    """A reporter who is bound to no responsible unit could report nothing."""

    entry = "unbound"


class WrongPasswordError(PeopleError):
    """Name or password is wrong; which of them is not said."""

    entry = "wrong_password"


class LockedOutError(PeopleError):
    """Too many failures: not even the right password is looked at for some minutes."""

    entry = "locked_out"

    def __init__(self, minutes: int) -> None:
        super().__init__(minutes=minutes)


class WeakPasswordError(PeopleError):
    """A password that is too short, too long, the account's own name, or one everybody tries."""

    def __init__(self, why: str, **more: object) -> None:
        self.entry = f"weak_{why}"
        super().__init__(**more)


class LoginSettingError(PeopleError):
    """How people come in is set in a way that would let in the wrong ones."""

    def __init__(self, why: str, **more: object) -> None:
        self.entry = f"setting_{why}"
        super().__init__(**more)
