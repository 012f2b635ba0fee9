"""权限一览: who may do what, from the one table that decides it."""

from ui import access, frame, rights

t = access.require()
frame.open_page("roles", t)
rights.who_you_are(t)
rights.table(t)
