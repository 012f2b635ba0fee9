"""Bringing those together in a list who share most, so that a matrix shows its clusters."""

from collections.abc import Mapping

Shared = Mapping[tuple[str, str], int]


def clustered(names: list[str], shared: Shared) -> list[str]:
    """Order ``names`` so that those who share most stand beside each other.

    ``shared`` counts what a pair has in common, both ways round, and a name with itself what it
    has at all. The two groups that are most alike are joined until one is left, turned so that the
    most alike ends meet; likeness of two names is the share in common (Jaccard), that of two groups
    the mean over their pairs. Source: average linkage (UPGMA), Sokal and Michener 1958.

    >>> shared = {("a", "a"): 3, ("b", "b"): 2, ("c", "c"): 3, ("a", "c"): 3, ("c", "a"): 3}
    >>> clustered(["a", "b", "c"], shared)
    ['a', 'c', 'b']
    """
    groups = [[name] for name in names]
    while len(groups) > 1:
        places = [(one, two) for one in range(len(groups)) for two in range(one + 1, len(groups))]
        one, two = max(places, key=lambda pair: _mean(groups[pair[0]], groups[pair[1]], shared))
        joined = _turned(groups[one], groups[two], shared)
        groups = [*groups[:one], joined, *groups[one + 1 : two], *groups[two + 1 :]]
    return groups[0] if groups else []


def likeness(one: str, two: str, shared: Shared) -> float:
    """Return the share of what two names have that they have in common, 0 to 1."""
    common = shared.get((one, two), 0)
    either = shared.get((one, one), 0) + shared.get((two, two), 0) - common
    return common / either if either else 0.0


def _mean(one: list[str], two: list[str], shared: Shared) -> float:
    alike = [likeness(left, right, shared) for left in one for right in two]
    return sum(alike) / len(alike)


def _turned(one: list[str], two: list[str], shared: Shared) -> list[str]:
    ways = [(left, right) for left in (one, one[::-1]) for right in (two, two[::-1])]
    left, right = max(ways, key=lambda way: likeness(way[0][-1], way[1][0], shared))
    return [*left, *right]
