"""What a node of schema.org says of people, organisations, places and times."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from clustertui.intake.jsonld_nodes import Node, several, text, types
from clustertui.intake.moments import Moment, length_of, moment
from clustertui.intake.persons import Keys, bare_name, people_named, stated
from clustertui.intake.plain import heading, label, one_line
from clustertui.intake.stated import Doubt, StatedAffiliation, StatedPerson, StatedPlace, Where

_ORGANISATION = re.compile(r"Organi[sz]ation|Corporation|NGO|Business|Group|University|Project|"
                           r"Consortium|Team|Store|Brand|School|Agency")  # fmt: skip
_HELD_BY_A_ROLE = (
    "performer",
    "contributor",
    "attendee",
    "organizer",
    "sponsor",
    "funder",
    "actor",
)
_FIRMS = ("affiliation", "worksFor", "memberOf")
ONLINE = "online"
"""The place of what takes place nowhere else."""


class Span(NamedTuple):
    """When an event begins and ends."""

    start: Moment | None
    end: Moment | None


class Facts:
    """Reads the values of one document's nodes; what is wrong goes to the doubts of a call."""

    def __init__(self, resolve: Callable[[Any], Any]) -> None:
        self._resolve = resolve
        self._keys = Keys()
        self._people: dict[str, StatedPerson] = {}
        self._affiliated: dict[tuple[Any, ...], tuple[StatedAffiliation, ...]] = {}

    def who(
        self, value: Any, where: Where, doubts: list[Doubt], *, person: bool = True
    ) -> tuple[list[StatedPerson], list[str]]:
        """The people, and the names of the organisations, whom a property names.

        What is neither typed as the one nor as the other is a person, if `person`.
        """
        people: list[StatedPerson] = []
        organisations: list[str] = []
        for each in several(value):
            node, role = each, None
            if type(node) is not dict or node.get("@type") != "Person" or "@id" in node:
                node, role = self._without_role(each)
            if type(node) is dict:
                if node.get("@type") != "Person" and _is_firm(node, person):
                    self._add_firm(node, organisations, where, doubts)
                elif found := self._person(node, role):
                    people.append(found)
                else:
                    called = heading(text(node.get("name"))) or str(node.get("@id") or "")[:80]
                    rest = f": `{called}`" if called else ""
                    doubts.append(Doubt(where, f"a person has no name{rest}", "person"))
            elif type(node) is str and person:
                people += map(stated, people_named(node, commas=True))
            elif type(node) is str and node.strip():
                organisations.append(one_line(node))
        return people if len(people) < 2 else list(dict.fromkeys(people)), organisations

    def _without_role(self, value: Any) -> tuple[Any, str | None]:
        """Who plays a role, and which, where a property goes by way of a `Role`."""
        node = self._resolve(value)
        if isinstance(node, dict) and any(kind.endswith("Role") for kind in types(node)):
            inner = next((node[key] for key in _HELD_BY_A_ROLE if key in node), None)
            named = one_line(text(node.get("roleName"))) or None
            return self._resolve(next(iter(several(inner)), None)) or {}, named
        return node, None

    def _add_firm(
        self, node: Node, organisations: list[str], where: Where, doubts: list[Doubt]
    ) -> None:
        name = heading(text(node.get("name")))
        if name:
            organisations.append(name)
        else:
            doubts.append(Doubt(where, "an organisation has no name and is left out"))

    def _person(self, node: Node, role: str | None) -> StatedPerson | None:
        called = node.get("@id")
        if role is None and type(called) is str and called in self._people:
            return self._people[called]
        said = node.get("name")
        if said is None:
            said = f"{text(node.get('givenName'))} {text(node.get('familyName'))}"
        name = bare_name(said if type(said) is str else text(said))
        if not name:
            return None
        url = (one_line(text(node["url"])) or None) if "url" in node else None
        key = _key(node, url) if called or url or "email" in node else None
        person = StatedPerson(
            name, self._keys.of(name, key) if key else None, self._affiliations(node, role), url
        )
        if role is None and type(called) is str:
            self._people[called] = person
        return person

    def _affiliations(self, node: Node, role: str | None) -> tuple[StatedAffiliation, ...]:
        title = one_line(text(node["jobTitle"])) if "jobTitle" in node else ""
        title = title or role or ""
        found: dict[str, str | None] = {}
        for key in _FIRMS:
            if key in node:
                for each in several(node[key]):
                    firm = self._resolve(each)
                    name = _name(firm)
                    if name:
                        found[name] = _country(firm["address"]) if "address" in firm else None
        if not found:
            return (StatedAffiliation(None, None, title),) if title else ()
        told = (*found.items(), title)
        known = self._affiliated.get(told)
        if known is None:
            known = self._affiliated[told] = tuple(
                [StatedAffiliation(name, None, title or None, land) for name, land in found.items()]
            )
        return known

    def places(self, value: Any) -> list[StatedPlace]:
        """The towns and venues of a location, each town before its venue."""
        found: dict[StatedPlace, None] = {}
        for each in several(value):
            node = self._resolve(each)
            if isinstance(node, dict):
                if "VirtualLocation" in types(node):
                    found[StatedPlace(ONLINE)] = None
                    continue
                address = self._resolve(node.get("address"))
                country = _country(address)
                town = _town(address)
                venue = heading(text(node.get("name"))) or (
                    one_line(text(address)) if not town else ""
                )
                for name in (town, venue):
                    if name:
                        found[StatedPlace(name, country)] = None
            elif name := one_line(text(node)):
                found[StatedPlace(name)] = None
        return list(found)

    def room(self, value: Any) -> str | None:
        """The one place of a talk."""
        for each in several(value):
            node = self._resolve(each)
            if name := one_line(text(node)):
                return name
            if isinstance(node, dict) and "VirtualLocation" in types(node):
                return ONLINE
        return None


