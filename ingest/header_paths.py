"""Headings over several rows as one path per column, from the widest heading to its part."""

from collections.abc import Sequence

from ingest.tables import RawRow

BETWEEN = " / "


def paths_of(rows: Sequence[RawRow]) -> list[tuple[str, ...]]:
    """Return the headings above each column, outermost first; a heading reaches to the next one.

    >>> upper = RawRow(1, ("名称", "2009年完成情况", "", "备注"))
    >>> lower = RawRow(2, ("", "月完成投资", "累计", ""))
    >>> paths_of([upper, lower])[:2]
    [('名称',), ('2009年完成情况', '月完成投资')]
    >>> paths_of([upper, lower])[2:]
    [('2009年完成情况', '累计'), ('备注',)]
    """
    width = max(row.width for row in rows)
    paths: list[tuple[str, ...]] = []
    carried = [""] * len(rows)
    for place in range(width):
        own = [row.text(place).strip() for row in rows]
        first = next((level for level, text in enumerate(own) if text), len(own))
        for level, text in enumerate(own):
            if level >= first:  # what begins here ends every heading below it
                carried[level] = text
        paths.append(_parts(carried if any(own) else own))
    return paths


def spellings(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ways a path may be meant: its last part, the last two, all of it."""
    return tuple(dict.fromkeys(("".join(path[-1:]), "".join(path[-2:]), "".join(path))))


def _parts(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
