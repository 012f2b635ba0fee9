"""Reading a sheet where it cannot take the server down with it.

A small text file is read here. Everything else is read by a process of its own under limits of
memory and time, for a hostile workbook can make a reader eat all memory or end its process.
"""

from dataclasses import replace

from ingest.codes import Code, found
from ingest.context import Context, Limits
from ingest.labels import label_of
from ingest.reading import read
from ingest.report import Origin, Report, SheetKind
from ingest.steps import Heard, unheard
from ingest.typed import frame_of
from store.reading_child import Asked
from store.reading_process import GoneError
from store.reading_processes import AT_ONCE, Processes

_SMALL = 256 * 1024  # bytes of text that cost nobody anything
_CONTAINERS = (b"PK", b"\xd0\xcf\x11\xe0")
_MEMORY = 768 * 1024**2
_MEMORY_A_ROW = 8 * 1024  # allowed on top, for a command line that raises the limits
_CPU_SECONDS = 5
_ROWS_A_SECOND = 5_000  # the same for time
_PATIENCE = 3  # times the processor's time: others need the processor too
_TRIES = AT_ONCE + 1  # as many may have been waiting; the one after them is fresh


def read_safely(
    raw: bytes,
    filename: str,
    context: Context,
    *,
    kind: SheetKind | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    mapping: dict[str, str] | None = None,
) -> Report:
    """Read as ``ingest.reading.read`` does; what a file does to its reader is a finding.

    At most two files are read at once, each with 768 MB and 5 s of processor time, and a second
    more for every 5,000 rows that the limits allow. ``context.heard`` is told of every step in
    the thread that asks.
    """
    how = {"kind": kind, "encoding": encoding, "sheet": sheet, "mapping": mapping}
    if len(raw) > context.limits.max_bytes:
        raw = raw[: context.limits.max_bytes + 1]  # refused for its size, whatever it holds
    elif len(raw) > _SMALL or raw.startswith(_CONTAINERS):
        rows = context.limits.max_rows
        memory = _MEMORY + _MEMORY_A_ROW * max(0, rows - Limits().max_rows)
        asked = Asked(
            raw,
            filename,
            replace(context, heard=unheard),
            how,
            memory,
            _CPU_SECONDS + rows // _ROWS_A_SECOND,
        )
        return _apart(asked, context.heard) or _stopped(filename, kind)
    return read(raw, filename, context, kind=kind, encoding=encoding, sheet=sheet, mapping=mapping)


def warm_up() -> None:
    """Have a process ready, for starting one takes longer than reading a month's sheet."""
    _PROCESSES.prepare()


def _apart(asked: Asked, heard: Heard) -> Report | None:
    """Return what a process answers, or None when it was stopped or ended itself."""
    for _ in range(_TRIES):
        with _PROCESSES.one() as process:
            try:
                return process.report(asked, heard, asked.cpu_seconds * _PATIENCE)
            except GoneError:  # something ended it while it waited; the next one is fresh
                continue
    return None


def _stopped(filename: str, kind: SheetKind | None) -> Report:
    told = (found(Code.E_READING_STOPPED),)
    return Report(Origin(label_of(filename)), kind, frame_of((), kind), findings=told)


_PROCESSES = Processes()
