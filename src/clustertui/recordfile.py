"""One record file: TOML text to record values and back, each fault said in the file's own terms."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from clustertui.entities import RECORD_TABLES, Citation, Record
from clustertui.text import suggestion, unsafe_character

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CITATION = re.compile(r"([a-z0-9-]+):([0-9]{1,9})(?:-([0-9]{1,9}))?")
_TYPE_NAMES = {str: "text", int: "a whole number", float: "a number", bool: "true or false",
               date: "a date", dict: "a table", list: "a list"}  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in one record file."""

    file: str
    record: str
    """`table/id`; empty when the fault is the file's own."""
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.record, self.message) if part)


Report = Callable[[str], None]
"""Takes what is wrong with the record at hand."""


@cache
def _form(cls: Any) -> tuple[tuple[Field[Any], Any], ...]:
    """The fields of a record class with their types, as a file has them: citations come last."""
    hints = get_type_hints(cls)
    order = sorted(fields(cls), key=lambda each: each.name in ("cite", "inferred"))
    return tuple((each, hints[each.name]) for each in order)


def _is_required(each: Field[Any]) -> bool:
    return each.default is MISSING and each.default_factory is MISSING


def read_tables(text: str, file: str, problems: list[Problem]) -> Iterator[tuple[str, Record]]:
    """Each well-formed record of a file with its table's name; faults go to `problems`."""
    try:
        tables = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
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
            for number, entry in enumerate(entries, start=1):
                record = _read_entry(table, number, entry, file, problems)
                if record is not None:
                    yield table, record


def _read_entry(
    table: str, number: int, entry: dict[str, Any], file: str, problems: list[Problem]
) -> Record | None:
    name = f"{table}/{entry['id']}" if isinstance(entry.get("id"), str) else f"{table}[{number}]"
    before = len(problems)
    value = _read_fields(
        RECORD_TABLES[table],
        entry,
        "",
        lambda message: problems.append(Problem(file, name, message)),
    )
    if len(problems) > before:
        return None
    assert isinstance(value, Record)
    return value


def _read_fields(cls: Any, entry: dict[str, Any], where: str, report: Report) -> object | None:
    form = _form(cls)
    names = [each.name for each, _ in form]
    for key in entry:
        if key not in names:
            report(f"unknown key `{where}{key}`{suggestion(key, names)}")
    values: dict[str, Any] = {}
    for each, hint in form:
        if each.name in entry:
            values[each.name] = _read_value(
                hint, each, entry[each.name], f"{where}{each.name}", report
            )
        elif _is_required(each):
            report(f"`{where}{each.name}` is missing")
            return None
    for key in values.get("inferred") or ():
        if key not in names:
            report(f"`inferred` names an unknown field `{key}`{suggestion(key, names)}")
    value: object = cls(**values)
    return value


def _read_value(hint: Any, each: Field[Any], raw: Any, where: str, report: Report) -> Any:
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        hint = next(option for option in get_args(hint) if option is not type(None))
        origin = get_origin(hint)
    if origin is tuple:
        item = get_args(hint)[0]
        if not isinstance(raw, list):
            report(f"`{where}` must be a list, not {_kind_of(raw)}")
            return ()
        return tuple(
            _read_value(item, each, part, f"{where}[{number}]", report)
            for number, part in enumerate(raw, start=1)
        )
    if hint is Citation:
        return _read_citation(raw, where, report)
    if is_dataclass(hint) or origin is dict:
        if not isinstance(raw, dict):
            report(f"`{where}` must be a table, not {_kind_of(raw)}")
            return None
        if origin is dict:
            for key, reason in raw.items():
                _read_text(reason, f"{where}.{key}", report)
            return raw
        return _read_fields(hint, raw, f"{where}.", report)
    return _read_scalar(hint, each, raw, where, report)


def _read_scalar(hint: Any, each: Field[Any], raw: Any, where: str, report: Report) -> Any:
    if hint is float and type(raw) is int:
        raw = float(raw)
    if hint is date and isinstance(raw, str):
        report(f"`{where}`: {raw!r} is no date; write it as 2010-11-23, without quotes")
        return None
    if type(raw) is not hint:
        report(f"`{where}` must be {_TYPE_NAMES[hint]}, not {_kind_of(raw)}")
        return None
    if isinstance(raw, str):
        _read_text(raw, where, report)
        allowed = each.metadata.get("one_of")
        if allowed and raw not in allowed:
            hint_text = suggestion(raw, allowed) or f"; it may be {', '.join(allowed)}"
            report(f"`{where}`: {raw!r} is not known{hint_text}")
        if each.name == "id" and not _SLUG.fullmatch(raw):
            report(f"`id`: {raw!r} is no slug: small letters and digits, parted by single hyphens")
    return raw


def _read_text(raw: Any, where: str, report: Report) -> None:
    if not isinstance(raw, str):
        report(f"`{where}` must be text, not {_kind_of(raw)}")
    elif not raw.strip():
        report(f"`{where}` is empty")
    elif raw != raw.strip():
        report(f"`{where}` begins or ends with a blank")
    elif unsafe := unsafe_character(raw):
        report(f"`{where}` holds the character U+{ord(unsafe):04X}, which cannot be shown")


def _read_citation(raw: Any, where: str, report: Report) -> Citation | None:
    found = _CITATION.fullmatch(raw) if isinstance(raw, str) else None
    if not found:
        report(f"`{where}`: {raw!r} is no citation; write it as source:38 or source:5-10")
        return None
    first = int(found[2])
    last = int(found[3] or found[2])
    if first < 1 or last < first:
        report(f"`{where}`: {raw!r} does not name lines; they count from 1, the smaller first")
        return None
    return Citation(source=found[1], first_line=first, last_line=last)


def _kind_of(raw: Any) -> str:
    if isinstance(raw, datetime):
        return "a date with a time"
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
            if value is not None and value != () and value != {}:
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
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _write_inline(pairs: Iterable[tuple[str, Any]]) -> str:
    parts = [f"{key} = {_write_value(value)}" for key, value in pairs if value is not None]
    return "{ " + ", ".join(parts) + " }"


def _write_text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
