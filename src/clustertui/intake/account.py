"""What came in from a document, and what did not: the account a person reads before the records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from clustertui.dates import span
from clustertui.entities import CitedRecord, Event, Point, Records, Talk
from clustertui.intake.assembly import Programme
from clustertui.intake.document import Document
from clustertui.intake.stated import FURNITURE, NOT_UNDERSTOOD, Doubt
from clustertui.rows import point_label
from clustertui.text import clean

FEW = 5
"""Talks, doubts and lines that are shown unless all are asked for."""
_TABLES = ("events", "talks", "people", "organisations", "places", "points")
_ONE, _MANY = {"people": "person"}, {"person": "people"}


def summary(programme: Programme) -> str:
    """One line: what the document is, and how much of it came in."""
    lost = ", ".join(_number(_MANY.get(kind, f"{kind}s"), number)
                     for kind, number in sorted(programme.lost.items()))  # fmt: skip
    name = programme.source.document or programme.source.title
    return f"{clean(name)}: {programme.format}: {counted(programme.records)}" + (
        f"; left out: {lost}" if lost else ""
    )


def counted(records: Records) -> str:
    """`1 event, 20 talks …`; what there is none of is not named."""
    counts = ((table, len(getattr(records, table))) for table in _TABLES)
    return ", ".join(_number(table, number) for table, number in counts if number) or "no record"


def _number(table: str, number: int) -> str:
    return f"{number:,} {table if number != 1 else _ONE.get(table, table[:-1])}"


def account(programme: Programme, document: Document, whole: bool = False) -> str:
    """What came in, what is guessed, what is doubtful, and for a page what became of every line."""
    most = None if whole else FEW
    lines = [summary(programme)]
    talks: dict[str, list[Talk]] = defaultdict(list)
    for talk in programme.records.talks:
        talks[talk.event].append(talk)
    for event in programme.records.events[:most]:
        lines += _event(event, talks[event.id], most)
    lines += _more(len(programme.records.events), most, "events")
    lines += _guesses(programme, most)
    lines += _doubts(programme.doubts, most)
    if programme.notes:
        lines += _lines(programme, document, whole)
    return "".join(f"{clean(line)}\n" for line in lines)


def _event(event: Event, talks: list[Talk], most: int | None) -> Iterator[str]:
    dates = span(event.start, event.end, event.precision)
    yield f"  {event.name}" + (f" · {dates}" if dates else "") + f" · {event.kind}"
    for talk in talks[:most]:
        has_time = talk.start and (talk.end or talk.start.hour or talk.start.minute)
        when = f"{talk.start:%d %b %H:%M}  " if has_time else ""
        yield f"    {when}{talk.title or f'({talk.subject})'}"
    yield from _more(len(talks), most, "talks", "    ")


def _more(number: int, most: int | None, what: str, margin: str = "  ") -> Iterator[str]:
    if most is not None and number > most:
        yield f"{margin}… and {number - most:,} more {what}"


def _guesses(programme: Programme, most: int | None) -> Iterator[str]:
    guessed = [
        (table, record)
        for table in ("events", "talks", "people", "organisations", "points")
        for record in getattr(programme.records, table)
        if record.uncertain
    ]
    if guessed:
        yield f"guessed, to be reviewed ({len(guessed)}):"
    for table, record in guessed[:most]:
        why = "; ".join(f"{name}: {reason}" for name, reason in record.inferred.items())
        yield f"  {table}/{record.id}: {_label(record)}" + (f" ({why})" if why else "")
    yield from _more(len(guessed), most, "guesses")


def _label(record: CitedRecord) -> str:
    if isinstance(record, Point):
        return point_label(record)
    names = (getattr(record, name, None) for name in ("title", "subject", "name"))
    return str(next(filter(None, names)))


def _doubts(doubts: list[Doubt], most: int | None) -> Iterator[str]:
    """Doubts of one kind together: a schedule may have the same one a thousand times."""
    alike: dict[tuple[str, str], list[Doubt]] = defaultdict(list)
    for doubt in doubts:
        alike[doubt.message, doubt.lost].append(doubt)
    if alike:
        yield f"doubts ({len(doubts):,}):"
    for (message, lost), same in list(alike.items())[: None if most is None else 4 * most]:
        places = ", ".join(str(doubt.where) for doubt in same[:3] if str(doubt.where))
        more = f" and {len(same) - 3:,} more" if len(same) > 3 else ""
        out = f"; {lost} left out" if lost else ""
        yield f"  {places}{more}: {message}{out}" if places else f"  {message}{out}"
    yield from _more(len(alike), None if most is None else 4 * most, "doubts")


# --- Every line of a page ------------------------------------------------------------------------


def taken_lines(programme: Programme) -> dict[int, list[str]]:
    """Line of the document → what was taken from it."""
    taken: dict[int, list[str]] = defaultdict(list)
    records = programme.records
    for name, table in (("event", records.events), ("talk", records.talks),
                        ("person", records.people), ("organisation", records.organisations),
                        ("point", records.points)):  # fmt: skip
        for record in table:
            for cited in record.cite:
                if cited.first_line is None or cited.last_line is None:
                    continue
                for line in range(cited.first_line, cited.last_line + 1):
                    what = f"{name} {_label(record)}"
                    if what not in taken[line]:
                        taken[line].append(what)
    return taken


def _lines(programme: Programme, document: Document, whole: bool) -> Iterator[str]:
    taken = taken_lines(programme)
    verdicts = {note.line: note.verdict for note in programme.notes}
    text = document.text(lambda done, total: None).split("\n")
    full = [number for number, line in enumerate(text, start=1) if line.strip()]
    said = {number: "; ".join(taken[number]) if number in taken else
            verdicts.get(number, NOT_UNDERSTOOD) for number in full}  # fmt: skip
    lost = [number for number in full if said[number] == NOT_UNDERSTOOD]
    furniture = sum(said[number] == FURNITURE for number in full)
    yield (f"lines ({len(full)}): {len(full) - len(lost) - furniture} taken,"
           f" {furniture} furniture, {len(lost)} not understood")  # fmt: skip
    for number in full if whole else lost:
        yield f"  {number:>5}  {text[number - 1].strip()[:100]}"
        yield f"         = {said[number][:200]}"
