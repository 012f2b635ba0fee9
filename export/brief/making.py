"""Makes the file of the brief: its pictures drawn, its properties set."""

from dataclasses import replace

import plotly.graph_objects as go

from analysis import judging
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

_DPI = 220
_LEAST_PT = 8  # of letters in a figure, beside a text of 12 to 16


def made(subject: Subject, studio: Studio) -> Entry:
    """Return the brief as a DOCX."""
    t, period = subject.t, subject.period
    about = subject.about(t("pack.brief_title", year=period.year, month=period.month))
    mark = t("circular.mark") if subject.illustrative else ""
    document = official.blank(mark=mark, language=t.language)
    studio.expect_pictures(
        picture(one, one.figure, subject) for one in charts(subject) if one.figure is not None
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
    asked = picture(shown, shown.figure, subject)
    try:
        return studio.picture(asked.figure, asked.about, asked.size)
    except PictureError as refused:
        return studio.why(refused)


def picture(shown: Shown, figure: go.Figure, subject: Subject) -> Wanted:
    """Say how a figure is drawn: without what the brief itself says, the rule of the lights too."""
    about, said = shown.about, judging.rule(subject.t, subject.board.plan, subject.period)
    rule = "" if about.rule == said else about.rule
    bare = replace(about, title="", zone="", source="", rule=rule, tagged=False)
    high_cm = writing.height_cm(shown.key, subject.t)
    size = PictureSize("brief", writing.WIDTH_CM, high_cm, _DPI, least_pt=_LEAST_PT)
    return Wanted(figure, bare, size)
