"""Where this installation keeps its state: a folder, and the database in it or elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

FOLDER = "PLAN_STATE"
DATABASE = "DATABASE_URL"
_POSTGRESQL = ("postgres://", "postgresql://")


@dataclass(frozen=True, slots=True)
class Settings:
    """The two places; nothing is created by reading them."""

    state_folder: Path
    database_url: str

    @classmethod
    def from_environment(cls, environ: Mapping[str, str], root: Path) -> Self:
        """Read the settings; a relative folder is relative to ``root``, the program's folder.

        >>> here = Settings.from_environment({}, Path("/srv/plan"))
        >>> str(here.state_folder), here.database_url
        ('/srv/plan/var', 'sqlite:////srv/plan/var/ledger.sqlite3')
        >>> Settings.from_environment({"DATABASE_URL": "postgres://db/plan"}, Path()).database_url
        'postgresql+psycopg://db/plan'
        """
        folder = root / (environ.get(FOLDER) or "var")
        url = environ.get(DATABASE) or f"sqlite:///{folder / 'ledger.sqlite3'}"
        return cls(folder, _with_driver(url))


def _with_driver(url: str) -> str:
    """Name the driver that the requirements name, whichever spelling a host hands out."""
    for spelling in _POSTGRESQL:
        if url.startswith(spelling):
            return "postgresql+psycopg://" + url.removeprefix(spelling)
    return url
