"""An import as a record file: written beside and put in place, so that nothing is ever lost."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from clustertui.entities import RECORD_TABLES, Records
from clustertui.model import ClusterError
from clustertui.recordfile import write_tables
from clustertui.records import FaultyRecordsError, read_parts


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
    """Write the records of one import. A file that stood there is kept beside, as `NAME~`.

    Raises ClusterError when the file cannot be written, or when it was imported from the very same
    document and has been edited since: an import must not undo the work of a person.
    """
    text = _text(records)
    try:
        if not target.exists():
            _replace(target, text)
            return Saved(True)
        if target.read_bytes() == text:
            return Saved(False)
        old = _records_in(target)
        if _document_of(old) and _document_of(old) == _document_of(records):
            raise ClusterError(
                f"{target}: was edited since it was imported from this document; write to another"
                " file, or remove it first"
            )
        kept = target.with_name(f"{target.name}~")
        shutil.copy2(target, kept)
        _replace(target, text)
    except OSError as error:
        raise ClusterError(f"{target}: cannot be written: {error.strerror}") from error
    return Saved(True, kept, differences(old, records))


def written(records: Records, target: Path) -> bytes:
    """Write records over their file, and return what was written. Raises ClusterError."""
    text = _text(records)
    try:
        _replace(target, text)
    except OSError as error:
        raise ClusterError(f"{target}: cannot be written: {error.strerror}") from error
    return text


def _text(records: Records) -> bytes:
    tables = ((table, each) for table in RECORD_TABLES for each in getattr(records, table))
    return write_tables(tables).encode()


def differences(old: Records, new: Records) -> dict[str, tuple[int, int, int]]:
    """Table → how many of its records were added, changed and are gone."""
    found = {}
    for table in ("events", "talks", "people", "organisations", "points"):
        before = {record.id: record for record in getattr(old, table)}
        after = {record.id: record for record in getattr(new, table)}
        changed = sum(before[id_] != after[id_] for id_ in before.keys() & after.keys())
        added, gone = len(after.keys() - before.keys()), len(before.keys() - after.keys())
        if added or changed or gone:
            found[table] = (added, changed, gone)
    return found


def _replace(target: Path, text: bytes) -> None:
    beside = target.with_name(f".{target.name}.writing-{os.getpid()}")
    try:
        beside.write_bytes(text)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _records_in(target: Path) -> Records:
    try:
        return read_parts(target)[-1]
    except FaultyRecordsError:  # it is kept whole, whatever it says
        return Records()


def _document_of(records: Records) -> str | None:
    return records.sources[0].sha256 if records.sources else None
