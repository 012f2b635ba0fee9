"""A standalone Spark master with two workers on loopback, and sessions on any master."""

import os
import re
import subprocess
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

LOOPBACK = "127.0.0.1"
WORKERS = 2
_DEPLOY = "org.apache.spark.deploy"
_QUIET = {
    "spark.ui.enabled": "false",
    "spark.driver.host": LOOPBACK,
    "spark.driver.bindAddress": LOOPBACK,
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.adaptive.enabled": "false",
    "spark.executor.memory": "512m",
    "spark.ui.showConsoleProgress": "false",
}


@contextmanager
def session(master, scratch):
    """A session on ``master``; the Java process behind it ends with the last of them."""
    os.environ["SPARK_LOCAL_IP"] = LOOPBACK
    from pyspark.sql import SparkSession  # noqa: PLC0415 - only where Spark is installed

    builder = SparkSession.builder.master(master).config("spark.local.dir", str(scratch))
    for setting, value in _QUIET.items():
        builder = builder.config(setting, value)
    opened = builder.getOrCreate()
    try:
        yield opened
    finally:
        opened.stop()


@contextmanager
def running(scratch):
    """Start a master and two workers, give the master's address, and end all three."""
    with ExitStack() as stack:
        master = stack.enter_context(_daemon(scratch, "master.Master", log=subprocess.PIPE))
        address = _wait_for(master, r"(spark://[\d.]+:\d+)")
        for number in range(WORKERS):
            own = ("-c", "1", "-m", "700m", "-d", str(scratch / f"worker{number}"), address)
            stack.enter_context(_daemon(scratch, "worker.Worker", *own))
        for _ in range(WORKERS):
            _wait_for(master, r"Registering worker (\S+)")
        yield address


@contextmanager
def _daemon(scratch, kind, *arguments, log=subprocess.DEVNULL):
    home = Path(find_spec("pyspark").origin).parent
    command = [home / "bin/spark-class", f"{_DEPLOY}.{kind}", "--host", LOOPBACK]
    command += ["--port", "0", "--webui-port", "0", *arguments]
    environ = {
        **os.environ,
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": LOOPBACK,
        "SPARK_LOCAL_DIRS": str(scratch),
        "SPARK_DAEMON_MEMORY": "256m",
    }
    process = subprocess.Popen(
        command, env=environ, stderr=log, stdout=subprocess.DEVNULL, text=True
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=60)


def _wait_for(process, pattern):
    """Read the log up to the line that says it; the log ends when the process does."""
    seen = []
    for line in process.stderr:
        seen.append(line)
        if found := re.search(pattern, line):
            return found[1]
    pytest.fail("Spark ended instead:\n" + "".join(seen))
