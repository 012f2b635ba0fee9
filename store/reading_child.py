"""The process that reads one sheet: asked over its input, answering over its output, then gone."""

import pickle
import sys
from dataclasses import dataclass
from typing import Any, BinaryIO

from ingest.context import Context
from ingest.reading import read

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


def answer(questions: BinaryIO, answers: BinaryIO) -> None:
    """Wait for a sheet, read it, write the report; without a sheet there is nothing to do."""
    written = questions.read()
    if not written:
        return
    asked: Asked = pickle.loads(written)  # noqa: S301 - written by our own parent process
    _limit(asked)
    report = read(asked.raw, asked.filename, asked.context, **asked.how)
    pickle.dump(report, answers, pickle.HIGHEST_PROTOCOL)


def _limit(asked: Asked) -> None:
    """Bind this process; on Windows only the clock of the parent does."""
    if sys.platform == "win32":
        return
    with open("/proc/self/statm", encoding="ascii") as sizes:  # noqa: PTH123 - one number
        taken = int(sizes.read().split()[0]) * resource.getpagesize()
    for what, most in (
        (resource.RLIMIT_AS, taken + asked.memory_bytes),
        (resource.RLIMIT_CPU, _cpu_used() + asked.cpu_seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def _cpu_used() -> int:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return int(used.ru_utime + used.ru_stime) + 1


if __name__ == "__main__":
    answer(sys.stdin.buffer, sys.stdout.buffer)
