"""Which ticks of an axis have room beside each other, at equal distances."""

import re
from itertools import pairwise

from texts.wrap import width_em

BOLD = "<b>"
_GAP_EM = 0.8  # between two names, in letters
_MARKUP = re.compile("<[^>]*>")


def evenly(texts: dict[float, str], per_em: float) -> dict[float, str]:
    """Keep every tick, or every second, third and so on, so that their names have room.

    ``texts`` are by place on the axis, at equal distances, of which ``per_em`` is as wide as a
    letter. The one printed bold is always kept.

    >>> evenly({1: "1月", 2: "<b>2月</b>", 3: "3月", 4: "4月"}, per_em=0.6)
    {2: '<b>2月</b>', 4: '4月'}
    """
    places = sorted(texts)
    bold = next((at for at, place in enumerate(places) if BOLD in texts[place]), 0)
    for step in range(1, len(places) + 1):
        kept = places[bold % step :: step]
        if all(
            (after - before) / per_em
            >= (wide_em(texts[before]) + wide_em(texts[after])) / 2 + _GAP_EM
            for before, after in pairwise(kept)
        ):
            return {place: texts[place] for place in kept}
    return texts


def wide_em(text: str) -> float:
    """Return how many letters the widest line of a name is wide.

    >>> wide_em("10月<br><b>2026年</b>")
    3.28
    """
    return max(width_em(_MARKUP.sub("", line)) for line in text.split("<br>"))
