"""The pages in their sections, named in the reader's language."""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from copy import copy
from functools import cache
from html import escape

import streamlit as st

from texts import LANGUAGES, Texts, catalogue
from ui import access, codes, filters, held, linked, picking, pills, search, state, whoami

_NAMES: dict[str, str] = {"zh": "中文", "en": "English"}
_PAGES = {
    "leadership": (
        "overview",
        "mine",
        "investment",
        "pace",
        "progress",
        "comparison",
        "card",
        "meeting",
    ),
    "supervision": (
        "units",
        "reporting",
        "warnings",
        "problems",
        "circular",
        "letters",
        "templates",
        "rules",
    ),
    "office": ("upload", "export", "history", "health"),
    "system": ("accounts", "roles", "audit"),
}
_ICONS = {
    "overview": ":material/dashboard:",
    "mine": ":material/assignment_ind:",
    "investment": ":material/payments:",
    "pace": ":material/speed:",
    "units": ":material/groups:",
    "reporting": ":material/event_available:",
    "warnings": ":material/notification_important:",
    "problems": ":material/assignment_late:",
    "circular": ":material/campaign:",
    "letters": ":material/mail:",
    "templates": ":material/edit_document:",
    "rules": ":material/rule:",
    "progress": ":material/trending_up:",
    "comparison": ":material/compare_arrows:",
    "card": ":material/badge:",
    "meeting": ":material/slideshow:",
    "upload": ":material/upload_file:",
    "history": ":material/history:",
    "export": ":material/folder_zip:",
    "health": ":material/health_and_safety:",
    "accounts": ":material/manage_accounts:",
    "roles": ":material/shield_person:",
    "audit": ":material/receipt_long:",
}


def run() -> None:
    """Admit the reader and show the page they asked for; a stranger finds an empty menu."""
    if not access.come_in():
        st.navigation([st.Page(_closed)], position="hidden").run()
        return
    _choose_language()
    linked.take()
    t = catalogue(state.language())
    st.logo(_wordmark(t), size="large")
    with st.sidebar:  # tells built_in_words.js which language Streamlit's own controls speak
        named = escape(t("app.name"))
        st.html(f'<i data-app-language="{state.language()}" data-app-name="{named}" hidden></i>')
    menu = _menu()
    if not any(menu.values()):
        st.navigation([st.Page(_without_role)], position="hidden").run()
        return
    first = next(name for names in menu.values() for name in names)
    sections = {
        t(f"page.section_{section}"): [
            _page(section, name, t, default=name == first) for name in names
        ]
        for section, names in menu.items()
        if names
    }
    next(reversed(sections.values())).extend(_refusals(menu, t))
    page = st.navigation(sections, expanded=True)  # else Streamlit hides pages behind a click
    if (target := held.take_target()) is not None:
        st.switch_page(target[0], query_params=target[1])
    held.take_choices_from_address((*filters.NAMES, *pills.NAMES), page.url_path)
    state.enter(page.url_path or first)
    picking.leave_behind(page.url_path or first)
    if access.may_open("overview"):
        search.offer(t)
    whoami.show(t)
    page.run()


def _menu() -> dict[str, list[str]]:
    """Return the pages the reader may open, by section."""
    return {
        section: [name for name in names if access.may_open(name)]
        for section, names in _PAGES.items()
    }


def _refusals(menu: Mapping[str, Iterable[str]], t: Texts) -> list[st.Page]:
    """Return what stands, out of sight, at the address of every page the reader may not open.

    Streamlit would show the first page there without a word.
    """
    open_ = {name for names in menu.values() for name in names}
    shut = (name for names in _PAGES.values() for name in names if name not in open_)
    return [
        st.Page(_refused, title=t(f"page.{name}"), url_path=name, visibility="hidden")
        for name in shut
    ]


def _refused() -> None:
    """Stand at the address of a page the reader may not open: say so, run nothing of it."""
    access.require()


def _closed() -> None:
    st.error(catalogue(state.language())("access.no_identity"))


def _without_role() -> None:
    t = catalogue(state.language())
    whoami.show(t)
    st.error(t("access.no_role"))


@cache
def _wordmark(t: Texts) -> str:
    """Return the product's name as a small picture for the head of the menu, in an address."""
    bars = "".join(
        f'<rect x="{x}" y="{30 - high}" width="6" height="{high}" rx="1" fill="{colour}"/>'
        for x, high, colour in ((2, 10, "#a9c8e6"), (11, 17, "#6aa9e0"), (20, 24, "#2a6fb0"))
    )
    words = escape(t("app.name"))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="36" viewBox="0 0 300 36">'
        f'{bars}<text x="36" y="27" font-family="PingFang SC,Microsoft YaHei,Noto Sans CJK SC,'
        f'sans-serif" font-size="22" font-weight="600" fill="#3f86c9">{words}</text></svg>'
    )
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def _choose_language() -> None:
    state.take_language_from(st.query_params)
    codes.write(state.LANGUAGE, LANGUAGES)  # on the next page too, so that a reload keeps it
    with st.sidebar:
        st.segmented_control(
            catalogue(state.language())("control.language"),
            LANGUAGES,
            required=True,
            format_func=_NAMES.__getitem__,
            key=state.LANGUAGE,
            on_change=codes.write,
            args=(state.LANGUAGE, LANGUAGES),
            label_visibility="collapsed",
        )


def _page(section: str, name: str, t: Texts, *, default: bool) -> st.Page:
    """Return a page for this run alone: streamlit marks the one it shows."""
    return copy(_made(section, name, t, default=default))


@cache  # to make one, streamlit looks at the disk; every run of every reader needs all of them
def _made(section: str, name: str, t: Texts, *, default: bool) -> st.Page:
    return st.Page(
        f"pages/{section}/{name}.py",
        title=t(f"page.{name}"),
        icon=_ICONS[name],
        url_path="" if default else name,
        default=default,
    )
