"""The texts of supervision on the command line: the circular of a month, and the letters."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from analysis.charts.rows import rows_of
from analysis.charts.warned import named
from analysis.charts.words import Words
from analysis.circular.problems import of_ledger
from analysis.circular.rated import Ranking
from analysis.circular.sources import spelled
from analysis.circular.writing import EVERYTHING, Chosen, circular
from analysis.circular.written import Number
from analysis.coordination import asked_about, asked_only
from analysis.ladder import Step, left_out
from analysis.letters import answering, due_letters, filled, why
from commands.answer import Answer
from commands.looking import Look, looked_at, nothing_yet
from domain.columns import Reports
from domain.periods import Period
from export import circular_docx
from export.caption import Caption, file_name
from export.captions import zone
from export.letter_template import fill
from store import own_sentences, templates
from store.opening import Office
from store.watching import month_warnings
from texts import Texts, catalogue


def write_circular(
    office: Office,
    t: Texts,
    *,
    period: Period | None,
    today: date,
    at: datetime,
    out: Path | None = None,
    chosen: Chosen = EVERYTHING,
) -> Answer:
    """Write the circular of a month; with ``out`` as a DOCX too."""
    look = looked_at(office, period, today)
    if (said := nothing_yet(look, t)) is not None:
        return said
    seen, month, illustrative = look.seen, look.month, look.illustrative
    words, warned = Words(t, seen.board.plan), look.warned_table()
    own = own_sentences.in_use(office.ledger) if t.language == "zh" else {}
    with_own = replace(chosen, own=own)
    written = circular(
        seen,
        warned,
        month,
        words,
        illustrative=illustrative,
        open_problems=of_ledger(seen, words),
        chosen=with_own,
    )
    data = {
        "title": written.title,
        "paragraphs": written.lines,
        "numbers": {name: _told(number) for name, number in written.numbers.items()},
    }
    lines = tuple(written.text.split("\n"))
    if out is None:
        return Answer(lines, data)
    _, supervising = words.supervision()
    out.write_bytes(circular_docx.docx(written, author=supervising, at=at))
    return Answer((t("command.written", path=out),), {**data, "file": str(out)})


def write_letters(
    office: Office, t: Texts, *, period: Period | None, today: date, out: Path | None = None
) -> Answer:
    """List the letters the ladder calls for; with ``out`` write each as a DOCX into that folder.

    They are filled in Chinese, for the zone's own offices, from the templates in use.
    """
    look = looked_at(office, period, today)
    if (told := nothing_yet(look, t)) is not None:
        return told
    seen, month = look.seen, look.month
    before = rows_of(month_warnings(seen, month.earlier(1)))
    steps = due_letters(seen, look.warned(), before, month)
    words = Words(t, seen.board.plan)
    if out is None or not steps:
        return _listed(look, steps, words)
    out.mkdir(parents=True, exist_ok=True)
    chinese = Words(catalogue("zh"), seen.board.plan)
    illustrative = look.illustrative
    files: list[str] = []
    for step in steps:
        raw = templates.in_use(office.ledger, office.data, step.letter).raw
        said = filled(step, seen, month, chinese, illustrative=illustrative)
        file = out / _file_name(step, month, seen.today, chinese, illustrative=illustrative)
        file.write_bytes(fill(raw, said))
        files.append(str(file))
    return Answer(tuple(t("command.written", path=one) for one in files), {"files": files})


def _listed(look: Look, steps: list[Step], words: Words) -> Answer:
    """List the letters that are due, and which warnings stand in none of them and why."""
    data = [_step(one, words) for one in steps]
    lines = ["  ".join(map(str, one.values())) for one in data] or [words.t("letter.none")]
    rest: list[dict[str, object]] = []
    asked = asked_only(look.seen, look.month)
    if asked:
        items = words.t("warning.and").join(asked_about(look.seen, asked))
        lines.append(words.t("letter.asked_only", count=len(asked), items=items))
    if look.month >= look.seen.expected_from:
        for (rule, why_not), rows in left_out(look.warned(), answering(look.seen)).items():
            items = [str(row[Reports.ITEM_ID]) for row in rows]
            rest.append({"rule": rule, "why": why_not, "count": len(rows), "items": items})
            said = {
                "rule": named(rule, words),
                "why": words.t(f"letter.why_not_{why_not}"),
                "items": words.t("warning.and").join(
                    f"{row[Reports.ITEM_ID]} {row[Reports.ITEM_NAME]}" for row in rows
                ),
            }
            lines.append(words.t("letter.left_out_line", **said, count=len(rows)))
    unraised = [{"key": one.key, "item": one.item_id, "unit": one.unit} for one in asked]
    return Answer(tuple(lines), {"letters": data, "left_out": rest, "not_raised": unraised})


def _step(step: Step, words: Words) -> dict[str, object]:
    return {
        "letter": words.t(f"letter.{step.letter}"),
        "responsible_unit": words.in_full(step.responsible_unit),
        "points": len(step.rows),
        "why": why(step, words),
    }


def _file_name(step: Step, month: Period, today: str, words: Words, *, illustrative: bool) -> str:
    t = words.t
    name = {
        "letter": t(f"letter.{step.letter}"),
        "unit": words.in_full(step.responsible_unit),
        "month": t("chart.month_in_full", year=month.year, month=month.month),
    }
    about = Caption(
        title=t("letter.name", **name),
        zone=zone(t, words.plan),
        as_of=t("circular.as_of", today=spelled(today, words)),
        illustrative=illustrative,
    )
    return file_name(about, "docx", t)


def without(*, ranking: bool, last_three: bool) -> Chosen:
    """Return what is written of a month: all of it, without the ranking or the last three."""
    return Chosen(tuple(Ranking) if ranking else (), last_three=last_three)


def _told(number: Number) -> dict[str, object]:
    """Return a number with the rows it rests on, each by item and unit."""
    return {
        "shown": number.shown,
        "rows": [(one.item_id, one.responsible_unit) for one in number.rows],
        "of": [(one.item_id, one.responsible_unit) for one in number.of],
    }
