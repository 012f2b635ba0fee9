"""项目、任务名片: everything about one project or task, on one page that prints on one A4."""

from ui import access, cache, card, controls, frame

t = access.require()
beside = frame.open_page("card", t)
board = cache.board()
with beside:
    period = controls.period(t, board)
card.show_one(board, period, t)
