"""Run every bench, or those named: ``python -m bench [ingest …]``.

A bench is a module of this folder with a function ``measured()`` that gives sections.
"""

import pkgutil
import sys
from importlib import import_module
from pathlib import Path

from bench.table import write


def main(wanted: list[str]) -> int:
    """Measure, print and write each section of docs/performance.md."""
    known = [one.name for one in pkgutil.iter_modules([str(Path(__file__).parent)])]
    if unknown := [name for name in wanted if name not in known]:
        print(f"no such bench: {', '.join(unknown)}", file=sys.stderr)
        return 2
    for name in wanted or known:
        measured = getattr(import_module(f"bench.{name}"), "measured", None)
        if measured is None and wanted:
            print(f"bench/{name}.py has no measured()", file=sys.stderr)
            return 2
        if measured is not None:
            for section in measured():
                print(section.markdown(), flush=True)
                write(section)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
