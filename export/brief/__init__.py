"""The monthly brief, in the layout of an official document."""
