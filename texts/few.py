"""How many of a list are said: "and so on" never stands for a single one."""

_FEW = 3  # are said, however long they are


def said_of(count: int, most: int) -> int:
    """Return how many of ``count`` are said where there is room for ``most``.

    A few are all said. Of more, either all are said or at least two are left out.

    >>> [said_of(count, 4) for count in (3, 4, 5, 6, 12)]
    [3, 4, 5, 4, 4]
    >>> said_of(3, 1), said_of(4, 3), said_of(4, 2)
    (3, 4, 2)
    """
    return count if count <= _FEW or count - most <= 1 else most


def lengths(count: int, most: int) -> list[int]:
    """Return how many of ``count`` may be said, the most first, for whoever tries what has room.

    >>> lengths(3, 4), lengths(4, 4), lengths(5, 4), lengths(9, 4), lengths(0, 4)
    ([3], [4, 2, 1], [5, 3, 2, 1], [4, 3, 2, 1], [])
    """
    if count <= _FEW:
        return [count] if count else []
    first = said_of(count, most)
    return [first, *(said for said in range(first - 1, 0, -1) if count - said > 1)]
