"""问题台账: what stands in the way, who owes its end by when, and what nobody has taken up yet."""

from ui import access, cache, frame, problem_acts, problem_form, problem_stated, problems

t = access.require()
frame.open_page("problems", t)
board = cache.board()
frame.reach(t, board)
frame.who_supervises(t, board)
frame.offer_samples(t, board)

problems.counted(t)
chosen = problems.listed(board, t)
problem_acts.open_one(chosen, board, t)
problems.drawn(board, t)
problem_stated.offer(board, t)
problem_form.ask(board, t)
frame.short_names(t, board)
