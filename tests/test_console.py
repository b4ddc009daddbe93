"""Data to stdout, talk to stderr; a stream that takes no more is no crash."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TextIO

import click
import pytest

from clustertui.console import put, say
from clustertui.model import ClusterError


def test_talk_goes_to_stderr_in_one_safe_line(capsys: pytest.CaptureFixture[str]) -> None:
    say("a\nb\x1b[2J\x9b")
    assert capsys.readouterr() == ("", "a b\ufffd[2J\ufffd\n")


def test_data_goes_to_stdout_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    put("a\tø\n")
    put("b")
    assert capsys.readouterr() == ("a\tø\nb", "")


def test_a_reader_that_has_left_ends_the_command_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as stream, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        with pytest.raises(click.exceptions.Exit) as left:
            put("a\n")
    assert left.value.exit_code == 0


def test_a_full_disk_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with open("/dev/full", "w") as full, monkeypatch.context() as patch:
        stream: TextIO = full
        patch.setattr(sys, "stdout", stream)
        with pytest.raises(ClusterError, match="the output cannot be written: No space left"):
            put("a\n")


def test_what_is_left_in_the_buffer_is_no_second_complaint() -> None:
    code = "from clustertui.console import put\nput('x' * 100_000)\n"
    with open("/dev/full", "wb") as full:
        done = subprocess.run([sys.executable, "-c", code], stdout=full, stderr=subprocess.PIPE,
                              check=False, timeout=30)  # fmt: skip
    assert b"the output cannot be written" in done.stderr
    assert b"Exception ignored" not in done.stderr
