"""产业链投资: investment by industry chain, and the projects behind a bar."""

from ui import access, cache, controls, details, figures, frame

t = access.require()
board = cache.board()
frame.open_page("investment", t)
period = controls.period(t, board)
frame.reach(t, board, period)

with_inferred = controls.with_inferred(t)
chain = figures.investment_by_chain(board, period, t, with_inferred=with_inferred)
details.projects(board, t, chain=chain, with_inferred=with_inferred)
figures.completed_against_total(board, period, t, with_inferred=with_inferred)
frame.offer_samples(t, board)
