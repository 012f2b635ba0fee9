"""A call of the command line, read: whoever writes into the ledger is named, and once."""

import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence

from commands.asked import Run, parser
from commands.speaking import language
from texts import catalogue

_NAMED = ("import", "withdraw", "receipt")  # whose name is kept in the ledger


def parsed(
    arguments: Sequence[str] | None, description: str | None, runs: Mapping[str, Run]
) -> Namespace:
    """Return what was asked; where people sign in ``--as`` names who does it, else ``--actor``.

    Raises:
        SystemExit: when nothing can be made of it, as ``argparse`` does.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    whole = parser(description, runs, catalogue(language(words)))
    asked = whole.parse_args(words)
    if asked.command in _NAMED:
        if asked.actor and asked.account and asked.actor != asked.account:
            whole.refuse("call.two_people")
        asked.actor = asked.actor or asked.account
        if not asked.actor:
            whole.refuse("call.nobody")
    return asked
