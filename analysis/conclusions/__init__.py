"""One sentence per chart, read from the table it is drawn from, for a slide or a brief."""

from analysis.conclusions.every import conclusion

__all__ = ["conclusion"]
