"""Hostile text in every field of every table, seen in a real terminal and in every output."""

from __future__ import annotations

import io
import os
import re
import sqlite3
import sys
from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_type_hints

from rich.cells import cell_len
from wcwidth import wcwidth

from clustertui.build import build
from clustertui.catalogue import Catalogue
from clustertui.cli import run
from clustertui.entities import Records
from clustertui.export import FORMATS, as_blocks, as_plain, as_raw_csv
from clustertui.kinds import KINDS
from clustertui.model import View
from clustertui.report import as_json, as_markdown, as_text
from clustertui.schema import TABLES
from clustertui.search import Search
from clustertui.text import clean, unsafe_character
from tests.end_to_end.terminal import CLUSTERTUI, Terminal
from torture.tries import Tries

_SEQUENCE = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|[ -/]*[0-~])"
)
_CLIPBOARD = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
_NUMBERS = re.compile(rb"\d+")

KEYS = (
    "1", "2", "3", "4", "5", "p", "\x1b", "y", "y", "\x1b", "Y", "e", "\x1b", "\t", "\x1b[6~",
    "\x1b", "\r", "\x1b", "s", "/", "tide", "\x1b", "?", "\x1b", "\x1b[F", "\x10", "\x1b",
)  # fmt: skip
"""A walk through every screen: kinds, sources, copies, export, detail, drill-down, search, help."""

SHORT = 60
"""Characters of a text that shares a column with others, so that all of them are shown."""
LONGEST_BUILT, LONGEST_PRINTED = 5_000, 100_000
"""Characters of a text that is indexed, and that is printed in every form hundreds of times."""

KEPT = frozenset({("entries", "id"), ("ranges", "kind"), ("entries", "kind"), ("citations", "kind"),
                  ("inferences", "kind"), ("citations", "record_id"), ("inferences", "record_id"),
                  ("inferences", "field")})  # fmt: skip
"""Columns that are read by their value: another one is no text but another record."""


def shapes(output: bytes) -> set[bytes]:
    """The escapes in what a terminal was sent, without their numbers; links and titles whole."""
    return {
        _CLIPBOARD.sub(_copied, found) if found.startswith(b"\x1b]") else _NUMBERS.sub(b"0", found)
        for found in _SEQUENCE.findall(output)
    }


def _copied(found: re.Match[bytes]) -> bytes:
    """What is copied is the record; it must be as clean as what is shown."""
    text = b64decode(found[1]).decode()
    return b"copy" if text != "owned" and is_clean(text) else found[0]


def stray(output: bytes) -> list[bytes]:
    """The controls in what a terminal was sent that belong to no escape."""
    rest = _SEQUENCE.sub(b"", output).decode("utf-8", "replace")
    return [
        character.encode()
        for character in rest
        if (character < " " and character not in "\r\n") or "\x7f" <= character < "\xa0"
        or character in "\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\ufeff"
    ]  # fmt: skip


# --- Databases full of one text ------------------------------------------------------------------


def text_columns() -> Iterator[tuple[str, str]]:
    """Every column that holds a text that is shown, and that nothing else refers to."""
    for name, table in TABLES.items():
        for column, type_ in table.columns.items():
            is_key = column == table.pk or column in (table.references or {})
            if type_ is str and not is_key and (name, column) not in KEPT:
                yield name, column


def id_columns() -> Iterator[tuple[str, str]]:
    """Every column that holds the id of a record."""
    yield from (("entries", "id"), ("citations", "record_id"), ("inferences", "record_id"))
    for name, table in TABLES.items():
        for column, type_ in table.columns.items():
            refers = column == "id" or column in (table.references or {})
            if type_ is str and refers and name not in ("entries", "orders", "ranges"):
                yield name, column


def spoilt(database: Path, path: Path, text: str, keep: bool = False) -> Path:
    """A copy with `text` in every text column of every table; with `keep`, before what was there,
    and before every id and whatever refers to one.
    """
    path.write_bytes(database.read_bytes())
    with closing(sqlite3.connect(path)) as other:
        for table, column in text_columns():
            value = f'? || "{column}"' if keep else "?"
            other.execute(f'UPDATE "{table}" SET "{column}" = {value}', (text,))
        own = text[:SHORT].replace("\0", "")  # SQLite ends a text in JSON at a NUL
        for table, column in id_columns() if keep else ():
            other.execute(f'UPDATE "{table}" SET "{column}" = ? || "{column}"', (own,))
        other.commit()
    return path


def records_of(text: str, records: Records) -> Records:
    """The records with `text` in front of every text that is free to be anything."""
    return replace(
        records,
        **{
            table.name: tuple(_with(text, record) for record in getattr(records, table.name))
            for table in fields(records)
        },
    )


def _with(text: str, record: Any) -> Any:
    hints = get_type_hints(type(record))
    changes = {
        field.name: text + (getattr(record, field.name) or "")
        for field in fields(record)
        if hints[field.name] in (str, str | None)
        and field.name not in ("id", "precision")
        and "refers" not in field.metadata
        and "one_of" not in field.metadata
    }
    return replace(record, **changes)


# --- Screens -------------------------------------------------------------------------------------


