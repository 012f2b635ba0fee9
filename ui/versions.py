"""The versions of the ledger on the screen: a row each, what it changed, any two compared."""

from collections.abc import Iterator
from datetime import date

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.memo import recently
from domain.roles import Action
from ingest.report import SheetKind
from store import originals
from store.ledger import Ledger
from store.seed import SEED_ACTOR
from store.versions import Version
from texts import Texts
from texts.actors import actor_named
from texts.dates import moment
from texts.markdown import plain
from ui import access, cache, changed_rows, clock, columns, past_cache, phone


def listed(t: Texts) -> None:
    """List every version, uploads and withdrawals alike, the newest first."""
    shown = _listed(cache.ledger(), tuple(past_cache.versions()), t)
    with phone.desk("versions"):
        st.dataframe(columns.ready(shown), hide_index=True, key="versions", width="stretch")
    phone.plainly(shown, t, key="versions", first=2)


@recently
def _listed(_: Ledger, versions: tuple[Version, ...], t: Texts) -> pd.DataFrame:
    table = pd.DataFrame([_row(one, t) for one in reversed(versions)])
    counted = {t("upload.column_rows"): "Int64", t("history.base"): "Int64"}  # empty is empty
    return table.astype(counted)


def choose(t: Texts) -> Version:
    """Ask for one version, the newest first."""
    known = {one.version: one for one in reversed(past_cache.versions())}
    chosen = st.selectbox(
        t("history.version"),
        list(known),
        format_func=lambda version: _line(known[version], t),
        key="version-shown",
    )
    return known[chosen or max(known)]


def show_changes(chosen: Version, t: Texts) -> None:
    """Say who made the version and why, show what it changed, and offer its original file."""
    st.markdown("  \n".join(_about(chosen, t)))
    for kind in _kinds(chosen):
        _show_difference(chosen.version - 1, chosen.version, kind, t, key=f"version-{kind}")
    if (upload := chosen.upload) is not None and access.may(Action.GET_ORIGINAL):
        who, at = access.actor(), clock.now()  # the click comes without a reader
        st.download_button(
            t("history.original"),
            data=lambda: originals.give(cache.ledger(), upload, who, at),
            file_name=upload.filename,
            key="original",
            on_click="ignore",
        )


def work_out_newest() -> None:
    """Work out what the newest version changed, as the page opens with it."""
    newest = past_cache.versions()[-1]
    for kind in _kinds(newest):
        past_cache.compared(newest.version - 1, newest.version, kind)
    past_cache.compared(1, newest.version, next(iter(SheetKind)))


def compare_two(t: Texts) -> None:
    """Ask for two versions or two days and a table; show what is different between them."""
    first, last = 1, cache.newest()
    way, kind = st.columns([1, 1])
    by_day = way.segmented_control(
        t("history.compare_by"),
        ("version", "day"),
        default="version",
        required=True,
        format_func=lambda name: t(f"history.by_{name}"),
        key="compare-by",
    )
    kinds = [kind.value for kind in SheetKind]
    chosen = kind.segmented_control(
        t("history.table"),
        kinds,
        default=kinds[0],
        required=True,
        format_func=lambda name: t(f"upload.kind_{name}"),
        key="compare-kind",
    )
    left, right = st.columns(2)
    if by_day == "day":
        before, after = (
            cache.ledger().version_on(_day(place, name, t))
            for place, name in ((left, "from"), (right, "to"))
        )
        st.caption(t("history.versions_of_days", before=before, after=after))
    else:
        before, after = (
            int(place.number_input(t(f"history.{name}"), 0, last, value, key=f"compare-{name}"))
            for place, name, value in ((left, "from", first), (right, "to", last))
        )
    _show_difference(before, after, SheetKind(chosen or kinds[0]), t, key="two")


def _show_difference(before: int, after: int, kind: SheetKind, t: Texts, *, key: str) -> None:
    found = past_cache.compared(before, after, kind)
    counts = {name: len(keys) for name, keys in changed_rows.by_state(found.changes).items()}
    said = {name: counts.get(name, 0) for name in ("added", "edited", "removed")}
    st.markdown(t("history.changed", before=before, after=after, **said))
    if found.changes:
        changed_rows.show(found, t, key=f"{key}-changes")


def _kinds(chosen: Version) -> list[SheetKind]:
    """Return the kinds of the tables that the version touched."""
    if chosen.upload is not None:
        return [SheetKind(chosen.upload.kind)]
    taken_back = {one.version: one.upload for one in past_cache.versions()}
    uploads = [taken_back[version] for version in chosen.withdraws]
    return sorted({SheetKind(upload.kind) for upload in uploads if upload is not None})


def _day(place: DeltaGenerator, name: str, t: Texts) -> date:
    today = clock.today()
    first = past_cache.first_day()
    value = first if name == "from" else today
    return place.date_input(
        t(f"history.{name}"), value, min_value=first, max_value=today, key=f"compare-{name}-day"
    )


def _row(one: Version, t: Texts) -> dict[str, object]:
    upload = one.upload
    return {
        t("upload.column_version"): one.version,
        t("history.time"): _time(one),
        t("upload.column_actor"): _actor(one, t),
        t("upload.column_kind"): _kind(one, t),
        t("upload.column_filename"): upload.filename if upload else "",
        t("upload.column_rows"): upload.n_rows if upload else None,
        t("upload.column_state"): _state(one, t),
        t("history.base"): upload.base if upload else None,
        t("history.reason"): one.reason,
        t("upload.column_mark"): t("samples.mark") if upload and upload.illustrative else "",
    }


def _about(one: Version, t: Texts) -> Iterator[str]:
    """Say all that a cell of the list would cut off."""
    who = {
        "version": one.version,
        "actor": plain(_actor(one, t)),
        "time": moment(one.at.astimezone(clock.ZONE), t),
    }
    if one.upload is not None:
        yield t("history.about_upload", **who, base=one.upload.base)
    else:
        yield t("history.about_withdrawal", **who, versions=", ".join(map(str, one.withdraws)))
    if one.reason:
        yield t("history.about_reason", reason=plain(one.reason))


def _kind(one: Version, t: Texts) -> str:
    if one.upload is not None:
        return t(f"upload.kind_{one.upload.kind}")
    return t("history.withdrawal", versions=", ".join(map(str, one.withdraws)))


def _state(one: Version, t: Texts) -> str:
    if one.upload is None:
        return ""
    return t("upload.withdrawn" if one.upload.withdrawn else "upload.in_force")


def _time(one: Version) -> str:
    return one.at.astimezone(clock.ZONE).strftime("%Y-%m-%d %H:%M")


def _actor(one: Version, t: Texts) -> str:
    return t("ledger.actor_seed") if one.actor == SEED_ACTOR else actor_named(one.actor, t)


def _line(one: Version, t: Texts) -> str:
    what = one.upload.filename if one.upload else _kind(one, t)
    return t(
        "history.version_line",
        version=one.version,
        time=_time(one),
        actor=_actor(one, t),
        filename=what,
    )
