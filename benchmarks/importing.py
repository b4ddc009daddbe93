"""How quickly programmes come in, beside a parser that reads the same file and does nothing else.

python -m benchmarks.importing FORMAT FILE prints the figures of one file as JSON, from a process of
its own, so that its peak memory means something.
"""

from __future__ import annotations

import csv
import gc
import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from xml.etree import ElementTree

from benchmarks.figures import timed
from benchmarks.schedules import FORMATS, write
from clustertui.intake.document import Document, open_document
from clustertui.intake.recognise import importer_of
from clustertui.intake.stated import StatedEvent, StatedTalk

RUNS = 3
SLOW = {"ical": 5, "pyvideo": 10}
"""Formats whose floor is slow: their files have a part of the talks."""


def measure(talks: int, folder: Path) -> None:
    """Print throughput, floor and memory of every format."""
    print(f"import, {talks:,} talks, medians of {RUNS}, from file to statements")
    for format_ in FORMATS:
        number = talks // SLOW.get(format_, 1)
        path = folder / f"{format_}-{number}"
        write(format_, number, path)
        command = [sys.executable, "-m", "benchmarks.importing", format_, str(path)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        size = _size(path) / 2**20
        took, floor = found["took"], found["floor"]
        print(
            f"  {format_:12} {found['items']:7,} items  {size:6.1f} MiB  {took / 1000:6.2f} s"
            f" = {took / floor:4.2f} × the floor  {found['items'] / took * 1000:8,.0f} items/s"
            f"  {size / took * 1000:6.1f} MiB/s  peak {found['peak']:5.0f} MiB"
            f" (started with {found['before']:.0f})",
            flush=True,
        )


def _size(path: Path) -> int:
    files = path.rglob("*.json") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files)


def _figures(format_: str, path: Path) -> dict[str, float]:
    document = open_document(path)
    before = _peak()
    gc.disable()  # as the program does while it reads
    taken, items = [], 0
    for _ in range(RUNS):
        took, items = timed(_read, document)
        taken.append(took)
    peak = _peak()
    floors = [timed(FLOORS[format_], path)[0] for _ in range(RUNS)]
    return {"took": median(taken), "floor": median(floors), "items": items, "peak": peak,
            "before": before}  # fmt: skip


def _read(document: Document) -> int:
    statements = importer_of(document).read(document, lambda done, total: None)
    return sum(isinstance(each, StatedTalk | StatedEvent) for each in statements)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


# --- Floors: the parser alone --------------------------------------------------------------------


def _walk_xml(path: Path) -> None:
    for _, element in ElementTree.iterparse(path):
        if element.tag in ("event", "room", "day"):
            element.clear()


def _load_json(path: Path) -> None:
    json.loads(path.read_bytes())


def _load_folder(path: Path) -> None:
    for file in sorted(path.rglob("*.json")):
        json.loads(file.read_bytes())


def _parse_calendar(path: Path) -> None:
    from icalendar import Calendar

    Calendar.from_ical(path.read_bytes())


def _parse_page(path: Path) -> None:
    from selectolax.lexbor import LexborHTMLParser

    scripts = LexborHTMLParser(path.read_bytes()).css("script")
    json.loads(scripts[0].text())


def _walk_table(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as stream:
        for _ in csv.reader(stream):
            pass


FLOORS: dict[str, Callable[[Path], None]] = {
    "frab_xml": _walk_xml, "frab_json": _load_json, "pretalx_json": _load_json,
    "ical": _parse_calendar, "jsonld": _parse_page, "table": _walk_table,
    "pyvideo": _load_folder, "confs_tech": _load_json,
}  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(_figures(sys.argv[1], Path(sys.argv[2]))))
