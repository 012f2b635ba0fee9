"""Cells of the ledger as a person at a command line reads them."""

from datetime import datetime

from analysis.frames import PPM_PER_PERCENT
from ingest.changes import Edit
from store.readable import SHANGHAI
from store.seed import SEED_ACTOR
from texts import Texts
from texts.actors import actor_named

_NO_COLUMN_OF_A_SHEET = frozenset({"uploaded_by", "uploaded_time", "withdrawn_version"})


def named(column: str, t: Texts) -> str:
    """Return what people call a column; money is named with its unit of measure.

    >>> from texts import catalogue
    >>> named("done_total_yuan", catalogue("zh")), named("item_id", catalogue("en"))
    ('累计完成投资（元）', 'Number')
    """
    if column in _NO_COLUMN_OF_A_SHEET:
        return t(f"command.column_{column}")
    name = t(f"column.{column}")
    return t("command.in_yuan", name=name) if column.endswith("_yuan") else name


def edited(edit: Edit, t: Texts, longest: int | None = None) -> str:
    """Return a corrected cell as key, column, old → new; long texts are cut where asked.

    >>> from texts import catalogue
    >>> edited(Edit(("T02",), "due", "年底", "六月底"), catalogue("zh"), longest=2)
    'T02  完成时限 年底 → 六月…'
    """
    said = (" ".join(cell(edit.column, one, t).split()) for one in (edit.before, edit.after))
    cut = (one if longest is None or len(one) <= longest else f"{one[:longest]}…" for one in said)
    return f"{' · '.join(edit.key)}  {named(edit.column, t)} {' → '.join(cut)}"


def cell(column: str, said: object, t: Texts) -> str:
    """Return a cell as text: money in whole 元, a moment in the zone's time, empty as a dash.

    >>> from texts import catalogue
    >>> t = catalogue("zh")
    >>> cell("percent_done_ppm", 615_000, t), cell("planned_finish", None, t)
    ('61.5%', '—')
    """
    match said:
        case None:
            return "—"
        case datetime():
            return said.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
        case int() if column.endswith("_ppm"):
            return f"{said / PPM_PER_PERCENT:.10g}%"
        case _:
            return who(said, t) if column == "uploaded_by" else str(said)


def who(actor: object, t: Texts) -> str:
    """Return the name of who acted; the delivered plan has words of its own."""
    return t("ledger.actor_seed") if actor == SEED_ACTOR else actor_named(str(actor), t)
