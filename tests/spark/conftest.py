"""Spark in this process and on a cluster of three processes, one session at a time."""

import shutil
from importlib.util import find_spec

import pytest

from tests.spark import cluster

collect_ignore_glob = [] if find_spec("pyspark") else ["test_*.py"]  # `make test` has no Spark


@pytest.fixture(scope="session", params=["local[2]", "standalone"])
def spark(request, tmp_path_factory):
    if shutil.which("java") is None:
        pytest.skip("no java on this machine, and Spark runs on it")
    scratch = tmp_path_factory.mktemp("spark")
    if request.param != "standalone":
        with cluster.session(request.param, scratch) as session:
            yield session
        return
    with cluster.running(scratch) as master, cluster.session(master, scratch) as session:
        assert session.sparkContext.master == master
        yield session
