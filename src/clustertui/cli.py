"""The command line: arguments, messages and exit codes, and the one place where parts meet.

Data goes to stdout, talk to stderr. Exit codes: 0 done, 1 nothing found or faulty records,
2 wrong usage, 3 no usable database, 130 interrupted.
"""

from __future__ import annotations

import errno
import io
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

import click

from clustertui import __version__
from clustertui.catalogue import Catalogue
from clustertui.console import give_up_output, put, say
from clustertui.export import FORMATS, Record, as_blocks, as_plain, as_raw_csv
from clustertui.kinds import KINDS, Kind, kind_named
from clustertui.launch import launch, review
from clustertui.making import build, check, import_
from clustertui.model import ClusterError, Hit, Ref, View
from clustertui.outcome import INTERRUPTED, NOTHING_FOUND, exit_code_of
from clustertui.ranking import Tier
from clustertui.search import MOST_HITS, Search
from clustertui.settings import find_database
from clustertui.text import clean

MOST_CANDIDATES = 50
_OUTPUT_FAULTS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)

EXAMPLES = """\b
Examples:
  clustertui                                    explore by keyboard
  clustertui search kicox                       find in all kinds, best first
  clustertui list talks --of organisation/kicox --json
  clustertui list points --search "catalan approach" --md
  clustertui show "joan marti estevez"          everything about one record
  clustertui import schedule.xml                what a programme of others would add
  clustertui build data/records schedule.xml -o my.db
"""

_F = TypeVar("_F", bound=Callable[..., Any])


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    return exit_code_of(lambda: _invoke(arguments))


def _invoke(arguments: Sequence[str]) -> int:
    try:
        return main.main(list(arguments), prog_name="clustertui", standalone_mode=False) or 0
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        said = io.StringIO()
        error.show(said)  # it holds arguments as they were typed
        for line in said.getvalue().splitlines():
            say(line)
        return error.exit_code
    except OSError as error:  # click prints help and versions itself
        if error.errno not in _OUTPUT_FAULTS:
            raise
        give_up_output()
        raise ClusterError(f"the output cannot be written: {error.strerror}") from error


# --- Options that several commands share ---------------------------------------------------------


def _database_option(command: _F) -> _F:
    return click.option("--db", metavar="FILE", help="The database to read.")(command)


def _format_options(*names: str) -> Callable[[_F], _F]:
    helps = {
        "plain": "One line a record, parted by tabs.",
        "json": "JSON.",
        "jsonl": "One JSON object a line.",
        "csv": "Comma-separated values.",
        "md": "Markdown.",
    }

    def decorate(command: _F) -> _F:
        for name in reversed(names):
            command = click.option(f"--{name}", "form", flag_value=name, help=helps[name])(command)
        return command

    return decorate


def _raw_option(command: _F) -> _F:
    return click.option(
        "--raw", is_flag=True, help="CSV cells as they are, also those a spreadsheet would run."
    )(command)


def _complete_ref(
    context: click.Context, _: click.Parameter, incomplete: str
) -> list[click.shell_completion.CompletionItem]:
    """Addresses of the database that is meant, for the shell's completion."""
    try:
        with closing(_catalogue(context, context.params.get("db"))) as catalogue:
            found = [(str(row.ref), row.title) for row in catalogue.addressed(incomplete)]
    except ClusterError:
        return []
    return [
        click.shell_completion.CompletionItem(address, help=clean(title))
        for address, title in found
        if address == clean(address)
    ]


def _catalogue(context: click.Context, db: str | None) -> Catalogue:
    return Catalogue(find_database(db or context.find_root().params.get("db")))


def _open(context: click.Context, db: str | None) -> Catalogue:
    """The database that is meant, until the command ends."""
    catalogue = _catalogue(context, db)
    context.call_on_close(catalogue.close)
    return catalogue


# --- Commands ------------------------------------------------------------------------------------


@click.group(invoke_without_command=True, help=EXAMPLES, epilog=(
    "A REF is an address such as organisation/kicox, or words that find one record only."
))  # fmt: skip
@_database_option
@click.option("--documents", metavar="FOLDER", help="Where the source documents are kept.")
@click.option("--draft", metavar="PAGE", type=click.Path(path_type=Path),
              help="Review what was guessed of a page, or a record file made of it.")  # fmt: skip
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context, db: str | None, documents: str | None, draft: Path | None) -> int:
    """Explore, or run a command."""
    if context.invoked_subcommand is not None:
        return 0
    return review(draft, documents) if draft is not None else launch(db, documents)


@main.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--of", "scope", metavar="REF", shell_complete=_complete_ref,
              help="Only what is linked to this record.")  # fmt: skip
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True,
              help="The most hits to print; 0 for all.")  # fmt: skip
@_format_options("plain", "json", "jsonl", "csv", "md")
@_raw_option
@_database_option
@click.pass_context
def search(
    context: click.Context, words: tuple[str, ...], scope: str | None, limit: int,
    form: str | None, raw: bool, db: str | None,
) -> int:  # fmt: skip
    """Find records of all kinds by WORDS, the best first."""
    catalogue = _open(context, db)
    engine = Search(catalogue)
    typed = " ".join(words)
    ref = _resolve(engine, catalogue, scope) if scope is not None else None
    hits = engine.everything(typed, ref)
    if not hits:
        say(f"nothing found for “{typed}”")
        return NOTHING_FOUND
    if max(Counter(hit.row.ref.kind for hit in hits).values()) == MOST_HITS:
        say(f"only the best {MOST_HITS:,} of a kind are looked at; more words would find fewer")
    shown = _cut(hits, limit)
    if form in FORMATS:
        _put_records(form, [_hit_record(hit) for hit in shown], raw)
    else:
        _put_hits(shown, form)
    return 0


