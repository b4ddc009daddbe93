"""`clustertui` and `python -m clustertui`."""

from __future__ import annotations

import os
import signal
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    interrupted = signal.getsignal(signal.SIGINT)
    if interrupted is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # while loading there is nothing to tidy up
    from clustertui.outcome import exit_code_of

    signal.signal(signal.SIGINT, interrupted)
    sys.exit(exit_code_of(_run))


def _run() -> int:
    arguments = sys.argv[1:]
    if arguments or "_CLUSTERTUI_COMPLETE" in os.environ:  # a shell asks without arguments
        from clustertui.cli import run

        return run(arguments)
    # The plain launch does not wait for the command line's library (25 ms).
    from clustertui.launch import launch

    return launch()


if __name__ == "__main__":
    main()
