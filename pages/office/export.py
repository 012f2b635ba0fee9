"""成果导出: pictures, deck and brief of a period in one ZIP, made while the reader reads on."""

from ui import access, filters, frame, packs

t = access.require()
beside = frame.open_page("export", t)
board, period = filters.chosen(t, beside)
frame.reach(t, board, period)
frame.offer_samples(t, board)

wanted = packs.choose(board, t)
packs.offer(wanted, board, period, t)
packs.follow(t)
packs.offer_template(t)
