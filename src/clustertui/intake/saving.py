"""An import as a record file: written beside and put in place, so that nothing is ever lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from clustertui.entities import RECORD_TABLES, Records, Talk
from clustertui.model import ClusterError
from clustertui.recordfile import Problem, read_entries, write_tables


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a record file."""

    written: bool
    """False when it held these very records already."""
    kept: Path | None = None
    """Where the file that stood there before is kept."""
    changes: Mapping[str, tuple[int, int, int]] | None = None
    """Table → how many records were added, changed and are gone; None without an older file."""


def save(records: Records, target: Path) -> Saved:
    """Write the records of one import. An older import that stood there is kept as `NAME~`.

    Raises ClusterError when the file cannot be written, when it holds anything but an import, or
    when it was imported from the very same document and has been edited since: an import must not
    undo the work of a person.
    """
    text = _text(records)
    place = target.resolve()  # a link to the file stays a link
    try:
        if not place.exists():
            _put(text, place)
            return Saved(True)
        if not place.is_file():
            raise ClusterError(f"{target}: is no regular file")
        before = place.read_bytes()
        if before == text:
            return Saved(False)
        old = _import_in(before, target)
        if old.sources[0].sha256 and old.sources[0].sha256 == records.sources[0].sha256:
            raise ClusterError(
                f"{target}: was edited since it was imported from this document; write to another"
                " file, or remove it first"
            )
        kept = _free_beside(place, before)
        _put(before, kept, place)
        _put(text, place, place)
    except OSError as error:
        raise ClusterError(f"{target}: cannot be written: {error.strerror}") from error
    return Saved(True, target.with_name(kept.name), differences(old, records))


def rewrite(records: Records, target: Path) -> bytes:
    """Write records over their file, and return what was written. Raises ClusterError."""
    text, place = _text(records), target.resolve()
    try:
        _put(text, place, place)
    except OSError as error:
        raise ClusterError(f"{target}: cannot be written: {error.strerror}") from error
    return text


def _text(records: Records) -> bytes:
    tables = ((table, each) for table in RECORD_TABLES for each in getattr(records, table))
    return write_tables(tables).encode()


def differences(old: Records, new: Records) -> dict[str, tuple[int, int, int]]:
    """Table → how many of its records were added, changed and are gone.

    A record that merely stands at another place of its document has not changed.
    """
    found = {}
    for table in ("events", "talks", "people", "organisations", "points"):
        before = {record.id: _unplaced(record) for record in getattr(old, table)}
        after = {record.id: _unplaced(record) for record in getattr(new, table)}
        changed = sum(before[id_] != after[id_] for id_ in before.keys() & after.keys())
        added, gone = len(after.keys() - before.keys()), len(before.keys() - after.keys())
        if added or changed or gone:
            found[table] = (added, changed, gone)
    return found


def _unplaced(record: Any) -> Any:
    if isinstance(record, Talk):
        return replace(record, cite=(), position=1)
    return replace(record, cite=())


def _free_beside(target: Path, data: bytes) -> Path:
    """Where a file may be kept: what was kept there before, and may hold work, is kept, too."""
    kept, number = target.with_name(f"{target.name}~"), 1
    while kept.exists() and not (kept.is_file() and kept.read_bytes() == data):
        number += 1
        kept = target.with_name(f"{target.name}~{number}")
    return kept


def _put(data: bytes, target: Path, like: Path | None = None) -> None:
    """Put a file in place whole, with the rights of the one it is like."""
    beside = target.with_name(f".{target.name}.writing-{os.getpid()}")
    try:
        with beside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if like is not None:
            shutil.copymode(like, beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _import_in(data: bytes, target: Path) -> Records:
    """The import that a file holds; what else it may hold is not to be written over."""
    problems: list[Problem] = []
    tables: dict[str, list[Any]] = {table: [] for table in RECORD_TABLES}
    for entry in read_entries(data.decode("utf-8-sig", "replace"), target.name, problems):
        tables[entry.table].append(entry.record)
    if problems or not any(source.format for source in tables["sources"]):
        raise ClusterError(
            f"{target}: holds something else than a sound import; write to another file, or remove"
            " it first"
        )
    return Records(**{table: tuple(found) for table, found in tables.items()})
