"""Files to take along: how each is called, and the button that makes it when it is asked for."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

from export import captions
from export.caption import Caption, file_name
from texts import Texts
from ui import cache, taken

_KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def named(title: str, suffix: str, t: Texts, *, as_of: str) -> str:
    """Name a file after what it is, how far it reaches and, where so, that it is made up."""
    zone = captions.zone(t, cache.plan())
    about = Caption(title=title, zone=zone, as_of=as_of, illustrative=cache.illustrative())
    return file_name(about, suffix, t)


def offer(
    label: str,
    make: Callable[[], bytes],
    name: str,
    *,
    key: str,
    look: Literal["primary", "secondary"] = "secondary",
) -> None:
    """Show the button of one file; its bytes have no address before the click."""
    st.download_button(
        label,
        data=taken.noted(make, name),
        file_name=name,
        mime=_KINDS[name.rpartition(".")[2]],
        key=key,
        on_click="ignore",
        type=look,
    )
