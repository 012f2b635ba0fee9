"""Workbooks as text: nothing in them is followed, run, or expanded."""
