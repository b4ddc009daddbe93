"""A monkey at the keyboard of the real app: no error, no growth, and every screen still answers."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic
from types import FrameType

from clustertui.catalogue import Catalogue
from clustertui.documents import Documents
from clustertui.search import Search
from clustertui.tui.app import ClusterApp
from tests.tui.conftest import Journey
from torture.tries import Tries

KEYS = (
    *"abcdefghijklmnoprtuvwxyz 0123456789[]/?:-.'&", *"GYRSs", "up", "down", "left", "right",
    "pageup", "pagedown", "home", "end", "tab", "shift+tab", "enter", "escape", "backspace",
    "delete", "f1", "ctrl+p", "ctrl+d", "ctrl+u", "ctrl+r", "ctrl+a", "ctrl+k", "ctrl+w",
    "ü", "밀", "[", "\\",
)  # fmt: skip
"""All but those that leave, or that suspend the process."""
OFTEN = ("down", "up", "enter", "escape", "tab", "backspace", "/", "pagedown")
SIZES = ((120, 36), (80, 24), (60, 20), (40, 12), (20, 5), (200, 60), (1, 1), (5, 2))
MOST_GROWTH = 0.15
"""Share by which memory may grow in the second half, when all caches are as large as they get."""
PATIENCE = 120
"""Seconds after which 200 keys without an answer are a program that hangs."""


async def _play(tries: Tries, database: Path, count: int) -> None:
    with closing(Catalogue(database)) as catalogue:
        app = ClusterApp(catalogue, Search(catalogue), Documents(None))
        for leaving in ("action_quit", "action_suspend_process", "open_url"):
            setattr(app, leaving, _stay)  # among the commands are some that leave
        async with app.run_test(size=(120, 36), notifications=True) as pilot:
            journey = Journey(app, pilot)
            await journey.settle()
            warm = 0
            for number in range(count):
                key = tries.random.choice(OFTEN if tries.random.random() < 0.4 else KEYS)
                journey.send(key)
                if tries.random.random() < 0.2:
                    await pilot.pause(0)
                if number % 500 == 0:
                    journey.send_size(*tries.random.choice(SIZES))
                if number % 200 == 0:
                    signal.alarm(PATIENCE)
                    await _act(journey)
                    assert app.is_running and app.return_code is None, "the app has ended"
                if number == count // 2:
                    warm = _memory()
            await _act(journey)
            await journey.resize(120, 36)
            await _answers(journey)
            gc.collect()
            now = _memory()
            tries.notes.append(f"memory {warm / 2**20:.0f} → {now / 2**20:.0f} MiB")
            grown = (now - warm) / warm
            assert grown < MOST_GROWTH, f"memory grew by {grown:.0%} after the warm-up"


@contextmanager
def _no_hang() -> Iterator[None]:
    """Breaks off a program that runs in circles, which no task of its own could."""

    def break_off(_: int, frame: FrameType | None) -> None:
        place = f" at {frame.f_code.co_filename}:{frame.f_lineno}" if frame else ""
        raise AssertionError(f"the app hangs{place}")

    before = signal.signal(signal.SIGALRM, break_off)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


async def _stay(*_: object) -> None:
    """What the monkey may not do."""


async def _act(journey: Journey) -> None:
    """Let every key act; however many wait, one after the other has to."""
    waiting = journey.app._keys_held._waiting
    while left := len(waiting):
        await journey.until(lambda left=left: len(waiting) < left)  # type: ignore[misc]
    await journey.settle()


async def _answers(journey: Journey) -> None:
    """Whether every kind can still be shown and searched."""
    for _ in range(40):
        await journey.press("escape")
    assert journey.breadcrumb == "All", journey.text
    for number in "12345":
        await journey.press(number)
        assert journey.titles, journey.text
    await journey.press("/", *"policy")
    await journey.until(lambda: not journey._is_searching())
    await journey.press("escape", "p", "escape")


def monkey(tries: Tries, database: Path, folder: Path, count: int) -> None:
    """So many random keys."""
    here = Path.cwd()
    os.chdir(folder)
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    started = monotonic()
    try:
        with tries.one(f"{count:,} keys"), _no_hang():
            asyncio.run(_play(tries, database, count))
    finally:
        os.chdir(here)
    tries.tried += count - 1
    tries.notes.append(f"{count / (monotonic() - started):,.0f} keys a second")


def _memory() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
