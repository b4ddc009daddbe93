"""Lists of records as CSV, JSON, JSON lines, Markdown or plain text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from clustertui.model import Hit
from clustertui.text import as_json as text_as_json
from clustertui.text import clean

Record = Mapping[str, Any]
"""One row of an export: column → text, number, list of texts or None."""

_FORMULA = re.compile(" *[=+\\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d[\d.,]*")


def as_json(records: Sequence[Record]) -> str:
    """One JSON array."""
    return text_as_json(list(records), indent=2) + "\n"


def as_jsonl(records: Sequence[Record]) -> str:
    """One JSON object a line."""
    return "".join(text_as_json(record) + "\n" for record in records)


def as_csv(records: Sequence[Record]) -> str:
    """Comma-separated values with a heading; the parts of a list are parted by semicolons.

    What a spreadsheet would run as a formula gets an apostrophe in front of it.
    """
    return _csv(records, _harmless)


def as_raw_csv(records: Sequence[Record]) -> str:
    """The same for programs, which run no formulas: cells as they are."""
    return _csv(records, cell)


def _csv(records: Sequence[Record], said: Callable[[Any], str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if records:
        writer.writerow(map(said, records[0]))
    writer.writerows([said(value) for value in record.values()] for record in records)
    return out.getvalue()


def _harmless(value: Any) -> str:
    text = cell(value)
    if isinstance(value, int | float) or _NUMBER.fullmatch(text):
        return text
    hidden = isinstance(value, str) and value.startswith(("\t", "\r"))
    return f"'{text}" if hidden or _FORMULA.match(text) else text


def as_markdown(records: Sequence[Record]) -> str:
    """A table in Markdown, without the columns that are empty in every row."""
    if not records:
        return ""
    names = [
        name for name in records[0] if any(record[name] not in (None, []) for record in records)
    ]
    lines = [names, ["---"] * len(names)]
    lines += [[_escaped(cell(record[name])) for name in names] for record in records]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


FORMATS: dict[str, Callable[[Sequence[Record]], str]] = {
    "csv": as_csv,
    "json": as_json,
    "jsonl": as_jsonl,
    "md": as_markdown,
}
"""Name of a format, which is also the suffix of its files → what writes it."""


def cell(value: Any) -> str:
    """A value as one line of text that is safe to show."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(cell(part) for part in value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return clean(str(value))


def as_plain(hits: Sequence[Hit]) -> str:
    """One line a record: address, title, context and reason, parted by tabs."""
    return "".join(
        "\t".join(
            clean(part) for part in (str(hit.row.ref), hit.row.title, hit.row.context, hit.reason)
        ).rstrip("\t")
        + "\n"
        for hit in hits
    )


def as_blocks(hits: Sequence[Hit]) -> str:
    """Two lines a record, for reading: title and address, context and reason."""
    lines = []
    for hit in hits:
        lines.append(f"{clean(hit.row.title)}  [{clean(str(hit.row.ref))}]")
        reason = f"  ({clean(hit.reason)})" if hit.reason else ""
        lines.append(f"    {clean(hit.row.context)}{reason}")
    return "".join(f"{line}\n" for line in lines)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
