"""Lines of a Chinese sentence that end between phrases, so that no number is ever cut in two."""

import re

from texts.wrap import width_em

_ENDS = re.compile(  # behind a mark, before a bracket, between a word and a number
    r"(?<=[，、；。：！？])(?=.)|(?=（)|(?<=[\u4e00-\u9fff）”])(?<![年月日第])(?=\s?[+−-]?\d)"
)


def in_phrases(text: str, em: float) -> list[str]:
    """Break ``text`` into lines at most ``em`` wide, where a phrase ends or a number begins.

    A number stays with the words behind it. A phrase wider than a line keeps to a line of its own,
    which whoever draws it may break.

    >>> in_phrases("2026年10月应于2026年10月26日前报送，截至2026年11月26日尚未收到", 18)
    ['2026年10月应于', '2026年10月26日前报送，截至', '2026年11月26日尚未收到']
    >>> in_phrases("办理中（重开 1 次）", 8), in_phrases("累计完成 155.5 亿元", 7)
    (['办理中（重开', '1 次）'], ['累计完成', '155.5 亿元'])
    """
    lines: list[str] = []
    for phrase in filter(None, _ENDS.split(text)):
        if lines and width_em(lines[-1] + phrase) <= em:
            lines[-1] += phrase
        else:
            lines.append(phrase.lstrip())
    return lines
