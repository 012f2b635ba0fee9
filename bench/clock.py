"""What something costs on this machine, and which machine that is."""

import os
import platform
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

import psutil


@dataclass(frozen=True, slots=True)
class Cost:
    """Time that passed and time of processors, of this process and of those it started."""

    seconds: float
    processor_seconds: float


def cost_of(run: Callable[[], object]) -> Cost:
    """Run something once."""
    processor, began = _processor_seconds(), perf_counter()
    run()
    return Cost(perf_counter() - began, _processor_seconds() - processor)


def machine() -> str:
    """Return a line that names the machine and how busy it is."""
    memory = psutil.virtual_memory().total / 1024**3
    return (
        f"Machine: {_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} "
        f"{platform.release()}, Python {platform.python_version()}; load average at the end "
        f"{psutil.getloadavg()[0]:.1f}{_priority()}."
    )


def _priority() -> str:
    """Say of a run that went before others, or after them, by how much."""
    nice = psutil.Process().nice()
    return f", nice {nice}" if nice else ""


def _processor_seconds() -> float:
    here = psutil.Process()
    living = [here, *here.children(recursive=True)]
    own = sum(times.user + times.system for times in (one.cpu_times() for one in living))
    ended = here.cpu_times()
    return own + ended.children_user + ended.children_system


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:  # noqa: PTH123 - no file but a view
            named = (line.partition(":")[2].strip() for line in lines if "model name" in line)
            return next(named, platform.machine())
    except OSError:  # not Linux
        return platform.processor() or platform.machine()
