"""进度趋势: how it got here, month by month, against 序时进度."""

from ui import access, filters, frame, past

t = access.require()
beside = frame.open_page("progress", t)
board, period = filters.chosen(t, beside)
frame.reach(t, board, period)
frame.offer_samples(t, board)

past.show(board, period, t)
frame.rule(t, board, period)
