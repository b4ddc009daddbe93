"""Recorded talks as pyvideo keeps them: a folder for each event, a JSON file for each talk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from clustertui.intake import jsontext
from clustertui.intake.document import LONGEST_TEXT, Document, IntakeError, decoded
from clustertui.intake.moments import clock, moment
from clustertui.intake.persons import people_named, stated
from clustertui.intake.plain import heading, one_line, plain
from clustertui.intake.stated import (
    Doubt,
    StatedEvent,
    StatedPerson,
    StatedSource,
    StatedTalk,
    Statement,
    Tell,
    Where,
)
from clustertui.intake.wording import kind_of_event, kind_of_title
from clustertui.text import slug

NAME = "recorded talks (pyvideo)"
GUESSES = False

_CATEGORY = "category.json"
_VIDEOS = "videos"
_LOOKED_AT = 200
"""Folders that are looked into for recognition."""
_RECORDED = "the days on which the talks were recorded"
_DAY = 86400


Order = tuple[bool, str, str, str]
"""Where a talk stands among those of its event; those without a day come last."""


def recognises(document: Document) -> bool:
    """Whether a folder holds events of this form, or a file is one such talk."""
    if document.folder:
        try:
            inner = islice(document.folder.iterdir(), _LOOKED_AT)
            return _is_event(document.folder) or any(map(_is_event, inner))
        except OSError:
            return False
    said = jsontext.beginning(document)
    keys = ('"recorded"', '"videos"', '"title"', '"thumbnail_url"', '"description"')
    return said[:1] == "{" and '"speakers"' in said and sum(key in said for key in keys) > 2


def read(document: Document, tell: Tell) -> Iterator[Statement]:
    """Every event with its talks, by day of recording, title and file name.

    Raises IntakeError when there is no event in the folder, or a single file cannot be read.
    """
    if document.folder is None:
        yield from _single(document, tell)
        return
    root, done = document.folder, 0
    try:
        folders = [root] if _is_event(root) else sorted(filter(_is_event, root.iterdir()))
    except OSError as error:
        raise IntakeError(document.name, f"cannot be read: {error.strerror}") from error
    if not folders:
        raise IntakeError(document.name, f"holds no event: no `{_CATEGORY}`, no `{_VIDEOS}`")
    if len(folders) > 1:
        yield StatedSource(document.event or root.resolve().name)
    for folder in folders:
        event = _Event(folder, "" if folder == root else f"{folder.name}/")
        statements = event.statements()
        if len(folders) == 1:
            yield StatedSource(event.name, url=event.url, key=slug(event.folder) or None)
        yield from statements
        done += event.size
        tell(done, 0)


def _is_event(folder: Path) -> bool:
    hidden = folder.name.startswith(".") and folder.name not in (".", "..")
    return not hidden and ((folder / _CATEGORY).is_file() or (folder / _VIDEOS).is_dir())


class _Event:
    """The folder of one event."""

    def __init__(self, path: Path, at: str) -> None:
        self.size = 0
        self.folder = path.resolve().name
        self._path, self._at = path, at
        self._doubts: list[Doubt] = []
        category = path / _CATEGORY
        found = self._loaded(str(category), f"{at}{_CATEGORY}", "") if category.is_file() else None
        self._said = said = found or {}
        self.name = heading(_text(said, "title")) or self.folder
        self.url = one_line(_text(said, "url")) or None
        if not heading(_text(said, "title")) and not self._doubts:
            message = "the event has no title; the name of its folder is taken"
            self._doubts.append(Doubt(Where(item=f"{at}{_CATEGORY}"), message))

    def statements(self) -> list[Statement]:
        """The event, then its talks in order."""
        talks: list[Statement] = []
        days: list[date] = []
        for _, found in sorted(self._talks(days), key=itemgetter(0)):
            talks += found
        start, end, guessed = self._days(days)
        event = StatedEvent(
            self.folder, self.name, kind_of_event(self.name) or "conference", start, end,
            "day" if start else "none", None, plain(_text(self._said, "description")) or None,
            url=self.url, where=(Where(item=f"{self._at}{_CATEGORY}"),), guessed=guessed,
        )  # fmt: skip
        return [event, *self._doubts, *talks]

    def _talks(self, days: list[date]) -> Iterator[tuple[Order, list[StatedTalk | Doubt]]]:
        try:
            with os.scandir(self._path / _VIDEOS) as entries:
                files = sorted((each.name, each.path) for each in entries if each.is_file())
        except OSError as error:
            message = f"the folder of its talks cannot be read: {error.strerror}"
            self._doubts.append(Doubt(Where(item=f"{self._at}{_VIDEOS}"), message))
            return
        for name, file in files:
            if name.endswith(".json") and not name.startswith("."):
                path = f"{self._at}{_VIDEOS}/{name}"
                item = self._loaded(file, path, "talk")
                if item is not None:
                    day = _text(item, "recorded")
                    order = (not day, day, _text(item, "title"), path)
                    yield order, list(_talk(item, path, self.folder, days))

    def _loaded(self, file: str, path: str, lost: str) -> dict[str, Any] | None:
        """What a file holds; None, and a doubt, when it cannot be read."""
        try:
            with open(file, "rb", buffering=0) as stream:
                if os.fstat(stream.fileno()).st_size > LONGEST_TEXT:
                    raise OSError(0, "it is too long")
                data = stream.readall()
            self.size += len(data)
            found = jsontext.value(decoded(data).lstrip("\ufeff"))
            if type(found) is dict:
                return found
            message = "it holds no object with a title"
        except OSError as error:
            message = f"cannot be read: {error.strerror}"
        except jsontext.FaultyJsonError as error:
            message = f"{error} (line {error.line})" if error.line else str(error)
        self._doubts.append(Doubt(Where(item=path), message, lost))
        return None

    def _days(
        self, days: list[date]
    ) -> tuple[date | None, date | None, tuple[tuple[str, str], ...]]:
        """Start and end: as the event says, else the days on which its talks were recorded."""
        said = {}
        for name in ("start_date", "end_date"):
            value = _text(self._said, name)
            found = moment(value)
            if found:
                said[name] = found
            elif value:
                where = Where(item=f"{self._at}{_CATEGORY}")
                self._doubts.append(Doubt(where, _no_date(value)))
        start, end = said.get("start_date"), said.get("end_date")
        if start:
            last = end.end if end and end.end >= start.start else None
            if last:
                return start.start, last, ()
            later = [day for day in days if day >= start.start]
            why = (("end", _RECORDED),) if later else ()
            return start.start, max(later, default=start.end), why
        if not days:
            return None, None, ()
        return min(days), max(days), (("start", _RECORDED), ("end", _RECORDED))


def _single(document: Document, tell: Tell) -> Iterator[Statement]:
    """One file alone: the event is what the user says, or an old file's category."""
    item = jsontext.loaded(document, document.text(tell).lstrip("\ufeff"))
    if type(item) is not dict:
        raise IntakeError(document.name, "holds no object with a title")
    said = heading(_text(item, "category"))
    name = document.event or said or document.stem
    days: list[date] = []
    talk = list(_talk(item, document.name, name, days))
    day = min(days, default=None)
    guessed = (("start", _RECORDED), ("end", _RECORDED)) if day else ()
    if not document.event and not said:
        guessed = (*guessed, ("name", "the name of the file"))
    yield StatedSource(name)
    yield StatedEvent(
        name, name, kind_of_event(name) or "conference", day, day, "day" if day else "none",
        where=(Where(item=document.name),), guessed=guessed,
    )  # fmt: skip
    yield from talk


