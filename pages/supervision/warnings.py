"""督查预警: what a rule found wrong in a month, who answered, what became of it."""

from ui import access, filters, frame, reminded, warned

t = access.require()
beside = frame.open_page("warnings", t)
board, period = filters.chosen(t, beside, asked=True)
frame.reach(t, board, period)
frame.who_supervises(t, board)
frame.offer_samples(t, board)

warned.listed(board, period, t)
reminded.offer(board, period, t)
frame.rule(t, board, period)
