"""督查预警: what a rule found wrong in a month, who answered, what became of it."""

from ui import access, cache, controls, frame, reminded, warned

t = access.require()
frame.open_page("warnings", t)
board = cache.board()
period = controls.period(t, board)
frame.reach(t, board, period)
frame.who_supervises(t, board)
frame.offer_samples(t, board)

warned.listed(period, t)
reminded.offer(period, t)
frame.rule(t, board, period)
