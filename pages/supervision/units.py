"""责任单位: who carries how many tasks, and the tasks behind a bar or a cell."""

from ui import access, cache, clock, details, figures, frame

t = access.require()
board = cache.board()
frame.open_page("units", t)
frame.reach(t, board)
frame.who_supervises(t, board)

period = clock.last_finished_period()
unit = figures.task_load(board, period, t)
cell = figures.load_by_section(board, period, t)
details.tasks(board, t, unit=unit, cell=cell)
