"""What is picked in a chart stands in the address, and fades the rest of it: with the way back.

A chart forgets what was clicked when it is drawn anew, after a reload or in another language. So
the address keeps it, ``?pick=investment|航空航天``, as long as the chart still shows it.
"""

from collections.abc import Callable, Collection, Iterator
from typing import Any, cast

import plotly.graph_objects as go
import streamlit as st

from analysis.memo import once
from texts import Texts
from ui import clicks, state

_TIMES = "times_unpicked"
_PAGES = "pages_of_picks"
_BETWEEN = "|"


def key_of(chart: str, part: str = "") -> str:
    """Return the key under which a chart, or a part of one, is shown.

    A chart keeps what is picked in it under its key: taken back, it is shown under another one.
    """
    times = _times(chart)
    return "-".join(filter(None, (chart, part, str(times) if times else "")))


def write(chart: str, key: str) -> None:
    """Write what was clicked in a chart, or in its part ``key``, into the address."""
    _write(chart, clicks.place(key))


def chosen(chart: str, places: Callable[[], Collection[str]]) -> Any:  # noqa: ANN401 - a name, or names of a cell
    """Return what the address picks in a chart that shows ``places``; else it is taken out."""
    spelled = next(
        (one.removeprefix(f"{chart}{_BETWEEN}") for one in _all() if _is_of(chart, one)), None
    )
    if spelled is None:
        return None
    if spelled not in places():
        _write(chart, None)
        return None
    names = spelled.split(_BETWEEN)
    return names if len(names) > 1 else names[0]


@once
def places(drawn: go.Figure) -> frozenset[str]:
    """Return everything that a click on a figure can pick, as the address spells it."""
    return frozenset(one for trace in _places(drawn) for one in trace if one is not None)


def marked(drawn: go.Figure, picked: object) -> list[list[int]]:
    """Return of every trace of a figure which of its points are picked, a whole with its parts."""
    spelled = _spelled(picked)
    parts = f"{spelled}{_BETWEEN}"
    return [
        [
            at
            for at, one in enumerate(trace)
            if one is not None and f"{one}{_BETWEEN}".startswith(parts)
        ]
        for trace in _places(drawn)
    ]


def way_back(chart: str, t: Texts) -> None:
    """Say below a chart that a part of it is picked, and offer to show the whole again."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"picked-{chart}"):
        st.caption(t("figure.picked"), width="content")
        st.button(
            t("figure.unpick"),
            key=f"unpick-{chart}",
            type="tertiary",
            icon=":material/undo:",
            on_click=_take_back,
            args=(chart,),
        )


def leave_behind(page: str) -> None:
    """Take what was clicked on other pages out of the address of ``page``.

    What nobody clicked in this session came with a link and stays.
    """
    _put([one for one in _all() if page in _pages().get(one, {page})])


def forget() -> None:
    """Take every pick out of the address: the page shows other charts now."""
    st.query_params.pop(state.PICK, None)


def _places(drawn: go.Figure) -> Iterator[list[str | None]]:
    for trace in cast("Any", drawn).data:
        held: Any = trace.customdata
        yield [] if held is None else [_spelled(one) for one in held]


def _spelled(picked: object) -> str | None:
    if picked is None:
        return None
    if isinstance(picked, str):
        return picked
    names = cast("Any", picked)
    return _BETWEEN.join(map(str, names)) if hasattr(names, "__iter__") else str(names)


def _all() -> list[str]:
    return st.query_params.get_all(state.PICK)


def _is_of(chart: str, one: str) -> bool:
    return one.startswith(f"{chart}{_BETWEEN}")


def _write(chart: str, picked: object) -> None:
    spelled = _spelled(picked)
    left = [one for one in _all() if not _is_of(chart, one)]
    if spelled is not None:
        left.append(f"{chart}{_BETWEEN}{spelled}")
        _remember(left[-1], state.page() or "")
    _put(left)


def _put(picks: list[str]) -> None:
    if not picks:
        forget()
    elif picks != _all():
        st.query_params[state.PICK] = picks


def _pages() -> dict[str, set[str]]:
    """Return on which pages each pick of this session was made."""
    return cast("dict[str, set[str]]", state.held(_PAGES) or {})


def _remember(pick: str, page: str) -> None:
    known = _pages()
    state.preset(_PAGES, {**known, pick: known.get(pick, set()) | {page}})


def _times(chart: str) -> int:
    return int(state.picked(f"{_TIMES}-{chart}") or 0)


def _take_back(chart: str) -> None:
    _write(chart, None)
    state.preset(f"{_TIMES}-{chart}", str(_times(chart) + 1))
