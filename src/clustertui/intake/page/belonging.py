"""Which item a line belongs to: the one that is open, one below it, or one of its own."""

from __future__ import annotations

import re

from clustertui.intake.page.affiliations import read_affiliations
from clustertui.intake.page.clauses import NO_PEOPLE, People
from clustertui.intake.page.entries import Entry
from clustertui.intake.page.items import Item
from clustertui.intake.page.names import named
from clustertui.intake.page.organisations import is_country, kind_of
from clustertui.intake.page.readings import readings
from clustertui.intake.page.titling import is_format, is_panel
from clustertui.intake.page.vocabulary import ROOMS, ROOMS_LAST
from clustertui.intake.stated import StatedAffiliation
from clustertui.text import fold


def says_title(item: Item, entry: Entry, after: Entry | None) -> bool:
    """Whether one short sentence is what a timed speaker above it says: another time follows."""
    if not item.timed or not item.people or item.title or item.abstract:
        return False
    words = fold(entry.text).split()
    if len(words) > 14:
        return False
    names = {word for person in item.people for word in fold(person.name).split()}
    return (after is None or after.timed or after.line.gap) and not names.intersection(words)


def awaits_title(item: Item, entry: Entry) -> bool:
    """Whether an item has no title yet, or only the name of its format: `Impuls`, `PANEL TWO`."""
    if item.untitled:
        return False
    if item.title is None:
        several = len(item.people) > 2 and not item.timed
        return not several and not (item.people and entry.text.endswith(":"))
    if item.placeholder and entry.kind == "title":
        return True
    if item.people and entry.text[0] in '“„«"' and entry.text[-1] in '”“»"':
        return is_format(item.title)
    if item.people or entry.line.gap or entry.line.bullet:
        return False
    return is_format(item.title) or is_panel(item.title)


def is_someone_elses(item: Item, entry: Entry) -> bool:
    """Whether people belong to an item of their own and not to the open one."""
    if item.title:
        return bool(item.people) and item.speaker_first
    return bool(item.people) and entry.line.gap and not entry.line.bullet


def post_affiliations(text: str) -> tuple[StatedAffiliation, ...]:
    """The affiliations of a line that holds only a post, or several."""
    parts = re.split(r";|\s\|\s", text)
    return tuple(each for part in parts for each in read_affiliations(part.split(","))[0])


_STREET = re.compile(r"^[A-ZÀ-Þ][^,:]+, (?:[^,:]+, )*[^\W\d][^,:]+ \d{1,3}[a-z]?(?:[–-]\d{1,3})?$")
"""A house with its street and number: `Klanghaus, Foyer, Lindengasse 14`."""
_CODE = re.compile(r"[A-Z]{1,4}[ -]?\d{2,4}[A-Za-z]?$")
"""A room by its number: `OM02`."""


def is_town(text: str) -> bool:
    """Whether a line says nothing but a town and its country: `Kajaani, Finland`."""
    parts = text.split(", ")
    plain = len(parts) in (2, 3) and all(
        part[:1].isupper() and len(part.split()) < 4 for part in parts
    )
    return plain and is_country(parts[-1]) and named(parts[0]).known is False


def is_room(text: str) -> bool:
    """Whether a line only says in which room something takes place."""
    words = [word.strip(",.()") for word in fold(text).split()]
    if not words or _CODE.match(text) or _STREET.search(text):
        return bool(words)
    first = words[0] in ROOMS and len(words) < (9 if " – " in text else 5)
    return first or (words[-1] in ROOMS_LAST and 1 < len(words) < 5 and text[:1].isupper())


def is_in_room(text: str) -> bool:
    """Whether a line begins with a room: `Oak Hall, Student Union`."""
    return is_room(_PIECE.split(text)[0])


def is_name_and_role(text: str) -> bool:
    """Whether what can be a name stands before a whole post: no post below a name begins so."""
    name, _, post = text.partition(", ")
    read = named(name)
    if read.score < 1.5 or " " not in read.name or kind_of(name):
        return False
    held = kind_of(post.split(",")[0]) == "role"
    return held and any(each.organisation for each in post_affiliations(post))


_PIECE = re.compile(r",\s|\s[–—|-]\s")


def doubtful_people(entry: Entry, item: Item | None) -> People:
    """Doubtful names that are people after all, because a title waits for its speakers."""
    if item is None or entry.timed:
        return NO_PEOPLE
    read = readings(entry.text)[0]
    if read.layout != "people" or read.people is None:
        return NO_PEOPLE
    if item.people:
        fits = item.panel and bool(entry.line.bullet) and read.score > 0
    else:
        fits = not entry.line.gap and read.score > 0.3
    return read.people if fits else NO_PEOPLE


def is_below(entry: Entry, parent: Item, after: Entry | None = None) -> bool:
    """Whether an entry is part of the item before it, as its bullet or its indentation says."""
    if entry.timed or not parent.timed or parent.title is None:
        return False
    if parent.section and parent.led_only:
        return True
    if parent.led and parent.led_only:
        above = (
            after is not None
            and after.kind == "people"
            and not (after.timed or after.line.bullet or after.line.gap)
        )
        return (entry.kind == "title" and above) or (entry.kind == "both" and not entry.line.gap)
    if parent.people:
        return False
    if entry.kind == "both" and not entry.line.gap:
        return True
    return bool(entry.line.bullet and not parent.listed) or entry.line.indent > parent.indent
