"""Programmes of any size in every format that is read, the same for the same seed."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from benchmarks.universe import universe
from clustertui.entities import Records

NAME = "Dock Days 2031"
ROOMS = ("Great Hall", "Room 1", "Room 2", "Tower", "Library")
A_DAY = 400
"""Talks of one day."""


class Slot(NamedTuple):
    """One talk as a schedule has it."""

    number: int
    title: str
    abstract: str
    start: datetime
    room: str
    people: tuple[tuple[str, str, str], ...]
    """Identifier, name and organisation."""


def slots(records: Records) -> Iterator[Slot]:
    """The talks of a catalogue, one after the other over as many days as they need."""
    people = {person.id: person.name for person in records.people}
    organisations = {each.id: each.name for each in records.organisations}
    numbers = {id_: number for number, id_ in enumerate(people, start=1)}
    random = Random(11)
    titles = [talk.title or "" for talk in records.talks]
    for number, talk in enumerate(records.talks):
        day, place = divmod(number, A_DAY)
        start = datetime(2031, 1, 6, 9) + timedelta(days=day, minutes=10 * (place // len(ROOMS)))
        yield Slot(
            number + 1, talk.title or "", _abstract(random, titles), start,
            ROOMS[place % len(ROOMS)],
            tuple((str(numbers[a.person]), people[a.person],
                   organisations.get(a.organisation or "", "")) for a in talk.speakers),
        )  # fmt: skip


def _abstract(random: Random, titles: list[str]) -> str:
    """Two paragraphs: a talk then takes about 2 KiB, as it does in published schedules."""
    return "".join(f"<p>{'. '.join(random.choices(titles, k=12))}</p>" for _ in range(2))


def _days(found: Iterator[Slot]) -> Iterator[dict[str, list[Slot]]]:
    while day := list(islice(found, A_DAY)):
        rooms: dict[str, list[Slot]] = {}
        for slot in day:
            rooms.setdefault(slot.room, []).append(slot)
        yield rooms


def frab_xml(records: Records, path: Path) -> None:
    """A schedule as frab and pentabarf publish it."""
    with path.open("w", encoding="utf-8") as out:
        out.write("<?xml version='1.0' encoding='utf-8'?>\n<schedule>\n<conference>\n"
                  f"<acronym>dock-2031</acronym><title>{NAME}</title>\n</conference>")  # fmt: skip
        for number, rooms in enumerate(_days(slots(records)), start=1):
            first = next(iter(rooms.values()))[0].start
            out.write(f"<day index='{number}' date='{first:%Y-%m-%d}'>\n")
            for room, found in rooms.items():
                out.write(f"<room name={quoteattr(room)}>\n")
                for slot in found:
                    people = "".join(f"<person id='{id_}'>{escape(name)}</person>\n"
                                     for id_, name, _ in slot.people)  # fmt: skip
                    out.write(
                        f"<event id='{slot.number}'>\n<start>{slot.start:%H:%M}</start>\n"
                        f"<duration>00:30</duration>\n<room>{escape(room)}</room>\n"
                        f"<title>{escape(slot.title)}</title>\n<type>lecture</type>\n"
                        f"<language>en</language>\n<abstract>{escape(slot.abstract)}</abstract>\n"
                        f"<persons>\n{people}</persons>\n</event>\n"
                    )
                out.write("</room>\n")
            out.write("</day>\n")
        out.write("</schedule>\n")


def frab_json(records: Records, path: Path) -> None:
    """The same schedule in JSON."""
    days = [
        {"index": number, "date": f"{next(iter(rooms.values()))[0].start:%Y-%m-%d}",
         "rooms": {room: [
             {"id": slot.number, "date": f"{slot.start.isoformat()}+01:00",
              "start": f"{slot.start:%H:%M}", "duration": "00:30", "room": room,
              "title": slot.title, "type": "lecture", "language": "en", "abstract": slot.abstract,
              "persons": [{"id": int(id_), "public_name": name} for id_, name, _ in slot.people]}
             for slot in found] for room, found in rooms.items()}}
        for number, rooms in enumerate(_days(slots(records)), start=1)
    ]  # fmt: skip
    conference = {"acronym": "dock-2031", "title": NAME, "days": days}
    path.write_text(json.dumps({"schedule": {"version": "1", "conference": conference}}))


def pretalx_json(records: Records, path: Path) -> None:
    """The talks of a conference as pretalx gives them."""
    results = [
        {"code": f"T{slot.number}", "title": slot.title, "abstract": slot.abstract,
         "state": "confirmed", "speakers": [{"code": f"P{id_}", "name": name, "biography": ""}
                                            for id_, name, _ in slot.people],
         "slot": {"room": {"en": slot.room}, "start": f"{slot.start.isoformat()}+01:00",
                  "end": f"{(slot.start + timedelta(minutes=30)).isoformat()}+01:00"}}
        for slot in slots(records)
    ]  # fmt: skip
    path.write_text(json.dumps({"count": len(results), "next": None, "results": results}))


def ical(records: Records, path: Path) -> None:
    """A calendar of the programme."""
    with path.open("w", encoding="utf-8", newline="\r\n") as out:
        out.write("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//dock//EN\nX-WR-CALNAME:Dock Days 2031\n")
        for slot in slots(records):
            begin = f"{slot.start:%Y%m%dT%H%M%S}"
            out.write(
                f"BEGIN:VEVENT\nUID:{slot.number}@dock\nDTSTART:{begin}"
                f"\nDURATION:PT30M\nSUMMARY:{slot.title}\nLOCATION:{slot.room}\n"
            )
            out.writelines(f'ATTENDEE;CN="{name}":mailto:p{id_}@dock.example\n'
                           for id_, name, _ in slot.people)  # fmt: skip
            out.write("END:VEVENT\n")
        out.write("END:VCALENDAR\n")


def jsonld(records: Records, path: Path) -> None:
    """A page with one event and its talks as schema.org names them."""
    talks = [
        {"@type": "Event", "name": slot.title, "startDate": slot.start.isoformat(),
         "description": slot.abstract, "location": slot.room,
         "performer": [{"@type": "Person", "name": name,
                        "affiliation": {"@type": "Organization", "name": organisation}}
                       for _, name, organisation in slot.people]}
        for slot in slots(records)
    ]  # fmt: skip
    event = {"@context": "https://schema.org", "@type": "Event", "name": NAME,
             "startDate": "2031-01-06", "endDate": "2031-12-31", "subEvent": talks}  # fmt: skip
    head = f"<title>Dock</title><script type='application/ld+json'>{json.dumps(event)}</script>"
    path.write_text(f"<!DOCTYPE html><html><head>{head}</head><body><h1>Dock</h1></body></html>")


def table(records: Records, path: Path) -> None:
    """A table with one row a talk."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["title", "speakers", "organisation", "start", "room", "abstract"])
        for slot in slots(records):
            writer.writerow([slot.title, "; ".join(name for _, name, _ in slot.people),
                             slot.people[0][2] if slot.people else "", slot.start.isoformat(),
                             slot.room, slot.abstract])  # fmt: skip


