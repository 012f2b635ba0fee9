"""The notes under a table of the ledger: what its totals leave out, the rule, the source."""

from collections.abc import Iterator

from domain.columns import Projects
from domain.rules import Light
from export.captions import rule
from export.workbooks.about import About
from export.workbooks.standing import Standings, reported_in


def of_projects(about: About, there: Standings) -> tuple[str, ...]:
    """Say how many projects disclose no total, how many did not report, and the rule."""
    totals = about.board.projects[Projects.TOTAL_YUAN]
    undisclosed, disclosed = int(totals.isna().sum()), int(totals.notna().sum())
    said: list[str] = []
    if undisclosed:
        more = {"count": undisclosed, "disclosed": disclosed}
        said.append(about.t("workbook.note_undisclosed", **more))
    return (*said, *_unreported(about, there), about.t("workbook.note_completion"), *_last(about))


def of_tasks(about: About, there: Standings) -> tuple[str, ...]:
    """Say how many tasks did not report, and the rule of the lights."""
    return (*_unreported(about, there), *_last(about))


def of_reports(about: About) -> tuple[str, ...]:
    """Say where nothing was reported at all, and the source."""
    nothing = reported_in(about.board, about.period).empty
    said = (about.t("workbook.note_nothing", period=about.month),) if nothing else ()
    return (*said, _source(about))


def _unreported(about: About, there: Standings) -> Iterator[str]:
    count = sum(there.light(item_id) is Light.UNREPORTED for item_id in there.figures)
    if count:
        yield about.t("workbook.note_unreported", period=about.month, count=count)


def _last(about: About) -> tuple[str, str]:
    said = rule(about.t, about.board.plan, about.period)
    return about.t("workbook.note_rule", rule=said), _source(about)


def _source(about: About) -> str:
    board = about.board
    source = about.t("figure.source", document=board.plan.document, version=board.version)
    return about.t("workbook.note_source", source=source)
