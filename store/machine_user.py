"""The user of the operating system for whom this program runs: a typed name is only a word."""

import getpass
import os
import sys
from contextlib import suppress


def machine_user() -> str:
    """Return the login name, of a user without one the number, empty where there is neither.

    The system's own list comes first: LOGNAME and USER say whatever somebody set them to.

    >>> machine_user() == machine_user()
    True
    """
    if sys.platform != "win32":
        import pwd  # noqa: PLC0415 - not on Windows

        with suppress(KeyError):  # a container's user stands in no list
            return pwd.getpwuid(os.getuid()).pw_name
        return str(os.getuid())
    with suppress(OSError, ImportError, KeyError):
        return getpass.getuser()
    return ""
