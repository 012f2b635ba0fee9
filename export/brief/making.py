"""Makes the file of the brief: its pictures drawn, its properties set."""

from dataclasses import replace

import plotly.graph_objects as go

from export import official
from export.brief import writing
from export.brief.part import KEY, charts
from export.caption import file_name
from export.docx_bytes import as_bytes
from export.pack.ahead import Wanted
from export.pack.parts import Entry
from export.pack.studio import Studio
from export.pack.subject import Shown, Subject
from export.refusals import PictureError
from export.sizes import PictureSize
from export.steady import steady
from texts import Texts

_DPI = 220


def made(subject: Subject, studio: Studio) -> Entry:
    """Return the brief as a DOCX."""
    t, period = subject.t, subject.period
    about = subject.about(t("pack.brief_title", year=period.year, month=period.month))
    document = official.blank(mark=t("circular.mark") if subject.illustrative else "")
    studio.expect_pictures(
        _picture(one, one.figure, t) for one in charts(subject) if one.figure is not None
    )
    lost = writing.write(document, about.title, subject, lambda one: _drawn(one, subject, studio))
    raw = as_bytes(document, title=about.title, author=about.zone, at=subject.committed_at)
    why = t("pack.without_pictures", count=len(lost), reason=lost[0]) if lost else ""
    raw, name = steady(raw, subject.committed_at), file_name(about, "docx", t)
    return Entry(KEY, name, about, raw, why=why, failed=bool(lost))


def _drawn(shown: Shown, subject: Subject, studio: Studio) -> bytes | str:
    """Return the picture of a chart, or the sentence why there is none."""
    studio.step(shown.about.title)
    if shown.figure is None:
        return shown.why or subject.t("figure.nothing_reported")
    asked = _picture(shown, shown.figure, subject.t)
    try:
        return studio.picture(asked.figure, asked.about, asked.size)
    except PictureError as refused:
        return studio.why(refused)


def _picture(shown: Shown, figure: go.Figure, t: Texts) -> Wanted:
    bare = replace(shown.about, title="", zone="", source="", tagged=False)  # the brief says these
    high_cm = writing.HEIGHT_CM[t.language]
    return Wanted(figure, bare, PictureSize("brief", writing.WIDTH_CM, high_cm, _DPI))
