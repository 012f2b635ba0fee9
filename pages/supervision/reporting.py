"""报送看板: which unit reported which month in time, late, again, as a copy or not at all."""

from ui import access, cache, controls, frame, reminded, reporting_board

t = access.require()
frame.open_page("reporting", t)
board = cache.board()
period = controls.period(t, board)
frame.reach(t, board, period)
frame.who_supervises(t, board)
frame.due_day(t, board)
frame.offer_samples(t, board)

cell = reporting_board.show(board, period, t)
reporting_board.behind(period, t, cell=cell)
reminded.offer(period, t)
