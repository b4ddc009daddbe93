"""The lines of a page as the items of a programme: which title, time and people belong together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from clustertui.intake.page.attendance import Attendance
from clustertui.intake.page.belonging import (
    awaits_title,
    doubtful_people,
    is_below,
    is_in_room,
    is_name_and_role,
    is_room,
    is_someone_elses,
    is_town,
    post_affiliations,
    says_title,
)
from clustertui.intake.page.callings import is_role_word
from clustertui.intake.page.clauses import NO_PEOPLE, People
from clustertui.intake.page.clock import anywhere
from clustertui.intake.page.dates import dates_in
from clustertui.intake.page.desk import Desk, Programme
from clustertui.intake.page.entries import Entry
from clustertui.intake.page.items import Item
from clustertui.intake.page.labels import Labels
from clustertui.intake.page.layout import layout_of, session_name
from clustertui.intake.page.names import is_nobody
from clustertui.intake.page.organisations import kind_of, organisation_score
from clustertui.intake.page.people import read_people
from clustertui.intake.page.prose import talks_in
from clustertui.intake.page.signs import WHOLE_QUOTE, is_empty
from clustertui.intake.page.tables import Row, rows_of
from clustertui.intake.page.titling import is_format, is_panel, is_remark
from clustertui.intake.page.vocabulary import SECTION_WORDS, VISITS
from clustertui.text import fold


def _is_numbered(entry: Entry) -> bool:
    """Whether a line is a heading, or a numbered item set apart from the lines above it."""
    return bool(entry.line.level) or (entry.line.gap and entry.line.bullet[:1].isdigit())


def _are_all_there(people: People, item: Item) -> bool:
    """Whether an item names all these people already: their names stand above their lives again."""
    known = {fold(person.name) for person in item.people}
    return bool(people.people) and all(fold(person.name) in known for person in people.people)


_ABOUT = ("about", "uber", "a propos de", "sobre", "chi e", "bio", "short bio")


class Reader:
    """Reads entries one after the other; what a line means depends on the item before it."""

    def __init__(self, known_days: Sequence[date], day: date | None) -> None:
        self._desk = Desk(known_days, day)
        self._labels = Labels(self._desk)
        self._attendance = Attendance(self._desk)
        self._layout = layout_of(())
        self._place = 0
        self._reads: dict[str, Callable[[Entry], None]] = {
            **dict.fromkeys(("pause", "empty", "furniture", "programme"), self._pass),
            **dict.fromkeys(("post", "title"), self._post_or_title),
            "date": self._begin_day, "section": self._section, "list": self._list,
            "time": self._time, "label": self._label, "people": self._people,
            "both": self._both, "prose": self._prose, "row": self._no_row,
        }  # fmt: skip

    def programme(self, entries: Sequence[Entry]) -> Programme:
        """The programme that these entries hold."""
        self._layout = layout_of(entries)
        self._desk.speaker_first = self._layout.speaker_first
        rows = rows_of(entries)
        for at, entry in enumerate(entries):
            self._desk.above = entries[at - 1] if at else None
            self._desk.following = entries[at + 1] if at + 1 < len(entries) else None
            if at in rows:
                self._row(entry, rows[at])
                continue
            if self._is_time_and_room(entry):
                continue
            if entry.timed and entry.kind != "time" and not self._labels.is_of_session(entry):
                self._head_of(entry)
                self._desk.close()
            self._place = at
            self._reads[entry.kind](entry)
        self._desk.close()
        return self._desk.read

    def _head_of(self, entry: Entry) -> None:
        """A session with a time, and its first item with the same: it is but a heading."""
        item = self._desk.item
        if item and item.section and not item.people and entry.start == item.start:
            item.children += bool(entry.line.bullet) and not item.listed

    def _is_time_and_room(self, entry: Entry) -> bool:
        """`7 pm – Oak Hall, Student Union` under a title and its speaker: when and where it is."""
        item = self._desk.item
        if not entry.timed or entry.kind == "time" or entry.line.gap:
            return False
        if item is None or item.timed or not item.title or not item.people:
            return False
        if is_room(entry.text) or not is_in_room(entry.text):
            return False
        item.take(*entry.lines)
        item.start, item.end, item.timed = entry.start, entry.end, True
        return True

    def header(self, entries: Sequence[Entry]) -> None:
        """The people whom the top of the page names as leading or moderating the event."""
        for entry in entries:
            if entry.kind == "label":
                self._labels.header(entry)

    def _pass(self, entry: Entry) -> None:
        """A pause or other furniture; under a time on a line of its own it is that item."""
        item = self._desk.item
        if entry.kind == "empty" and item and item.title and is_nobody(entry.text):
            item.nobody = True
        elif entry.kind == "empty" and item and item.people and not item.title:
            item.take(*entry.lines)
            item.untitled = True
            return
        elif entry.kind == "furniture":
            if entry.said == "farewell":
                self._desk.close()
                self._desk.listing = "present"
        elif item and item.start and not item.title and not item.people:
            for first, last in item.lines:
                self._desk.read.furniture.update(range(first, last + 1))
            self._desk.item = None
        elif not (entry.kind == "programme" and item and item.title and item.led and item.led_only):
            self._desk.close()
            self._desk.below = None
        self._desk.pass_over(entry)

    def _no_row(self, entry: Entry) -> None:
        self._desk.close()

    def _begin_day(self, entry: Entry) -> None:
        item = self._desk.item
        if self._layout.day_follows and item and item.title and not item.people and entry.dates:
            item.take(*entry.lines)
            item.day = self._desk.turn_to(entry.dates[0])
            return
        self._desk.close()
        self._desk.session = self._desk.below = None
        self._desk.listing = ""
        self._desk.slot = False
        dates = entry.dates or tuple(dates_in(entry.text))
        if dates:
            self._desk.turn_to(dates[0])
        times = anywhere(entry.line.text)
        self._desk.clock = (times.start, times.end) if times else (None, None)
        self._desk.pass_over(entry)

    def _section(self, entry: Entry) -> None:
        item = self._desk.item
        if item and item.timed and not item.title and not item.people and not entry.timed:
            item.take(*entry.lines)  # the time stands on a line of its own above
            item.name(entry.text)
            item.section = session_name(entry.text)
            self._desk.below = (session_name(entry.text), entry.lines)
            return
        self._desk.close()
        self._desk.below = None
        self._desk.listing = ""
        self._desk.session = (session_name(entry.text), entry.lines)
        self._desk.pass_over(entry)
        if entry.timed or self._place in self._layout.items:
            item = self._desk.open(entry)
            item.name(entry.text)
            item.session = None
            item.section = session_name(entry.text)
            item.placeholder = fold(entry.text).strip(" :") in SECTION_WORDS

    def _list(self, entry: Entry) -> None:
        """A heading such as `Speakers`: under a title its speakers, else people of the event."""
        self._desk.pass_over(entry)
        item = self._desk.item
        if item and item.led_only and item.may_have_speakers and not entry.line.level:
            item.take(*entry.lines)
            return
        self._desk.close()
        self._desk.listing = "" if entry.line.number in self._layout.titled_lists else entry.said

    def _time(self, entry: Entry) -> None:
        item = self._desk.item
        lacks = item is not None and not item.timed and item.led_only
        if self._layout.time_follows and item and lacks and (item.title or item.section):
            item.start, item.end, item.timed = entry.start, entry.end, True
            item.take(*entry.lines)
            return
        self._desk.close()
        if self._layout.time_follows:
            self._desk.pass_over(entry)
        else:
            self._desk.open(entry)
            self._desk.slot = True

    def _label(self, entry: Entry) -> None:
        beside = {
            each.label for each in (self._desk.above, self._desk.following) if each is not None
        }
        if {entry.label, *beside} >= {"speaker", "title"} and entry.label in ("speaker", "title"):
            self._desk.listing = ""
        if not self._labels.read(entry):
            self._title(entry)

    def _people(self, entry: Entry) -> None:
        if is_room(entry.text):
            self._desk.pass_over(entry)
            return
        read = entry.reading.people if entry.reading else None
        people = read or read_people(entry.text)
        item = self._desk.item
        if item and not entry.timed and not people.tied and _are_all_there(people, item):
            item.take(*entry.lines)
            return
        there = item is not None and any(
            fold(person.name) == fold(each.name) for person in item.people for each in people.people
        )
        sure = there or people.known or (people.tied and people.score >= 4)
        sure = sure or (item is not None and item.places_last and people.tied)
        sure = sure or is_name_and_role(entry.text)
        if item and item.unaffiliated and not sure and self._post(entry):
            return
        self._take_people(entry, people)

    def _take_people(self, entry: Entry, people: People) -> None:
        desk = self._desk
        if self._attendance.people(entry, people):
            return
        item = desk.item
        if item is None or entry.timed or is_someone_elses(item, entry):
            item = desk.open(entry)
        if not item.title and not item.people:
            item.speaker_first = True
        item.take(*entry.lines)
        item.add(people.people)
        item.led += len(people.people) if item.awaits_leader else 0
        item.awaits_leader = item.awaits_leader and item.awaits_leaders
        item.nobody = item.nobody or not people.people
        item.untitled = item.untitled or entry.text.endswith(("TBD", "TBA", "TBC"))
        bare = not any(each.organisation for person in people.people
                       for each in person.affiliations)  # fmt: skip
        item.unaffiliated = len(people.people) if bare else 0

    def _post_or_title(self, entry: Entry) -> None:
        if not self._post(entry):
            self._title(entry)

    def _post(self, entry: Entry) -> bool:
        """A role and an organisation on the line under the names they belong to."""
        item = self._desk.item
        if entry.timed or entry.line.bullet or is_room(entry.text):
            return False
        if item is None or not item.unaffiliated:
            return self._attendance.post(entry)
        if entry.line.gap:
            return False
        if entry.text.endswith(("?", "!", "”", '"')) or self._may_be_title(entry, item):
            return False
        if entry.text[:1].islower() and kind_of(entry.text.split(",")[0]) == "":
            return False
        affiliations = post_affiliations(entry.text)
        if not affiliations:
            return False
        item.take(*entry.lines)
        item.give_post(affiliations)
        return True

    def _may_be_title(self, entry: Entry, item: Item) -> bool:
        """Whether a line under a name is rather the title of the talk than a post."""
        if entry.kind != "title":
            return False
        if entry.text.isupper() and entry.text.count(" ") > 1 and item.title is None:
            return True
        if organisation_score(entry.text) >= (2.0 if item.title is None else 0.7):
            return False
        after = self._desk.following
        ends = after is None or after.line.gap or after.timed or after.kind in ("time", "prose")
        return item.title is None or not ends

    def _both(self, entry: Entry) -> None:
        """A line with a title and its people."""
        read = entry.reading
        if not read or not read.people or self._attendance.both(entry) or self._is_input(entry):
            return
        title = read.title or ""
        sure = read.people.known and read.score >= 2 and kind_of(title.split(", ")[-1]) == ""
        first = entry.text.split(",")[0]
        held = kind_of(first) == "role" and is_role_word(fold(first.split()[0]))
        if not sure and held and self._post(entry):
            return
        parent = self._desk.item
        if parent and parent.timed and not parent.people and is_format(parent.title or ""):
            parent.title = None  # `10:00 Keynote`, and the talk itself on the next line
        if parent and not entry.timed and not parent.title and not parent.people:
            item = parent
            item.take(*entry.lines)
            item.listed = item.listed or bool(entry.line.bullet)
        else:
            item = self._new(entry)
        item.name(read.title or "")
        item.placeholder = entry.text.endswith(":") and is_format(read.title or "")
        item.add(read.people.people)
        item.nobody = item.nobody or not read.people.people
        item.score += read.score
        bare = not any(person.affiliations for person in read.people.people)
        item.unaffiliated = len(read.people.people) if bare else 0

    def _is_input(self, entry: Entry) -> bool:
        """`Impuls: Name` under a title: the speaker of that title."""
        item, read = self._desk.item, entry.reading
        if not item or not item.title or item.people or entry.timed or not read or not read.people:
            return False
        after = self._desk.following
        alone = after is None or after.timed or after.kind not in ("both", "title", "section")
        remark = is_remark(read.title or "") or is_empty(read.title or "")
        remark = alone and item.timed and not item.section and remark
        if is_format(item.title) or not (remark or is_format(read.title or "")):
            return False
        item.take(*entry.lines)
        item.add(read.people.people)
        return True

    def _new(self, entry: Entry) -> Item:
        """A new item, below the one before it or under it as a heading where it says so."""
        parent = self._desk.item
        item = self._desk.open(entry)
        if parent and is_below(entry, parent, self._desk.following):
            self._adopt(item, parent)
        elif parent and not parent.timed and not parent.people and not entry.timed:
            self._head(item, parent)
        return item

    def _adopt(self, item: Item, parent: Item) -> None:
        """An item below another: the upper one is the heading of its session."""
        item.day = parent.day
        parent.children += 1
        if parent.title and not fold(parent.title).startswith(VISITS):
            self._desk.below = (parent.section or parent.title, parent.lines[0])
            item.session = parent.section or parent.title
            self._pass_lines(parent)

    def _head(self, item: Item, parent: Item) -> None:
        """A title without people before an item: what stands above a list is its heading."""
        if parent.title and not (parent.listed and item.listed):
            self._desk.session = (parent.title, parent.lines[0])
            item.session = parent.title
            parent.children += 1
            self._pass_lines(parent)

    def _pass_lines(self, item: Item) -> None:
        first, last = item.lines[0]
        self._desk.read.furniture.update(range(first, last + 1))

    def _title(self, entry: Entry) -> None:
        """A line that names nothing but an item, or says more of the one that is open."""
        item = self._desk.item
        if item and item.people and not item.title and not entry.timed and is_town(entry.text):
            item.take(*entry.lines)
            return
        waits = item is not None and item.timed and item.title and not item.people
        if is_room(entry.text):
            self._desk.pass_over(entry)
        elif item and waits and is_panel(entry.text) and not entry.timed:
            item.take(*entry.lines)
            item.panel = True
        elif self._place in self._layout.announced:
            self._new(entry).name(entry.text)
        elif self._desk.listing and not entry.timed and not _is_numbered(entry):
            self._attendance.title(entry)
        elif item and not entry.timed and awaits_title(item, entry):
            item.take(*entry.lines)
            item.name(entry.text)
            item.listed = item.listed or bool(entry.line.bullet)
            item.indent = entry.line.indent
        elif item and not entry.timed and self._is_description(entry, item):
            item.take(*entry.lines)
        else:
            people = doubtful_people(entry, item)
            if people is not NO_PEOPLE:
                self._take_people(entry, people)
            else:
                self._new(entry).name(entry.text)

    def _is_description(self, entry: Entry, item: Item) -> bool:
        """Whether a line under a title says more of it: a question or remark before its people."""
        after = self._desk.following
        named = after is not None and after.kind == "people" and not after.timed
        quoted = WHOLE_QUOTE.match(entry.text) and not entry.line.gap and not named
        if item.title and item.people and quoted:
            return True
        about = fold(entry.text).startswith(_ABOUT) and len(entry.text.split()) < 6
        if about and any(
            word in entry.text for person in item.people for word in person.name.split()
        ):
            return True
        if entry.line.level or entry.line.bullet or item.people or after is None:
            return False
        people = after.kind == "people" or after.label in ("speaker", "moderator")
        if self._place in self._layout.subtitles and item.timed:
            return True
        asks = entry.text.endswith("?") and after.kind == "label" and item.timed
        return asks or (item.panel and people and entry.text.endswith(("?", ".")))

    def _prose(self, entry: Entry) -> None:
        """Running text: the abstract of a talk, or the life of a speaker."""
        desk = self._desk
        item = desk.item
        if item and not item.timed and any(each.quoted for each in talks_in(entry.text)):
            desk.close()  # it tells of talks of its own
        elif item and says_title(item, entry, desk.following):
            self._title(entry)
        elif item and (item.title or item.people) and not entry.line.gap:
            item.take(*entry.lines)
            item.unaffiliated = 0
            item.abstract = f"{item.abstract} {entry.text}" if item.abstract else entry.text
        elif self._attendance.life(entry):
            return
        elif item and not item.people and (item.section or self._names_follow()):
            item.take(*entry.lines)
        elif item and not item.timed and not item.people and item.score < 3:
            desk.close()

    def _names_follow(self) -> bool:
        """Whether a word for those who speak stands below."""
        after = self._desk.following
        return after is not None and after.label in ("speaker", "moderator")

    def _row(self, entry: Entry, row: Row) -> None:
        """One row of a table."""
        if row.heading:
            self._pass(entry._replace(kind="programme"))
            if row.day:
                self._desk.turn_to(row.day)
        elif row.day and not row.parts:
            self._begin_day(entry._replace(dates=(row.day,)))
        elif row.pause:
            self._pass(entry._replace(kind="pause"))
        elif row.person_only:
            self._attendance.row(entry, row.people)
        else:
            for part in row.parts:
                if row.day:
                    self._desk.turn_to(row.day)
                item = self._desk.open(entry._replace(start=row.start, end=row.end))
                item.timed = item.timed or row.day is not None
                item.session = part.session or item.session
                if part.title:
                    item.name(part.title)
                item.add(part.people)
                item.untitled = not part.title
                item.nobody = part.nobody
                item.score += 3
