"""Warnings of supervision: one pure function per rule, all with the same columns."""
