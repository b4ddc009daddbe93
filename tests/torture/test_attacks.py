"""The attacks of `make torture`, each with a few of its inputs; always the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.universe import universe
from clustertui.entities import Records
from torture import builds, databases, hostile, models, monkey, terminals
from torture.strings import EVERY, HOSTILE
from torture.tries import Tries


@pytest.fixture
def tries() -> Iterator[Tries]:
    """What is tried; at the end, nothing may have failed."""
    tries = Tries("quick", 1)
    yield tries
    assert tries.tried > 0
    assert tries.failures == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    return tmp_path / "folder"


@pytest.fixture
def desk(few_talks: Path, folder: Path) -> terminals.Desk:
    return terminals.Desk(few_talks, folder)


def drawn(tries: Tries, strings: dict[str, str], count: int) -> dict[str, str]:
    return {name: strings[name] for name in tries.random.sample(sorted(strings), count)}


def test_there_are_hostile_strings_of_every_kind() -> None:
    assert len(HOSTILE) >= 200
    assert len(EVERY) > len(HOSTILE)
    assert len(set(EVERY.values())) >= 300


def test_a_failure_is_counted_and_named() -> None:
    tries = Tries("failing", 1)
    with tries.one("first"):
        raise ValueError("odd\x1b[2J")
    with tries.one("second"):
        pass
    tries.check("third", holds=False)
    assert tries.tried == 3
    assert len(tries.failures) == 2
    assert "first: ValueError at test_attacks.py:" in tries.report()
    assert "\x1b" not in tries.report()


def test_what_is_no_plain_text_is_seen_in_the_output_of_a_terminal() -> None:
    plain = hostile.shapes(b"\x1b[1;31mx\x1b[0m\x1b[?25l")
    assert hostile.shapes(b"\x1b[38;5;9my\x1b[?7l") - plain == {b"\x1b[0;0;0m"}
    assert hostile.shapes(b"\x1b]8;;http://x\x07y") - plain
    assert hostile.shapes(b"\x1b]52;c;b3duZWQ=\x07") != {b"copy"}
    assert hostile.shapes(b"\x1b]52;c;dGlkZQ==\x07") == {b"copy"}
    assert hostile.stray("a\x9bb".encode())
    assert hostile.stray(b"a\x07b")
    assert not hostile.stray("ü밀\x1b[2K\r\n".encode())


def test_hostile_text_on_screens(tries: Tries, database: Path, folder: Path) -> None:
    hostile.on_screens(tries, database, folder, HOSTILE, bundle=64)


def test_hostile_text_in_outputs(
    tries: Tries, database: Path, folder: Path, records: Records
) -> None:
    hostile.in_outputs(tries, database, folder, records, drawn(tries, HOSTILE, 12))


def test_hostile_text_in_arguments(tries: Tries, database: Path, folder: Path) -> None:
    hostile.in_arguments(tries, database, folder, drawn(tries, EVERY, 60))


def test_databases(tries: Tries, database: Path, folder: Path) -> None:
    databases.truncated(tries, database, folder, 20)
    databases.flipped(tries, database, folder, 60)
    databases.odd_values(tries, database, folder, 100)


def test_builds(tries: Tries, folder: Path) -> None:
    records = universe(120)
    builds.killed(tries, folder, records, 20)
    builds.full(tries, folder, records, 2)
    builds.together(tries, folder, records, 1)


def test_terminals(tries: Tries, desk: terminals.Desk) -> None:
    terminals.signals(tries, desk, 4)
    terminals.resizes(tries, desk, 60)
    terminals.endings(tries, desk, 1)


def test_a_monkey(tries: Tries, few_talks: Path, folder: Path) -> None:
    monkey.monkey(tries, few_talks, folder, 500)


def test_models(tries: Tries, folder: Path) -> None:
    models.models(tries, folder, 40)
