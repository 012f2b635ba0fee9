"""责任单位: who carries what, who works with whom, and how well they report."""

from ui import access, carried, details_load, figures_load, filters, frame, warned_counts

t = access.require()
frame.open_page("units", t)
board, period = filters.chosen(t)
frame.reach(t, board, period)
frame.who_supervises(t, board)
frame.short_names(t, board)

if carried.asked_for_projects(board, t):
    carried.projects(board, period, t)
else:
    carried.tasks(board, period, t)
unit = figures_load.load_and_rate(board, period, t)
details_load.months(board, period, t, unit=unit)
warned_counts.by_unit(board, period, t)
