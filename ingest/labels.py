"""The uploaded name of a file: only ever a label."""

import re

_LONGEST = 120  # characters


def label_of(filename: str) -> str:
    r"""Return an uploaded name as a label: never a path, on one line, cut to length.

    >>> label_of("../../data/projects.csv"), label_of("a\r\nb.csv")
    ('projects.csv', 'a b.csv')
    """
    printable = "".join(sign if sign.isprintable() else " " for sign in filename)
    last = re.split(r"[/\\]", printable)[-1]
    label = " ".join(last.split())
    if len(label) <= _LONGEST:
        return label
    stem, dot, extension = label.rpartition(".")
    tail = f"…{dot}{extension[:8]}"
    return f"{stem[: _LONGEST - len(tail)]}{tail}"
