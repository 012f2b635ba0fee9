"""What a reader clicked just now: the button of a row, or a place in a chart."""

from typing import Any

from ui import state


def row(key: str) -> int | None:
    """Return the row whose button was clicked just now, as shown before sorting by the reader."""
    click = state.held(key)
    return None if click is None else int(click["row"])


def place(key: str) -> Any:  # noqa: ANN401 - plotly hands over what the chart put in
    """Return the ``customdata`` of what is selected in the chart ``key``, if anything is."""
    return place_in(state.held(key))


def place_in(event: Any) -> Any:  # noqa: ANN401 - as above
    """Return the ``customdata`` of what an event of a chart selects, if anything."""
    points: list[dict[str, Any]] = event["selection"]["points"] if event else []
    return points[0].get("customdata") if points else None
