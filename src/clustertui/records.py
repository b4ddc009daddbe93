"""Folders of record files: read whole and checked whole, every fault reported at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from clustertui.entities import (
    RECORD_TABLES,
    Citation,
    CitedRecord,
    Event,
    Point,
    Record,
    Records,
    Source,
    Talk,
)
from clustertui.model import ClusterError
from clustertui.recordfile import Entry, Problem, read_entries, write_tables
from clustertui.text import suggestion

MOST_HINTS = 20
"""Missing records for which one is looked for that may be meant; each look costs a second."""


class FaultyRecordsError(ClusterError):
    """The records cannot be built from; `problems` says every reason."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


def read_records(*paths: Path) -> Records:
    """All records of the folders' `*.toml` files, none of which was imported.

    Raises FaultyRecordsError with every fault of every file.
    """
    return read_parts(*paths)[0]


def read_parts(*paths: Path) -> list[Records]:
    """What the record files of some folders, or single files, hold: first all that was written by
    hand, whose ids are shared; then each imported file, whose ids are its own.

    Raises FaultyRecordsError with every fault of every file.
    """
    problems: list[Problem] = []
    by_hand: list[Entry] = []
    imported: list[list[Entry]] = []
    unread: list[str] = []
    for file in _record_files(paths, problems):
        known = len(problems)
        text = _read_file(file, problems)
        found = list(read_entries(text, file.name, problems)) if text is not None else []
        if any(isinstance(entry.record, Source) and entry.record.format for entry in found):
            imported.append(found)
        else:
            by_hand += found
        if not found and len(problems) > known:
            unread.append(file.name)
    _check_together(by_hand, unread, problems)
    for entries in imported:
        _check_together(entries, unread, problems, by_hand)
    if problems:
        raise FaultyRecordsError(problems)
    return [_records_of(by_hand), *map(_records_of, imported)]


def _records_of(entries: Iterable[Entry]) -> Records:
    tables: dict[str, list[Any]] = {table: [] for table in RECORD_TABLES}
    for entry in entries:
        tables[entry.table].append(entry.record)
    return Records(
        **{table: tuple(sorted(found, key=lambda r: r.id)) for table, found in tables.items()}
    )


def canonical_difference(file: Path) -> str | None:
    """The canonical text of a record file when the file differs from it, else None."""
    problems: list[Problem] = []
    text = _read_file(file, problems)
    entries = list(read_entries(text or "", file.name, problems))
    canonical = write_tables((each.table, each.record) for each in entries if each.record)
    if problems:
        raise FaultyRecordsError(problems)
    return None if text == canonical else canonical


def is_record_file(path: Path) -> bool:
    """Whether a file of a folder is read as records, by its name."""
    return path.suffix == ".toml" and not path.name.startswith(".")


def _record_files(paths: Iterable[Path], problems: list[Problem]) -> Iterator[Path]:
    for folder in paths:
        if folder.suffix == ".toml" and not folder.is_dir():
            yield folder
            continue
        try:
            files = sorted(filter(is_record_file, folder.iterdir()))
        except OSError as error:
            problems.append(Problem(str(folder), "", f"cannot be read: {error.strerror}"))
            continue
        if not files:
            problems.append(Problem(str(folder), "", "holds no record files (*.toml)"))
        yield from files


def _read_file(file: Path, problems: list[Problem]) -> str | None:
    try:
        data = file.read_bytes() if file.is_file() else None
    except OSError as error:
        problems.append(Problem(file.name, "", f"cannot be read: {error.strerror}"))
        return None
    if data is None:
        reason = "it is no regular file" if file.exists() else "there is no such file"
        problems.append(Problem(file.name, "", f"cannot be read: {reason}"))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.append(Problem(file.name, "", f"is not UTF-8 (line {line}); save it as UTF-8"))
        return None


# --- Checks across records -----------------------------------------------------------------------


