"""Every chart of the product by its name, in the order of the pages."""

from analysis.exhibits import (
    comparison,
    investment,
    load,
    pace,
    past,
    problems,
    progress,
    reporting,
    supervision,
)
from analysis.exhibits.exhibit import Exhibit, Watch

# Charts drawn from a board alone. Whoever shows every chart asks ``exhibits``.
EXHIBITS = {
    exhibit.key: exhibit
    for subject in (pace, progress, past, comparison, reporting, investment, load)
    for exhibit in subject.EXHIBITS
}
# Charts that also rest on when reports came, or on what people did about problems.
WATCHED = {
    exhibit.key: exhibit for subject in (supervision, problems) for exhibit in subject.EXHIBITS
}


def exhibits(watch: Watch) -> dict[str, Exhibit]:
    """Return every chart; those of supervision look at the board through ``watch``."""
    return {**EXHIBITS, **{key: one.seen_by(watch) for key, one in WATCHED.items()}}
