"""Lists of conferences as confs.tech keeps them: one flat object an event, no talks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from clustertui.intake import jsontext
from clustertui.intake.document import Document, IntakeError
from clustertui.intake.moments import Moment, moment
from clustertui.intake.plain import heading, label, one_line
from clustertui.intake.stated import (
    Doubt,
    StatedEvent,
    StatedPlace,
    StatedSource,
    Statement,
    Tell,
    Where,
)
from clustertui.intake.wording import kind_of_event

NAME = "list of conferences (confs.tech)"
GUESSES = False

ONLINE = "online"
"""The place of what takes place nowhere else."""


def recognises(document: Document) -> bool:
    """Whether it is a list whose first object is flat and has a name, an address and a start."""
    said = jsontext.beginning(document)
    if said[:1] != "[" or said[1:].lstrip()[:1] != "{":
        return False
    first = said.partition("}")[0]
    return (
        all(key in first for key in ('"name"', '"url"', '"startDate"')) and '"@type"' not in first
    )


def read(document: Document, tell: Tell) -> Iterator[Statement]:
    """Every event of the list.

    Raises IntakeError when the JSON is faulty, or is no list of objects.
    """
    text = document.text(tell).lstrip("\ufeff")
    if text.lstrip()[:1] != "[":
        raise IntakeError(document.name, "is no list of conferences: it must begin with `[`")
    yield StatedSource(document.event or document.stem)
    number = 0
    for number, (item, first, last) in enumerate(jsontext.listed(document, text), 1):
        where = Where(first, last)
        if type(item) is dict:
            yield from _event(item, f"conference {number}", where)
        else:
            yield Doubt(where, "this is no conference but a bare value", "event")
    if not number:
        raise IntakeError(document.name, "is an empty list")


def _event(item: dict[str, Any], key: str, where: Where) -> Iterator[StatedEvent | Doubt]:
    get = item.get
    name = get("name")
    name = heading(name) if type(name) is str else ""
    if not name:
        yield Doubt(where, "the conference has no name", "event")
        return
    start, end = get("startDate"), get("endDate")
    begins = moment(start) if type(start) is str else None
    ends = moment(end) if type(end) is str else None
    if begins is None:
        yield _no_date("start", start, where)
    if ends is None and end not in (None, ""):
        yield _no_date("end", end, where)
    if begins and ends and ends.end < begins.start:
        yield Doubt(where, "it ends before it begins; the end is left out")
        ends = None
    ends = ends or begins
    url = get("url")
    yield StatedEvent(
        key,
        name,
        kind_of_event(name) or "conference",
        begins.start if begins else None,
        ends.end if begins and ends else None,
        _precision(begins, ends),
        None,
        None,
        None,
        _places(item),
        url=one_line(url) if type(url) is str and url else None,
        where=(where,),
    )


def _no_date(what: str, value: object, where: Where) -> Doubt:
    if value in (None, ""):
        return Doubt(where, f"no {what} is given")
    return Doubt(where, f"the {what} `{one_line(str(value))[:60]}` is no date that there is")


def _places(item: dict[str, Any]) -> tuple[StatedPlace, ...]:
    city, country = item.get("city"), item.get("country")
    town = label(city) if type(city) is str else None
    land = label(country) if type(country) is str else None
    if town:
        place = StatedPlace(town, land)
    elif land:
        place = StatedPlace(land)
    else:
        return (StatedPlace(ONLINE),) if item.get("online") is True else ()
    return (place, StatedPlace(ONLINE)) if item.get("online") is True else (place,)


def _precision(begins: Moment | None, ends: Moment | None) -> str:
    """How exact the dates are: as exact as the less exact of them."""
    if not begins or not ends:
        return "none"
    return begins.precision if begins.precision != "day" else ends.precision
