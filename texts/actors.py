"""Who did something, as a reader is told: what a program did has a name in either language."""

from texts import LANGUAGES, Texts, catalogue

_ILLUSTRATIVE = "samples.actor"


def illustrative_names() -> frozenset[str]:
    """Return under which names illustrative data may have been loaded, one per language."""
    return frozenset(catalogue(language)(_ILLUSTRATIVE) for language in LANGUAGES)


def actor_named(name: str, t: Texts) -> str:
    """Return the name of an actor; whoever loaded illustrative data is named in the reader's words.

    >>> actor_named("示例数据", catalogue("en")), actor_named("王芳", catalogue("en"))
    ('illustrative data', '王芳')
    """
    return t(_ILLUSTRATIVE) if name in illustrative_names() else name
