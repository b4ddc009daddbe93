"""How a run ends: exit codes, and the one sentence for what went wrong."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable

from clustertui.model import ClusterError, DatabaseError, UsageError
from clustertui.text import clean

NOTHING_FOUND, USAGE, NO_DATABASE, CRASHED, INTERRUPTED = 1, 2, 3, 70, 130
"""Exit codes besides 0. 1 also stands for faulty records, 70 for an error of the program."""


def exit_code_of(action: Callable[[], int]) -> int:
    """Do something and return its exit code; what a person can mend is said on stderr."""
    _mend_streams()
    try:
        return action()
    except KeyboardInterrupt:
        return INTERRUPTED
    except ClusterError as error:
        for line in str(error).splitlines():
            print(clean(line), file=sys.stderr)
        if isinstance(error, UsageError):
            return USAGE
        return NO_DATABASE if isinstance(error, DatabaseError) else NOTHING_FOUND


def _mend_streams() -> None:
    """A closed stream swallows what it is given; letters outside of an encoding become `?`."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.StringIO())
        elif isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="replace")
