"""Text from data where the screen reads Markdown: it is shown as typed and means nothing."""

import re

_BOLD = "**"
_LINKED = re.compile(r"(https?|ftp|mailto|xmpp|www)(?=[:.])|(?<=\S)(?=@)", re.IGNORECASE)
_NOTHING = "\N{WORD JOINER}"  # has no width; an address with it in is no address
_MEANS_SOMETHING = re.compile(r"([!-/:-@\[-`{-~])")


def plain(text: object) -> str:
    r"""Return ``text`` on one line so that Markdown shows it as typed.

    >>> plain("*重点* [a](javascript:b) $x$")
    '\\*重点\\* \\[a\\]\\(javascript\\:b\\) \\$x\\$'

    A bare address would become a link for all the backslashes in it.

    >>> plain("见 http://a.cn").isascii(), "http://" in plain("http://a.cn").replace("\\\\", "")
    (False, False)
    """
    one_line = _LINKED.sub(rf"\g<0>{_NOTHING}", " ".join(str(text).split()))
    return _MEANS_SOMETHING.sub(r"\\\1", one_line)


def unmarked(sentence: str) -> str:
    """Return a sentence of the catalogue without its emphasis, for where no Markdown is shown.

    >>> unmarked("**■ 1 项将转为红灯**：码头")
    '■ 1 项将转为红灯：码头'
    """
    return sentence.replace(_BOLD, "")
