"""进度趋势: progress over time against 序时进度, item by item."""

from ui import access, cache, controls, details, figures, frame

t = access.require()
board = cache.board()
frame.open_page("progress", t)
period = controls.period(t, board)
frame.reach(t, board, period)
frame.offer_samples(t, board)

subjects = controls.one_of(t, "subjects", ("tasks", "projects", "units", "chains"))
figures.trend(board, period, t, subjects=subjects)
figures.heatmap(board, period, t, subjects=subjects)
details.standing(board, period, t, subjects=subjects)
frame.rule(t, board)
