"""Sends the analysis of large ledgers to Spark: the same metrics, over Parquet files.

pyspark is not among the app's requirements and is named here only, behind typed functions.
"""

import re
import socket
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import narwhals as nw
import pandas as pd
import pyarrow as pa

from analysis.engine import Elsewhere, Fed
from domain.plan import Plan
from store.engine_refusals import EngineAwayError, EngineMissingError, EngineUnknownError
from store.parquet import NAMES, Exported

_arrow: Any = pa
_LOCAL = re.compile(r"local(\[(\d+|\*)\])?")
_MASTER = re.compile(r"spark://(?P<host>[^:/,\s]+):(?P<port>\d+)")
_PATIENCE_S = 5.0
_QUIET = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}


def require(engine: str) -> None:
    """Refuse a setting that cannot work; an empty one means that Spark is not used.

    >>> require("")
    >>> require("hadoop")
    Traceback (most recent call last):
        ...
    store.engine_refusals.EngineUnknownError: ('engine_unknown', {'engine': 'hadoop'})

    Raises:
        EngineUnknownError: when it is neither a Spark master nor ``local[n]``.
        EngineMissingError: when pyspark is not installed.
    """
    if not engine:
        return
    if not (_LOCAL.fullmatch(engine) or _MASTER.fullmatch(engine)):
        raise EngineUnknownError(engine)
    if find_spec("pyspark") is None:
        raise EngineMissingError(engine)


def engine(master: str, exported: Exported, plan: Plan, like: Fed[pd.DataFrame]) -> Elsewhere[Any]:
    """Return the engine of one version; Spark is asked when the first table is.

    ``like`` is fed with pandas tables of the same columns without a row.
    """

    def feed() -> Fed[Any]:
        session = _session(master)
        native = {name: session.read.parquet(exported.path(name).as_uri()) for name in NAMES}
        native["reports"] = native["reports"].cache()
        return Fed(plan, **native)

    return Elsewhere(feed, like, fetched)


def _session(master: str) -> Any:  # noqa: ANN401 - SparkSession, which is not installed here
    """Return the one session of this process, opened when first asked for.

    Raises:
        EngineAwayError: when nobody answers at the master's address.
    """
    opened = import_module("pyspark.sql").SparkSession
    if (running := opened.getActiveSession()) is not None:
        return running
    if found := _MASTER.fullmatch(master):
        try:
            address = (found["host"], int(found["port"]))
            socket.create_connection(address, timeout=_PATIENCE_S).close()
        except OSError as error:
            raise EngineAwayError(master) from error
    builder = opened.builder.master(master)
    for setting, said in _QUIET.items():
        builder = builder.config(setting, said)
    return builder.appName("plan-delivery-dashboard").getOrCreate()


def fetched(table: Any) -> pd.DataFrame:  # noqa: ANN401 - a Spark table
    """Fetch a result through Arrow: exact whole numbers, and only to be shown."""
    arrow = nw.from_native(table).lazy().collect("pyarrow").to_native()
    return arrow.to_pandas(types_mapper={_arrow.int64(): pd.Int64Dtype()}.get)
