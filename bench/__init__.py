"""Runnable comparisons: what the product costs beside what a user would write."""
