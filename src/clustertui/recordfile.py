"""One record file: TOML text to record values and back, each fault said in the file's own terms."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from math import inf, isfinite
from sys import float_info
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from clustertui.entities import RECORD_TABLES, Citation, Record
from clustertui.text import clean, suggestion, unsafe_character

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CITATION = re.compile(r"([a-z0-9-]+)(?::([0-9]{1,9})(?:-([0-9]{1,9}))?|#(\S.*))")
_TYPE_NAMES = {str: "text", int: "a whole number", float: "a number", bool: "true or false",
               date: "a date", datetime: "a date with a time", dict: "a table",
               list: "a list"}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in one record file."""

    file: str
    record: str
    """`table/id`; empty when the fault is the file's own."""
    message: str

    def __str__(self) -> str:
        return ": ".join(clean(part) for part in (self.file, self.record, self.message) if part)


@dataclass(slots=True)
class Entry:
    """What one table of a file says, well-formed or not."""

    file: str
    table: str
    name: str
    """`id` as written, or a number in brackets where there is none."""
    record: Record | None = None
    """None when the entry has faults of its own."""
    references: list[tuple[str, str, str]] = field(default_factory=list)
    """Field, table and id of every record it names."""
    citations: list[Citation] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def problem(self, message: str) -> Problem:
        """A fault of this entry, in full."""
        return Problem(self.file, f"{self.table}/{self.name}", message)


@cache
def _form(cls: Any) -> tuple[tuple[Field[Any], Any], ...]:
    """The fields of a record class with their types, as a file has them: citations come last."""
    hints = get_type_hints(cls)
    order = sorted(fields(cls), key=lambda each: each.name in _LAST)
    return tuple((each, hints[each.name]) for each in order)


_LAST = ("cite", "inferred", "uncertain", "rejected")


def _is_required(each: Field[Any]) -> bool:
    return each.default is MISSING and each.default_factory is MISSING


def read_entries(text: str, file: str, problems: list[Problem]) -> Iterator[Entry]:
    """What every table of a file says; all faults go to `problems`."""
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        problems.append(
            Problem(file, "", f"is not valid TOML: {str(error) or 'nested too deeply'}")
        )
        return
    for table, entries in tables.items():
        if table not in RECORD_TABLES:
            hint = suggestion(table, RECORD_TABLES)
            problems.append(Problem(file, "", f"unknown table `{table}`{hint}"))
        elif not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
            problems.append(
                Problem(file, "", f"`{table}` must be written [[{table}]], once a record")
            )
        else:
            for number, values in enumerate(entries, start=1):
                entry = _read_entry(file, table, number, values)
                problems += map(entry.problem, entry.faults)
                yield entry


def _read_entry(file: str, table: str, number: int, values: dict[str, Any]) -> Entry:
    id_ = values.get("id")
    entry = Entry(file, table, id_ if isinstance(id_, str) else f"[{number}]")
    value = _read_fields(RECORD_TABLES[table], values, "", entry)
    if not entry.faults:
        assert isinstance(value, Record)
        entry.record = value
    return entry


def _read_fields(cls: Any, raw: dict[str, Any], where: str, entry: Entry) -> object | None:
    form = _form(cls)
    names = [each.name for each, _ in form]
    for key in raw:
        if key not in names:
            entry.faults.append(f"unknown key `{where}{key}`{suggestion(key, names)}")
    values: dict[str, Any] = {}
    missing = False
    for each, hint in form:
        place = f"{where}{each.name}"
        if each.name in raw:
            values[each.name] = _read_value(hint, each, raw[each.name], place, entry)
        elif _is_required(each):
            entry.faults.append(f"`{place}` is missing")
            missing = True
    for key in values.get("inferred") or ():
        if key not in names:
            entry.faults.append(
                f"`inferred` names an unknown field `{key}`{suggestion(key, names)}"
            )
    return None if missing else cls(**values)


def _read_value(hint: Any, each: Field[Any], raw: Any, where: str, entry: Entry) -> Any:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        hint = next(option for option in get_args(hint) if option is not type(None))
        origin = get_origin(hint)
    if origin is tuple:
        item = get_args(hint)[0]
        if not isinstance(raw, list):
            entry.faults.append(f"`{where}` must be a list, not {_kind_of(raw)}")
            return ()
        return tuple(
            _read_value(item, each, part, f"{where}[{number}]", entry)
            for number, part in enumerate(raw, start=1)
        )
    if hint is Citation:
        return _read_citation(raw, where, entry)
    if is_dataclass(hint) or origin is dict:
        if not isinstance(raw, dict):
            entry.faults.append(f"`{where}` must be a table, not {_kind_of(raw)}")
            return None
        if origin is dict:
            for key, reason in raw.items():
                _read_text(reason, f"{where}.{key}", entry)
            return raw
        return _read_fields(hint, raw, f"{where}.", entry)
    return _read_scalar(hint, each, raw, where, entry)


