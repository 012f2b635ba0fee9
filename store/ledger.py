"""The ledger of uploads (台账): append only, so that any version and any day can be read back."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from domain.audited import Event
from domain.roles import Action
from store import audit_entries, authority, entries, reporting_rights, schema, uploads
from store.readable import Readable, as_text
from store.refusals import (
    AlreadyUploadedError,
    BlankError,
    StaleBaseError,
    TokenReusedError,
    WithdrawnError,
)
from store.rows import Rows
from store.submission import Submission, rows_of, storable
from store.uploads import Upload


class Ledger(Readable):
    """An open ledger, to be shared by the threads of one process.

    Every upload and every withdrawal is one version; nothing is updated or deleted. A version's
    time never goes back: it is the caller's, or that of the version before if that is later.
    """

    def commit(
        self,
        submission: Submission,
        *,
        actor: str,
        at: datetime,
        base: int,
        token: str,
        reason: str = "",
        force: bool = False,
    ) -> Upload:
        """Append a file that was previewed against version ``base``; take it out of staging.

        A token that has been committed returns its upload again, so that a second click or a
        replayed request adds nothing. ``force`` uploads bytes again that already count.

        Raises:
            TokenReusedError: when the token belongs to another file.
            AlreadyUploadedError: when the same bytes count already and ``force`` is not set.
            StaleBaseError: when the ledger is no longer at ``base``.
            RefusedRowsError: when the frame breaks a rule; nothing is written then.
            BlankError: when the actor or the token is empty.
            ForbiddenError, TypedNameError: when the actor may not.
        """
        _must_say(actor=actor, token=token)
        rows = rows_of(submission)
        reporting_rights.must_have(self, submission, actor=actor, at=at)
        with self.writing() as connection:
            head = entries.lock_head(connection)
            if again := _same_token(connection, head.seq, token, submission):
                return again
            attempt = _attempt(connection, head.seq, submission, force=force)
            if base != head.seq:
                raise StaleBaseError(previewed=base, current=head.seq)
            file = _file_entry(submission, rows, token, attempt, base)
            entry = entries.Entry(head.seq + 1, _time(head, at), actor, _said(reason), file)
            entries.append(connection, head, entry, raw=submission.raw, rows=rows)
            connection.execute(schema.staging.delete().where(schema.staging.c.token == token))
            said = {"version": entry.seq, "file": file.filename, "sha256": file.sha256}
            audit_entries.append(connection, Event.COMMITTED, actor, said, at=at)
            return uploads.one(connection, entry.seq)

    def commit_first(
        self, files: Sequence[tuple[Submission, str]], *, actor: str, at: datetime
    ) -> bool:
        """Append files with their tokens to an empty ledger, all or none.

        Return False and write nothing when the ledger is not empty (any more).

        Raises:
            RefusedRowsError: when a frame breaks a rule.
        """
        prepared = [(file, token, rows_of(file)) for file, token in files]
        with self.writing() as connection:
            head = entries.lock_head(connection)
            if head.seq:
                return False
            for file, token, rows in prepared:
                said = _file_entry(file, rows, token, 1, head.seq)
                entry = entries.Entry(head.seq + 1, _time(head, at), actor, None, said)
                head = entries.append(connection, head, entry, raw=file.raw, rows=rows)
            return True

    def withdraw(self, version: int, *, actor: str, at: datetime, reason: str) -> int:
        """Take an upload back and return the ledger's new version; the upload stays readable.

        Raises:
            UnknownVersionError: when that version is no upload.
            WithdrawnError: when it has been withdrawn already.
            BlankError: when the actor or the reason is empty.
            ForbiddenError, TypedNameError: when the actor may not.
        """
        _must_say(actor=actor, reason=reason)
        authority.require(self, actor, Action.WITHDRAW, at=at)
        with self.writing() as connection:
            head = entries.lock_head(connection)
            if uploads.one(connection, version).withdrawn:
                raise WithdrawnError(version)
            entry = entries.Entry(
                head.seq + 1, _time(head, at), actor, _said(reason), withdraws=(version,)
            )
            _note_withdrawal(connection, (version,), actor, reason, at)
            return entries.append(connection, head, entry).seq

    def withdraw_illustrative(self, *, actor: str, at: datetime, reason: str) -> tuple[int, ...]:
        """Take every illustrative upload back as one version; return the uploads taken back.

        Raises:
            BlankError: when the actor or the reason is empty.
            ForbiddenError, TypedNameError: when the actor may not.
        """
        _must_say(actor=actor, reason=reason)
        authority.require(self, actor, Action.WITHDRAW, at=at)
        with self.writing() as connection:
            head = entries.lock_head(connection)
            which = (uploads.effective(head.seq), schema.upload.c.illustrative)
            shown = tuple(one.version for one in uploads.read(connection, head.seq, *which))
            if shown:
                time_ = _time(head, at)
                entry = entries.Entry(head.seq + 1, time_, actor, _said(reason), withdraws=shown)
                entries.append(connection, head, entry)
                _note_withdrawal(connection, shown, actor, reason, at)
            return shown


def _must_say(**said: str) -> None:
    for field, text in said.items():
        if not text.strip():
            raise BlankError(field)


def _note_withdrawal(
    connection: sa.Connection, versions: tuple[int, ...], actor: str, reason: str, at: datetime
) -> None:
    said = {"versions": list(map(str, versions)), "reason": reason}
    audit_entries.append(connection, Event.WITHDRAWN, actor, said, at=at)


def _said(reason: str) -> str | None:
    return storable(reason) or None


def _time(head: entries.Head, at: datetime) -> str:
    return max(as_text(at), head.recorded_time)


def _same_token(
    connection: sa.Connection, newest: int, token: str, submission: Submission
) -> Upload | None:
    for known in uploads.read(connection, newest, schema.upload.c.token == token):
        if (known.sha256, known.kind) != (submission.sha256, submission.kind):
            raise TokenReusedError
        return known
    return None


def _attempt(connection: sa.Connection, newest: int, submission: Submission, *, force: bool) -> int:
    same = (
        schema.upload.c.sha256 == submission.sha256,
        schema.upload.c.kind == submission.kind,
    )
    known = uploads.read(connection, newest, *same)
    for upload in known:
        if not upload.withdrawn and not force:
            raise AlreadyUploadedError(upload.version)
    return len(known) + 1


def _file_entry(
    submission: Submission, rows: Rows, token: str, attempt: int, base: int
) -> entries.FileEntry:
    return entries.FileEntry(
        token=token,
        kind=str(submission.kind),
        filename=submission.filename,
        sha256=submission.sha256,
        attempt=attempt,
        n_rows=len(rows),
        rows_sha256=rows.digest(),
        base_seq=base,
        illustrative=submission.illustrative,
    )
