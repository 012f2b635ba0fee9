"""What an entry of the log says, in words: no reader has to know how it is kept."""

import json
from collections.abc import Mapping
from contextlib import suppress
from typing import cast

from domain.columns import ItemKind
from texts import Texts

_CODES = {  # how the sentences begin that say the codes of a part
    "action": "role.action_",
    "did": "audit.did_",
    "page": "page.",
    "problem_did": "problem.did_",
    "roles": "role.role_",
    "rule": "warning.",
    "schedule": "rule.schedule_",
    "subject": "audit.subject_",
    "warning_did": "warning.act_",
}
_KEY_PARTS = "|"  # between the rule, the item, the unit and the month of a warning
_HIDDEN = frozenset({"stated", "item_kind", "content"})  # a digest, a copy, the bytes of a file
_KNOWN = frozenset(
    (
        "account",
        "act",
        "action",
        "address",
        "coordination",
        "day",
        "did",
        "due_day",
        "due_on",
        "effective",
        "english",
        "entries",
        "file",
        "filename",
        "item_id",
        "key",
        "machine_user",
        "mapping",
        "name",
        "owner",
        "page",
        "problem_did",
        "reason",
        "red_below",
        "roles",
        "row",
        "said",
        "schedule",
        "sessions",
        "sha256",
        "source",
        "spread_points",
        "stagnant_periods",
        "subject",
        "text",
        "type",
        "unit",
        "units",
        "version",
        "versions",
        "warning_did",
        "what",
        "yellow_below",
    )
)


def said(body: Mapping[str, object], t: Texts) -> str:
    """Return the parts of an entry with their names; a part nobody named keeps its own.

    What an act says is kept in one piece: its parts are said as those of the entry are.

    >>> from texts import catalogue
    >>> said({"account": "甲", "roles": ["viewer"]}, catalogue("zh"))
    '账号：甲；角色：领导查看'
    """
    parted = _parted(body)
    whose_machine_last = sorted(parted.items(), key=lambda part: part[0] == "machine_user")
    parts = (
        t("audit.part", name=t(f"audit.said_{name}") if name in _KNOWN else name, value=value)
        for name, value in ((name, _value(name, one, t)) for name, one in whose_machine_last)
        if value
    )
    return t("audit.between").join(parts)


def _parted(body: Mapping[str, object]) -> dict[str, object]:
    """Return the parts of an entry and those of the act it is about, in place of its one piece."""
    parts = dict(body)
    with suppress(ValueError):
        act: object = json.loads(str(parts.get("said", "")))
        if isinstance(act, dict):
            del parts["said"]
            if parts.get("key") == parts.get("subject"):  # there is but one of its kind
                del parts["key"]
            of_act = cast("dict[str, object]", act)
            doing = {f"{body.get('subject', '')}_did": of_act.pop("did", None)}
            parts |= doing | {name: one for name, one in of_act.items() if name not in _HIDDEN}
    return parts


def _value(name: str, one: object, t: Texts) -> str:
    if isinstance(one, list):
        listed = (_value(name, part, t) for part in cast("list[object]", one))
        return t("key.joiner").join(listed)
    text = "" if one is None else str(one)
    if name == "key" and _KEY_PARTS in text:
        rule, kind, *others = text.split(_KEY_PARTS)
        return " ".join(filter(None, (_value("rule", rule, t), _kind(kind, t), *others)))
    sentences = t.keys()
    sentence = f"{_CODES[name]}{text}" if name in _CODES else ""
    return t(sentence) if sentence in sentences else text


def _kind(written: str, t: Texts) -> str:
    kinds = {kind.value: kind.name.lower() for kind in ItemKind}
    return t(f"table.kind_{kinds[written]}") if written in kinds else written
