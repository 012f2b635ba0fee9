"""The process that reads sheets: asked over its input, answering over its output, one at a time."""

import gc
import pickle
import signal
import sys
from dataclasses import dataclass, replace
from typing import Any, BinaryIO

import psutil

from ingest.context import Context
from ingest.reading import read
from ingest.steps import Stage, Step

if sys.platform != "win32":
    import resource


@dataclass(frozen=True, slots=True)
class Asked:
    """One sheet to read and how much of the machine that may take."""

    raw: bytes
    filename: str
    context: Context
    how: dict[str, Any]  # the keyword arguments of ``read``
    memory_bytes: int
    cpu_seconds: int


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer each sheet with any number of steps and one report, until there are no more."""

    def tell(said: object) -> None:
        pickle.dump(said, answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()

    gc.disable()  # a sheet makes millions of cells and no cycles; between sheets there is time
    while True:
        try:
            asked: Asked = pickle.load(questions)  # noqa: S301 - written by our own parent process
        except EOFError:
            return
        _limit(asked.memory_bytes, asked.cpu_seconds)
        tell(Step(Stage.OPENING))
        tell(read(asked.raw, asked.filename, replace(asked.context, heard=tell), **asked.how))
        del asked
        gc.collect()


def _limit(memory_bytes: int, cpu_seconds: int) -> None:
    """Bind this process beyond what it has used; where the system does not, the parent does.

    Only the soft limits move, so that the next sheet gets as much.
    """
    if sys.platform == "win32":
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + cpu_seconds
    limits = {resource.RLIMIT_CPU: seconds, resource.RLIMIT_CORE: 0}
    if sys.platform == "linux":  # macOS takes the limit and does not keep it
        limits[resource.RLIMIT_AS] = psutil.Process().memory_info().vms + memory_bytes
    for what, most in limits.items():
        resource.setrlimit(what, (most, resource.getrlimit(what)[1]))


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this one
    serve(sys.stdin.buffer, sys.stdout.buffer)
