"""A parser of calls that refuses in the reader's language, naming the option and the remedy."""

import argparse
import re
from collections.abc import Sequence
from typing import Any, NoReturn, get_args

from commands.misread import MisreadError
from texts import Language, Texts, catalogue

# What argparse says of a call as a whole, and the sentence that says it for us.
_OF_THE_CALL = (
    (r"the following arguments are required: (?P<names>.+)", "call.required"),
    (r"unrecognized arguments: (?P<names>.+)", "call.unrecognized"),
    (r"argument (?P<option>.+): not allowed with argument (?P<other>.+)", "call.together"),
    (r"argument (?P<option>.+): expected (?:one|at least one) argument", "call.no_value"),
    (r"ambiguous option: (?P<option>.+) could match (?P<known>.+)", "call.ambiguous"),
)
COMMAND = "command"  # what a call does: there is no option to name


class SpeakingParser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with a call, and where its usage is told; exit code 2."""

    t: Texts = catalogue("zh")

    def error(self, message: str) -> NoReturn:
        """Refuse the call: with our sentence where argparse's is one we know."""
        key, values = _said(message)
        self.refuse(key, **values)

    def refuse(self, key: str, **values: object) -> NoReturn:
        """Refuse the call with a sentence of the catalogue, and say where its usage is told."""
        lines = (self.t(key, **values), self.t("call.usage", command=self.prog))
        self.exit(2, "\n".join(lines) + "\n")

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:  # noqa: ANN401 - as argparse has it
        try:
            return super()._get_value(action, arg_string)
        except MisreadError as wrong:
            self.refuse(f"call.{wrong.form}", option=self._named(action), value=arg_string)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        if action.choices is None or value in action.choices:
            return
        known = self.t("call.and").join(map(str, action.choices))
        key = "call.command" if action.dest == COMMAND else "call.choice"
        self.refuse(key, option=self._named(action), value=value, known=known)

    def _named(self, action: argparse.Action) -> str:
        """Return the option as people write it; what has no dashes goes by its command."""
        command = self.prog.rpartition(" ")[2]
        return "/".join(action.option_strings) or f"{command} {action.dest.upper()}"


def language(arguments: Sequence[str]) -> Language:
    """Return the language a call asks for, before it is understood: the last ``--lang`` of it.

    >>> language(["show", "--lang", "en"]), language(["show", "--lang=en"]), language(["show"])
    ('en', 'en', 'zh')
    """
    words = " ".join(arguments)
    asked = re.findall(rf"--lang[ =]({'|'.join(get_args(Language))})(?: |$)", words)
    return asked[-1] if asked else "zh"


def _said(message: str) -> tuple[str, dict[str, str]]:
    for pattern, key in _OF_THE_CALL:
        if found := re.fullmatch(pattern, message):
            return key, found.groupdict()
    return "call.other", {"said": message}
