"""督查通报: the circular of a month, each number with the rows it rests on, and its files."""

from ui import access, cache, circular, controls, frame

t = access.require()
beside = frame.open_page("circular", t)
board = cache.board()
with beside:
    period = controls.asked_period(t, board)
frame.reach(t, board, period)
frame.who_supervises(t, board)
frame.offer_samples(t, board)

circular.show(period, t)