def pyvideo(records: Records, path: Path) -> None:
    """A folder of one event with a file for each video."""
    videos = path / "dock-2031" / "videos"
    videos.mkdir(parents=True)
    (videos.parent / "category.json").write_text(json.dumps({"title": NAME}))
    for slot in slots(records):
        video = {"title": slot.title, "description": slot.abstract, "language": "eng",
                 "recorded": f"{slot.start:%Y-%m-%d}", "speakers": [n for _, n, _ in slot.people],
                 "videos": [{"type": "file", "url": "https://dock.example/v"}]}  # fmt: skip
        (videos / f"talk-{slot.number}.json").write_text(json.dumps(video))


def confs_tech(records: Records, path: Path) -> None:
    """A list of conferences."""
    path.write_text(json.dumps([
        {"name": slot.title, "url": f"https://dock.example/{slot.number}",
         "startDate": f"{slot.start:%Y-%m-%d}", "endDate": f"{slot.start:%Y-%m-%d}",
         "city": "Novik", "country": "Norway"} for slot in slots(records)
    ]))  # fmt: skip


FORMATS: dict[str, Callable[[Records, Path], None]] = {
    "frab_xml": frab_xml, "frab_json": frab_json, "pretalx_json": pretalx_json, "ical": ical,
    "jsonld": jsonld, "table": table, "pyvideo": pyvideo, "confs_tech": confs_tech,
}  # fmt: skip
"""Name of an importer → what writes a document that it reads."""


def write(format_: str, talks: int, path: Path) -> None:
    """Write a programme of so many talks."""
    FORMATS[format_](universe(talks), path)
