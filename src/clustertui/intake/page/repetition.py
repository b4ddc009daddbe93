"""What a page repeats: words that count its items, and words of its own for speakers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from clustertui.intake.page.clock import leading
from clustertui.intake.page.dates import dates_in
from clustertui.intake.page.glued import unglued
from clustertui.intake.page.lines import Line
from clustertui.intake.page.people import read_people
from clustertui.intake.page.readings import readings
from clustertui.intake.page.signs import is_day_number, is_post, meaning_of
from clustertui.intake.page.vocabulary import LABELS, PANEL, SECTION_WORDS
from clustertui.text import fold

_COUNTED = re.compile(
    r"(?:(?P<word>[^\W\d_]{3,15}) (?P<number>\d{1,2})(?: \((?P<time>\d{1,2}[:.h]\d\d)\))?"
    r"(?:[.:)]| [|–—-])|(?P<bare>\d{1,2}) (?:\||::))\s+(?P<rest>\S[^|]+)$"
)
_LABEL = re.compile(r"([^\W\d_][^:|,()]{1,30}?)\s?:\s+(\S.*)$")


def numbered(lines: Sequence[Line]) -> list[Line]:
    """The lines; `Point 1. …`, `Point 2. …` become the numbered items that they are."""
    counted = [_COUNTED.match(each.text) for each in lines]
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for found in counted:
        if found:
            numbers[fold(found["word"] or "")].append(int(found["number"] or found["bare"]))
    words = {
        word
        for word, its in numbers.items()
        if _is_free(word) and len(its) > 1 and its == list(range(its[0], its[0] + len(its)))
    }
    return [
        _as_number(line, found) if found and fold(found["word"] or "") in words else line
        for line, found in zip(lines, counted, strict=True)
    ]


def _is_free(word: str) -> bool:
    """Whether a word is none that says by itself what a line is: a session, a panel, a day."""
    known = word in SECTION_WORDS or word in LABELS or word.startswith(PANEL)
    return not known and not is_day_number(f"{word} 1")


def _as_number(line: Line, found: re.Match[str]) -> Line:
    rest, time = found["rest"], found["time"]
    if time:
        return line._replace(text=f"{time} {rest}")
    return line._replace(text=rest, bullet=f"{found['number'] or found['bare']}.", cells=())


def with_days(lines: Sequence[Line]) -> list[Line]:
    """The lines; `Sept 6, 2013 Prof. Name Title` as two, where several begin with a day so.

    It is told from a calendar of events by the people that the lines name.
    """
    parted = [_day_first(each) for each in lines]
    after: list[Line | None] = [*lines[1:], None]
    spoken = [
        each is not None
        and (_names_someone(each[1]) or (below is not None and _names_someone(below.text)))
        for each, below in zip(parted, after, strict=False)
    ]  # fmt: skip
    clocked = [each is not None and _DATED.match(each[1]) is not None for each in parted]
    if sum(spoken) < 2 and sum(clocked) < 2:
        return list(lines)
    if sum(spoken) < 2:
        parted = [each if has else None for each, has in zip(parted, clocked, strict=True)]
    found: list[Line] = []
    for line, parts in zip(lines, parted, strict=True):
        if parts is None:
            found.append(line)
            continue
        day, rest = parts
        found += [
            line._replace(text=day, bullet=""),
            line._replace(text=rest, gap=False, bullet=""),
        ]
    return found


_DATED = re.compile(r"\d{1,2}[:.h][0-5]\d\s?[-–]\s?\d{1,2}[:.h][0-5]\d\s+\S")
"""`10:00 - 11:00 Title` behind a day."""


def _day_first(line: Line) -> tuple[str, str] | None:
    line = line._replace(text=unglued(line.text[:40]) + line.text[40:])
    if line.cells or len(line.text) > 300 or not any(map(str.isdigit, line.text[:12])):
        return None
    dates = dates_in(line.text)
    if not dates or dates[0].at[0] > 1 or dates[0].precision not in ("day", "none"):
        return None
    if not dates[0].names_days:
        return None
    rest = line.text[dates[0].at[1] :].lstrip(" ,:;.–—-|")
    begins = rest[:1].isupper() or rest[:1] in '“„«"‘' or leading(rest) is not None
    return (line.text[: dates[0].at[1]], rest) if len(rest.split()) > 1 and begins else None


def _names_someone(text: str) -> bool:
    read = readings(text)[0]
    return read.people is not None and read.people.known and read.score >= 1.5


_ALONE = (
    "title",
    "speaker",
    "moderator",
    "abstract",
    "date",
    "place",
    "time",
    "organisation",
    "role",
)
_BEFORE_COLON = ("date", "place", "title", "organiser", "organisation", "role", "time")


def with_names(lines: Sequence[Line]) -> list[Line]:
    """The lines; a given name and a family name on two lines as one, where a post follows."""
    places = [
        at
        for at, line in enumerate(lines[:-2])
        if _is_one_word(line) and _is_one_word(lines[at + 1]) and not lines[at + 1].gap
        and is_post(lines[at + 2].text.split(" | ")[0].split(", ")[0])
    ]  # fmt: skip
    if sum(not lines[at + 2].gap for at in places) < 2:
        return list(lines)
    found: list[Line] = []
    for at, line in enumerate(lines):
        if at in places:
            below = lines[at + 1]
            found.append(line._replace(text=f"{line.text} {below.text}", last=below.last))
        elif at - 1 not in places:
            found.append(line)
    return found


def _is_one_word(line: Line) -> bool:
    return (
        line.text.istitle() and " " not in line.text and not line.bullet and line.text[-1].isalpha()
    )


def with_values(lines: Sequence[Line]) -> list[Line]:
    """The lines, a label that has a line of its own together with the value below it.

    Without a colon `Title` is a label only where another one, such as `Speaker`, stands alone too.
    """
    meanings = [meaning_of(each.text.rstrip(" :")) if _is_short(each) else "" for each in lines]
    bare = {
        meaning
        for each, meaning in zip(lines, meanings, strict=True)
        if meaning in _ALONE and not each.text.endswith(":")
    }
    found: list[Line] = []
    taken = -1
    for at, (line, meaning) in enumerate(zip(lines, meanings, strict=True)):
        if at == taken:
            continue
        below = lines[at + 1] if at + 1 < len(lines) else None
        colon = line.text.endswith(":")
        wanted = meaning in _BEFORE_COLON if colon else meaning in _ALONE and len(bare) > 1
        if wanted and below and not meanings[at + 1] and _is_value(below, line):
            label = line.text.rstrip(" :")
            line = line._replace(text=f"{label}: {below.text}", last=below.last)
            taken = at + 1
        found.append(line)
    return found


def _is_short(line: Line) -> bool:
    return len(line.text) < 30 and not line.cells


def _is_value(line: Line, label: Line) -> bool:
    same = bool(line.bullet) and line.bullet == label.bullet
    return not (same or line.cells or line.level or line.gap) and len(line.text) < 160


def speaker_labels(texts: Sequence[str | None]) -> dict[int, tuple[str, str]]:
    """Words before a colon that name people more than once: place → word and people.

    `texts` are the lines that can hold one, None for others.
    One that stands beside another such word counts a rank, as in `Gold: …`, `Silver: …`.
    """
    said: dict[int, tuple[str, str]] = {}
    for at, text in enumerate(texts):
        found = _LABEL.match(text) if text and at else None
        if found is None:
            continue
        people = read_people(found[2])
        if people.people and people.score >= 1:
            said[at] = found[1], found[2]
    counts = Counter(fold(word) for word, _ in said.values())
    return {
        at: each
        for at, each in said.items()
        if counts[fold(each[0])] > 1 and not {at - 1, at + 1} & said.keys()
    }
