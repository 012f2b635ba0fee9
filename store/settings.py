"""Where this installation keeps its state: a folder, and the database in it or elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from store import connections

FOLDER = "PLAN_STATE"
DATABASE = "DATABASE_URL"
FILE = "ledger.sqlite3"
ENGINE = "ENGINE"
ENGINE_FOLDER = "ENGINE_FOLDER"
DECK_TEMPLATE = "DECK_TEMPLATE"
SECRETS = ".streamlit/secrets.toml"
_POSTGRESQL = ("postgres://", "postgresql://")


@dataclass(frozen=True, slots=True)
class Settings:
    """The places; nothing is created by reading them.

    ``engine`` is the Spark master that analysis is sent to, empty for this process; it reads what
    is exported into ``engine_folder``. ``deck_template`` is a PPTX of the office's own, None where
    none is named.
    """

    state_folder: Path
    database_url: str
    engine: str = ""
    engine_folder: Path = Path()
    deck_template: Path | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str], root: Path) -> Self:
        """Read the settings; a relative folder is relative to ``root``, the program's folder.

        ``DATABASE_URL`` wins over the connection of ``.streamlit/secrets.toml``, and that over
        the file in the state folder.

        >>> here = Settings.from_environment({}, Path("/srv/plan"))
        >>> str(here.state_folder), here.database_url
        ('/srv/plan/var', 'sqlite:////srv/plan/var/ledger.sqlite3')
        >>> Settings.from_environment({"DATABASE_URL": "postgres://db/plan"}, Path()).database_url
        'postgresql+psycopg://db/plan'

        Raises:
            SecretsUnreadableError: when the file of secrets is there and cannot be used.
        """
        folder = root / (environ.get(FOLDER) or "var")
        url = environ.get(DATABASE) or connections.url_in(root / SECRETS)
        url = _with_driver(url or f"sqlite:///{folder / FILE}")
        exported = root / (environ.get(ENGINE_FOLDER) or folder / "parquet")
        named = environ.get(DECK_TEMPLATE)
        deck = root / named if named else None
        return cls(folder, url, environ.get(ENGINE, "").strip(), exported, deck)


def _with_driver(url: str) -> str:
    """Name the driver that the requirements name, whichever spelling a host hands out."""
    for spelling in _POSTGRESQL:
        if url.startswith(spelling):
            return "postgresql+psycopg://" + url.removeprefix(spelling)
    return url
