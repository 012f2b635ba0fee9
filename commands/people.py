"""account and audit: who may come in with which roles, and what everybody did."""

from argparse import Namespace
from collections.abc import Iterable, Mapping
from datetime import datetime, time
from getpass import getpass
from pathlib import Path
from typing import Any

from analysis import audit_words
from commands.answer import Answer
from domain.roles import Role
from store import accounts, administration, audit, passwords, sessions, signing_in
from store.accounts import Account
from store.audit import Wanted
from store.authority import CONSOLE
from store.durable import put_in_place
from store.opening import Office
from store.people_refusals import RoleMissingError, UnknownRoleError, UnknownUnitError
from store.readable import SHANGHAI, end_of
from texts import LANGUAGES, Texts, catalogue
from texts.actors import actor_named

ACTIONS = ("list", "add", "roles", "password", "close", "open", "unlock", "sign-out")
ROLES = tuple(role for role in Role if role is not Role.CONSOLE)


def account(office: Office, asked: Namespace, t: Texts, *, at: datetime) -> Answer:
    """Do one thing about accounts; who signs in elsewhere is given no password."""
    if asked.what == "list":
        return _listed(office, t, at)
    if not asked.name:
        said = t("account.name_missing", what=asked.what)
        return Answer((said,), {"refused": [said]}, ok=False)
    does = {"add": _add, "roles": _give, "password": _reset, "sign-out": _sign_out}
    does |= {"unlock": _unlock}
    if asked.what in does:
        return does[asked.what](office, asked, t, at)
    closed = asked.what == "close"
    administration.close(office.ledger, asked.name, closed=closed, by=CONSOLE, at=at)
    return _said(t, "closed" if closed else "opened", asked.name)


def audited(office: Office, asked: Namespace, t: Texts, *, at: datetime) -> Answer:
    """Verify, list or export the log of what everybody did."""
    if asked.what == "verify":
        return verified(office, t, expected=asked.expect)
    if asked.what == "list":
        since = asked.since and datetime.combine(asked.since, time.min, SHANGHAI)
        until = asked.until and end_of(asked.until)
        return entries(office, t, Wanted(asked.actor, tuple(asked.event), since, until))
    if asked.path is None:
        said = t("account.as_path")
        return Answer((said,), {"refused": [said]}, ok=False)
    return exported(office, t, asked.path, at=at)


def verified(office: Office, t: Texts, *, expected: str | None = None) -> Answer:
    """Recompute every seal and number of the audit log; with a digest, look for cut-off entries."""
    problems = [t(one.text_key, **one.more) for one in audit.verify(office.ledger)]
    digest = audit.digest(office.ledger)
    number = len(audit.read(office.ledger))
    lost = expected is not None and not audit.is_known(office.ledger, expected.strip().lower())
    if lost:
        problems.append(t("account.audit_lost", digest=expected))
    lines = problems or [t("account.audit_sound", number=number, digest=digest or "-")]
    data = {"problems": problems, "entries": number, "digest": digest}
    return Answer(tuple(lines), data, ok=not problems)


def entries(office: Office, t: Texts, wanted: Wanted) -> Answer:
    """List what was done and refused, the newest first."""
    found = audit.read(office.ledger, wanted)
    lines = tuple(
        f"{one.number}\t{_here(one.at)}\t{actor_named(one.actor, t)}\t"
        f"{t(f'account.via_{one.via}')}\t"
        f"{t(f'account.event_{one.event}')}\t{_short(audit_words.said(one.said, t))}"
        for one in found
    )
    data = [
        {
            "number": one.number,
            "at": one.at,
            "actor": one.actor,
            "via": one.via,
            "event": one.event,
            "said": dict(one.said),
        }
        for one in found
    ]
    return Answer(lines, data)


def exported(office: Office, t: Texts, target: Path, *, at: datetime) -> Answer:
    """Write every entry with its seal as one line of JSON each; the export itself is an entry."""
    if target.exists():
        said = t("account.audit_exists", path=target)
        return Answer((said,), {"refused": [said]}, ok=False)
    audit.note_export(office.ledger, CONSOLE, at=at)
    part = target.with_name(target.name + ".part")
    part.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(f"{line}\n" for line in audit.lines(office.ledger))
    part.write_text(text, "utf-8", newline="\n")
    put_in_place(part, target)
    digest = audit.digest(office.ledger)
    said = t("account.audit_exported", path=target, digest=digest)
    return Answer((said,), {"path": str(target), "digest": digest})


