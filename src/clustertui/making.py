"""The commands that make something: databases from sources, record files from programmes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from clustertui.console import put, say
from clustertui.kinds import KINDS
from clustertui.model import ClusterError, UsageError
from clustertui.outcome import NOTHING_FOUND
from clustertui.progress import ProgressLine

if TYPE_CHECKING:
    from clustertui.entities import Records
    from clustertui.identity import United
    from clustertui.intake.assembly import Programme
    from clustertui.intake.document import Document

DEFAULT_RECORDS = Path("data", "records")
DEFAULT_DATABASE = Path("data", "clusters.db")


class _AnyPath(click.Path):
    """A path that is looked at when it is read, so that whatever is wrong is said alike."""

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> Any:
        return Path(value)


_PATH = _AnyPath()
_SOURCES = click.argument("sources", metavar="[SOURCE]...", nargs=-1, type=_PATH)
_DECISIONS = click.option("--decisions", metavar="FILE", type=_PATH, help=(
    "Which records are the same and which are not (decisions.txt beside the records unless named)."
))  # fmt: skip


@contextmanager
def _progress(*, of_bytes: bool = False) -> Iterator[ProgressLine]:
    """A line of the terminal that says how far things are, gone afterwards."""
    line = ProgressLine(sys.stderr, of_bytes=of_bytes)
    try:
        yield line
    finally:
        line.clear()


@click.command()
@_SOURCES
@click.option("-o", "--output", type=_PATH, default=DEFAULT_DATABASE, show_default=True,
              help="The database to write.")  # fmt: skip
@click.option(
    "--check", is_flag=True, help="Write nothing; say whether the database is up to date."
)
@_DECISIONS
def build(sources: tuple[Path, ...], output: Path, check: bool, decisions: Path | None) -> int:
    """Make a database from SOURCES: folders of records and programmes of others, in any mix
    (data/records unless named).
    """
    from clustertui.build import build as build_database
    from clustertui.build import differences
    from clustertui.gathering import gather
    from clustertui.intake.account import summary

    with _progress(of_bytes=True) as line:
        gathered = gather(sources or (DEFAULT_RECORDS,), line, decisions)
    if check:
        if found := differences(gathered.records, output):
            say(f"{output}: is not what the records say: {', '.join(found)}; rebuild it")
            return NOTHING_FOUND
        say(f"{output}: up to date")
        return 0
    with _progress() as line:
        counts = build_database(gathered.records, output, line)
    for programme in gathered.programmes:
        say(summary(programme))
    _say_unknown(gathered.united)
    if alike := len(gathered.united.alike):
        say(f"{_pairs(alike)} may be one; `clustertui check` with the same sources"
            f" lists {'it' if alike == 1 else 'them'}")  # fmt: skip
    say(f"{output}: {_counted(counts)}")
    return 0


@click.command()
@_SOURCES
@_DECISIONS
def check(sources: tuple[Path, ...], decisions: Path | None) -> int:
    """Read SOURCES (data/records unless named), say every fault, and list records that may be one.

    Each pair is a line that a file of decisions may hold: `same` makes it one, `different` settles
    that it is not.
    """
    from clustertui.gathering import gather

    with _progress(of_bytes=True) as line:
        gathered = gather(sources or (DEFAULT_RECORDS,), line, decisions)
    _say_unknown(gathered.united)
    for pair in gathered.united.alike:
        put(f"same {pair.first} {pair.second}  # {pair.score} %: {pair.reason}\n")
    alike = len(gathered.united.alike)
    say(f"{len(gathered.records)} records, no fault" + (
        f"; {_pairs(alike)} may be one: put such lines into a file of decisions, with `same` or"
        " `different`" if alike else ""))  # fmt: skip
    return 0


def _pairs(number: int) -> str:
    return f"{number:,} pair{'s' if number != 1 else ''} of records"


def _say_unknown(united: United) -> None:
    for address in united.unknown:
        say(f"decisions: no source has {address}")


@click.command(name="import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=_PATH)
@click.option("-o", "--output", type=_PATH, help=(
    "The record file to write; with several FILES a folder. A file there is kept as NAME~."
))  # fmt: skip
@click.option("--columns", metavar="OURS=THEIRS,…", default="",
              help="For a table: which column is our title, speaker, organisation …")  # fmt: skip
@click.option("--event", metavar="NAME", help="For a table or a page: the event it is about.")
@click.option("--all", "whole", is_flag=True, help="Every doubt and line.")
def import_(
    files: tuple[Path, ...], output: Path | None, columns: str, event: str | None, whole: bool
) -> int:
    """Read programmes of others and show what would come in; with -o, write it as records.

    FILES are schedules (frab, pentabarf, pretalx), calendars (iCalendar), web pages with
    schema.org events, tables (CSV), folders of pyvideo, lists of confs.tech, or any page of text;
    `-` is standard input. What they are is told by their content.
    """
    from clustertui.gathering import read_programme
    from clustertui.intake.account import account
    from clustertui.intake.document import open_document

    mapping = _mapping(columns)
    if output is not None and len(files) > 1 and not output.is_dir():
        raise UsageError(f"{output}: is no folder, which several files need; make it first")
    read, pages = [], []
    for file in files:
        document = open_document(file, columns=mapping, event=event)
        if str(file) == "-" and output is not None:
            page = _page(document, output)
            document = replace(document, name=page.name)
            pages.append((page, document))
        with _progress(of_bytes=True) as line:
            read.append((document, read_programme(document, line)))
    targets = _targets(read, output) if output is not None else []
    for page, document in pages:
        _keep(page, document)
    for document, programme in read:
        put(account(programme, document, whole))
    for (_, programme), target in zip(read, targets, strict=False):
        say(_saved(programme.records, target))
    return 0


def _targets(read: list[tuple[Document, Programme]], output: Path) -> list[Path]:
    """Where each of some programmes is written: none of them over another."""
    if not output.is_dir():
        return [output]
    found: dict[Path, Document] = {}
    for document, programme in read:
        target = output / f"{programme.source.id}.toml"
        other = found.setdefault(target, document)
        if other is not document:
            raise ClusterError(
                f"{other.name} and {document.name} would both be written to {target}; import them"
                " one by one, with a name for each"
            )
    return list(found)


def _mapping(columns: str) -> dict[str, str]:
    mapping = {}
    for pair in filter(None, map(str.strip, columns.split(","))):
        ours, equals, theirs = pair.partition("=")
        if not equals or not ours.strip() or not theirs.strip():
            raise UsageError(f"--columns: {pair!r} has not the form OURS=THEIRS")
        mapping[ours.strip()] = theirs.strip()
    return mapping


def _page(document: Document, output: Path) -> Path:
    """The file beside the records that keeps standard input, so that its lines can be shown."""
    file = output.with_suffix(".txt") if not output.is_dir() else output / "page.txt"
    taken = file.exists() and not file.is_file()
    if taken or (file.is_file() and file.read_bytes() != document.read(_silently)):
        raise ClusterError(f"{file}: is there already and holds another text; name another -o")
    return file


def _keep(file: Path, document: Document) -> None:
    try:
        file.write_bytes(document.read(_silently))
    except OSError as error:
        raise ClusterError(f"{file}: cannot be written: {error.strerror}") from error


def _silently(done: int, total: int) -> None:
    """Nobody waits for what is in memory."""


def _saved(records: Records, target: Path) -> str:
    """Write a record file, and say what became of it."""
    from clustertui.intake.saving import save

    saved = save(records, target)
    if not saved.written:
        return f"{target}: unchanged"
    if saved.changes is None:
        return f"{target}: written"
    said = [f"{table}: {added:,} added, {changed:,} changed, {gone:,} gone"
            for table, (added, changed, gone) in saved.changes.items()]  # fmt: skip
    return f"{target}: {'; '.join(said) or 'written anew'}; the one before is {saved.kept}"


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{counts[kind.plural]} {kind.plural}" for kind in KINDS.values())
