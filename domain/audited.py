"""What the third book (操作记录) writes down."""

from enum import StrEnum


class Event(StrEnum):
    """One kind of thing that somebody did, or was refused."""

    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    LOCKED_OUT = "locked_out"
    SIGNED_OUT = "signed_out"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of an event
    ACCOUNT_CHANGED = "account_changed"  # made, given roles and units, closed, opened again
    REFUSED = "refused"  # an action that the table of roles does not allow
    COMMITTED = "committed"
    WITHDRAWN = "withdrawn"
    ACTED = "acted"  # an act of the second book: warnings, rules, receipts, problems
    HEADERS_MAPPED = "headers_mapped"
    EXPORTED = "exported"
    ORIGINAL_TAKEN = "original_taken"
    AUDIT_EXPORTED = "audit_exported"


class Via(StrEnum):
    """By which door somebody came."""

    LOCAL = "local"  # the one person at a machine without a login
    WEB = "web"  # signed in
    CONSOLE = "console"  # manage.py on the server
