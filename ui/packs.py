"""The pack of a period on the screen: what shall be in it, how far it is, where it is."""

import streamlit as st

from analysis.board import Board
from analysis.gallery import KEY_CHARTS
from domain.periods import Period
from export.caption import file_name
from export.deck.part import FILE as DELIVERED
from export.pack.catalogue import PARTS, USUAL
from export.pack.desk import Order
from export.pack.making import into_zip
from export.pack.studio import Studio
from export.pack.subject import KEYS, about
from export.refusals import PackError
from store.own_deck import own_deck
from store.trouble import EXPECTED, sentences
from texts import Texts
from ui import access, cache, kept, pack_made, pack_subject, reader, state
from ui.pack_subject import Wanted

_EVERY = "1s"
_WHICH = ("usual", "every", "own")
_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def choose(board: Board, t: Texts) -> Wanted:
    """Ask which parts and charts; a browser that cannot draw is told before anybody waits."""
    st.subheader(t("pack.step_choose"), anchor=False)
    day = cache.day()
    made_of = {"version": board.version, "year": day.year, "month": day.month, "day": day.day}
    st.caption(t("packed.made_of", **made_of))
    reason = cache.pictures().unavailable()
    if reason is not None:
        st.warning(t("pack.no_pictures", reason=t(reason)))
    ticked: list[str] = []
    boxes = st.grid(min_column_width=260, gap="small", key="pack-parts")
    for key in PARTS:
        with boxes.container():
            if st.checkbox(t(f"pack.part_{key}"), value=key in USUAL, key=f"pack-{key}"):
                ticked.append(key)
    charts = _charts(t)
    native = st.toggle(t("pack.native"), key="pack-native", help=t("pack.native_help"))
    return Wanted(tuple(ticked), charts, native)


def offer(wanted: Wanted, board: Board, period: Period, t: Texts) -> None:
    """Offer to begin; while a pack of this reader is being made, its own button stands below."""
    order = cache.packs().of(_reader())
    st.button(
        t("pack.begin"),
        key="pack-begin",
        type="primary",
        icon=":material/folder_zip:",
        disabled=not wanted.is_whole or (order is not None and order.is_running),
        on_click=_begin,
        args=(wanted, board, period, t),
    )
    if not wanted.is_whole:
        st.caption(t("pack.nothing_ticked"))


def follow(t: Texts) -> None:
    """Show the newest pack of this reader: how far it is, then what is in it."""
    order = cache.packs().of(_reader())
    if order is None:
        return
    kept.show_pack_in_address()
    st.subheader(t("pack.step_take"), anchor=False)
    if order.is_running:
        _progress(order, t)
    else:
        pack_made.show_made(order, t)


def offer_template(t: Texts) -> None:
    """Say which template the deck is made from, and offer the delivered one to begin with."""
    with st.expander(t("pack.template")):
        own = own_deck(cache.office().settings)
        st.markdown(t("pack.template_own", path=own) if own else t("pack.template_delivered"))
        st.download_button(
            t("pack.template_download"),
            data=DELIVERED.read_bytes,
            file_name=DELIVERED.name,
            mime=_PPTX,
            key="pack-template",
            on_click="ignore",
        )


def _charts(t: Texts) -> tuple[str, ...] | None:
    """Ask for the charts; none are named where every part has its usual ones.

    Returns None where a reader wants charts of their own and has taken the last one away.
    """
    said = {one: t(f"pack.charts_{one}") for one in _WHICH}
    which = st.radio(
        t("pack.charts"),
        _WHICH,
        format_func=said.__getitem__,
        key="pack-which",
        horizontal=True,
        help=t("pack.charts_help", count=len(KEY_CHARTS)),
    )
    if which != "own":
        return KEYS if which == "every" else ()
    titles = {key: t(f"figure.{key}") for key in KEYS}
    own = st.multiselect(
        t("pack.charts_which"),
        list(titles),
        default=KEY_CHARTS,
        format_func=titles.__getitem__,
        key="pack-charts",
        placeholder=t("pack.no_chart"),
    )
    return tuple(own) or None


@st.fragment(run_every=_EVERY)
def _progress(order: Order, t: Texts) -> None:
    if not order.is_running:
        st.rerun()
    seen = order.progress
    share = seen.done / seen.of if seen else 0.0
    said = t("pack.at", title=seen.title, done=seen.done, of=seen.of) if seen else t("pack.begins")
    st.progress(min(share, 1.0), said)
    st.button(t("pack.cancel"), key="pack-cancel", on_click=order.stop.set)


def _reader() -> str:
    return kept.pack_reader(access.actor(), reader.eyes(cache.ledger()))


def _begin(wanted: Wanted, board: Board, period: Period, t: Texts) -> None:
    """Order the pack at once; what takes seconds to work out is worked out by its own thread."""
    try:
        name = t("pack.name", year=period.year, month=period.month)
        day, made_up = cache.day(), cache.illustrative()
        told = about(name, board, period, t, today=day, illustrative=made_up)
        engine, parts = cache.pictures(), [PARTS[key] for key in wanted.parts]
        subject = pack_subject.prepared(wanted, board, period, t)
        cache.packs().order(
            _reader(),
            file_name(told, "zip", t),
            lambda order: into_zip(
                order.file,
                subject(),
                parts,
                Studio(engine, t, stop=order.stop, heard=order.heard),
            ),
        )
    except PackError as refused:
        state.leave_notice("error", t(refused.text_key, **refused.more))
    except EXPECTED as trouble:
        state.leave_notice("error", "\n\n".join(sentences(trouble, t)))
