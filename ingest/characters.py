"""Single characters: which are folded, which are removed, which no cell may hold."""

import json
import re
import unicodedata

_TRIMMED = " \t\n\u3000\xa0"
_BIDI = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(r"[\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_KANGXI = range(0x2E80, 0x2FE0)
_HIDDEN = re.compile(
    rf"{_BIDI.pattern}|{_CONTROL.pattern}|[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200c"
    r"\u2028\u2029\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
    r"|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"  # which holds an emoji together
)
_RUN = re.compile(r"'*[=+\-@＝＋－＠]")  # a Chinese Excel runs the full-width ones too
_ESCAPED = re.compile(r"'(?='*[=+\-@＝＋－＠])")


def fold(text: str) -> str:
    """Fold full-width forms and Kangxi radicals to their ordinary character, nothing else.

    A superscript, a circled digit or a fraction is not another way to write a digit.

    >>> fold("Ｐ００１（⾼新）"), fold("4²①½㎡")
    ('P001(高新)', '4²①½㎡')
    """
    return "".join(map(_folded, text)) if not text.isascii() else text


def _folded(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    if plain == character or len(plain) != 1:
        return character
    wide = unicodedata.decomposition(character).startswith(("<wide>", "<narrow>"))
    return plain if wide or ord(character) in _KANGXI else character


def key_of(text: str) -> str:
    r"""Return the form in which names, ids and headers are compared.

    >>> key_of("\xa0Ｐ００１\u2003"), key_of("责任\n单位")
    ('P001', '责任\n单位')
    """
    return fold(text).strip()


def trimmed(text: str) -> str:
    r"""Normalise line ends and trim both ends; free text is otherwise kept as typed.

    >>> trimmed(" 一\r\n二\u3000")
    '一\n二'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").strip(_TRIMMED)


def unescaped(text: str) -> str:
    """Remove the one apostrophe that a CSV export of ours puts before = + - @.

    >>> unescaped("'=1+1"), unescaped("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if _ESCAPED.match(text) else text


def escaped(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would take for a formula.

    Text that looks as if it had one already gets another, so that ``unescaped`` gives it back.

    >>> escaped("-完成桩基施工"), escaped("完成"), escaped("'=1"), unescaped(escaped("'=1"))
    ("'-完成桩基施工", '完成', "''=1", "'=1")
    """
    return f"'{text}" if _RUN.match(text) else text


def kept_apart(text: str) -> str:
    """Return text for a workbook, where a formula is told by the cell and not by its first sign.

    Only what our reader would take an apostrophe from gets another one.

    >>> kept_apart("=1+1"), kept_apart("'=1+1")
    ('=1+1', "''=1+1")
    """
    return escaped(text) if text.startswith("'") else text


def without_invisible(text: str) -> str:
    """Remove zero-width characters and soft hyphens."""
    return _INVISIBLE.sub("", text)


def visible(text: str) -> str:
    """Return text with a mark in place of each character that nobody sees and that may deceive.

    >>> visible("经\u200b济\u202e局"), visible("完成👨\u200d🔧")
    ('经⟨U+200B⟩济⟨U+202E⟩局', '完成👨\u200d🔧')
    """
    return _HIDDEN.sub(lambda one: f"⟨U+{ord(one[0]):04X}⟩", text)


def escaped_hidden(printed: str) -> str:
    r"""Return JSON with what nobody sees as its escape: it says the same and hides nothing.

    >>> escaped_hidden('"经济\u202e局"')
    '"经济\\u202e局"'
    """
    return _HIDDEN.sub(lambda one: json.dumps(one[0])[1:-1], printed)


def without_control(text: str) -> str:
    """Remove control characters; tab and line ends stay."""
    return _CONTROL.sub("", text)


def reorders_reading(text: str) -> bool:
    """Tell whether a hidden character changes the direction in which the text is shown."""
    return _BIDI.search(text) is not None


def has_private_use(text: str) -> bool:
    """Tell whether the text holds a self-made character (造字), a box on other machines."""
    return _PRIVATE.search(text) is not None
