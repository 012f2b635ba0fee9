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
from store.targets import Target, targets
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
    """One line per move, or one line for a target that never moved."""
    about = {
        named(Projects.ID, t): one.project_id,
        named(Projects.NAME, t): one.project_name,
        t("command.column_target"): named(one.column, t),
        t("command.column_baseline"): cell(one.column, one.baseline, t),
        t("command.column_current"): cell(one.column, one.current, t),
    }
    ways = ("upload.column_version", "command.column_time", "upload.column_actor")
    for move in one.moves or (None,):
        made = (move.version, cell("", move.at, t), who(move.actor, t)) if move else ("", "", "")
        yield (
            about
            | dict(zip(map(t, ways), map(str, made), strict=True))
            | {t("command.column_reason"): move.reason if move else ""}
        )


def _local(moment: datetime) -> str:
    return moment.astimezone(SHANGHAI).isoformat(timespec="seconds")
