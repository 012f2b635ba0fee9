"""A call of the command line, read: whoever writes into the ledger is named, and once."""

from argparse import Namespace
from collections.abc import Mapping, Sequence

from commands.asked import Run, parser

_NAMED = ("import", "withdraw", "receipt")  # whose name is kept in the ledger


def parsed(
    arguments: Sequence[str] | None, description: str | None, runs: Mapping[str, Run]
) -> Namespace:
    """Return what was asked; where people sign in ``--as`` names who does it, else ``--actor``.

    Raises:
        SystemExit: when nothing can be made of it, as ``argparse`` does.
    """
    whole = parser(description, runs)
    asked = whole.parse_args(arguments)
    if asked.command in _NAMED:
        if asked.actor and asked.account and asked.actor != asked.account:
            whole.error("--actor and --as name two people; leave --actor out")
        asked.actor = asked.actor or asked.account
        if not asked.actor:
            whole.error("name who does it: --actor NAME, or --as ACCOUNT where people sign in")
    return asked
