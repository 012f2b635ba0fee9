"""What supervision asks on the command line: the warnings of a month, and the reporting board."""

from datetime import date
from pathlib import Path

from analysis import reminder_scope
from analysis.charts import warned
from analysis.charts.rows import Row, rows_of
from analysis.charts.words import Words
from analysis.circular.sources import spelled
from analysis.exhibits.supervision import months_shown
from analysis.metrics.columns import Counted, Raised
from analysis.owed_words import named, owed_items
from analysis.reminders import asked_of, reminders
from analysis.views import supervision
from commands.answer import Answer
from commands.looking import looked_at, nothing_yet
from domain.columns import Reports
from domain.periods import Period
from domain.warnings import Life
from export import reminder_list
from store import own_sentences
from store.opening import Office
from store.warning_acts import key_of_row
from texts import Texts


def warnings(office: Office, t: Texts, *, period: Period | None, today: date) -> Answer:
    """List the warnings of a month, the gravest first, with what became of each."""
    look = looked_at(office, period, today)
    words = Words(t, look.seen.board.plan)
    data: list[dict[str, object]] = [
        {**row, "seen": warned.seen(row, words), "key": key_of_row(row)} for row in look.warned()
    ]
    lines = tuple(_line(row, words) for row in data) or (t("warning.none"),)
    return nothing_yet(look, t) or Answer(lines, data)


def board(office: Office, t: Texts, *, period: Period | None, today: date) -> Answer:
    """Count the reports of each responsible unit in each of the last months."""
    look = looked_at(office, period, today)
    seen, month = look.seen, look.month
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
    data = [dict(row) for row in rows_of(table)]
    return nothing_yet(look, t) or Answer(lines or (t("warning.none"),), data)


def owing(office: Office, t: Texts, *, period: Period | None, today: date) -> Answer:
    """List who has not reported up to a month as of the day, the longest overdue first.

    The month is that of the day unless another is asked for.
    """
    look = looked_at(office, period or Period(today.year, today.month), today)
    seen, month = look.seen, look.month
    words, months = Words(t, seen.board.plan), months_shown(seen, month)
    rows = rows_of(supervision.owing(seen, months))
    of_owed = {row[Reports.PERIOD] for row in rows}
    items = owed_items(seen, tuple(one for one in months if str(one) in of_owed))
    lines = tuple(
        "  ".join(
            (
                row[Reports.PERIOD],
                words.in_full(row[Reports.RESPONSIBLE_UNIT]),
                t("command.owes", owed=row[Counted.OWED], expected=row[Counted.EXPECTED]),
                t("command.due", day=row[Counted.DUE_ON]),
                warned.days_left(row[Counted.DAYS_LEFT], words),
                named(items[row[Reports.RESPONSIBLE_UNIT], row[Reports.PERIOD]], words),
            )
        )
        for row in rows
    )
    data = [dict(row) for row in rows]
    return nothing_yet(look, t) or Answer(lines or (t("warning.nobody_owes"),), data)


def remind(
    office: Office, t: Texts, *, period: Period | None, today: date, out: Path | None = None
) -> Answer:
    """Write one reminder per unit that has something to put right, to be pasted into a chat.

    With ``out`` a list per unit as XLSX instead.
    """
    look = looked_at(office, period, today)
    if (said := nothing_yet(look, t)) is not None:
        return said
    seen, month, illustrative = look.seen, look.month, look.illustrative
    words, rows = Words(t, seen.board.plan), look.warned()
    own = own_sentences.in_use(office.ledger) if t.language == "zh" else {}
    written = reminders(rows, month, words, illustrative=illustrative, own=own)
    if out is None:
        return Answer(tuple(written.values()) or (t("reminder.none"),), written)
    as_of = t("circular.as_of", today=spelled(seen.today, words))
    of_unit = asked_of(rows, seen.board.plan.unit_names)
    every = reminder_scope.scope(rows, supervision.units_of_items(seen))
    raw = reminder_list.xlsx(
        of_unit, month, words, as_of=as_of, scope=every, illustrative=illustrative
    )
    out.write_bytes(raw)
    told = reminder_scope.said(every.of_month, sum(map(len, of_unit.values())), words)
    lines = (t("command.written", path=out), told)
    return Answer(lines, {"file": str(out), "units": list(written), "scope": told})


def _line(row: Row, words: Words) -> str:
    t, unit = words.t, row[Reports.RESPONSIBLE_UNIT]
    parts = (
        t(f"warning.severity_{row[Raised.SEVERITY]}"),
        warned.named(row[Raised.RULE], words),
        words.in_full(unit) if unit else "",
        f"{row[Reports.ITEM_ID]} {row[Reports.ITEM_NAME]}",
        row["seen"],
        "" if row["life"] == Life.RAISED else t(f"warning.life_{row['life']}"),
        str(row["key"]),
    )
    return "  ".join(one for one in parts if one)