def _talk(
    item: dict[str, Any], path: str, event: str, days: list[date]
) -> Iterator[StatedTalk | Doubt]:
    """One talk and what is doubtful about it; its day goes to `days`."""
    where = Where(item=path)
    title = heading(_text(item, "title"))
    if not title:
        yield Doubt(where, "the talk has no title", "talk")
        return
    said = _text(item, "recorded")
    recorded = moment(said) if said else None
    if said and not recorded:
        yield Doubt(where, _no_date(said))
    if recorded and recorded.precision == "day":
        days.append(recorded.start)
    start, why = clock(recorded)
    people, doubts = _speakers(item.get("speakers"), where)
    yield from doubts
    kind = kind_of_title(title) or "presentation"
    if not people and kind != "break":
        yield Doubt(where, "no speaker is named")
    length, end = item.get("duration"), None
    if start and not why and isinstance(length, int | float) and 0 < length < _DAY:
        end = start + timedelta(seconds=int(length))
    yield StatedTalk(
        event, title, path, kind, None, None, start, end,
        one_line(_text(item, "language")) or None,
        plain(_text(item, "description") or _text(item, "summary")) or None,
        _address(item.get("videos")), people, (where,), (("start", why),) if why else (),
    )  # fmt: skip


def _speakers(value: Any, where: Where) -> tuple[tuple[StatedPerson, ...], list[Doubt]]:
    doubts: list[Doubt] = []
    found: dict[StatedPerson, None] = {}
    for each in value if type(value) is list else [value]:
        if type(each) is str:
            named = people_named(each, commas=True, tails=False)
            found.update(dict.fromkeys(map(stated, named)))
        elif each is not None:
            doubts.append(Doubt(where, "a speaker is not given as a name", "person"))
    return tuple(found), doubts


def _address(videos: Any) -> str | None:
    for each in videos if type(videos) is list else ():
        if type(each) is dict and (url := one_line(_text(each, "url"))):
            return url
    return None


def _text(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    return value if type(value) is str else ""


def _no_date(value: str) -> str:
    return f"`{one_line(value)[:60]}` is no date that there is"
