"""Signs of life on standard error while a large sheet is read; never in what a script reads."""

import sys
from typing import TextIO

from ingest.steps import Heard, Stage, Step, unheard
from texts import Texts

_OVER = "\r\x1b[K"  # back to the start of the line, and nothing left of it


def progress(t: Texts, *, large: bool, asked: bool, stream: TextIO = sys.stderr) -> Heard:
    """Return what is to be told of each step.

    On a terminal a ``large`` sheet shows how far it has come, in one line that is written over;
    elsewhere only when ``asked``, each step on a line of its own.
    """
    terminal = stream.isatty()
    if not asked and not (terminal and large):
        return unheard

    def heard(step: Step) -> None:
        sentence = t(f"upload.reading_{step.stage}", done=f"{step.done:,}", of=f"{step.of:,}")
        ends = "\n" if step.stage is Stage.COMPARING or not terminal else ""
        stream.write(f"{_OVER if terminal else ''}{sentence}{ends}")
        stream.flush()

    return heard