def when(node: Node, where: Where, doubts: list[Doubt]) -> Span:
    """When an event begins and ends; a date that there is not is a doubt."""
    first, last = node.get("startDate"), node.get("endDate")
    start = (type(first) is str and moment(first)) or _moment(first, where, doubts)
    end = (type(last) is str and moment(last)) or _moment(last, where, doubts)
    if start and start.at and end is None and "duration" in node:
        length = length_of(text(node["duration"]))
        if length:
            at = start.at + length
            end = Moment(at.date(), at.date(), "day", at)
    if (
        start
        and end
        and (
            end.end < start.start
            or (start.at is not None and end.at is not None and end.at < start.at)
        )
    ):
        doubts.append(Doubt(where, "it ends before it begins; the end is left out"))
        end = None
    return Span(start, end)


def _moment(value: Any, where: Where, doubts: list[Doubt]) -> Moment | None:
    if value is None:
        return None
    said = text(value)
    found = moment(said)
    if found is None and said.strip():
        message = f"`{one_line(said)[:60]}` is no date or time that there is"
        doubts.append(Doubt(where, message))
    return found


def _key(node: Node, url: str | None) -> str | None:
    """What identifies a person: the node's own name, a mail address or a web address."""
    if isinstance(called := node.get("@id"), str) and called:
        return f"id:{called}"
    mail = text(node.get("email")).strip().lower().removeprefix("mailto:")
    if "@" in mail:
        return f"mailto:{mail}"
    return f"id:{url}" if url else None


def _name(node: Any) -> str:
    """What a thing is called; the things of a document have few names."""
    said = node.get("name") if type(node) is dict else node
    return label(said if type(said) is str else text(node)) or ""


def _is_firm(node: Node, person: bool) -> bool:
    """Whether a node is an organisation; what has no type is none, if `person`."""
    kinds = types(node)
    return "Person" not in kinds and (
        any(map(_ORGANISATION.search, kinds)) if kinds else not person
    )


def _country(address: Any) -> str | None:
    node = next(iter(several(address)), None)
    return one_line(text(node.get("addressCountry"))) or None if isinstance(node, dict) else None


def _town(address: Any) -> str:
    node = next(iter(several(address)), None)
    return one_line(text(node.get("addressLocality"))) if isinstance(node, dict) else ""
