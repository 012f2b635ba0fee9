"""报送看板: which unit reported which month in time, late, again, as a copy or not at all."""

from ui import access, filters, frame, pills, reminded, reporting_board

t = access.require()
beside = frame.open_page("reporting", t)
board, period = filters.chosen(t, beside, asked=True)
kinds = pills.kinds(t)
frame.reach(t, board, period)
frame.who_supervises(t, board)
frame.due_day(t, board)
frame.offer_samples(t, board)

cell = reporting_board.show_board(board, period, t, kinds=kinds)
reporting_board.behind(board, period, t, kinds=kinds, cell=cell)
reporting_board.trend(board, period, t, kinds=kinds)
reporting_board.owing(board, t, kinds=kinds)
reminded.offer(board, period, t)
frame.short_names(t, board)
