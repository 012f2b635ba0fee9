"""The database that Streamlit's own file of secrets names, read without Streamlit."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import exc

from store.refusals import SecretsUnreadableError

OURS = "ledger"
_NEEDED = ("dialect", "username", "host")
_OTHERS = ("driver", "password", "port", "database", "query")


def url_in(file: Path) -> str | None:
    """Return the address of the SQL connection of a secrets.toml, None where there is none.

    A connection has a ``url`` or the parts that ``st.connection`` takes: dialect, username and
    host, and where needed driver, password, port, database and query. Of several connections the
    one named ``ledger`` is meant.

    Raises:
        SecretsUnreadableError: when the file is no TOML, a part is missing, or it stays open which
            of several connections is meant.
    """
    if not file.is_file():
        return None
    try:
        connections = tomllib.loads(file.read_text("utf-8")).get("connections", {})
    except (OSError, ValueError) as error:
        raise SecretsUnreadableError(str(file), str(error)) from error
    found = {name: one for name, one in connections.items() if _is_sql(one)}
    if len(found) > 1 and OURS not in found:
        raise SecretsUnreadableError(str(file), f"[connections.{' / '.join(sorted(found))}]")
    if not found:
        return None
    name, parts = (OURS, found[OURS]) if OURS in found else found.popitem()
    return str(parts["url"]) if "url" in parts else _put_together(file, name, parts)


def _is_sql(connection: object) -> bool:
    return isinstance(connection, dict) and ("url" in connection or "dialect" in connection)


def _put_together(file: Path, name: str, parts: Mapping[str, Any]) -> str:
    if missing := [part for part in _NEEDED if part not in parts]:
        why = f"[connections.{name}] {', '.join(missing)}"
        raise SecretsUnreadableError(str(file), why)
    said = {part: parts[part] for part in (*_NEEDED, *_OTHERS) if part in parts}
    try:
        said["drivername"] = "+".join(filter(None, (said.pop("dialect"), said.pop("driver", ""))))
        said["port"] = int(said["port"]) if "port" in said else None
        return sa.URL.create(**said).render_as_string(hide_password=False)
    except (TypeError, ValueError, exc.ArgumentError) as error:
        raise SecretsUnreadableError(str(file), f"[connections.{name}] {error}") from error