def _listed(office: Office, t: Texts, at: datetime) -> Answer:
    data = [
        {"name": one.name, "roles": sorted(one.roles), "units": sorted(one.units)}
        | {"closed": one.closed, "subject": one.subject, "must_change": one.must_change}
        | {"locked": how.locked, "last_signed_in": how.last_signed_in}
        for how in administration.standing(office.ledger, by=CONSOLE, at=at)
        for one in [how.account]
    ]
    lines = tuple(_line(one, t) for one in data)
    return Answer(lines or (t("account.setting_no_account"),), data)


def _line(one: Mapping[str, Any], t: Texts) -> str:
    """Say of an account who it is, what hinders it, and when it was used last, by local time."""
    last, join = one["last_signed_in"], t("key.joiner").join
    states = [name for name in ("closed", "locked", "must_change") if one[name]]
    used = last.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M") if last else t("account.never_used")
    roles = join(t(f"role.role_{role}") for role in one["roles"])
    state = join(t(f"account.is_{name}") for name in states)
    return "\t".join((one["name"], roles, join(one["units"]), state, used))


def _add(office: Office, asked: Namespace, t: Texts, at: datetime) -> Answer:
    if not asked.role:
        raise RoleMissingError(", ".join(ROLES))
    units = _units(office, asked.unit)
    password = None if asked.subject or asked.elsewhere else passwords.first()
    made = Account(
        asked.name,
        _roles(asked.role),
        units,
        subject=asked.subject,
        must_change=password is not None,
    )
    kept = None if password is None else passwords.hashed(password)
    accounts.add(office.ledger, made, password_hash=kept, by=CONSOLE, at=at)
    if password is None:
        return _said(t, "added_elsewhere", asked.name)
    said = t("account.added", name=asked.name, password=password)
    return Answer((said,), {"account": asked.name, "password": password})


def _give(office: Office, asked: Namespace, t: Texts, at: datetime) -> Answer:
    roles, units = _roles(asked.role), _units(office, asked.unit)
    administration.give(office.ledger, asked.name, roles, units, by=CONSOLE, at=at)
    return _said(t, "given", asked.name)


def _reset(office: Office, asked: Namespace, t: Texts, at: datetime) -> Answer:
    if asked.typed:
        password = getpass(t("account.type_password"))
        passwords.must_be_strong(password, asked.name)
        kept = passwords.hashed(password)
        accounts.set_password(office.ledger, asked.name, kept, by=CONSOLE, at=at)
        return _said(t, "reset_typed", asked.name)
    password = administration.reset(office.ledger, asked.name, by=CONSOLE, at=at)
    said = t("account.reset", name=asked.name, password=password)
    return Answer((said,), {"account": asked.name, "password": password})


def _sign_out(office: Office, asked: Namespace, t: Texts, at: datetime) -> Answer:
    number = sessions.end_all(office.ledger, asked.name, by=CONSOLE, at=at)
    said = t("account.signed_out", name=asked.name, number=number)
    return Answer((said,), {"account": asked.name, "sessions": number})


def _unlock(office: Office, asked: Namespace, t: Texts, at: datetime) -> Answer:
    signing_in.unlock(office.ledger, asked.name, by=CONSOLE, at=at)
    return _said(t, "unlocked", asked.name)


def _roles(named: Iterable[str] | None) -> frozenset[Role]:
    """Return the roles of these names, as the table spells them or as people call them."""
    called = {name: role for role in ROLES for name in (role.value, *_called(role))}
    for name in named or ():
        if name.lower() not in called:
            raise UnknownRoleError(name, ", ".join(ROLES))
    return frozenset(called[name.lower()] for name in named or ())


def _called(role: Role) -> tuple[str, ...]:
    return tuple(catalogue(language)(f"role.role_{role}").lower() for language in LANGUAGES)


def _units(office: Office, named: Iterable[str] | None) -> frozenset[str]:
    for name in named or ():
        if name not in office.plan.unit_names:
            raise UnknownUnitError(name)
    return frozenset(named or ())


def _said(t: Texts, key: str, name: str) -> Answer:
    return Answer((t(f"account.{key}", name=name),), {"account": name})


def _here(at: datetime) -> str:
    """Write a moment by the zone's own clock, as the page does."""
    return f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M:%S}"


def _short(text: str) -> str:
    longest = 120
    return text if len(text) <= longest else f"{text[:longest]}…"
