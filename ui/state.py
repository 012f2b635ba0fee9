"""Every session key, with its type and its default, in one place."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, TypeAlias, cast

import streamlit as st

from store.intake import Preview
from texts import LANGUAGES, Language

LANGUAGE = "lang"  # the key is also the name in the address
PERIOD = "period"
WARNING = "warning"  # the key of the warning that is open, which names its month
CELL = "cell"  # unit and month of the reporting board that are open
PICK = "pick"  # what is picked in each chart
AS_OF = "as_of"
VERSION = "version"
SHEET = "sheet"  # the token of a staged sheet
_READER = "reader"
_PAGE = "page_opened"
_PREVIEW = "preview"
_NOTICE = "notice"
_AS_OF = "day_looked_back_to"
_WAITING = "waiting_sheet"
_MAPPED = "times_mapped"
_SHEET = "sheet"
_FROZEN = "version_frozen"
_OWN = "version_made"
_LANGUAGE_NAMES: Mapping[str, Language] = {"中文": "zh", "English": "en"}
Role = Literal["local", "signed"]
Identity: TypeAlias = tuple[str, str | None, str | None, int, int]
# token, encoding chosen, worksheet chosen, times headers were mapped, version


def language() -> Language:
    """Return the language the reader chose, Chinese until they do."""
    return "en" if st.session_state.get(LANGUAGE) == "en" else "zh"


def take_language_from(address: Mapping[str, str]) -> None:
    """Accept ``?lang=en`` of a link, and the language's own name as older links have it."""
    asked = address.get(LANGUAGE, "")
    said = _LANGUAGE_NAMES.get(asked, asked or language())
    st.session_state[LANGUAGE] = said if said in LANGUAGES else LANGUAGES[0]


def role() -> Role | None:
    """Return who is reading, or None for a page opened without the door."""
    return cast("Role | None", st.session_state.get(_READER))


def admit(as_role: Role) -> None:
    """Remember who came through the door."""
    st.session_state[_READER] = as_role


def page() -> str | None:
    """Return the page that the door opened, None for a file opened without it."""
    return cast("str | None", st.session_state.get(_PAGE))


def enter(page_name: str) -> None:
    """Remember which page the door opens."""
    st.session_state[_PAGE] = page_name


def preview() -> Preview | None:
    """Return the sheet that waits for its commit, if any."""
    kept = st.session_state.get(_PREVIEW)
    return cast("Preview", kept[1]) if kept else None


def preview_of() -> Identity | None:
    """Return which file, encoding and version the waiting preview was read from."""
    kept = st.session_state.get(_PREVIEW)
    return cast("Identity", kept[0]) if kept else None


def reading_key() -> str:
    """Return a key for controls about the waiting preview: another file or reading, another key."""
    kept = cast("tuple[Identity, Preview] | None", st.session_state.get(_PREVIEW))
    return "-".join(str(part) for part in kept[0][:-1]) if kept else ""


def keep_preview(seen: Preview, identity: Identity) -> None:
    """Keep a preview until it is committed, replaced or dropped."""
    st.session_state[_PREVIEW] = (identity, seen)


def sheet_key() -> str:
    """Return the key of the file chooser, another after every commit so that it is empty again."""
    return f"{_SHEET}-{st.session_state.get(_SHEET, 0)}"


def next_sheet() -> None:
    """Empty the file chooser and forget the sheet that waited."""
    st.session_state[_SHEET] = st.session_state.get(_SHEET, 0) + 1
    for key in (_PREVIEW, _WAITING, "worksheet"):
        st.session_state.pop(key, None)
    st.query_params.pop(SHEET, None)


def is_shown(key: str) -> bool:
    """Tell whether the widget ``key`` was on the page in the run before."""
    return key in st.session_state


def wait_for(token: str, file: str) -> None:
    """Remember the staged sheet, in the address too, so that a reload finds it."""
    st.session_state[_WAITING] = (token, file)
    st.query_params[SHEET] = token


