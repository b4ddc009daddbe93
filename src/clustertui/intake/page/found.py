"""An event while it is being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from clustertui.intake.page.dates import Dated
from clustertui.intake.page.entries import Entry
from clustertui.intake.page.items import Lines
from clustertui.intake.page.mentions import Mention


@dataclass(slots=True)
class Found:
    """An event as it is being read."""

    name: str
    kind: str = "event"
    dated: Dated | None = None
    places: list[str] = field(default_factory=list)
    organisers: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    lines: list[Lines] = field(default_factory=list)
    guessed: list[tuple[str, str]] = field(default_factory=list)
    certain: bool = False
    """Whether it is what the page is about, even without a date: a call for applications."""
    follows: bool = False
    """Whether it is announced as what comes after the page's main event."""


class Told(NamedTuple):
    """An event that a sentence names together with its date."""

    mention: Mention
    dated: Dated
    entry: Entry
    sentence: str
