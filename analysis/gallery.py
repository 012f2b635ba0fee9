"""Every chart of the product by its name, in the order of the pages."""

from analysis.exhibits import comparison, investment, load, pace, past, progress, reporting

EXHIBITS = {
    exhibit.key: exhibit
    for subject in (pace, progress, past, comparison, reporting, investment, load)
    for exhibit in subject.EXHIBITS
}
