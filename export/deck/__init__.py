"""The deck of a meeting, filled into a template that an office may replace by its own."""
