"""Refusals of the store as sentences, said the same way by every door."""

from ingest.findings_text import sentence
from store.intake import SeedRefusedError
from store.opening import PlanUnreadableError
from store.refusals import LedgerError
from store.room import NO_ROOM
from texts import Texts

EXPECTED = (LedgerError, SeedRefusedError, PlanUnreadableError, OSError)


def sentences(trouble: Exception, t: Texts) -> tuple[str, ...]:
    """Return what a person is told about an expected trouble; nothing for an unexpected one."""
    match trouble:
        case LedgerError():
            return (t(trouble.text_key, **trouble.more),)
        case SeedRefusedError():
            return tuple(sentence(finding, t) for finding in trouble.report.findings)
        case PlanUnreadableError():
            return (t("command.plan_unreadable", why=trouble),)
        case OSError() if trouble.errno in NO_ROOM:
            return (t("command.disk_full"),)
        case OSError():
            return (t("command.no_file", path=trouble.filename, why=trouble.strerror),)
        case _:
            return ()
