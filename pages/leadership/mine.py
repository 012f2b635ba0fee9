"""我分包的项目: what one leader or one service officer has in charge, in one look."""

from ui import access, cache, controls, frame, mine

t = access.require()
beside = frame.open_page("mine", t)
board = cache.board()
with beside:
    period = controls.period(t, board)
frame.reach(t, board, period)
frame.offer_samples(t, board)

mine.show(board, period, t)
frame.rule(t, board, period)
