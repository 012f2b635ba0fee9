"""Illustrative progress sheets: loaded with one click, removed with one click, always marked."""

from store import intake
from store.trouble import EXPECTED, sentences
from texts import Texts
from ui import access, ahead, cache, clock, state

_SHOWN = 3  # of many sentences the first say enough
SAMPLES = cache.DATA / "samples"


def load(t: Texts) -> None:
    """Commit every sheet of data/samples, oldest first."""
    ledger, plan = cache.ledger(), cache.plan()
    try:
        months = intake.load_samples(
            ledger,
            plan,
            SAMPLES,
            actor=access.actor(t("samples.actor")),
            today=clock.today(),
            at=clock.now(),
        )
    except EXPECTED as trouble:
        state.leave_notice("error", "\n\n".join(sentences(trouble, t)[:_SHOWN]))
        return
    ahead.after_commit()
    state.leave_notice("success", t("samples.loaded", count=len(months)))


def remove(t: Texts) -> None:
    """Withdraw every illustrative upload; the ledger keeps them as withdrawn."""
    reason = t("samples.removed_reason")
    who = access.actor(t("samples.actor"))
    try:
        gone = cache.ledger().withdraw_illustrative(actor=who, at=clock.now(), reason=reason)
    except EXPECTED as trouble:
        state.leave_notice("error", "\n\n".join(sentences(trouble, t)))
        return
    ahead.after_commit()
    state.leave_notice("success", t("samples.removed", count=len(gone)))
