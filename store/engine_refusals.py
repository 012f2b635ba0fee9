"""What the setting ``ENGINE`` is refused for; the sentences live in texts/*/ledger.toml."""

from store.refusals import LedgerError


class EngineUnknownError(LedgerError):
    """``ENGINE`` names nothing that this program can send analysis to."""

    entry = "engine_unknown"

    def __init__(self, engine: str) -> None:
        super().__init__(engine=engine)
        self.engine = engine


class EngineMissingError(LedgerError):
    """``ENGINE`` names a Spark master, but Spark is not installed here."""

    entry = "engine_missing"

    def __init__(self, engine: str) -> None:
        super().__init__(engine=engine)
        self.engine = engine


class EngineAwayError(LedgerError):
    """The Spark master that ``ENGINE`` names does not answer."""

    entry = "engine_away"

    def __init__(self, engine: str) -> None:
        super().__init__(engine=engine)
        self.engine = engine
