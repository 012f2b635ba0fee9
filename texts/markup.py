"""Text from data in a figure: plotly reads a little HTML, so names must not be read as markup."""

import html


def escape(text: object) -> str:
    """Return ``text`` so that plotly draws it as typed; a line break stays a line break.

    >>> escape("A<b>&B"), escape("一期" + chr(10) + "二期")
    ('A&lt;b&gt;&amp;B', '一期<br>二期')
    """
    return "<br>".join(html.escape(str(text), quote=False).splitlines())
