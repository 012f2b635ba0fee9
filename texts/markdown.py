"""Text from data where the screen reads Markdown: it is shown as typed and means nothing."""

import re

_BOLD = "**"
_MEANS_SOMETHING = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: object) -> str:
    r"""Return ``text`` on one line so that Markdown shows it as typed.

    >>> plain("*重点* [a](javascript:b) $x$")
    '\\*重点\\* \\[a\\]\\(javascript\\:b\\) \\$x\\$'
    """
    return _MEANS_SOMETHING.sub(r"\\\1", " ".join(str(text).split()))


def unmarked(sentence: str) -> str:
    """Return a sentence of the catalogue without its emphasis, for where no Markdown is shown.

    >>> unmarked("**■ 1 项将转为红灯**：码头")
    '■ 1 项将转为红灯：码头'
    """
    return sentence.replace(_BOLD, "")
