"""督办文书: the letters the ladder calls for this month, filled in and ready to be printed."""

from ui import access, cache, controls, frame, letters

t = access.require()
beside = frame.open_page("letters", t)
board = cache.board()
with beside:
    period = controls.asked_period(t, board)
frame.reach(t, board, period)
frame.who_supervises(t, board)
frame.offer_samples(t, board)

letters.show(period, t)