def _read_scalar(hint: Any, each: Field[Any], raw: Any, where: str, entry: Entry) -> Any:
    if hint is float and type(raw) is int:
        raw = float(raw) if abs(raw) <= float_info.max else inf
    if hint in (date, datetime) and (fault := _fault_of_date(hint, raw)):
        entry.faults.append(f"`{where}` {fault}")
        return None
    if hint is int and type(raw) is int and not 0 < raw < 2**31:
        entry.faults.append(f"`{where}` must be between 1 and {2**31 - 1}")
    if isinstance(raw, float) and not isfinite(raw):
        entry.faults.append(f"`{where}` must be a finite number")
    if type(raw) is not hint:
        entry.faults.append(f"`{where}` must be {_TYPE_NAMES[hint]}, not {_kind_of(raw)}")
        return None
    if isinstance(raw, str):
        _read_text(raw, where, entry)
        allowed = each.metadata.get("one_of")
        if allowed and raw not in allowed:
            hint_text = suggestion(raw, allowed) or f"; it may be {', '.join(allowed)}"
            entry.faults.append(f"`{where}`: {raw!r} is not known{hint_text}")
        if "refers" in each.metadata:
            entry.references.append((where, each.metadata["refers"], raw))
        if each.name == "id" and not _SLUG.fullmatch(raw):
            entry.faults.append(
                f"`id`: {raw!r} is no slug: small letters and digits, parted by single hyphens"
            )
    return raw


def _fault_of_date(hint: Any, raw: Any) -> str:
    if isinstance(raw, str) and hint is date:
        return f"is {raw!r}, no date; write it as 2010-11-23, without quotes"
    if isinstance(raw, str):
        return f"is {raw!r}, no time; write it as 2010-11-23T09:30:00, without quotes"
    if hint is datetime and isinstance(raw, datetime) and raw.tzinfo is not None:
        return "must be the local time at the event, without a zone"
    return ""


def _read_text(raw: Any, where: str, entry: Entry) -> None:
    if not isinstance(raw, str):
        entry.faults.append(f"`{where}` must be text, not {_kind_of(raw)}")
    elif not raw.strip():
        entry.faults.append(f"`{where}` is empty")
    elif raw != raw.strip():
        entry.faults.append(f"`{where}` begins or ends with a blank")
    elif unsafe := unsafe_character(raw):
        entry.faults.append(
            f"`{where}` holds the character U+{ord(unsafe):04X}, which cannot be shown"
        )


def _read_citation(raw: Any, where: str, entry: Entry) -> Citation | None:
    found = _CITATION.fullmatch(raw) if isinstance(raw, str) else None
    if not found:
        said = repr(raw) if isinstance(raw, str) else _kind_of(raw)
        entry.faults.append(
            f"`{where}`: {said} is no citation; write it as source:38, source:5-10 or source#item"
        )
        return None
    first = int(found[2]) if found[2] else None
    last = int(found[3]) if found[3] else first
    if first is not None and last is not None and (first < 1 or last < first):
        entry.faults.append(
            f"`{where}`: {raw!r} does not name lines; they count from 1, the smaller first"
        )
        return None
    if found[4]:
        _read_text(found[4], where, entry)
    citation = Citation(source=found[1], first_line=first, last_line=last, item=found[4])
    entry.references.append(("cite", "sources", citation.source))
    entry.citations.append(citation)
    return citation


def _kind_of(raw: Any) -> str:
    return _TYPE_NAMES.get(type(raw), type(raw).__name__)


# --- Writing -------------------------------------------------------------------------------------


def write_tables(records: Iterable[tuple[str, Record]]) -> str:
    """The canonical text of a record file: one form, so that every difference is a real change."""
    order = list(RECORD_TABLES)
    blocks = []
    for table, record in sorted(records, key=lambda pair: order.index(pair[0])):
        lines = [f"[[{table}]]"]
        cls: Any = type(record)
        for each, _ in _form(cls):
            value = getattr(record, each.name)
            if value is not None and value != () and value != {} and value is not False:
                lines.append(f"{each.name} = {_write_value(value)}")
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def _write_value(value: Any) -> str:
    if isinstance(value, Citation | str):
        return _write_text(str(value))
    if isinstance(value, tuple):
        parts = [_write_value(part) for part in value]
        line = f"[{', '.join(parts)}]"
        if len(line) <= 80 and not any(
            is_dataclass(p) and not isinstance(p, Citation) for p in value
        ):
            return line
        return "[\n" + "".join(f"    {part},\n" for part in parts) + "]"
    if isinstance(value, dict):
        return _write_inline(value.items())
    if is_dataclass(value):
        cls: Any = type(value)
        return _write_inline((each.name, getattr(value, each.name)) for each, _ in _form(cls))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _write_inline(pairs: Iterable[tuple[str, Any]]) -> str:
    parts = [f"{key} = {_write_value(value)}" for key, value in pairs if value is not None]
    return "{ " + ", ".join(parts) + " }"


def _write_text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
