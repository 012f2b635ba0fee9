"""What supervision asks on the command line: the warnings of a month, and the reporting board."""

from datetime import date
from pathlib import Path

from analysis.charts import warned
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.circular.sources import spelled
from analysis.exhibits.supervision import months_shown
from analysis.metrics.columns import Counted, Raised
from analysis.reminders import asked_of, reminders
from analysis.views import supervision
from analysis.views.supervision import Watched
from commands.answer import Answer
from domain.columns import Reports
from domain.periods import Period
from domain.warnings import Life
from export import reminder_list
from store import own_sentences
from store.boards import board_of
from store.opening import Office
from store.tables import tables
from store.warning_acts import courses, with_life
from store.watching import month_warnings, watched
from texts import Texts


def warnings(office: Office, t: Texts, *, period: Period | None, today: date) -> Answer:
    """List the warnings of a month, the gravest first, with what became of each."""
    seen, month = looked_at(office, period, today)
    words, said = Words(t, seen.board.plan), courses(office.ledger)
    rows = with_life(rows_of(month_warnings(seen, month)), said)
    data: list[dict[str, object]] = [{**row, "seen": warned.seen(row, words)} for row in rows]
    lines = tuple(_line(row, words) for row in data) or (t("warning.none"),)
    return Answer(lines, data)


def board(office: Office, t: Texts, *, period: Period | None, today: date) -> Answer:
    """Count the reports of each responsible unit in each of the last months."""
    seen, month = looked_at(office, period, today)
    table = supervision.board_of_units(seen, months_shown(seen, month))
    words = Words(t, seen.board.plan)
    lines = tuple(
        "  ".join(
            (
                row[Reports.PERIOD],
                words.in_full(row[Reports.RESPONSIBLE_UNIT]),
                t(
                    "chart.received_of",
                    received=row[Counted.RECEIVED],
                    expected=row[Counted.EXPECTED],
                ),
                t(f"warning.state_{row[Counted.STATE]}"),
            )
        )
        for row in rows_of(table)
    )
    return Answer(lines or (t("warning.none"),), [dict(row) for row in rows_of(table)])


def owing(office: Office, t: Texts, *, period: Period | None, today: date) -> Answer:
    """List who has not reported up to a month as of the day, the longest overdue first.

    The month is that of the day unless another is asked for.
    """
    seen, month = looked_at(office, period or Period(today.year, today.month), today)
    words, rows = (
        Words(t, seen.board.plan),
        rows_of(supervision.owing(seen, months_shown(seen, month))),
    )
    lines = tuple(
        "  ".join(
            (
                row[Reports.PERIOD],
                words.in_full(row[Reports.RESPONSIBLE_UNIT]),
                t("command.owes", owed=row[Counted.OWED], expected=row[Counted.EXPECTED]),
                t("command.due", day=row[Counted.DUE_ON]),
                warned.days_left(row[Counted.DAYS_LEFT], words),
            )
        )
        for row in rows
    )
    return Answer(lines or (t("warning.nobody_owes"),), [dict(row) for row in rows])


def remind(
    office: Office, t: Texts, *, period: Period | None, today: date, out: Path | None = None
) -> Answer:
    """Write one reminder per unit that has something to put right, to be pasted into a chat.

    With ``out`` a list per unit as XLSX instead.
    """
    seen, month = looked_at(office, period, today)
    words = Words(t, seen.board.plan)
    rows = with_life(rows_of(month_warnings(seen, month)), courses(office.ledger))
    illustrative = tables(office.ledger).illustrative
    own = own_sentences.in_use(office.ledger) if t.language == "zh" else {}
    written = reminders(rows, month, words, illustrative=illustrative, own=own)
    if out is None:
        return Answer(tuple(written.values()) or (t("reminder.none"),), written)
    as_of = t("circular.as_of", today=spelled(seen.today, words))
    of_unit = asked_of(rows, seen.board.plan.unit_names)
    raw = reminder_list.xlsx(of_unit, month, words, as_of=as_of, illustrative=illustrative)
    out.write_bytes(raw)
    return Answer((t("command.written", path=out),), {"file": str(out), "units": list(written)})


def looked_at(office: Office, period: Period | None, today: date) -> tuple[Watched, Period]:
    """Return what supervision looks at on a day, and the month asked for, else the newest."""
    found = board_of(office, tables(office.ledger))
    month = period or (found.periods[-1] if found.periods else Period(today.year, today.month))
    return watched(office, found, month, today=today), month


def _line(row: Row, words: Words) -> str:
    t, unit = words.t, row[Reports.RESPONSIBLE_UNIT]
    parts = (
        t(f"warning.severity_{row[Raised.SEVERITY]}"),
        warned.named(row[Raised.RULE], words),
        words.in_full(unit) if unit else "",
        f"{row[Reports.ITEM_ID]} {row[Reports.ITEM_NAME]}",
        row["seen"],
        "" if row["life"] == Life.RAISED else t(f"warning.life_{row['life']}"),
    )
    return "  ".join(one for one in parts if one)
