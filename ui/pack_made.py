"""A finished pack on the screen: its download, its files, what is missing and why."""

from typing import Any

import pandas as pd
import streamlit as st

from export.pack.desk import Order
from export.refusals import PackError
from store.trouble import EXPECTED, sentences
from texts import Texts
from texts.markdown import plain
from ui import show, taken

_KB = 1_000


def show_made(order: Order, t: Texts) -> None:
    """Offer the ZIP and list what is in it; of what is not, say why."""
    try:
        listed = order.outcome()
    except PackError as refused:
        st.info(t(refused.text_key, **refused.more))
        return
    except EXPECTED as trouble:
        st.error("\n\n".join(sentences(trouble, t)))
        return
    made = [one for one in listed if one["sha256"]]
    st.success(t("pack.made", files=len(made), megabytes=f"{order.file.stat().st_size / 1e6:.1f}"))
    _tell_missing(listed, t)
    st.download_button(
        t("pack.download"),
        data=taken.noted(order.file.read_bytes, order.name),
        file_name=order.name,
        mime="application/zip",
        key="pack-download",
        type="primary",
        icon=":material/download:",
        on_click="ignore",
    )
    show.table(pd.DataFrame([_row(one, t) for one in made]), t, key="pack-files")


def _tell_missing(listed: list[dict[str, Any]], t: Texts) -> None:
    failed = [one for one in listed if one["failed"] and not one["sha256"]]
    for one in listed:
        if one["failed"] and one["sha256"]:
            st.warning(t("pack.incomplete", name=plain(one["title"]), why=one["why"]))
    if failed:
        reasons = dict.fromkeys(one["why"] for one in failed)
        names = t("key.joiner").join(dict.fromkeys(one["title"] for one in failed))
        st.warning(t("pack.missing", names=plain(names), why="  \n".join(reasons)))
    nothing = [one["title"] for one in listed if one["why"] and not one["failed"]]
    if nothing:
        said = t("key.joiner").join(dict.fromkeys(nothing))
        st.caption(t("pack.nothing_to_show", names=plain(said)))


def _row(one: dict[str, Any], t: Texts) -> dict[str, object]:
    return {
        t("pack.column_file"): one["file"],
        t("pack.column_as_of"): one["as_of"],
        t("pack.column_size"): f"{one['bytes'] / _KB:,.0f} KB",
    }
