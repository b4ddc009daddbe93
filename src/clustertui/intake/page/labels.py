"""Lines with a label in a programme: `Speaker: …`, `Title: …`, `Moderator: …`, `Affiliation: …`."""

from __future__ import annotations

from clustertui.intake.page.affiliations import read_affiliations
from clustertui.intake.page.clauses import People
from clustertui.intake.page.clock import anywhere
from clustertui.intake.page.dates import dates_in
from clustertui.intake.page.desk import Desk
from clustertui.intake.page.entries import Entry
from clustertui.intake.page.items import Item
from clustertui.intake.page.people import read_people
from clustertui.intake.page.readings import readings
from clustertui.intake.page.roles import with_role
from clustertui.intake.page.titling import format_name, is_format, is_panel, titled
from clustertui.text import fold

_PRESENT = ("participants", "participant", "teilnehmer", "teilnehmende")


def _are_present(entry: Entry) -> bool:
    """Whether a label names those who take part: after a talk with speakers they are no more."""
    return entry.label == "list" or fold(entry.said) in _PRESENT


class Labels:
    """Reads labelled lines into the open item of a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def header(self, entry: Entry) -> None:
        """Someone whom the top of the page names as leading the event."""
        if entry.label in ("moderator", "officer", "list"):
            people = read_people(entry.text)
            if people.score >= 1 and (people.known or people.tied):
                for person in people.people:
                    self._desk.attend(with_role(person, entry.said), entry)

    def read(self, entry: Entry) -> bool:
        """Takes what a label says; False when the line is a title and no label."""
        item = self._desk.item
        if entry.label == "title" or (entry.said and is_panel(entry.said)):
            self._title(entry)
        elif entry.label in ("speaker", "moderator", "officer", "list"):
            return self._people(entry)
        elif item and entry.label in ("organisation", "role", "country"):
            self._more_of_people(entry, item)
        elif item and entry.label in ("time", "abstract", "session", "place", "kind", "date"):
            item.take(*entry.lines)
            if entry.label in ("time", "date"):
                self._when(entry, item)
        else:
            return not (entry.timed or (entry.label in ("event", "session") and entry.text))
        return True

    def is_of_session(self, entry: Entry) -> bool:
        """Whether a label says what the session above it is: `10:00 Panel:` under its title."""
        item = self._desk.item
        alone = entry.kind == "label" and not entry.text and is_panel(entry.said)
        return bool(alone and item and item.section and not item.timed and not item.people)

    def _people(self, entry: Entry) -> bool:
        people = read_people(entry.text)
        item = self._desk.item
        if self._desk.speaker_first and entry.label == "speaker" and item and item.title:
            self._desk.close()
            item = None
        if not entry.text:
            self._heading(entry)
        elif item and item.people and not item.panel and fold(entry.said) == "host":
            item.take(*entry.lines)  # who has invited the speaker
        elif people.score > 0 and (people.people or people.score == 3.0):
            if _are_present(entry) and not (item and item.title and item.led_only):
                self._desk.close()
            self._add(entry, people, entry.said if entry.label != "speaker" else None)
        elif people.score < 0 and entry.label == "speaker" and entry.timed:
            return False
        return True

    def _heading(self, entry: Entry) -> None:
        if self._desk.item and (self._desk.item.start or self._desk.item.may_have_speakers):
            self._desk.item.take(*entry.lines)
            self._desk.item.panel = True
            self._desk.item.awaits_leader = entry.label == "moderator"
            self._desk.item.awaits_leaders = fold(entry.said).rstrip(":").endswith("s")
        else:
            self._desk.close()
            self._desk.listing = entry.label
            self._desk.pass_over(entry)

    def _title(self, entry: Entry) -> None:
        """`Lecture: …`, `Panel: …`: the title of the open item, or of a new one."""
        read = readings(entry.text)[0] if entry.text else None
        text = entry.text if entry.label == "title" else f"{entry.said}: {entry.text}"
        placeholder = False
        alone = read is not None and read.layout == "people" and read.score >= 2
        if read and alone and (entry.label != "title" or is_format(entry.said)):
            if self._desk.item and self._desk.item.title:
                self._add(entry, read.people or People((), 0.0), None)
                return
            text, placeholder = entry.said, True
        elif read and read.people and read.title and read.score >= 1:
            text = read.title if entry.label == "title" else f"{entry.said}: {read.title}"
        else:
            read = None
        item = self._desk.item
        if item and self.is_of_session(entry):
            item.take(*entry.lines)
            item.start, item.end, item.timed = entry.start, entry.end, entry.timed
            item.panel = True
            return
        called = format_name(entry.said)
        counts = called != fold(entry.said) and not is_panel(entry.said)
        same = item.people if item and counts and item.called == called else []
        if item is None or item.title is not None or entry.timed:
            item = self._desk.open(entry)
            item.add(same if read is None else ())
        item.called = called
        item.take(*entry.lines)
        item.name(text or entry.said)
        item.placeholder = placeholder
        item.kind = titled(entry.said).kind if item.kind == "presentation" else item.kind
        item.panel = item.panel or is_panel(entry.said)
        item.score += 3
        if read and read.people:
            item.add(read.people.people)
            item.nobody = item.nobody or not read.people.people

    def _when(self, entry: Entry, item: Item) -> None:
        """`Date: …`, `Time: …` under a title: when it is, and the day of those below, too."""
        dates = entry.dates or tuple(dates_in(entry.text))
        if dates:
            item.day = self._desk.turn_to(dates[0])
        if item.start is None and (times := anywhere(entry.text)):
            item.start, item.end = times.start, times.end

    def _more_of_people(self, entry: Entry, item: Item) -> None:
        """`Affiliation: …`, `Country: …` under the name of a speaker."""
        item.take(*entry.lines)
        if not item.people:
            return
        person = item.people[-1]
        more, _ = read_affiliations(entry.text.split(","))
        if entry.label == "role":
            more = tuple(each._replace(role=entry.text, organisation=None) for each in more[:1])
        old = person.affiliations[0] if person.affiliations else None
        if old and more:
            new = more[0]
            merged = old._replace(
                organisation=old.organisation or new.organisation,
                acronym=old.acronym or new.acronym,
                role=old.role or new.role,
                country=old.country or new.country,
            )
            more = (merged, *more[1:])
        item.people[-1] = person._replace(affiliations=more or person.affiliations)

    def _add(self, entry: Entry, people: People, label: str | None) -> None:
        """People behind a label: of the open item, else of the event."""
        item = self._desk.item
        if item and label and entry.line.gap and item.people and item.score and not item.panel:
            self._desk.close()  # whoever sums up or leads the whole, after the last talk
            item = None
        if item is not None:
            item.take(*entry.lines)
            before = len(item.people)
            item.add(people.people, label)
            item.led += len(item.people) - before if entry.label == "moderator" else 0
            item.nobody = item.nobody or not people.people
            item.panel = item.panel or label is not None
            item.unaffiliated = 0
            return
        if entry.label == "speaker" and not self._desk.listing and people.people:
            item = self._desk.open(entry)
            item.add(people.people)
            item.speaker_first = True
            return
        for person in people.people:
            self._desk.attend(with_role(person, label) if label else person, entry)
