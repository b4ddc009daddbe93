"""What has been read of a programme so far: the open item, its session and day, who is present."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time

from clustertui.intake.page.dates import Dated
from clustertui.intake.page.entries import Entry
from clustertui.intake.page.items import Item, Lines
from clustertui.intake.page.layout import day_of
from clustertui.intake.stated import StatedPerson


@dataclass(slots=True)
class Programme:
    """What was read of a programme."""

    items: list[Item] = field(default_factory=list)
    present: list[tuple[StatedPerson, Lines, bool]] = field(default_factory=list)
    """People without an item, where each stands, and whether in a list of speakers."""
    furniture: set[int] = field(default_factory=set)
    """Lines that say nothing of their own: pauses, headings."""


class Desk:
    """The items read so far, and the one that is open."""

    def __init__(self, known_days: Sequence[date], day: date | None) -> None:
        self.read = Programme()
        self.days = known_days
        self.day = day
        self.clock: tuple[time | None, time | None] = (None, None)
        """The time that stands beside the day, for the first item under it."""
        self.speaker_first = False
        """Whether a label for the speaker begins a talk, and its title follows."""
        self.slot = False
        """Whether a time on a line of its own stands above the next items of a list."""
        self.item: Item | None = None
        self.session: tuple[str, Lines] | None = None
        """The heading that the next items stand under."""
        self.below: tuple[str, Lines] | None = None
        """The item that the next ones are part of, until another time."""
        self.listing = ""
        """The heading of a list of people, while it lasts."""
        self.above: Entry | None = None
        self.following: Entry | None = None
        """The entries before and after the one that is read."""

    def open(self, entry: Entry) -> Item:
        """A new item that begins with this entry."""
        self.close()
        self.listing = ""
        if entry.timed:
            self.below = None
            self.slot = False
        start, end = (entry.start, entry.end) if entry.timed else self.clock
        self.clock = (None, None)
        item = Item(
            day=self.day,
            start=start,
            end=end,
            timed=start is not None or (self.slot and bool(entry.line.bullet)),
            listed=bool(entry.line.bullet),
            indent=entry.line.indent,
        )
        if self.below and not entry.timed:
            item.session, item.session_lines = self.below
        elif self.session:
            item.session, item.session_lines = self.session
        item.take(*entry.lines)
        self.item = item
        return item

    def close(self) -> None:
        """Ends the open item."""
        if self.item:
            self.read.items.append(self.item)
        self.item = None

    def turn_to(self, dated: Dated) -> date | None:
        """The day that a heading or a label names; the next items are on it."""
        self.day = day_of(dated, self.days, self.day)
        return self.day

    def attend(self, person: StatedPerson, entry: Entry) -> None:
        """Notes someone who is named without an item."""
        listed = self.listing not in ("", "present", "excused")
        self.read.present.append((person, entry.lines, listed))

    def pass_over(self, entry: Entry) -> None:
        """Notes that an entry says nothing of its own."""
        self.read.furniture.update(range(entry.line.number, entry.line.last + 1))
