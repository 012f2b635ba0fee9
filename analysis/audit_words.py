"""What an entry of the log says, in words: no reader has to know how it is kept."""

from collections.abc import Mapping
from typing import cast

from domain.roles import Action, Role
from texts import Texts

_DID = frozenset({"made", "changed", "closed", "opened", "unlocked"})
_KNOWN = frozenset(
    (
        "account",
        "act",
        "action",
        "address",
        "did",
        "entries",
        "file",
        "key",
        "machine_user",
        "mapping",
        "page",
        "reason",
        "roles",
        "row",
        "said",
        "sessions",
        "sha256",
        "source",
        "subject",
        "unit",
        "units",
        "version",
        "versions",
    )
)


def said(body: Mapping[str, object], t: Texts) -> str:
    """Return the parts of an entry with their names; a part nobody named keeps its own.

    >>> from texts import catalogue
    >>> said({"account": "甲", "roles": ["viewer"]}, catalogue("zh"))
    '账号：甲；角色：领导查看'
    """
    whose_machine_last = sorted(body.items(), key=lambda part: part[0] == "machine_user")
    parts = (
        t("audit.part", name=t(f"audit.said_{name}") if name in _KNOWN else name, value=value)
        for name, value in ((name, _value(name, one, t)) for name, one in whose_machine_last)
        if value
    )
    return t("audit.between").join(parts)


def _value(name: str, one: object, t: Texts) -> str:
    if isinstance(one, list):
        listed = (_value(name, part, t) for part in cast("list[object]", one))
        return t("key.joiner").join(listed)
    text = "" if one is None else str(one)
    if name == "roles" and text in set(Role):
        return t(f"role.role_{text}")
    if name == "action" and text in set(Action):
        return t(f"role.action_{text}")
    sentences = t.keys()
    if name == "page" and f"page.{text}" in sentences:
        return t(f"page.{text}")
    if name == "did" and text in _DID:
        return t(f"audit.did_{text}")
    return text