def _check_together(
    entries: list[Entry], unread: list[str], problems: list[Problem], beside: Sequence[Entry] = ()
) -> None:
    """Check records against each other; they may also name records `beside` them."""
    known: dict[str, dict[str, Entry]] = defaultdict(dict)
    for entry in entries:
        first = known[entry.table].setdefault(entry.name, entry)
        if first is not entry and not entry.name.startswith("["):  # a number is no id
            problems.append(entry.problem(f"duplicate id, first used in {first.file}"))
    for entry in beside:
        known[entry.table].setdefault(entry.name, entry)
    hints = MOST_HINTS
    doubt = f"; it may stand in {', '.join(unread)}, which cannot be read" if unread else ""
    for entry in entries:
        for where, table, id_ in entry.references:
            if id_ not in known[table]:
                hint = (hints > 0 and suggestion(id_, known[table])) or doubt
                hints -= 1
                problems.append(entry.problem(f"`{where}`: no record {table}/{id_}{hint}"))
        for citation in entry.citations:
            problems += map(entry.problem, _check_lines(citation, known["sources"]))
        if entry.record is not None:
            problems += map(entry.problem, _check_record(entry.record, known))
    _check_positions(entries, problems)


def _check_record(record: Record, known: dict[str, dict[str, Entry]]) -> Iterator[str]:
    if isinstance(record, CitedRecord) and not record.cite:
        yield "`cite` is empty: every record says on which lines it stands"
    for link in getattr(record, "links", ()):
        if link.to == record.id:
            yield "`links`: the record is linked to itself"
    special: Callable[..., Iterator[str]] | None = _CHECKS.get(type(record))
    if special:
        yield from special(record, known)


def _check_lines(citation: Citation, sources: dict[str, Entry]) -> Iterator[str]:
    entry = sources.get(citation.source)
    last = citation.last_line or 0
    if entry and isinstance(entry.record, Source) and last > entry.record.lines:
        yield (f"`cite`: {citation} is outside the document, which has {entry.record.lines} lines")


def _check_source(source: Source, known: dict[str, dict[str, Entry]]) -> Iterator[str]:
    if source.document and ("/" in source.document or source.document.startswith(".")):
        yield "`document` must be a plain file name"


def _check_event(event: Event, known: dict[str, dict[str, Entry]]) -> Iterator[str]:
    if event.start and event.end and event.end < event.start:
        yield f"`end`: {event.end} is before `start`, {event.start}"
    if event.precision != "none" and not (event.start and event.end):
        yield f"`start` and `end` are needed with precision {event.precision!r}"
    if event.precision == "none" and (event.start or event.end):
        yield "`precision` is none, yet there is a date"
    seen = {event.id}
    parent = event.parent
    while parent and parent not in seen and parent in known["events"]:
        seen.add(parent)
        above = known["events"][parent].record
        parent = above.parent if isinstance(above, Event) else None
    if parent == event.id:
        yield "`parent`: the event is part of itself"


def _check_talk(talk: Talk, known: dict[str, dict[str, Entry]]) -> Iterator[str]:
    if not talk.title and not talk.subject:
        yield "needs a `title`, or a `subject` where the source gives no title"
    if talk.start and talk.end and talk.end < talk.start:
        yield f"`end`: {talk.end} is before `start`, {talk.start}"
    if len(set(talk.speakers)) < len(talk.speakers):
        yield "`speakers` names the same affiliation twice"


def _check_point(point: Point, known: dict[str, dict[str, Entry]]) -> Iterator[str]:
    if not (point.event or point.talk or point.organisation or point.place):
        yield "needs an `event`, `talk`, `organisation` or `place` that it is about"
    if (point.kind == "figure") != (point.value is not None):
        yield "`value` and the kind `figure` go together"


_CHECKS: dict[type, Callable[..., Iterator[str]]] = {
    Source: _check_source,
    Event: _check_event,
    Talk: _check_talk,
    Point: _check_point,
}


def _check_positions(entries: list[Entry], problems: list[Problem]) -> None:
    """Two talks of one event, or two points of one list, may not claim the same place."""
    taken: dict[tuple[object, ...], str] = {}
    for entry in entries:
        match entry.record:
            case Talk() as talk:
                place: tuple[object, ...] = ("position", talk.event, talk.position)
            case Point() as point:
                place = ("number", point.kind, point.topic, point.number)
            case _:
                continue
        first = taken.setdefault(place, entry.name)
        if first != entry.name:
            problems.append(entry.problem(f"`{place[0]}`: {place[-1]} is taken by {first}"))
