"""系统自检: what will fail before the meeting, and what to do about it."""

from ui import access, frame, health

t = access.require()
frame.open_page("health", t)

health.offer(t)
