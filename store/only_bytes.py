"""A column of bytes that gives nothing where the database holds something else.

SQLite keeps whatever type it is given. Text in such a column is damage, and must not end the
reading of everything else: it reads as None, which agrees with no checksum.
"""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from store.database import POSTGRESQL, SQLITE


class OnlyBytes(sa.types.TypeDecorator[bytes]):
    """Bytes as any LargeBinary; read as None where they are none."""

    impl = sa.LargeBinary
    cache_ok = True

    def column_expression(self, column: sa.ColumnElement[Any]) -> sa.ColumnElement[bytes]:
        """Ask the database for the type before the driver stumbles over it."""
        return _WhenBytes(column)


class _WhenBytes(FunctionElement[bytes]):
    inherit_cache = True
    type = sa.LargeBinary()


@compiles(_WhenBytes, SQLITE)
def _on_sqlite(element: _WhenBytes, compiler: Any, **how: Any) -> str:  # noqa: ANN401 - SQLAlchemy gives a compiler of no public type
    column = compiler.process(element.clauses, **how)
    return f"CASE WHEN typeof({column}) = 'blob' THEN {column} END"


@compiles(_WhenBytes, POSTGRESQL)  # a typed column holds nothing else there
def _on_postgresql(element: _WhenBytes, compiler: Any, **how: Any) -> str:  # noqa: ANN401 - as above
    return str(compiler.process(element.clauses, **how))
