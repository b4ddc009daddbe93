"""What each line of a page is: a pause, a date, a section, a label, people, a title, prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time
from typing import NamedTuple

from clustertui.intake.page.clauses import People
from clustertui.intake.page.clock import Times, leading, trailing
from clustertui.intake.page.datelines import OTHER_DATES
from clustertui.intake.page.dates import Dated, dates_in
from clustertui.intake.page.furniture import FAREWELLS
from clustertui.intake.page.glued import unglued
from clustertui.intake.page.lines import Line
from clustertui.intake.page.mentions import mentions_in
from clustertui.intake.page.naming import has_kind
from clustertui.intake.page.prose import sentences, talks_in
from clustertui.intake.page.reading import Reading
from clustertui.intake.page.readings import readings
from clustertui.intake.page.signs import (
    SURE,
    is_day,
    is_empty,
    is_furniture,
    is_pause,
    is_post,
    is_prose,
    is_section,
    labelled,
)
from clustertui.intake.page.vocabulary import (
    COLUMNS,
    LABELS,
    PEOPLE_LISTS,
    PROGRAMME,
)
from clustertui.text import fold


class Entry(NamedTuple):
    """One line with what it is."""

    line: Line
    kind: str
    """furniture, pause, empty, date, programme, list, section, label, time, people, post, both,
    title, prose or row."""
    text: str
    """What it says, without its time and its label."""
    start: time | None = None
    end: time | None = None
    label: str = ""
    """What the label before the text means; its word stands in `said`."""
    said: str = ""
    reading: Reading | None = None
    dates: tuple[Dated, ...] = ()

    @property
    def timed(self) -> bool:
        """Whether it begins with a time of day."""
        return self.start is not None

    @property
    def lines(self) -> tuple[int, int]:
        """Its first and its last line."""
        return self.line.number, self.line.last


def columns_of(cells: Sequence[str]) -> dict[int, str]:
    """What the columns under a row of names are: index → meaning."""
    found: dict[int, str] = {}
    for at, cell in enumerate(cells):
        word = fold(cell).strip(" *:.?").replace("(s)", "s")
        meaning = COLUMNS.get(word) or LABELS.get(word) or LABELS.get(word.rstrip("s"))
        if meaning in (
            "title",
            "speaker",
            "organisation",
            "role",
            "country",
            "time",
            "session",
            "date",
            "abstract",
            "event",
            "moderator",
            "room",
            "number",
        ):
            found[at] = meaning
    return found


def entry_of(line: Line) -> Entry:
    """What a line is, read alone."""
    furniture = is_furniture(line.text)
    text = line.text if furniture else unglued(line.text)
    if text[0] == "[" and text[-1] == "]" and text.count("[") == 1:
        text = text[1:-1]
    text = _ATTACHED.sub("", text) or text
    if text != line.text:
        line = line._replace(text=text)
        furniture = is_furniture(text)
    if furniture:
        farewell = fold(text).strip(" ,.!").endswith(FAREWELLS) and len(text) < 40
        return Entry(line, "furniture", text, said="farewell" if farewell else "")
    if line.cells and len([cell for cell in line.cells if cell]) > 1 and _is_row(line):
        return Entry(line._replace(cells=tuple(map(unglued, line.cells))), "row", text)
    times = leading(line.text) if line.bullet[:1] not in "0123456789" or not line.bullet else None
    if times is None and line.bullet[:1].isdigit() and line.bullet.endswith("."):
        times = leading(line.whole.replace(" ", "", 1))
    if times is None and len(line.text) > 8:
        times = trailing(line.text)
    if times is not None and len(times.rest) < 1000:
        return _timed(line, times)
    return _untimed(line, text)


def _is_row(line: Line) -> bool:
    """Whether a line has columns like a row of a table, not just an aside at its end."""
    filled = [cell for cell in line.cells if cell]
    if len(columns_of(filled)) == len(filled):
        return True
    first = leading(filled[0])
    return len(line.cells) > 2 or (first is not None and not first.rest)


_ROOM_FIRST = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'.-]*\s){0,3}(?:(?:Ball)?[Rr]oom|Hall|Auditorium|Lawn|Lobby|Foyer|Terrace|Theatre|"
    r"Saal|Aula|Sala|Salle)(?:\s\w{1,8})?\s[–|-]\s(?=\S)"
)
"""The room before what happens there: `Heron Ballroom – General session`."""


def _timed(line: Line, times: Times) -> Entry:
    rest = _ROOM_FIRST.sub("", times.rest)
    if not rest:
        return Entry(line, "time", "", times.start, times.end)
    if is_pause(rest):
        return Entry(line, "pause", rest, times.start, times.end)
    if is_empty(rest):
        return Entry(line, "empty", rest, times.start, times.end)
    entry = _untimed(line._replace(text=rest), rest)
    if entry.kind == "prose" and rest[:1].islower():
        return entry._replace(line=line, text=line.text)
    if entry.kind == "date" and times.end is not None:
        return entry._replace(line=line)  # from when to when a day lasts
    kind = "title" if entry.kind in ("list", "programme", "date", "prose", "post") else entry.kind
    return entry._replace(kind=kind, line=line, start=times.start, end=times.end)


def _heading(line: Line, text: str) -> Entry | None:
    """A line of nothing but a word for what follows: a programme, people, nobody."""
    folded = fold(text).strip(" :.-–—*#•!?")
    if folded in PROGRAMME:
        return Entry(line, "programme", text)
    parts = _COLUMNS.split(folded)
    if len(parts) > 2 and all(
        part in COLUMNS or part in LABELS or part in PROGRAMME for part in parts
    ):
        return Entry(line, "furniture", text)
    alone = LABELS.get(folded) == "speaker" and folded.endswith(THOSE_WHO) and text[-1] != ":"
    if alone or folded in PEOPLE_LISTS or _ASIDE.sub("", folded) in PEOPLE_LISTS:
        return Entry(line, "list", text, said=folded)
    return Entry(line, "empty", text) if len(text) < 60 and is_empty(text) else None


def _untimed(line: Line, text: str) -> Entry:
    heading = _heading(line, text)
    if heading:
        return heading
    dates = tuple(dates_in(text)) if len(text) < 200 else ()
    if is_day(text, dates) and not _DATE_LABEL.match(text):
        other = dates and dates[0].at[0] > 0 and OTHER_DATES.match(text)  # `Deadline (5 April)`
        return Entry(line, "furniture" if other else "date", text, dates=dates)
    label = labelled(text)
    if label and label[0] == "session" and is_section(text, readings(text)[0]):
        label = None
    if label:
        return Entry(line, "label", label[2], None, None, label[0], label[1], None, dates)
    if len(text) < 60 and is_pause(text) and not fold(text).startswith(("matchmaking", "b2b")):
        return Entry(line, "pause", text, dates=dates)
    reading = readings(text)[0]
    doubtful = _is_told(text, reading.title or "") or (
        reading.score < 2.5 and reading.layout not in ("()", "–")
    )
    told = _told(line, text) if doubtful else None
    if told is not None:
        return Entry(line, "both", text, reading=told, dates=dates)
    if is_section(text, reading):
        return Entry(line, "section", text, reading=reading, dates=dates)
    kind = "prose" if _tells_of_talks(text) else _kind(line, text, reading)
    people = _introduced(text) if kind == "prose" else None
    if people:
        return Entry(line, "people", text, reading=people, dates=dates)
    return Entry(line, kind, text, reading=reading, dates=dates)


THOSE_WHO = (
    "ers", "ors", "ists", "ants", "ees", "enten", "ende", "enti", "entes", "anten",
    "by", "with", "include", "included",
)  # fmt: skip
"""Ends of words for those who speak: `presenters`, `discussants`; `relatori` is a label itself."""
_DATE_LABEL = re.compile(r"(?:DATE|DATUM|FECHA|DATA)\s+(?=\S)")
"""The label of a day in capitals, without a colon."""
_COLUMNS = re.compile(r"\s[/|–-]\s")
_ASIDE = re.compile(r"\s*\(.*\)?$")
_ATTACHED = re.compile(
    r"^\[[^\[\]]{2,30}\]\s*\|?\s*(?=\S)"
    r"|\s\((?:\d{1,2}\s?h\s?\d{0,2}|\d{1,3}\s?(?:mins?|mn|minut\w+|['’′])\.?)\)$"
    r"|^[(\[]\d{1,3}\s?(?:min|mins|minutes|')\.?[)\]]\s+"
    r"|\s*[–|(\[-]*\s?\b"
    r"(?:download|pdf|slides|video|presentation|link|watch|bio|abstract|read more|more)"
    r"(?:\s(?:pdf|slides|presentation|here|bio))?[)\]]$"
    r"|\s?(?:read|learn|view) more$"
    r"|(?<=[\w?!”)])\.\s[Ss]ponsored by [^.]{3,60}$"
    r"|\s[–|-]\s(?:download|pdf|slides|(?:audio|video)(?:/(?:audio|video))?|watch|read more)$"
    r"|\s[–|-]\s(?:replay|live\s?stream|recording|aufzeichnung|en diferido|registrazione video)$"
    r"|\s\|\s(?:presentation|präsentation|vortrag)$",
    re.I,
)
"""What a web page attaches to an item: a mark before it, its length, links behind it."""
_QUOTE = re.compile(r"[“”„«\"»]")


def _is_told(text: str, title: str) -> bool:
    """Whether what was read as a title is rather a sentence that tells of one."""
    told = len(_QUOTE.findall(title)) > 1 and len(title.split()) > 9
    return told and len(sentences(text)) == 1


def _told(line: Line, text: str) -> Reading | None:
    """A talk that a line of a list tells of in a sentence: `Anna Bergh presents "…"`."""
    if len(text) > 400 or len(_QUOTE.findall(text)) < 2:
        return None
    if any(dates_in(each) and mentions_in(each) for each in sentences(text)[:-1]):
        return None  # a report of an event, and no item of its programme
    said = [each for each in talks_in(text, plain=True) if each.quoted]
    if len(said) != 1:
        return None
    people = People(said[0].people, 3.0, True)
    return Reading(said[0].title, people, "told", 3.0)


def _tells_of_talks(text: str) -> bool:
    """Whether several sentences of a paragraph each name someone and a title in quotation marks."""
    if len(text) < 150 or len(_QUOTE.findall(text)) < 4 or len(sentences(text)) < 2:
        return False
    return sum(each.quoted for each in talks_in(text)) > 1


def _introduced(text: str) -> Reading | None:
    """The people of a first sentence that names nothing else: `Name, post, organisation. She …`."""
    first = sentences(text)[0].rstrip(".")
    if len(first) > 200:
        return None
    read = readings(first)[0]
    people = read.people
    sure = people is not None and people.tied and people.known and read.score >= 3
    return read if sure and read.layout == "people" else None


def _kind(line: Line, text: str, reading: Reading) -> str:
    quoted = reading.layout == "people:" and (reading.title or "")[:1] in "“„«‘\"'"
    begins = reading.layout.startswith("people") and reading.title and len(sentences(text)) == 1
    parted = quoted or (begins and reading.score >= 2.5) or reading.layout in ("()", "–")
    stopped = reading.layout == "." and reading.score >= 3 and len(text) < 200
    parted = parted or (stopped and not talks_in(text))
    if is_prose(text) and (not parted or reading.score < 2):
        return "prose"
    if reading.people is not None and reading.score >= SURE:
        if reading.title is not None:
            return "both"
        named = reading.people.tied or reading.people.known
        return "people" if named or not has_kind(text) else "title"
    if is_post(text):
        return "post"
    return "title"
