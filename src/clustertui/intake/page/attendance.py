"""People whom a programme names without an item: lists of speakers, those who are present."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clustertui.intake.page.belonging import post_affiliations
from clustertui.intake.page.clauses import People
from clustertui.intake.page.desk import Desk
from clustertui.intake.page.entries import Entry
from clustertui.intake.page.items import Lines
from clustertui.intake.page.organisations import organisation_score
from clustertui.intake.page.people import read_people
from clustertui.intake.page.readings import readings
from clustertui.intake.page.titling import is_format, is_panel
from clustertui.intake.page.vocabulary import GREETINGS
from clustertui.intake.stated import StatedPerson
from clustertui.text import fold

_WORD = re.compile(r"[^\W\d_]+")


def _lacks_organisation(person: StatedPerson, text: str) -> bool:
    """Whether a line under a name and a role is the organisation: few words, all with capitals."""
    posts = person.affiliations
    words = [word for word in _WORD.findall(text) if len(word) > 3]
    names = all(word[:1].isupper() for word in words) and 0 < len(words) < 7
    plain = text[-1].isalnum() or text[-1] in ".)"
    return len(posts) == 1 and bool(posts[0].role) and not posts[0].organisation and names and plain


class Attendance:
    """Reads lines about people into the list of those present at a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def people(self, entry: Entry, people: People) -> bool:
        """Takes people of a list; False when they belong to an item."""
        desk = self._desk
        if not desk.listing or entry.timed:
            return False
        if self._is_named_again(people):
            desk.listing = ""
            desk.close()
            return False
        for person in people.people:
            desk.attend(person, entry)
        return True

    def row(self, entry: Entry, people: Sequence[StatedPerson]) -> None:
        """Takes the people of a row that says nothing of a talk."""
        self._desk.close()
        self._desk.listing = "list"
        for person in people:
            self._desk.attend(person, entry)

    def _is_named_again(self, people: People) -> bool:
        """Whether someone of a list stands alone a second time, above a title."""
        after = self._desk.following
        if len(people.people) != 1 or people.tied or after is None or after.line.gap:
            return False
        above = self._desk.above
        if above is not None and above.text == people.people[0].name:
            return False  # the caption of a picture, and the name below it
        known = {fold(person.name) for person, _, _ in self._desk.read.present}
        return fold(people.people[0].name) in known and after.kind in ("title", "post", "both")

    def both(self, entry: Entry) -> bool:
        """Takes a line read as a title and its people that only says what someone is."""
        return self._function(entry) or self._listed(entry)

    def _function(self, entry: Entry) -> bool:
        """`Gold: Name, Organisation`: a word before a colon says what the person is, no title."""
        read = entry.reading
        if not read or read.layout != ":" or entry.timed or not read.people or not read.title:
            return False
        if len(read.title.split()) > 2 or is_format(read.title) or is_panel(read.title):
            return False
        if fold(read.title) in GREETINGS:
            return False
        item = self._desk.item
        if item and item.timed and not item.title and not item.people:
            return False  # its time stands on a line of its own above
        if item and (item.panel or is_panel(item.title or "")) and not entry.line.gap:
            item.take(*entry.lines)
            item.add(read.people.people)
            return True
        for person in read.people.people:
            self._desk.attend(person, entry)
        return True

    def _listed(self, entry: Entry) -> bool:
        """A line in a list of people that names people after all."""
        if not self._desk.listing or entry.timed:
            return False
        whole = read_people(entry.text)
        for person in whole.people if whole.score > 0 else ():
            self._desk.attend(person, entry)
        return whole.score > 0

    def post(self, entry: Entry) -> bool:
        """Takes a post on the line under the name of someone present."""
        present = self._desk.read.present
        if entry.kind != "post" or self._desk.item is not None or not present:
            return False
        person, lines, listed = present[-1]
        if person.affiliations or not self._is_right_below(lines):
            return False
        posted = person._replace(affiliations=post_affiliations(entry.text))
        present[-1] = (posted, (lines[0], entry.line.last), listed)
        return True

    def life(self, entry: Entry) -> bool:
        """Takes running text under someone of a list: who that is."""
        present = self._desk.read.present
        if not self._desk.listing or not present or entry.line.gap:
            return False
        person, lines, listed = present[-1]
        present[-1] = person, (lines[0], entry.line.last), listed
        return True

    def title(self, entry: Entry) -> None:
        """Takes the title of a talk under a speaker of a list, below a name and a post."""
        desk = self._desk
        after = desk.following
        if not desk.read.present or len(_WORD.findall(entry.text)) < 2:
            return
        above_life = after is not None and after.kind == "prose" and not after.line.gap
        if entry.line.gap and not (above_life and "keynote" in desk.listing):
            return
        person, lines, listed = desk.read.present[-1]
        if self._is_right_below(lines) and _lacks_organisation(person, entry.text):
            posted = (person.affiliations[0]._replace(organisation=entry.text),)
            posts = person._replace(affiliations=posted)
            desk.read.present[-1] = posts, (lines[0], entry.line.last), listed
            return
        closes = after is None or after.line.gap or after.kind in ("people", "prose")
        closes = closes and not entry.text.endswith(":")
        if not (closes and listed and person.affiliations and self._is_right_below(lines)):
            return
        if organisation_score(entry.text) >= 2 or readings(entry.text)[0].people:
            return
        desk.read.present.pop()
        listing = desk.listing
        item = desk.open(entry)
        item.take(*lines)
        item.add([person])
        item.name(entry.text)
        item.score = 1.0
        desk.close()
        desk.listing = listing

    def _is_right_below(self, lines: Lines) -> bool:
        """Whether nothing stands between these lines and the entry that is read."""
        return self._desk.above is not None and self._desk.above.line.last == lines[1]