@contextmanager
def walking(database: Path, cwd: Path, size: tuple[int, int] = (130, 30)) -> Iterator[Terminal]:
    """clustertui on a database, after a walk through all its screens."""
    home = cwd / "home"
    home.mkdir(exist_ok=True)
    names = ("PATH", "PYTHONPATH")
    env = {name: os.environ[name] for name in names if name in os.environ}
    env |= {"HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    terminal = Terminal([*CLUSTERTUI, "--db", str(database)], size, env, cwd)
    try:
        terminal.until(lambda: "commands" in terminal.lines[-1])
        for key in KEYS:
            terminal.type(key)
            terminal.settle()
        yield terminal
    finally:
        terminal.end()


def on_screens(
    tries: Tries, database: Path, folder: Path, strings: dict[str, str], bundle: int = 1
) -> None:
    """Every string in every column, in a real terminal; `bundle` strings at a time."""
    with walking(database, folder) as plain:
        known = shapes(plain.output)
        tries.check("the plain text itself has stray controls", holds=not stray(plain.output))
    names = list(strings)
    for at in range(0, len(names), bundle):
        some = names[at : at + bundle]
        text = " ".join(strings[name][: None if bundle == 1 else SHORT] for name in some)
        what = ", ".join(some)
        path = spoilt(database, folder / "spoilt.db", text)
        with tries.one(what), walking(path, folder) as terminal:
            assert terminal.process.poll() is None, f"it ended with {terminal.process.returncode}"
            assert not (more := shapes(terminal.output) - known), f"escapes: {sorted(more)[:5]}"
            assert not (found := stray(terminal.output)), f"controls: {found[:5]}"
            terminal.type("\x1b\x1b\x1b")
            terminal.settle()
            if _is_of_one_width(text):
                _check_columns(terminal)
            terminal.type("\x11")
            assert terminal.exit_code(5) == 0
            assert terminal.is_restored
        tries.tried += len(some) - 1


def _is_of_one_width(text: str) -> bool:
    """Whether all terminals agree how wide a text is; sequences of emoji are as wide as each
    terminal draws them.
    """
    shown = clean(text)
    return cell_len(shown) == sum(max(0, wcwidth(character)) for character in shown)


def _check_columns(terminal: Terminal) -> None:
    """The line between list and detail stands in one column."""
    places = terminal.columns_of("│", slice(4, -1))
    assert len(places) == 1, f"the line between the panes stands in {sorted(places)}"


# --- Outputs -------------------------------------------------------------------------------------


def in_outputs(
    tries: Tries, database: Path, folder: Path, records: Records, strings: dict[str, str]
) -> None:
    """Every string in every column, through every output; and in records, through a build."""
    for name, whole in strings.items():
        text = whole[:LONGEST_PRINTED]
        for path in (
            spoilt(database, folder / "spoilt.db", text, keep=True),
            _built(tries, name, records_of(text[:LONGEST_BUILT], records), folder / "built.db"),
        ):
            with tries.one(f"{name} in the outputs of {path.stem}"), closing(Catalogue(path)) as c:
                for what, said in _outputs(c):
                    assert is_clean(said), f"{what} holds {dirt(said)!a}"


def _built(tries: Tries, what: str, records: Records, path: Path) -> Path:
    with tries.one(f"{what} in a build"):
        build(records, path)
    return path


def _outputs(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    engine = Search(catalogue)
    for kind in KINDS.values():
        refs = [row.ref for row in catalogue.rows(kind.name)]
        sheet = catalogue.sheet(kind, refs)
        for name, write in {**FORMATS, "raw": as_raw_csv}.items():
            yield f"{kind.plural} as {name}", write(sheet)
        hits = engine.find(View(kind=kind.name)).page(0, 50)
        yield f"{kind.plural} as lines", as_plain(hits)
        yield f"{kind.plural} as blocks", as_blocks(hits)
        for ref in refs[:3]:
            detail = catalogue.detail(ref)
            for say in (as_text, as_markdown, as_json):
                yield f"{ref} by {say.__name__}", say(detail)
            yield f"{ref} wrapped", as_text(detail, 40)


def is_clean(text: str) -> bool:
    """Whether a terminal can be sent a text."""
    return not dirt(text)


def dirt(text: str) -> str:
    """The characters of a text that a terminal must not be sent; a tab only parts columns."""
    return "".join(
        sorted({c for c in set(text) if c not in "\n\t" and unsafe_character(c) and c != "\ufffd"})
    )


def in_arguments(tries: Tries, database: Path, folder: Path, strings: dict[str, str]) -> None:
    """Every string as a word, an address, an option, a file name and in a setting."""
    for name, text in strings.items():
        argument = os.fsencode(text.replace("\0", "")[:100_000].encode("utf-8", "surrogatepass"))
        for form in (
            [b"search", b"--", argument],
            [b"show", b"--", argument],
            [b"show", b"talk/" + argument],
            [b"list", argument],
            [b"list", b"talks", b"--search", argument, b"--sort", argument],
            [b"search", b"x", b"--" + argument],
            [b"check", b"--", argument],
            [b"build", b"-o", argument[:200] or b"x", b"--", b"no-such-folder"],
            [b"--db", argument, b"list", b"talks"],
        ):
            with tries.one(f"{name} in {form[0]!r} {len(form)}"):
                code, out, err = command(form, database, folder)
                assert code in (0, 1, 2, 3), f"exit code {code}: {err[-200:]}"
                for said in (out, err):
                    assert is_clean(said), f"{dirt(said)!a}"
                assert "Traceback" not in err


def command(arguments: Sequence[bytes], database: Path, folder: Path) -> tuple[int, str, str]:
    """What one command line prints, in this process; its exit code first."""
    out, err = io.StringIO(), io.StringIO()
    before = sys.stdout, sys.stderr, os.environ.get("CLUSTERTUI_DB")
    os.environ["CLUSTERTUI_DB"] = str(database)
    here = Path.cwd()
    os.chdir(folder)
    sys.stdout, sys.stderr = out, err
    try:
        code = run([os.fsdecode(argument) for argument in arguments])
    finally:
        sys.stdout, sys.stderr = before[0], before[1]
        os.environ.pop("CLUSTERTUI_DB")
        if before[2] is not None:
            os.environ["CLUSTERTUI_DB"] = before[2]
        os.chdir(here)
    return code, out.getvalue(), err.getvalue()
