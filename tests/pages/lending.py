"""One office that test after test reads in, as long as none of them writes."""

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest
import streamlit as st

from ui import cache


class Lending:
    """Lends a copy of a state folder together with what the process has worked out from it.

    Working it out is most of what a test of a page costs. Whoever wrote into the folder or changed
    the environment leaves it to nobody: the next one gets a copy of its own.
    """

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        self._factory = factory
        self._lent: tuple[Path, Path, str] | None = None  # made from, lies at, as it was

    @contextmanager
    def lend(self, made: Path) -> Generator[Path]:
        """Point the dashboard to a copy of ``made`` until the block ends."""
        folder = self._ready(made)
        with _at(folder):
            before = _environment()
            yield folder
            changed = _environment() != before
        if changed or self._lent != (made, folder, _digest(folder)):
            self.close()

    def close(self) -> None:
        """Take the office back and empty every cache: they belong to the process."""
        if self._lent is not None:
            with _at(self._lent[1]):
                cache.ledger().close()
        self._lent = None
        st.cache_resource.clear()

    def _ready(self, made: Path) -> Path:
        if self._lent is not None and self._lent[0] == made:
            return self._lent[1]
        self.close()
        folder = shutil.copytree(made, self._factory.mktemp("lent") / "state")
        self._lent = made, folder, _digest(folder)
        return folder


@contextmanager
def _at(folder: Path) -> Generator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAN_STATE", str(folder))
        patch.delenv("DATABASE_URL", raising=False)
        yield


def _environment() -> dict[str, str]:
    return {name: said for name, said in os.environ.items() if name != "PYTEST_CURRENT_TEST"}


def _digest(folder: Path) -> str:
    """Return what changes with every file of a folder and with every byte of its ledger."""
    files = sorted(str(file.relative_to(folder)) for file in folder.rglob("*"))
    ledger = (folder / "ledger.sqlite3").read_bytes()
    return sha256("\n".join(files).encode() + ledger).hexdigest()
