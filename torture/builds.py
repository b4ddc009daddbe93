"""Builds that die: the old database stays whole, and the next build succeeds and tidies up."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

from clustertui.build import build, differences
from clustertui.entities import Records
from clustertui.model import ClusterError
from torture.tries import Tries

BUILD = """
import sys
from pathlib import Path
from benchmarks.universe import universe
from clustertui.build import build
from clustertui.model import ClusterError
records = universe(int(sys.argv[2]))
print("ready", flush=True)
try:
    build(records, Path(sys.argv[1]))
except ClusterError as error:
    print(error)
    sys.exit(1)
"""
"""A build in a process of its own; it says when it begins to write."""


def _begun(path: Path, talks: int, largest: int | None = None) -> subprocess.Popen[str]:
    def limit() -> None:
        assert largest is not None
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))

    process = subprocess.Popen(
        [sys.executable, "-c", BUILD, str(path), str(talks)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        preexec_fn=limit if largest is not None else None,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def _check(folder: Path, before: bytes, records: Records, left_allowed: bool) -> None:
    names = os.listdir(folder)
    assert "clusters.db" in names, "there is no database"
    others = [name for name in names if name != "clusters.db"]
    assert left_allowed or not others, f"left behind: {others}"
    now = (folder / "clusters.db").read_bytes()
    if now != before:  # the rename was done: then it is the new one, and whole
        assert differences(records, folder / "clusters.db") == []


def killed(tries: Tries, folder: Path, records: Records, count: int) -> None:
    """SIGKILL at random moments of a build."""
    path, talks = folder / "clusters.db", len(records.talks)
    build(Records(), path)
    process = _begun(path, talks)
    started = monotonic()
    process.communicate()
    whole = monotonic() - started
    late = 0
    build(Records(), path)
    before = path.read_bytes()
    for number in range(count):
        moment = tries.random.random() * whole * 1.05
        with tries.one(f"killed {number} after {moment * 1000:.0f} ms"):
            process = _begun(path, talks)
            sleep(moment)
            process.send_signal(signal.SIGKILL)
            process.communicate()
            late += process.returncode == 0
            _check(folder, before, records, left_allowed=True)
            if number % 10 == 9:
                build(Records(), path)
                assert os.listdir(folder) == ["clusters.db"], f"left: {os.listdir(folder)}"
                assert path.read_bytes() == before
    with tries.one("the build behind all that were killed"):
        build(records, path)
        assert os.listdir(folder) == ["clusters.db"], f"left: {os.listdir(folder)}"
        assert differences(records, path) == []
    tries.notes.append(f"a build takes {whole * 1000:.0f} ms; {late} were over before")


def full(tries: Tries, folder: Path, records: Records, count: int) -> None:
    """The disk is full after so many bytes."""
    path, talks = folder / "clusters.db", len(records.talks)
    build(records, path)
    size = path.stat().st_size
    build(Records(), path)
    before = path.read_bytes()
    for _ in range(count):
        room = tries.random.randrange(1, size)
        with tries.one(f"full after {room} bytes"):
            process = _begun(path, talks, room)
            said, errors = process.communicate(timeout=120)
            assert process.returncode == 1, f"it ended with {process.returncode}: {errors[-300:]}"
            assert len(said.splitlines()) == 1, said
            assert "cannot be written" in said, said
            _check(folder, before, records, left_allowed=False)
            assert path.read_bytes() == before


def on_small_disk(tries: Tries, folder: Path, records: Records, count: int) -> None:
    """A real file system that is full, where one may be mounted."""
    disk = folder / "disk"
    disk.mkdir()
    build(records, folder / "measure.db")
    size = (folder / "measure.db").stat().st_size // 1024
    for _ in range(count):
        room = tries.random.randrange(600, size)
        mount = ["mount", "-t", "tmpfs", "-o", f"size={room}k", "tmpfs", str(disk)]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            tries.notes.append("nothing may be mounted here")
            return
        try:
            with tries.one(f"a disk of {room} KiB"):
                build(Records(), disk / "clusters.db")
                before = (disk / "clusters.db").read_bytes()
                try:
                    build(records, disk / "clusters.db")
                except ClusterError as error:
                    assert "disk is full" in str(error) or "No space left" in str(error), error
                _check(disk, before, records, left_allowed=False)
        finally:
            subprocess.run(["umount", str(disk)], check=True)


def together(tries: Tries, folder: Path, records: Records, count: int) -> None:
    """Several builds of one database at once; the clock is set back between them."""
    path, talks = folder / "clusters.db", len(records.talks)
    build(Records(), path)
    for number in range(count):
        with tries.one(f"three at once, {number}"):
            os.utime(path, (2**32, 2**32) if number % 2 else (0, 0))
            processes = [_begun(path, talks) for _ in range(3)]
            if number % 3 == 0:
                sleep(tries.random.random() / 2)
                processes[0].kill()
            ended = [process.communicate(timeout=120) for process in processes]
            codes = [process.returncode for process in processes][1:]
            assert codes == [0, 0], ended
            assert differences(records, path) == []
    with tries.one("the build behind them"):
        build(records, path)
        assert os.listdir(folder) == ["clusters.db"], f"left: {os.listdir(folder)}"
