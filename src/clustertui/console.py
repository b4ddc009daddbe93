"""Data to stdout, talk to stderr."""

from __future__ import annotations

import os
import sys

import click

from clustertui.model import ClusterError
from clustertui.text import clean


def say(text: str) -> None:
    """Tell the person who called, on stderr."""
    click.echo(clean(text), err=True)


def put(text: str) -> None:
    """Write data to stdout; a reader of a pipe may leave at any time."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        give_up_output()
        if isinstance(error, BrokenPipeError):  # the reader of a pipe left
            raise click.exceptions.Exit(0) from error
        raise ClusterError(f"the output cannot be written: {error.strerror}") from error


def give_up_output() -> None:
    """What is still buffered must not fail a second time when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
