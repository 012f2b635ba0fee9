"""The app's twin on the command line, for offices that script and for anyone who checks it."""

import os
import subprocess
import sys
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from commands import (
    asked_pack,
    asked_problems,
    asked_warnings,
    calendars,
    changes,
    figures,
    ledger,
    office,
    open_data,
    pack,
    past,
    people,
    receipts,
    rights,
    sheets,
    supervised,
    workbooks,
)
from commands.answer import Answer
from commands.calls import parsed
from commands.chosen import chosen
from commands.illustrated import large, year
from commands.progress import progress
from commands.sheets import Told
from commands.staged import staged
from domain.periods import Period
from store.login import LOGIN
from store.opening import Office, open_office
from store.received import leaving_nothing
from store.settings import DATABASE, FILE, FOLDER, Settings
from store.trouble import EXPECTED, sentences
from texts import Texts, catalogue
from ui import clock

ROOT = Path(__file__).parent
_STOPPED_BY_HAND = 130


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 is well, 1 is refused with a sentence, 2 is a wrong call."""
    asked = parsed(arguments, __doc__, RUNS)
    t = catalogue(asked.lang)
    try:
        rights.ask(asked, os.environ, lambda: _office(checked=False), at=clock.now())
        answer: Answer = asked.run(asked, t)
    except EXPECTED as trouble:
        answer = _refused(*sentences(trouble, t))
    try:
        print(answer.printed(as_json=asked.json), flush=True)
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0 if answer.ok else 1


def _read(asked: Namespace, t: Texts) -> Answer:
    told = _told(asked, kind=asked.kind, encoding=asked.encoding)
    day = clock.today()
    return sheets.read(_office(), asked.sheet, t, told, today=day, out=asked.marked)


def _import(asked: Namespace, t: Texts) -> Answer:
    who = {"actor": asked.actor, "reason": asked.reason}
    now = clock.now().astimezone(clock.ZONE)
    told = replace(_told(asked), confirmed=asked.confirm)
    return sheets.bring_in(_office(), asked.sheet, t, told, who=who, now=now)


def _told(asked: Namespace, *, kind: str | None = None, encoding: str | None = None) -> Told:
    mapping = dict(one.split("=", 1) for one in asked.map) if asked.map else None
    large = asked.max_rows is not None
    heard = progress(catalogue(asked.lang), large=large, asked=asked.progress)
    return Told(kind, encoding, asked.worksheet, mapping, asked.max_rows, heard)


def _history(asked: Namespace, t: Texts) -> Answer:
    if asked.item:
        return past.history_of_item(_office(), asked.item, t)
    return past.history(_office(), t)


def _withdraw(asked: Namespace, t: Texts) -> Answer:
    who = {"actor": asked.actor, "reason": asked.reason}
    return ledger.withdraw(_office(), asked.version, t, **who, at=clock.now())


def _receipt(asked: Namespace, t: Texts) -> Answer:
    who = {"actor": asked.actor, "reason": asked.reason}
    return receipts.record(_office(), asked.version, asked.day, t, **who, at=clock.now())


def _diff(asked: Namespace, t: Texts) -> Answer:
    return changes.changed(_office(), asked.before, asked.after, t, kind=asked.kind)


def _ledger(asked: Namespace, t: Texts) -> Answer:
    if asked.action == "verify":
        return ledger.verified(_office(checked=False), t, expected=asked.expect)
    if asked.action == "targets":
        return past.moved(_office(), t)
    if asked.action == "staged":
        return staged(_office(), t, now=clock.now(), discard_days=asked.discard)
    if asked.path is None:
        return _refused(t("command.path_missing", action=asked.action))
    leaves = {"backup": ledger.backed_up, "export": ledger.exported}
    if asked.action in leaves:
        return leaves[asked.action](_office(), asked.path, t)
    comes = {"restore": ledger.restored, "import": ledger.imported}[asked.action]
    environ = {**os.environ, **_into(asked.into)}
    with leaving_nothing(Settings.from_environment(environ, ROOT)):
        return comes(_office(environ, planted=False), asked.path, t)


def _into(folder: Path | None) -> dict[str, str]:
    """Name a state folder and the file in it, whatever database the settings name."""
    if folder is None:
        return {}
    there = folder.absolute()
    return {FOLDER: str(there), DATABASE: f"sqlite:///{there / FILE}"}


def _show(asked: Namespace, t: Texts) -> Answer:
    otherwise = clock.last_finished_period()
    return figures.show(_office(), asked.metric, t, _wanted(asked), otherwise=otherwise)


def _export(asked: Namespace, t: Texts) -> Answer:
    named = asked_pack.parts(asked), asked.today or clock.today(), asked_pack.charts(asked)
    wanted = pack.Asked(*named, asked.native_charts)
    otherwise = clock.last_finished_period()
    return pack.export(_office(), asked.out, t, _wanted(asked), wanted, otherwise=otherwise)


def _template(asked: Namespace, t: Texts) -> Answer:
    day = clock.today()
    made = workbooks.Made(asked.out, day, asked.period, asked.unit)
    return workbooks.make_template(_office(), t, made, otherwise=Period(day.year, day.month))


def _workbook(asked: Namespace, t: Texts) -> Answer:
    made = workbooks.Made(asked.out, clock.today(), asked.period)
    return workbooks.make_ledger(_office(), t, made, otherwise=clock.last_finished_period())


def _open_data(asked: Namespace, t: Texts) -> Answer:
    return open_data.publish(_office(), asked.out, t, as_of=asked.as_of or asked.version)


def _wanted(asked: Namespace) -> figures.Wanted:
    return figures.Wanted(asked.as_of or asked.version, asked.period, chosen(asked))


def _demo(asked: Namespace, t: Texts) -> Answer:
    folder = f"demo-{asked.which}" if asked.which else "demo"
    environ = {"PLAN_STATE": str(ROOT / "var" / folder), **os.environ, LOGIN: ""}
    loaded = _illustrated(asked.which, environ, t)
    if asked.no_serve or not loaded.ok:
        return loaded
    print(loaded.printed(as_json=asked.json), flush=True)
    serve = ["streamlit", "run", str(ROOT / "dashboard.py"), "--server.port", str(asked.port)]
    ended = subprocess.run([sys.executable, "-m", *serve], env=environ, cwd=ROOT, check=False)  # noqa: S603 - our own program; the port is a checked number
    return Answer((), [], ok=ended.returncode in (0, _STOPPED_BY_HAND))


def _illustrated(which: str | None, environ: Mapping[str, str], t: Texts) -> Answer:
    if which == "year":  # its ledger begins on its first made-up day
        return office.load_year(_office(environ, at=year.script(ROOT / "data").begins), t)
    if which == "large":  # so does this one
        return office.load_large(_office(environ, at=large.BEGINS), t)
    return office.load_samples(_office(environ), t, today=clock.today(), at=clock.now())


def _supervise(asked: Namespace, t: Texts) -> Answer:
    now = clock.now()
    return supervised.answer(asked, _office(), t, today=asked.today or clock.today(), at=now)


def _acts(asked: Namespace, t: Texts) -> Answer:
    does = asked_warnings.answer if asked.command == "warning" else asked_problems.answer
    return does(asked, _office(), t, at=clock.now())


def _calendar(asked: Namespace, t: Texts) -> Answer:
    table, today = asked.table, asked.today or clock.today()
    return calendars.calendar(_office(), t, table=table, use=asked.use, today=today)


def _people(asked: Namespace, t: Texts) -> Answer:
    does = people.account if asked.command == "account" else people.audited
    return does(_office(checked=False), asked, t, at=clock.now())


def _doctor(_: Namespace, t: Texts) -> Answer:
    here = clock.now().astimezone(clock.ZONE)
    return office.doctor(_office(checked=False), t, now=here)


def _office(
    environ: Mapping[str, str] = os.environ,
    *,
    planted: bool = True,
    checked: bool = True,
    at: datetime | None = None,
) -> Office:
    now = at or clock.now()
    day = now.astimezone(clock.ZONE).date()
    return open_office(environ, ROOT, today=day, at=now, planted=planted, checked=checked)


def _refused(*sentences: str) -> Answer:
    return Answer(sentences, {"refused": list(sentences)}, ok=False)


RUNS = {
    "read": _read,
    "import": _import,
    "history": _history,
    "withdraw": _withdraw,
    "receipt": _receipt,
    "diff": _diff,
    "ledger": _ledger,
    "show": _show,
    "export": _export,
    "template": _template,
    "workbook": _workbook,
    "open-data": _open_data,
    "demo": _demo,
    "supervise": _supervise,
    "calendar": _calendar,
    "problem": _acts,
    "warning": _acts,
    "account": _people,
    "audit": _people,
    "doctor": _doctor,
}

if __name__ == "__main__":
    sys.exit(main())
