"""责任单位: who carries what, who works with whom, and how well they report."""

from ui import access, carried, filters, frame, warned_counts

t = access.require()
beside = frame.open_page("units", t)
board, period = filters.chosen(t, beside)
frame.reach(t, board, period)
frame.who_supervises(t, board)

carried.show(board, period, t)
warned_counts.by_unit(board, period, t)
frame.short_names(t, board)
