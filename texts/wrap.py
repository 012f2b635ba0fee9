"""Lines that fit a width, broken where Chinese and English may be broken."""

import html
import re
import unicodedata

_NOT_FIRST = "，。、；：？！）》」』】”’％%…·,.;:?!)"  # 禁则: never open a line
_NOT_LAST = "（《「『【“‘("  # 禁则: never close a line
_PIECE = re.compile(r"\s+|[!-~À-ÿ]+|.")
_WORD = re.compile(r"[!-~À-ÿ]+")
_TAG = re.compile(r"<[^>]*>")
_MEASURES = "年月日亿万元个项"  # stay with their number
_WIDE_SPACE = "\u3000"  # stands between phrases
_ORPHAN_EM = 2
_LATIN_EM, _CAPITAL_EM, _SPACE_EM = 0.57, 0.7, 0.28


def width_em(text: str) -> float:
    """Return about how wide ``text`` is, in widths of one Chinese character.

    >>> width_em("产业链"), round(width_em("2026"), 2)
    (3.0, 2.28)
    """
    return sum(_letter_em(letter) for letter in text)


def markup_width_em(markup: str) -> float:
    """Return how wide the widest line of a text with tags is.

    >>> markup_width_em('产业链<br><span style="color:#c9443c">逾期</span>')
    3.0
    """
    return max(width_em(_TAG.sub("", line)) for line in markup.split("<br>"))


def longest_word_em(text: str) -> float:
    """Return how wide the longest word is that is not to be broken; Chinese has none.

    >>> longest_word_em("① 大数据"), longest_word_em("Big data") == width_em("data")
    (0, True)
    """
    return max((width_em(word) for word in _WORD.findall(text)), default=0)


def wrapped(text: str, em: float) -> list[str]:
    """Break ``text`` into lines at most ``em`` wide; an empty text has no line.

    >>> wrapped("新乡高新区，产业链投资", 5)
    ['新乡高新', '区，产业链', '投资']
    >>> wrapped("Planned investment", 6)
    ['Planned', 'investment']
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, em):
        if line and width_em((line + piece).rstrip()) > em:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() else lines


def without_orphan(text: str, em: float) -> list[str]:
    """Break ``text`` as ``wrapped`` does, but leave no letter or two alone on the last line.

    >>> without_orphan("科技成果转化平台", 7), without_orphan("新乡高新区，产业链投资", 7)
    (['科技成果', '转化平台'], ['新乡高新区，产', '业链投资'])
    """
    lines = wrapped(text, em)
    alone = len(lines) > 1 and width_em(lines[-1]) <= _ORPHAN_EM
    return balanced(text, em) if alone else lines


def balanced(text: str, em: float) -> list[str]:
    """Break ``text`` into as few lines as ``em`` allows, then make them about equally long.

    >>> balanced("重点项目总投资完成情况（按项目）", 13)
    ['重点项目总投资完', '成情况（按项目）']
    """
    lines = wrapped(text, em)
    narrow = lines
    while lines and len(narrow) == len(lines) and em > 1:
        lines, em = narrow, em - 1
        narrow = wrapped(text, em)
    return lines


def in_parts(parts: list[str], em: float, between: str) -> list[str]:
    """Join phrases into lines, breaking between phrases before breaking within one.

    >>> in_parts(["计量单位：亿元", "截至10月底", "全部产业链"], 14, " | ")
    ['计量单位：亿元 | 截至10月底', '全部产业链']
    """
    lines: list[str] = []
    for part in parts:
        joined = lines[-1] + between + part if lines else part
        if lines and width_em(joined) <= em:
            lines[-1] = joined
        else:
            lines += wrapped(part, em)
    return lines


def markup_wrapped(markup: str, em: float) -> str:
    """Break a label already escaped for plotly into lines ``em`` wide; nothing is cut.

    A label that fits keeps its own lines; one with other tags than line breaks is left alone.

    >>> markup_wrapped("研发&amp;制造车间", 4), markup_wrapped("1月<br>2026年", 4)
    ('研发&amp;制<br>造车间', '1月<br>2026年')
    >>> markup_wrapped("智能制造<br>数字化车间", 4)
    '智能制<br>造数字<br>化车间'
    """
    own = html.unescape(markup.replace("<br>", "\n")).split("\n")
    if "<" in markup.replace("<br>", ""):
        return markup
    if all(width_em(line) <= em for line in own):
        return markup
    text = html.unescape(unbroken(markup))
    lines = in_parts(text.split(_WIDE_SPACE), em, _WIDE_SPACE)
    if not re.search(r"\s", text):  # a space is a better place than the middle
        lines = balanced(text, em)
    return "<br>".join(html.escape(line, quote=False) for line in lines)


def unbroken(markup: str) -> str:
    """Join the lines of a label: Chinese directly, English by a space.

    >>> unbroken("智能制造<br>数字化车间"), unbroken("Big<br>data")
    ('智能制造数字化车间', 'Big data')
    """
    text, *rest = markup.split("<br>")
    for line in rest:
        latin = text[-1:].isascii() and line[:1].isascii()
        text += " " + line if latin else line
    return text


def _letter_em(letter: str) -> float:
    if letter.isspace():
        return _SPACE_EM
    if unicodedata.east_asian_width(letter) in "WFA":
        return 1.0
    return _CAPITAL_EM if letter.isupper() else _LATIN_EM


def _pieces(text: str, em: float) -> list[str]:
    """Cut ``text`` where a line may end; a word longer than a line is cut into letters."""
    pieces: list[str] = []
    for found in _PIECE.findall(text):
        small = list(found) if width_em(found) > em else [found]
        for piece in small:
            if pieces and _together(pieces[-1][-1], piece[0]):
                pieces[-1] += piece
            else:
                pieces.append(piece)
    return pieces


def _together(before: str, after: str) -> bool:
    counted = before.isdigit() and after in _MEASURES
    return counted or after in _NOT_FIRST or before in _NOT_LAST
