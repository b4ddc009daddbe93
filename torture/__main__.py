"""`make torture`: every attack in full, with a report of one page. SEED= repeats a run.

python -m torture [--only NAME,NAME…] [--part PERCENT]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import SystemRandom
from time import monotonic

from benchmarks.universe import universe
from clustertui.build import build
from clustertui.records import read_records
from torture import builds, databases, hostile, models, monkey, terminals
from torture.strings import EVERY, HOSTILE
from torture.tries import Tries

RECORDS = Path(__file__).parents[1] / "tests" / "records"
TALKS, MANY_TALKS = 300, 100_000

Attack = Callable[[Tries, Path, int], None]
"""Tries so many inputs in a folder of its own."""


def attacks(part: float) -> dict[str, Callable[[Tries, Path], None]]:
    """Every attack by its name, with its full number of inputs or a part of them."""

    def n(count: int) -> int:
        return max(1, round(count * part))

    records = read_records(RECORDS)
    small = universe(TALKS)

    def built(folder: Path, talks: int | None = None) -> Path:
        build(records if talks is None else universe(talks), folder / "input.db")
        return folder / "input.db"

    def desk(folder: Path, talks: int = TALKS) -> terminals.Desk:
        return terminals.Desk(built(folder, talks), folder)

    def some(strings: dict[str, str], tries: Tries) -> dict[str, str]:
        names = sorted(tries.random.sample(sorted(strings), n(len(strings))))
        return {name: strings[name] for name in names}

    return {
        "text on screens": lambda t, f: hostile.on_screens(t, built(f), f, some(HOSTILE, t)),
        "text in outputs": lambda t, f: hostile.in_outputs(
            t, built(f), f, records, some(HOSTILE, t)
        ),
        "text in arguments": lambda t, f: hostile.in_arguments(t, built(f), f, some(EVERY, t)),
        "databases cut": lambda t, f: databases.truncated(t, built(f), _apart(f), n(500)),
        "databases flipped": lambda t, f: databases.flipped(t, built(f), _apart(f), n(2_000)),
        "databases of odd values": lambda t, f: databases.odd_values(
            t, built(f), _apart(f), None if part == 1 else n(1_500)
        ),
        "builds killed": lambda t, f: builds.killed(t, f, small, n(200)),
        "builds on a full disk": lambda t, f: builds.full(t, f, small, n(50)),
        "builds on a small disk": lambda t, f: builds.on_small_disk(t, f, small, n(30)),
        "builds at once": lambda t, f: builds.together(t, f, small, n(20)),
        "signals": lambda t, f: terminals.signals(t, desk(f), n(200)),
        "terminals and locales": lambda t, f: terminals.environments(t, desk(f)),
        "resizes while typing": lambda t, f: terminals.resizes(t, desk(f), n(1_000)),
        "pastes and broken input": lambda t, f: terminals.inputs(t, desk(f), n(2_000)),
        "terminals closed": lambda t, f: terminals.endings(t, desk(f), n(30)),
        "quitting at work": lambda t, f: terminals.quitting(t, desk(f, MANY_TALKS), n(40)),
        "monkey": lambda t, f: monkey.monkey(t, built(f, TALKS), f, n(100_000)),
        "monkey, 100,000 talks": lambda t, f: monkey.monkey(
            t, built(f, MANY_TALKS), f, n(100_000)
        ),
        "model": lambda t, f: models.models(t, f, n(1_000)),
    }  # fmt: skip


def _apart(folder: Path) -> Path:
    """A folder in which only the files of the attack are."""
    (folder / "apart").mkdir()
    return folder / "apart"


def main() -> int:
    """Run the attacks that are asked for; 1 when any input failed."""
    parser = argparse.ArgumentParser(prog="python -m torture", description=__doc__)
    parser.add_argument("--only", default="", help="names of attacks, or beginnings of them")
    parser.add_argument("--part", type=float, default=100, help="percent of the inputs")
    asked = parser.parse_args()
    number = int(os.environ.get("SEED") or SystemRandom().randrange(10**6))
    only = tuple(asked.only.split(","))
    started = monotonic()
    print(f"seed {number}: SEED={number} repeats this run", flush=True)
    done = []
    for name, attack in attacks(asked.part / 100).items():
        if name.startswith(only):
            done.append(tries := Tries(name, number))
            with tempfile.TemporaryDirectory(prefix="clustertui-torture-") as folder:
                attack(tries, Path(folder))
            print(tries.report(), flush=True)
    tried, failed = sum(t.tried for t in done), sum(len(t.failures) for t in done)
    minutes = (monotonic() - started) / 60
    print(f"{tried:,} inputs tried, {failed:,} failed, in {minutes:.0f} minutes; seed {number}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
