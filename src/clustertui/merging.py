"""Records of several sources in one set: ids that nobody shares, and two records in one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from clustertui.entities import (
    Affiliation,
    Event,
    Organisation,
    OtherName,
    Person,
    Place,
    Point,
    Records,
    Source,
    Talk,
)
from clustertui.model import ClusterError

# --- Ids -----------------------------------------------------------------------------------------


def with_own_ids(parts: Sequence[Records]) -> list[Records]:
    """The same records under ids that no two of them share; the first to come keeps its own.

    Raises ClusterError when two documents claim to be one source.
    """
    _check_sources(parts)
    taken: dict[str, set[str]] = defaultdict(set)
    result = []
    for part in parts:
        prefix = part.sources[0].id if part.sources else "other"
        renamed: dict[str, dict[str, str]] = {}
        for table in _TABLE_OF.values():
            ids = {record.id for record in getattr(part, table)}
            clash = sorted(ids & taken[table])
            taken[table] |= ids
            renamed[table] = {id_: _free(f"{id_}-{prefix}", taken[table]) for id_ in clash}
        result.append(_renamed(part, renamed) if any(renamed.values()) else part)
    return result


def _check_sources(parts: Sequence[Records]) -> None:
    claimed: dict[str, Source] = {}
    for part in parts:
        for source in part.sources:
            other = claimed.setdefault(source.id, source)
            if other is source:
                continue
            first, second = (s.document or f"“{s.title}”" for s in (other, source))
            if source.sha256 and source.sha256 == other.sha256:
                same = "is given twice" if first == second else f"and {second} are one document"
                raise ClusterError(f"{first} {same}; give it once")
            raise ClusterError(
                f"{first} and {second} both claim the source id `{source.id}`; if they are"
                " editions of one programme, give only the newer one"
            )


def _free(wanted: str, taken: set[str]) -> str:
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    taken.add(free)
    return free


# --- Rejected records ----------------------------------------------------------------------------


def without_rejected(records: Records) -> Records:
    """The records without those that a person rejected, and without what stands on them only."""
    gone = {
        table: {record.id for record in getattr(records, table) if record.rejected}
        for table in ("people", "organisations", "events", "talks", "points")
    }
    if not any(gone.values()):
        return records
    events = tuple(_event_without(e, gone) for e in records.events if not e.rejected)
    talks = [t for t in records.talks if not t.rejected and t.event not in gone["events"]]
    gone["talks"] |= {t.id for t in records.talks} - {t.id for t in talks}
    return replace(
        records,
        people=tuple(p for p in records.people if not p.rejected),
        organisations=tuple(
            replace(o, links=tuple(x for x in o.links if x.to not in gone["organisations"]))
            for o in records.organisations
            if not o.rejected
        ),
        events=events,
        talks=tuple(replace(t, speakers=_stated_without(t.speakers, gone)) for t in talks),
        points=tuple(p for p in records.points if not p.rejected and _still_stands(p, gone)),
        sources=tuple(
            replace(s, author=None if s.author in gone["people"] else s.author)
            for s in records.sources
        ),
    )


def _event_without(event: Event, gone: Mapping[str, set[str]]) -> Event:
    return replace(
        event,
        parent=None if event.parent in gone["events"] else event.parent,
        people=_stated_without(event.people, gone),
        organisations=tuple(
            part for part in event.organisations if part.organisation not in gone["organisations"]
        ),
        links=tuple(link for link in event.links if link.to not in gone["events"]),
    )


def _stated_without(
    stated: Iterable[Affiliation], gone: Mapping[str, set[str]]
) -> tuple[Affiliation, ...]:
    left = (
        replace(a, organisation=None) if a.organisation in gone["organisations"] else a
        for a in stated
        if a.person not in gone["people"]
    )
    return tuple(dict.fromkeys(left))


def _still_stands(point: Point, gone: Mapping[str, set[str]]) -> bool:
    return (
        point.event not in gone["events"]
        and point.talk not in gone["talks"]
        and point.organisation not in gone["organisations"]
    )


# --- Merging -------------------------------------------------------------------------------------


def merged(parts: Sequence[Records], leader_of: Callable[[str], str]) -> Records:
    """All records of several parts in one; records with one leader become one record.

    `leader_of` tells for the address of a place, person or organisation which record it is a part
    of, itself included.
    """
    renamed = {
        table: {
            record.id: leader.partition("/")[2]
            for part in parts
            for record in getattr(part, table)
            if (leader := leader_of(f"{kind}/{record.id}")) != f"{kind}/{record.id}"
        }
        for table, kind in (
            ("places", "place"), ("people", "person"), ("organisations", "organisation"),
        )
    }  # fmt: skip
    whole = [_renamed(part, renamed) if any(renamed.values()) else part for part in parts]
    tables: dict[str, tuple[Any, ...]] = {}
    for each in fields(Records):
        by_id: dict[str, Any] = {}
        for part in whole:
            for record in getattr(part, each.name):
                known = by_id.get(record.id)
                by_id[record.id] = record if known is None else _one_of(known, record)
        tables[each.name] = tuple(sorted(by_id.values(), key=lambda record: record.id))
    return Records(**tables)


def _one_of(first: Any, second: Any) -> Any:
    """Two records in one: what the first does not say, the second says."""
    changes: dict[str, Any] = {
        each.name: getattr(second, each.name)
        for each in fields(first)
        if getattr(first, each.name) is None and getattr(second, each.name) is not None
    }
    if not isinstance(first, Place):
        changes["cite"] = tuple(dict.fromkeys((*first.cite, *second.cite)))
        changes["uncertain"] = first.uncertain and second.uncertain
        told = {name: why for name, why in second.inferred.items() if name in changes}
        changes["inferred"] = told | first.inferred
    if isinstance(first, Person):
        changes["identifiers"] = tuple(dict.fromkeys((*first.identifiers, *second.identifiers)))
    if isinstance(first, Organisation):
        changes["names"] = tuple(_all_names(first, second))
        changes["links"] = tuple(dict.fromkeys((*first.links, *second.links)))
    return replace(first, **changes)


def _all_names(first: Organisation, second: Organisation) -> Iterator[OtherName]:
    """Every name of two organisations, but the name and acronym under which they become one."""
    known = {first.name, first.acronym or second.acronym}
    printed = [name for name in (second.name, second.acronym) if name]
    more = (OtherName(name=name, kind="as printed") for name in printed)
    for other in (*first.names, *second.names, *more):
        if other.name not in known:
            known.add(other.name)
            yield other


def _renamed(records: Records, renamed: Mapping[str, Mapping[str, str]]) -> Records:
    """The same records with other ids, wherever they are named."""
    rename = _Renaming(renamed)
    return Records(
        **{each.name: tuple(map(rename.record, getattr(records, each.name)))
           for each in fields(Records)}
    )  # fmt: skip


class _Renaming:
    """Changes ids; a record that names none of them is left as it is, as most are."""

    def __init__(self, renamed: Mapping[str, Mapping[str, str]]) -> None:
        self._ids = renamed
        self._any = frozenset().union(*renamed.values())

    def _id(self, table: str, id_: Any) -> Any:
        return self._ids.get(table, {}).get(id_, id_)

    def record(self, record: Any) -> Any:
        """The record with other ids."""
        if self._any.isdisjoint(_named(record)):
            return record
        changes = dict(self._changes(record))
        table = _TABLE_OF[type(record)]
        changes["id"] = self._id(table, record.id)
        return replace(record, **changes)

    def _changes(self, record: Any) -> Iterator[tuple[str, Any]]:
        match record:
            case Talk():
                yield "event", self._id("events", record.event)
                yield "speakers", self._people(record.speakers)
            case Event():
                yield "parent", self._id("events", record.parent)
                yield "people", self._people(record.people)
                yield "places", tuple(dict.fromkeys(self._id("places", p) for p in record.places))
                yield "organisations", self._each(record.organisations, "organisation",
                                                  "organisations")  # fmt: skip
                yield "links", self._each(record.links, "to", "events")
            case Organisation():
                own = self._id("organisations", record.id)
                links = self._each(record.links, "to", "organisations")
                yield "links", tuple(link for link in links if link.to != own)
            case Source():
                yield "author", self._id("people", record.author)
            case Point():
                for name, table in (("event", "events"), ("talk", "talks"), ("place", "places"),
                                    ("organisation", "organisations")):  # fmt: skip
                    yield name, self._id(table, getattr(record, name))

    def _people(self, stated: Iterable[Affiliation]) -> tuple[Affiliation, ...]:
        return tuple(
            dict.fromkeys(
                Affiliation(person=self._id("people", a.person), role=a.role,
                            organisation=self._id("organisations", a.organisation))
                for a in stated
            )
        )  # fmt: skip

    def _each(self, items: Iterable[Any], name: str, table: str) -> tuple[Any, ...]:
        return tuple(
            dict.fromkeys(replace(each, **{name: self._id(table, getattr(each, name))})
                          for each in items)
        )  # fmt: skip


def _named(record: Any) -> Iterator[str | None]:
    """The ids that a record names, its own first."""
    yield record.id
    match record:
        case Talk():
            yield record.event
            for stated in record.speakers:
                yield stated.person
                yield stated.organisation
        case Event():
            yield record.parent
            yield from record.places
            yield from (part.organisation for part in record.organisations)
            yield from (link.to for link in record.links)
            yield from (id_ for a in record.people for id_ in (a.person, a.organisation))
        case Organisation():
            yield from (link.to for link in record.links)
        case Source():
            yield record.author
        case Point():
            yield from (record.event, record.talk, record.organisation, record.place)


_TABLE_OF: dict[type, str] = {
    Source: "sources", Place: "places", Person: "people", Organisation: "organisations",
    Event: "events", Talk: "talks", Point: "points",
}  # fmt: skip
