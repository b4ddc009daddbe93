"""How a run ends: exit codes, and the one sentence for what went wrong."""

from __future__ import annotations

import codecs
import contextlib
import io
import sys
from collections.abc import Callable

from clustertui.model import ClusterError, DatabaseError, UsageError
from clustertui.text import clean, in_ascii

NOTHING_FOUND, USAGE, NO_DATABASE, CRASHED, INTERRUPTED = 1, 2, 3, 70, 130
"""Exit codes besides 0. 1 also stands for faulty records, 70 for an error of the program."""


def exit_code_of(action: Callable[[], int]) -> int:
    """Do something and return its exit code; what went wrong is said on stderr in one sentence."""
    _mend_streams()
    try:
        return action()
    except KeyboardInterrupt:
        return INTERRUPTED
    except ClusterError as error:
        _say(str(error))
        if isinstance(error, UsageError):
            return USAGE
        return NO_DATABASE if isinstance(error, DatabaseError) else NOTHING_FOUND
    except Exception as error:
        from clustertui import crash  # only ever needed for an error of the program

        _say(crash.sentence(error))
        return CRASHED


def _say(text: str) -> None:
    with contextlib.suppress(OSError):  # nobody is there to read it
        for line in text.splitlines():
            print(clean(line), file=sys.stderr)


def _mend_streams() -> None:
    """A closed stream swallows what it is given; letters outside of an encoding become ASCII."""
    codecs.register_error("clustertui.readable", _readable)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.StringIO())
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="clustertui.readable")


def _readable(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return in_ascii(error.object[error.start : error.end]), error.end
