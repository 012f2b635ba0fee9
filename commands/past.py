"""history and the moved targets: what came into the ledger, who brought it and why."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from commands.answer import Answer, laid_out, records
from commands.words import cell, named, who
from domain.columns import Projects, Reports
from store.history import UPLOADED_BY, UPLOADED_TIME, WITHDRAWN_VERSION, history_of
from store.opening import Office
from store.readable import SHANGHAI
from store.seed import SEED_ACTOR
from store.targets import Move, Step, Target, targets
from store.versions import Version, versions
from texts import Texts

_OF_AN_ITEM = (
    *(Reports.VERSION, UPLOADED_TIME, UPLOADED_BY, Reports.PERIOD, Reports.RESPONSIBLE_UNIT),
    *(Reports.PERCENT_PPM, Reports.DONE_TOTAL_YUAN, Reports.PROGRESS, Reports.PROBLEM),
    WITHDRAWN_VERSION,
)


def history(office: Office, t: Texts) -> Answer:
    """List every version the ledger has, oldest first, in local time."""
    told = versions(office.ledger)
    return Answer(laid_out(_line(one, t) for one in told), [_plain(one) for one in told])


def history_of_item(office: Office, item: str, t: Texts) -> Answer:
    """List every report ever made about a project or task, withdrawn or not, oldest first."""
    made = records(history_of(office.ledger, item))
    lines = [{named(name, t): cell(name, one[name], t) for name in _OF_AN_ITEM} for one in made]
    nothing = (t("command.never_reported", item=item),)
    return Answer(laid_out(lines) or nothing, made)


def moved(office: Office, t: Texts) -> Answer:
    """List every target of every project: the baseline, what counts now, who moved it and why."""
    told = targets(office.ledger)
    lines = [line for one in told for line in _moves(one, t)]
    return Answer(laid_out(lines), [asdict(one) for one in told])


def _line(one: Version, t: Texts) -> dict[str, Any]:
    file, back = one.upload, ", ".join(map(str, one.withdraws))
    kind = t(f"upload.kind_{file.kind}") if file else t("command.withdrawal", versions=back)
    state = file and t("upload.withdrawn" if file.withdrawn else "upload.in_force")
    return {
        t("upload.column_version"): one.version,
        t("command.column_time"): cell("", one.at, t),
        t("upload.column_actor"): who(one.actor, t),
        t("upload.column_kind"): kind,
        t("upload.column_filename"): file and file.filename,
        t("upload.column_rows"): file and file.n_rows,
        t("upload.column_state"): state,
        t("command.column_reason"): one.reason,
        t("upload.column_mark"): t("samples.mark") if file and file.illustrative else "",
    }


def _plain(one: Version) -> dict[str, Any]:
    file = one.upload
    about = {
        "version": one.version,
        "act": "upload" if file else "withdrawal",
        "time": _local(one.at),
        "actor": one.actor,
        "reason": one.reason,
        "withdraws": one.withdraws,
    }
    if file is None:
        return about
    return about | {
        "kind": file.kind,
        "filename": file.filename,
        "rows": file.n_rows,
        "sha256": file.sha256,
        "base": file.base,
        "illustrative": file.illustrative,
        "withdrawn_version": file.withdrawn_version,
        "withdrawn_by": file.withdrawn_by,
        "withdrawn_reason": file.withdrawn_reason,
    }


def _moves(one: Target, t: Texts) -> Iterator[dict[str, str]]:
    """One line per step of a target: stated later, moved, removed; one when nothing happened."""
    about = {
        named(Projects.ID, t): one.project_id,
        named(Projects.NAME, t): one.project_name,
        t("command.column_target"): named(one.column, t),
        t("command.column_baseline"): cell(one.column, one.baseline, t),
        t("command.column_current"): cell(one.column, one.current, t),
    }
    happened = [*_steps(one, t)] or [("", None)]
    for what, step in happened:
        yield about | {
            t("command.column_move"): what,
            t("upload.column_version"): str(step.version) if step else "",
            t("command.column_time"): cell("", step.at, t) if step else "",
            t("upload.column_actor"): who(step.actor, t) if step else "",
            t("command.column_reason"): step.reason if step else "",
        }


def _steps(one: Target, t: Texts) -> Iterator[tuple[str, Move | Step]]:
    if one.stated is not None and one.stated.actor != SEED_ACTOR:
        first = cell(one.column, one.baseline, t)
        yield t("command.target_stated", after=first), one.stated
    for move in one.moves:
        before, after = (cell(one.column, said, t) for said in (move.before, move.after))
        yield t("command.target_moved", before=before, after=after), move
    if one.removed is not None:
        yield t("command.target_removed"), one.removed


def _local(moment: datetime) -> str:
    return moment.astimezone(SHANGHAI).isoformat(timespec="seconds")
