"""Text from data where the screen reads Markdown: it is shown as typed and means nothing."""

import re

_MEANS_SOMETHING = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: object) -> str:
    r"""Return ``text`` on one line so that Markdown shows it as typed.

    >>> plain("*重点* [a](javascript:b) $x$")
    '\\*重点\\* \\[a\\]\\(javascript\\:b\\) \\$x\\$'
    """
    return _MEANS_SOMETHING.sub(r"\\\1", " ".join(str(text).split()))
