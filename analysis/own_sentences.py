"""Sentences an office writes in place of the catalogue's, looked at before they are kept."""

from collections.abc import Mapping
from difflib import get_close_matches
from string import Formatter

from texts import Texts

# Texts an office may change, by catalogue; what a sentence must keep stands beside it.
CHANGEABLE: Mapping[str, tuple[str, ...]] = {
    "circular.title": (),
    "circular.lead": ("today", "rule"),
    "circular.counted": ("expected", "received", "rate"),
    "circular.counted_flaws": (),
    "circular.missing_from": ("units",),
    "circular.late_from": ("units",),
    "circular.same_from": ("units",),
    "circular.lights": (),
    "circular.completion": ("rate", "done", "planned"),
    "circular.total": ("undisclosed",),
    "circular.warned": (),
    "circular.last": ("units",),
    "circular.asked": (),
    "circular.signed": (),
    "reminder.head": ("unit", "count"),
    "reminder.line": ("rule", "item", "seen"),
    "reminder.foot": (),
}
_NEAR = 0.4  # of the characters of both, as difflib counts them


class SentenceRefusedError(ValueError):
    """A sentence is not kept; ``t(error.text_key, **error.more)`` says what to put right."""

    def __init__(self, reason: str, **more: str) -> None:
        super().__init__(reason, more)
        self.text_key = f"own.refused_{reason}"
        self.more = more


def fields(key: str, t: Texts) -> tuple[str, ...]:
    """Return the fields a sentence of the catalogue has, in its order."""
    return tuple(dict.fromkeys(_named(t.raw(key))))


def must_be_usable(key: str, text: str, t: Texts) -> None:
    """Check a sentence against the one of the catalogue.

    Raises:
        SentenceRefusedError: naming the field or the braces, and the remedy.
    """
    if not text.strip():
        raise SentenceRefusedError("empty")
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:
        raise SentenceRefusedError("braces") from error
    known = fields(key, t)
    for _, field, shape, conversion in parts:
        if field is None:
            continue
        if field not in known:
            raise _unknown(field, known)
        if shape or conversion:
            raise SentenceRefusedError("shape", field=field)
    for field in CHANGEABLE[key]:
        if field not in _named(text):
            raise SentenceRefusedError("missing", field=field)


def _named(text: str) -> list[str]:
    return [field for _, field, _, _ in Formatter().parse(text) if field]


def _unknown(field: str, known: tuple[str, ...]) -> SentenceRefusedError:
    near = get_close_matches(field, known, n=1, cutoff=_NEAR)
    if not near:
        return SentenceRefusedError("unknown_far", field=field, known=" ".join(known))
    return SentenceRefusedError("unknown", field=field, nearest=near[0])