def waiting_token() -> str | None:
    """Return the token of the staged sheet, of this session or of the address."""
    kept = cast("tuple[str, str] | None", st.session_state.get(_WAITING))
    return kept[0] if kept else st.query_params.get(SHEET)


def waiting_file() -> str | None:
    """Return which file of the chooser is staged, None when it came by the address."""
    kept = cast("tuple[str, str] | None", st.session_state.get(_WAITING))
    return kept[1] if kept else None


def picked(key: str) -> str | None:
    """Return what was chosen under ``key``, None before that."""
    return cast("str | None", st.session_state.get(key))


def times_mapped() -> int:
    """Count the times headers were mapped by hand, so that a sheet is read again each time."""
    return cast("int", st.session_state.get(_MAPPED, 0))


def mapped_again() -> None:
    """Count one more mapping of headers."""
    st.session_state[_MAPPED] = times_mapped() + 1


def is_ticked(key: str) -> bool:
    """Tell whether the box ``key`` is ticked."""
    return bool(st.session_state.get(key))


def typed(key: str) -> str:
    """Return what was typed under ``key``, trimmed."""
    return str(st.session_state.get(key) or "").strip()


def as_of() -> date | None:
    """Return the day the reader looks back to, None for now."""
    return cast("date | None", st.session_state.get(_AS_OF))


def look_back_to(day: date | None) -> None:
    """Show every page as the ledger stood at the end of a day; None returns to now."""
    st.session_state[_AS_OF] = day
    if day is None:
        st.query_params.pop(AS_OF, None)
    else:
        st.query_params[AS_OF] = day.isoformat()


def own_version() -> int:
    """Return the newest version this session made itself, 0 when it made none."""
    return cast("int", st.session_state.get(_OWN, 0))


def made(version: int) -> None:
    """Remember a version this session made: its maker sees it at once."""
    st.session_state[_OWN] = max(version, own_version())


def frozen_version() -> int | None:
    """Return the one version the reader wants to see, whatever is uploaded meanwhile."""
    return cast("int | None", st.session_state.get(_FROZEN))


def freeze(version: int | None) -> None:
    """Show every page as of one version; None follows the ledger again."""
    st.session_state[_FROZEN] = version
    if version is None:
        st.query_params.pop(VERSION, None)
    else:
        st.query_params[VERSION] = str(version)


def preset(key: str, chosen: object) -> None:
    """Let a control that is about to be shown begin with a choice."""
    st.session_state[key] = chosen


def forget(*keys: str) -> None:
    """Let controls begin anew."""
    for key in keys:
        st.session_state.pop(key, None)


def keys_with(beginning: str) -> list[str]:
    """Return the keys of the controls whose names begin so."""
    return [key for key in map(str, st.session_state) if key.startswith(beginning)]


def chosen_in(key: str) -> tuple[str, ...]:
    """Return what a control with several choices holds."""
    return tuple(cast("list[str]", st.session_state.get(key) or ()))


def day_in(key: str) -> date | None:
    """Return the day a control holds."""
    return cast("date | None", st.session_state.get(key))


def uploaded(key: str) -> tuple[str, bytes] | None:
    """Return name and bytes of the file a chooser holds, None before one is chosen."""
    file: Any = st.session_state.get(key)
    return None if file is None else (str(file.name), bytes(file.getvalue()))


def held(key: str) -> Any:  # noqa: ANN401 - a selection is whatever the chart put in
    """Return what a chart or a table holds, None before it was shown."""
    return st.session_state.get(key)


def triggered(key: str, name: str) -> str | None:
    """Return what a component of our own just told under ``name``."""
    told = getattr(st.session_state.get(key), name, None)
    return None if told is None else str(told)


def leave_notice(kind: Literal["success", "error"], sentence: str) -> None:
    """Leave a sentence for the next run of the page."""
    st.session_state[_NOTICE] = (kind, sentence)


def take_notice() -> tuple[str, str] | None:
    """Return the sentence left by the last action, once."""
    return cast("tuple[str, str] | None", st.session_state.pop(_NOTICE, None))