@main.command(name="list")
@click.argument("kind", type=click.Choice([kind.plural for kind in KINDS.values()]))
@click.option("--of", "scope", metavar="REF", shell_complete=_complete_ref,
              help="Only what is linked to this record.")  # fmt: skip
@click.option("--search", "words", metavar="WORDS", default="", help="Only what these words find.")
@click.option("--sort", metavar="ORDER", default="", help="An order of the kind, such as `name`.")
@click.option("--limit", type=click.IntRange(0), default=0, help="The most records to print.")
@_format_options("plain", "json", "jsonl", "csv", "md")
@_raw_option
@_database_option
@click.pass_context
def list_(
    context: click.Context, kind: str, scope: str | None, words: str, sort: str, limit: int,
    form: str | None, raw: bool, db: str | None,
) -> int:  # fmt: skip
    """Print the records of a KIND, as the app lists them."""
    chosen = kind_named(kind)
    assert chosen is not None
    if sort and sort not in chosen.sorts:
        raise click.UsageError(f"{kind} have no order {sort!r}; they have {_said(chosen.sorts)}")
    catalogue = _open(context, db)
    engine = Search(catalogue)
    ref = _resolve(engine, catalogue, scope) if scope is not None else None
    results = engine.find(View(chosen.name, words, ref, sort))
    hits = results.page(0, len(results)) if results.view.kind == chosen.name else []
    if not hits:
        say(f"no {kind}{f' of {ref}' if ref else ''}{f' for “{words}”' if words else ''}")
        return NOTHING_FOUND
    if words and results.counts[chosen.name] > len(hits):
        say(f"only the best {len(hits):,} are listed; more words would find fewer")
    shown = _cut(hits, limit)
    if form in FORMATS:
        _put_records(form, catalogue.sheet(chosen, [hit.row.ref for hit in shown]), raw)
    else:
        _put_hits(shown, form)
    return 0


@main.command()
@click.argument("ref", nargs=-1, required=True, shell_complete=_complete_ref)
@_format_options("json", "md")
@_database_option
@click.pass_context
def show(context: click.Context, ref: tuple[str, ...], form: str | None, db: str | None) -> int:
    """Print everything about the record REF."""
    from clustertui import report

    catalogue = _open(context, db)
    detail = catalogue.detail(_resolve(Search(catalogue), catalogue, " ".join(ref)))
    if form == "json":
        put(report.as_json(detail))
    elif form == "md":
        put(report.as_markdown(detail))
    else:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        put(report.as_text(detail, width))
    return 0


@main.command()
@_database_option
@click.pass_context
def path(context: click.Context, db: str | None) -> int:
    """Print which database would be read."""
    found = find_database(db or context.find_root().params.get("db"))
    try:
        found = found.absolute()
    except OSError as error:
        raise ClusterError(f"the current folder cannot be read: {error.strerror}") from error
    # A program gets the very bytes; a terminal must not be told what to do by them.
    click.echo(clean(str(found)) if sys.stdout.isatty() else os.fsencode(found))
    return 0


for _command in (build, check, import_):
    main.add_command(_command)

# --- Help for the commands -----------------------------------------------------------------------


def _resolve(engine: Search, catalogue: Catalogue, named: str) -> Ref:
    """The one record that an address or words mean; several are listed and end the command."""
    ref = Ref.parse(named)
    if ref is not None and kind_named(ref.kind) is not None:
        return catalogue.row(Ref(_singular(ref.kind), ref.id)).ref
    found = engine.everything(named) if named.strip() else []
    hits = [hit for hit in found if hit.tier != Tier.ONE_MISSING.label]
    names = {Tier.NAME.label, Tier.OTHER_NAME.label}
    called_so = [hit for hit in hits if hit.tier in names]
    meant = called_so or hits
    if len(meant) == 1:
        return meant[0].row.ref
    if not meant:
        raise ClusterError(f"nothing found for “{named}”")
    first = f"; the first {MOST_CANDIDATES} are" if len(meant) > MOST_CANDIDATES else ""
    say(f"“{named}” may be any of {len(meant)} records; name one of them{first}:")
    put(as_plain(meant[:MOST_CANDIDATES]))
    raise click.exceptions.Exit(NOTHING_FOUND)


def _singular(kind: str) -> str:
    found: Kind | None = kind_named(kind)
    return found.name if found else kind


def _cut(hits: Sequence[Hit], limit: int) -> Sequence[Hit]:
    if limit and len(hits) > limit:
        say(f"{limit} of {len(hits)} shown; more with --limit")
        return hits[:limit]
    return hits


def _put_records(form: str, records: Sequence[Record], raw: bool) -> None:
    write = as_raw_csv if raw and form == "csv" else FORMATS[form]
    put(write(records))


def _put_hits(hits: Sequence[Hit], form: str | None) -> None:
    for_reading = form is None and sys.stdout.isatty()
    put(as_blocks(hits) if for_reading else as_plain(hits))


def _hit_record(hit: Hit) -> dict[str, Any]:
    row = hit.row
    return {"ref": str(row.ref), "kind": row.ref.kind, "title": row.title,
            "context": row.context, "match": hit.tier, "reason": hit.reason or None}  # fmt: skip


def _said(names: Sequence[str] | dict[str, str]) -> str:
    return ", ".join(names)
