"""Acting on the ledger of problems from the command line."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from analysis import problem_words
from analysis.board import Board
from analysis.stated import Stated, of_board
from commands.answer import Answer
from commands.problems import board_at, shown
from domain.columns import ItemKind, Reports
from domain.problems import Doing, Entries, ProblemType, twins_of
from store import problem_acts
from store.acts import Said
from store.opening import Office
from store.problem_refusals import ProblemUnknownError
from store.readable import SHANGHAI
from texts import Texts

Given = TypeVar("Given", str, int)


@dataclass(frozen=True, slots=True)
class Meant:
    """What was written behind the command; empty where nothing was."""

    number: int | None = None
    text: str = ""  # the problem, the evidence or the reason
    type: str = ""
    owner: str = ""
    due: date | None = None
    coordination: str = ""
    item: str = ""
    stated: str = ""  # the key of what a report states


class NotMeantError(Exception):
    """What was written cannot be done; ``text_key`` and ``more`` are its sentence."""

    def __init__(self, text_key: str, **more: object) -> None:
        super().__init__(text_key)
        self.text_key = text_key
        self.more = more


def act(
    office: Office, doing: Doing | None, meant: Meant, t: Texts, *, actor: str, at: datetime
) -> Answer:
    """Do one thing about a problem, or show one where nothing is to be done.

    Raises:
        LedgerError: when the ledger refuses it.
    """
    day = at.astimezone(SHANGHAI).date()
    try:
        if doing is Doing.RAISE:
            return _raised(office, meant, t, actor=actor, at=at)
        number = _needed("NUMBER", meant.number)
        if doing is None:
            return shown(office, number, t, today=day)
        _done(office, doing, number, meant, actor=actor, at=at)
    except NotMeantError as trouble:
        said = t(trouble.text_key, **trouble.more)
        return Answer((said,), {"refused": [said]}, ok=False)
    said = t("problem.command_did", number=number, did=t(f"problem.did_{doing}"))
    return Answer((said,), shown(office, number, t, today=day).data)


def _raised(office: Office, meant: Meant, t: Texts, *, actor: str, at: datetime) -> Answer:
    day = at.astimezone(SHANGHAI).date()
    board, _ = board_at(office, day)
    said = _stated(board, meant.stated) if meant.stated else None
    item = said.item_id if said else meant.item or None
    kind = meant.type or (said.type if said and said.type else "")
    new = Entries(
        what=meant.text or (said.what if said else ""),
        type=ProblemType(_needed("--type", kind)),
        owner=_unit(board, _needed("--owner", meant.owner)),
        due_on=meant.due,
        coordination=meant.coordination or (said.coordination if said else ""),
        kind=_kind(board, item),
        item_id=item,
        stated=said.key if said else "",
    )
    twins = twins_of(new, problem_acts.problems(office.ledger).values())
    number = problem_acts.raise_problem(office.ledger, new, actor=actor, at=at)
    lines = [t("problem.command_raised", number=number)]
    lines += [problem_words.twin(one, t) for one in twins]
    return Answer(tuple(lines), shown(office, number, t, today=day).data)


def _done(
    office: Office, doing: Doing, number: int, meant: Meant, *, actor: str, at: datetime
) -> None:
    ledger, text = office.ledger, meant.text
    known = problem_acts.problems(ledger).get(number)
    if known is None:
        raise ProblemUnknownError(number)
    seen = known.seen
    match doing:
        case Doing.CLOSE:
            problem_acts.close(ledger, number, text, actor=actor, at=at, seen=seen)
        case Doing.REOPEN:
            problem_acts.reopen(ledger, number, text, actor=actor, at=at, seen=seen)
        case Doing.JOIN:
            board, _ = board_at(office, at.astimezone(SHANGHAI).date())
            said = _stated(board, _needed("--stated", meant.stated))
            problem_acts.join(ledger, number, said.key, said.what, actor=actor, at=at, seen=seen)
        case _:
            board, _ = board_at(office, at.astimezone(SHANGHAI).date())
            changes = _changes(board, meant)
            problem_acts.change(ledger, number, changes, text, actor=actor, at=at, seen=seen)


def _changes(board: Board, meant: Meant) -> dict[str, Said]:
    changes: dict[str, Said] = {}
    if meant.type:
        changes["type"] = meant.type
    if meant.owner:
        changes["owner"] = _unit(board, meant.owner)
    if meant.due is not None:
        changes["due_on"] = meant.due.isoformat()
    return changes


def _stated(board: Board, key: str) -> Stated:
    found = next((one for one in of_board(board) if one.key == key), None)
    if found is None:
        raise NotMeantError("problem.unknown_stated", stated=key)
    return found


def _unit(board: Board, text: str) -> str:
    found = board.plan.responsible_unit(text)
    if found is None:
        known = "、".join(board.plan.unit_names)
        raise NotMeantError("problem.unknown_unit", unit=text, known=known)
    return found


def _kind(board: Board, item_id: str | None) -> ItemKind | None:
    if item_id is None:
        return None
    rows = board.items[board.items[Reports.ITEM_ID] == item_id]
    if rows.empty:
        raise NotMeantError("problem.unknown_item", item=item_id)
    return ItemKind(str(rows[Reports.KIND].iloc[0]))


def _needed(name: str, said: Given | None) -> Given:
    if said is None or said == "":
        raise NotMeantError("problem.needs", names=name)
    return said
