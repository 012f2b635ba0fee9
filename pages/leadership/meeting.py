"""汇报模式: one chart at a time, in large type, for a projector."""

from ui import access, frame, meeting

t = access.require()
meeting.begin()
frame.open_page("meeting", t)
meeting.show_one(t)
