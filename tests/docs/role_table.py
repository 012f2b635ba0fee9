"""Writes docs/roles.md from the table in force: ``python -m tests.docs.role_table``."""

from domain.roles import FORBIDDEN, TABLE, Action, Role
from tests.conftest import ROOT
from texts import LANGUAGES, catalogue

PAGE = "docs/roles.md"
_ORDER = list(Role)


def page() -> str:
    """Return the whole page: the table and the forbidden pairs, in both languages."""
    return "# 权限一览 · Who may do what\n\n" + "\n".join(map(_in_language, LANGUAGES))


def _in_language(language: str) -> str:
    t = catalogue(language)
    rows = [[t("role.action"), *(t(f"role.role_{role}") for role in _ORDER)]]
    rows.append(["---"] * len(rows[0]))
    rows += [[t(f"role.action_{action}"), *_reaches(action, t)] for action in Action]
    lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    pairs = sorted(sorted(pair, key=_ORDER.index) for pair in FORBIDDEN)
    said = "; ".join(
        t("role.pair", one=t(f"role.role_{one}"), other=t(f"role.role_{other}"))
        for one, other in pairs
    )
    return f"{t('role.intro')}\n\n{lines}\n\n{t('role.forbidden_pairs', pairs=said)}\n"


def _reaches(action, t):
    reaches = (TABLE[action].get(role, "none") for role in _ORDER)
    return [t(f"role.reach_{reach}") for reach in reaches]


if __name__ == "__main__":
    (ROOT / PAGE).write_text(page(), "utf-8")
