"""What the ledger refuses, one class per reason; the sentences live in texts/*/ledger.toml."""


class LedgerError(Exception):
    """A refusal: ``text_key`` names its sentence, ``more`` fills the names in it."""

    entry = "refused"

    def __init__(self, **more: object) -> None:
        super().__init__(self.entry, more)
        self.more: dict[str, object] = more

    @property
    def text_key(self) -> str:
        """Where the catalogue keeps this refusal's sentence."""
        return f"ledger.{self.entry}"


class StaleBaseError(LedgerError):
    """Somebody else committed or withdrew after the preview was drawn."""

    entry = "stale_base"

    def __init__(self, *, previewed: int, current: int) -> None:
        super().__init__(previewed=previewed, current=current)
        self.previewed = previewed
        self.current = current


class ActedMeanwhileError(LedgerError):
    """Somebody else acted on the same thing after the person had looked at it."""

    entry = "acted_meanwhile"

    def __init__(self, *, number: int, actor: str) -> None:
        super().__init__(number=number, actor=actor)
        self.number = number
        self.actor = actor


class ReceivedLaterError(LedgerError):
    """A sheet cannot have been received after the day on which it was uploaded."""

    entry = "received_later"

    def __init__(self, *, version: int, day: str, uploaded: str) -> None:
        super().__init__(version=version, day=day, uploaded=uploaded)


class CalendarError(LedgerError):
    """A table of holidays cannot be used; ``rule`` says why."""

    def __init__(self, rule: str, *, file: str, row: int = 0, said: str = "") -> None:
        self.entry = f"calendar_{rule}"
        super().__init__(file=file, row=row, said=said)


class NotReceivableError(LedgerError):
    """An upload of which no day of receipt can be told; ``why`` is other_table or withdrawn."""

    def __init__(self, *, version: int, why: str) -> None:
        self.entry = f"not_received_{why}"
        super().__init__(version=version)


class AlreadyUploadedError(LedgerError):
    """The same bytes are in the ledger and not withdrawn."""

    entry = "already_uploaded"

    def __init__(self, version: int) -> None:
        super().__init__(version=version)
        self.version = version


class TokenReusedError(LedgerError):
    """One token came with two different files."""

    entry = "token_reused"


class UnknownVersionError(LedgerError):
    """The ledger, whose ``newest`` version is known, has no such version, or it is no upload."""

    entry = "unknown_version"

    def __init__(self, version: int, newest: int | None = None) -> None:
        if newest is not None:
            self.entry = "no_upload" if 0 < version <= newest else "version_not_reached"
        super().__init__(version=version, newest=newest)
        self.version = version


class BaselineError(LedgerError):
    """The delivered plan, against which everything is compared, cannot be withdrawn."""

    entry = "baseline"


class WithdrawnError(LedgerError):
    """The upload has been withdrawn already."""

    entry = "already_withdrawn"

    def __init__(self, version: int) -> None:
        super().__init__(version=version)
        self.version = version


class BlankError(LedgerError):
    """Something that must be said was left empty; ``field`` is actor, reason, token or filename."""

    def __init__(self, field: str) -> None:
        self.entry = f"blank_{field}"
        super().__init__()
        self.field = field


class RefusedRowsError(LedgerError):
    """A table breaks a rule of the ledger that the checks of ``ingest`` should have found first.

    ``row`` counts the rows of the frame from 1; 0 when the rule is about the whole table.
    """

    entry = "refused_rows"

    def __init__(self, rule: str, *, column: str = "", row: int = 0) -> None:
        super().__init__(rule=rule, column=column, row=row)
        self.rule = rule
        self.column = column
        self.row = row


class NotStagedError(LedgerError):
    """No upload is waiting under this token: committed, discarded or never staged."""

    entry = "not_staged"


class NewerDatabaseError(LedgerError):
    """The database was written by a newer release of this program."""

    entry = "newer_database"

    def __init__(self, *, found: int, known: int) -> None:
        super().__init__(found=found, known=known)
        self.found = found
        self.known = known


class UnsupportedDatabaseError(LedgerError):
    """The database is of a kind this program, or this function, does not serve."""

    entry = "unsupported_database"

    def __init__(self, dialect: str) -> None:
        super().__init__(dialect=dialect)
        self.dialect = dialect


class DriverMissingError(LedgerError):
    """The Python driver of the database is not installed."""

    entry = "driver_missing"

    def __init__(self, driver: str) -> None:
        super().__init__(driver=driver)
        self.driver = driver


class SecretsUnreadableError(LedgerError):
    """The file of secrets does not say which database is meant; it shows no secret of it."""

    entry = "secrets_unreadable"

    def __init__(self, file: str, why: str) -> None:
        super().__init__(file=file, why=why)


class LedgerUnavailableError(LedgerError):
    """The database does not answer, or takes nothing in.

    ``cause`` is locked, full, readonly or stopping; empty for any other: server away, file damaged.
    ``reason`` is for the log and the command line: it may name hosts and paths.
    """

    def __init__(self, reason: str, cause: str = "") -> None:
        self.entry = f"unavailable_{cause}" if cause else "unavailable"
        super().__init__(reason=reason)
        self.reason = reason
        self.cause = cause


class NotWrittenError(LedgerError):
    """A copy of the ledger found no room; ``action`` is backup or export. The ledger is as it was.

    ``place`` is where it was to be written; nothing is left there.
    """

    def __init__(self, action: str, place: str) -> None:
        self.entry = f"not_written_{action}"
        super().__init__(place=place)


class BrokenChainError(LedgerError):
    """An entry of the ledger is not as it was sealed: changed behind its back, or damaged."""

    entry = "broken_chain"

    def __init__(self, version: int) -> None:
        super().__init__(version=version)
        self.version = version


class DamagedError(LedgerError):
    """A backup, an exported folder or a version of the ledger does not agree with its checksums.

    ``place`` is where; of a ``version`` it is rows or original.
    """

    entry = "damaged"

    def __init__(self, place: str, *, version: int = 0) -> None:
        if version:
            self.entry = f"damaged_{place}"
        super().__init__(place=place, version=version)
        self.place = place


class DamagedTextError(DamagedError):
    """Text in the database is no text any more; where, only ``verify`` can tell."""

    entry = "damaged_text"

    def __init__(self) -> None:
        super().__init__("")


class NotEmptyError(LedgerError):
    """Something stands where an empty place is needed: a ledger, a folder or a file."""

    entry = "not_empty"

    def __init__(self, place: str) -> None:
        super().__init__(place=place)
        self.place = place
