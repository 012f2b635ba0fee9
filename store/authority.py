"""The one question before anything is done: may this actor, as the account stands now?"""

from collections.abc import Callable, Mapping
from datetime import datetime

from domain.audited import Event, Via
from domain.roles import Action, Actor, Resource, allowed, console, local
from store import account_rows, audit_entries
from store.people_refusals import ForbiddenError, TypedNameError
from store.readable import Readable
from store.signed import Signed

CONSOLE = Signed("console", Via.CONSOLE)  # manage.py where it acts in nobody's name


def actor_of(ledger: Readable, name: str) -> Actor:
    """Return who asks, read anew from the accounts; an unknown or closed one has no role.

    Without a login whoever uses the machine does all business, under the name they typed.

    Raises:
        TypedNameError: when a login is set up and nobody vouched for the name.
    """
    if name is CONSOLE:
        return console(name)
    if not ledger.login_required:
        return local(name)
    if not isinstance(name, Signed):
        raise TypedNameError
    account = account_rows.find(ledger, name)
    return account.actor if account else Actor(name)


def may(ledger: Readable, name: str, action: Action, resource: Resource | None = None) -> bool:
    """Tell whether it is allowed; pages hide what is not, which protects nothing by itself."""
    return allowed(actor_of(ledger, name), action, resource)


def require(
    ledger: Readable,
    name: str,
    action: Action,
    *,
    at: datetime,
    about: Callable[[], Resource] | None = None,
    where: Callable[[Actor], Mapping[str, str]] = lambda _: {},
) -> None:
    """Refuse what the table does not allow and write the refusal down.

    ``about`` is asked only where the answer depends on it; ``where`` only of what is refused, for
    the entry and the sentence: which file, row, unit.

    Raises:
        ForbiddenError: when it is not allowed; nothing but the refusal is written.
        TypedNameError: as ``actor_of`` says.
    """
    actor = actor_of(ledger, name)
    if allowed(actor, action) and (about is None or _reaches_all(actor, action)):
        return
    if about is not None and allowed(actor, action) and allowed(actor, action, about()):
        return
    place = where(actor)
    with ledger.writing() as connection:
        body = {"action": action.value, "roles": actor.roles, **place}
        audit_entries.append(connection, Event.REFUSED, name, body, at=at)
    raise ForbiddenError(action, **place)


def _reaches_all(actor: Actor, action: Action) -> bool:
    return allowed(actor, action, Resource())
