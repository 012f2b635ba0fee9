"""How wide the columns of a listing are: no word of a cell is broken where others have room."""

import re
from collections.abc import Sequence

from export.pack.listing import Listing
from texts.wrap import width_em

_WORD = re.compile(r"[^\s\u2e80-\uffef]+")  # Chinese may be broken anywhere
_SURE_EM = 0.3  # letters of another font may be wider
_BOLD = 1.15  # times as wide


def shares_of(listing: Listing, room_em: float, around_em: float) -> tuple[float, ...]:
    """Return the shares of the width, at least what the longest word of each column needs.

    ``room_em`` is the width of the table in letters, ``around_em`` what lies left and right of a
    cell's own. Where words need more than there is, the shares stay as they are.

    >>> one = Listing("a", "", ("No.", "Responsible unit"), (("1", "财政局"),), (0.9, 0.1))
    >>> [round(share, 2) for share in shares_of(one, 40, 1)]
    [0.78, 0.22]
    """
    columns = zip(listing.heads, zip(*listing.rows, strict=True), strict=True)
    longest = [max(_longest([head]) * _BOLD, _longest(cells)) for head, cells in columns]
    needs = [(one + around_em + _SURE_EM) / room_em for one in longest]
    whole = sum(listing.shares)
    asked = [share / whole for share in listing.shares]
    lacking = sum(max(0, need - share) for need, share in zip(needs, asked, strict=True))
    spare = sum(max(0, share - need) for need, share in zip(needs, asked, strict=True))
    if not lacking or lacking > spare:
        return listing.shares
    given = lacking / spare
    return tuple(
        need if need >= share else share - (share - need) * given
        for need, share in zip(needs, asked, strict=True)
    )


def _longest(cells: Sequence[str]) -> float:
    words = (word for text in cells for word in _WORD.findall(text))
    return max(map(width_em, words), default=0.0)
