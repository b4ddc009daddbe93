"""schema.org events as JSON-LD, alone or inside a page: events, their parts, and their talks.

A part of an event is a talk when it has no parts itself and either someone performs in it or it
has its time within a day of the event. Any other part is an event of its own.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from clustertui.intake import jsontext
from clustertui.intake.document import Document, IntakeError
from clustertui.intake.jsonld_facts import Facts, Span, when
from clustertui.intake.jsonld_nodes import Event, Graph, Node, text, types
from clustertui.intake.moments import Moment, clock
from clustertui.intake.plain import heading, one_line, plain
from clustertui.intake.stated import (
    Doubt,
    StatedAffiliation,
    StatedEvent,
    StatedPerson,
    StatedSource,
    StatedTalk,
    Statement,
    Tell,
    Where,
)
from clustertui.intake.wording import kind_of_event, kind_of_title

NAME = "schema.org events (JSON-LD)"
GUESSES = False

FURTHEST = 1 << 22
"""Bytes of a page that are looked at for recognition."""
_TYPED = re.compile(
    r'"@type"\s*:\s*(?:\[[^\]]{0,200}?)?"(?:[\w-]+:|https?://schema\.org/)?'
    r"(?:\w*Event(?:Series)?|Conference|Workshop|Festival|Hackathon|CourseInstance)\""
)
_BEGIN = re.compile(r"<(?:!(?=--)|(?=script[\s/>]|title[\s/>]))(--|script|title)", re.IGNORECASE)
_END = {
    "--": re.compile("-->"),
    "script": re.compile(r"</script(?=[\s/>])", re.IGNORECASE),
    "title": re.compile(r"</title(?=[\s/>])", re.IGNORECASE),
}
_SCRIPT = re.compile(r"ld(?:\+|&#43;|&#x2b;|&plus;)json", re.IGNORECASE)
_PREFIX = re.compile(r'"([\w-]+)"\s*:\s*"https?://schema\.org/?#?"')
_KINDS = {
    "Hackathon": "hackathon", "CourseInstance": "training", "ExhibitionEvent": "fair",
    "Conference": "conference", "ConferenceEvent": "conference", "Workshop": "workshop",
}  # fmt: skip
_PERFORMERS = ("performer", "performers", "actor", "contributor", "contributors", "speaker")
_ORGANISERS = (("organizer", "organiser"), ("organiser", "organiser"), ("sponsor", "sponsor"),
               ("funder", "funder"))  # fmt: skip
_ATTENDEES = ("attendee", "attendees")
_PERFORM = frozenset(_PERFORMERS)
_INVOLVED = frozenset(_PERFORMERS + _ATTENDEES)
_ROLES = dict.fromkeys(("performer", "performers", "actor", "speaker"), "performer") | {
    "contributor": "contributor",
    "contributors": "contributor",
}


def recognises(document: Document) -> bool:
    """Whether it begins like JSON with events in it, or is a page with JSON-LD."""
    said = jsontext.beginning(document)
    if said[:1] in ("{", "["):
        return bool(_TYPED.search(said)) or ('"@context"' in said and "schema.org" in said)
    if said[:1] != "<":
        return False
    if len(said) < document.size and not _SCRIPT.search(said):
        try:
            with document.open() as stream:
                said = stream.read(FURTHEST).decode("latin-1")
        except OSError:
            return False
    return bool(_SCRIPT.search(said)) and bool(_TYPED.search(html.unescape(said)))


def read(document: Document, tell: Tell) -> Iterator[Statement]:
    """Everything that the events of the document state.

    Raises IntakeError when the JSON is faulty or holds no event, or a library is missing.
    """
    whole = document.text(tell)
    graph = Graph()
    title: str | None = None
    faults: list[Doubt] = []
    if whole.lstrip("\ufeff \t\n")[:1] == "<":
        title, faults = _read_page(document, whole, graph)
    else:
        whole = _without_prefixes(whole.lstrip("\ufeff"))
        for number, (value, first, last) in enumerate(jsontext.listed(document, whole)):
            graph.add(value, Where(first, last), f"[{number}]")
    try:
        graph.settle()
    except RecursionError:
        raise IntakeError(document.name, "is nested too deeply to be read") from None
    if not graph.events:
        raise IntakeError(document.name, "holds no event of schema.org")
    yield from _Telling(document, graph).statements(title)
    yield from faults


def _read_page(document: Document, whole: str, graph: Graph) -> tuple[str | None, list[Doubt]]:
    """Takes in every script of a page; its title, and what is wrong with scripts."""
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        message = "needs the extra `intake`: pip install 'clustertui[intake]'"
        raise IntakeError(document.name, message) from None
    faults: list[Doubt] = []
    title: str | None = None
    line = place = number = 0
    for name, start, end in _elements(whole):
        begun = whole.find(">", start, end) + 1 if name == "script" else 0
        node = LexborHTMLParser(f"{whole[start:begun]}</{name}>").css_first(name) if begun else None
        said = whole[begun:end]
        if not node:  # the title, or a tag with a `>` inside a value
            node = LexborHTMLParser(f"{whole[start:end]}</{name}>").css_first(name)
            said = node.text() if node else ""
            begun = max(whole.find(said, start, end), start)
        if name == "title":
            title = one_line(said) or None
            continue
        number += 1
        if not node or "ld+json" not in (node.attributes.get("type") or "").lower():
            continue
        said = said.replace("\0", "")
        line, place = line + whole.count("\n", place, begun), begun
        try:
            for at, (value, first, last) in enumerate(_items(said)):
                graph.add(value, Where(line + first, line + last), f"script {number} [{at}]")
        except jsontext.FaultyJsonError as error:
            where = Where(line + (error.line or 1))
            faults.append(Doubt(where, f"a script {error}", "event"))
    if faults and not graph.events:
        raise IntakeError(document.name, faults[0].message, faults[0].where.first_line)
    return title, faults


def _elements(whole: str) -> Iterator[tuple[str, int, int]]:
    """The title and the scripts of a page: name, and where each begins and its content ends.

    Only these go to the parser of HTML: its time grows with the square of how deep a page is.
    """
    place, titled = 0, False
    while begun := _BEGIN.search(whole, place):
        name = begun[1].lower()
        ended = _END[name].search(whole, begun.end()) if name != "title" or not titled else None
        place = ended.end() if ended else len(whole) if name != "title" else begun.end()
        if name != "--" and (ended or name == "script"):
            yield name, begun.start(), ended.start() if ended else len(whole)
        titled = titled or name == "title"


def _items(said: str) -> list[tuple[Any, int, int]]:
    """What a script holds, also where a page has escaped it as if it were text."""
    try:
        return list(jsontext.items(_without_prefixes(said)))
    except jsontext.FaultyJsonError:
        if "&quot;" not in said:
            raise
        return list(jsontext.items(_without_prefixes(html.unescape(said))))


def _without_prefixes(said: str) -> str:
    """JSON whose properties are named plainly, without `schema:` or the whole address."""
    prefixes = {
        "schema",
        "https://schema.org/",
        "http://schema.org/",
        *_PREFIX.findall(said[:4096]),
    }
    spelt = [re.escape(each) + ("" if each.endswith("/") else ":") for each in sorted(prefixes)]
    if not any(f'"{each}' in said for each in ("http://schema.org/", "https://schema.org/")) and (
        not any(f'"{each}:' in said for each in prefixes)
    ):
        return said
    return re.sub(rf'(?<!\\)"(?:{"|".join(spelt)})(\w+)"(\s*:)', r'"\1"\2', said)


class _Telling:
    """The events of one document as statements."""

    def __init__(self, document: Document, graph: Graph) -> None:
        self._document = document
        self._events = graph.events
        self._facts = Facts(graph.resolved)
        self._spans: dict[Event, Span] = {}

    def statements(self, title: str | None) -> Iterator[Statement]:
        """Every event before its talks and its parts."""
        stack = [event for event in reversed(self._events) if not event.parent]
        first = one_line(text(stack[-1].node.get("name")))
        yield StatedSource(title or first or self._document.stem)
        while stack:
            event = stack.pop()
            series = "EventSeries" in types(event.node)
            talks = [] if series else [each for each in event.parts if self._is_talk(each, event)]
            spoken = set(talks)
            stack += [part for part in reversed(event.parts) if part not in spoken]
            lost = _why_lost(event)
            if lost:
                yield Doubt(event.where, lost, "event")
            else:
                yield from self._event(event, talks)
            yield from event.doubts

    def _is_talk(self, part: Event, event: Event) -> bool:
        if part.parts:
            return False
        if not _PERFORM.isdisjoint(part.node) and any(map(part.node.get, _PERFORMERS)):
            return True
        start, end = self._span(part)
        if not start or not start.at:
            return False
        if end and end.at and end.at - start.at > timedelta(days=1):
            return False
        first, last = self._span(event)
        return first is None or first.start <= start.start <= (last or first).end

    def _span(self, event: Event) -> Span:
        span = self._spans.get(event)
        if span is None:
            span = self._spans[event] = when(event.node, event.where, event.doubts)
        return span

    def _event(self, event: Event, talks: list[Event]) -> Iterator[Statement]:
        node, where = event.node, event.where
        name, guessed = heading(text(node.get("name"))), list[tuple[str, str]]()
        if not name:
            name = self._document.event or self._document.stem
            guessed.append(("name", "the document gives the event no name"))
            event.doubts.append(Doubt(where, "the event has no name; the document's is taken"))
        if _cancelled(node):
            event.doubts.append(Doubt(where, f"`{name}` is cancelled"))
        if event.repeated:
            event.doubts.append(Doubt(where, f"its identifier is used before: `{node['@id']}`"))
        start, end = self._span(event)
        end = end or start
        people, organisations = self._involved(event)
        key = _key(event)
        told: list[Statement] = []
        for talk in talks:
            told += self._talk(talk, key, people, organisations)
            told += talk.doubts
        yield StatedEvent(
            key, name, _kind(node, name), start.start if start else None,
            end.end if start and end else None, _precision(start, end), None,
            plain(text(node.get("description"))) or None,
            _key(event.parent) if event.parent and not _why_lost(event.parent) else None,
            tuple(self._facts.places(node.get("location"))), tuple(dict.fromkeys(organisations)),
            tuple(dict.fromkeys(people)), (), one_line(text(node.get("url"))) or None, (where,),
            tuple(guessed),
        )  # fmt: skip
        yield from told

    def _involved(self, event: Event) -> tuple[list[StatedPerson], list[tuple[str, str]]]:
        """Who takes part in an event: people, and organisations with their roles."""
        node, people, organisations = event.node, list[StatedPerson](), list[tuple[str, str]]()
        for key in (*_PERFORMERS, *_ATTENDEES):
            if key in node:
                found, firms = self._facts.who(node[key], event.where, event.doubts)
                people += found
                organisations += [(firm, _ROLES.get(key, "participant")) for firm in firms]
        for key, role in _ORGANISERS:
            if key in node:
                found, firms = self._facts.who(node[key], event.where, event.doubts, person=False)
                people += [_in_role(each, role) for each in found]
                organisations += [(firm, role) for firm in firms]
        return people, organisations

    def _talk(
        self, talk: Event, event: str, taking_part: list[StatedPerson],
        organisations: list[tuple[str, str]],
    ) -> Iterator[Statement]:  # fmt: skip
        node, where, doubts = talk.node, talk.where, talk.doubts
        title = heading(text(node.get("name")))
        if not title or _cancelled(node):
            why = f"`{title}` is cancelled" if title else "the talk has no title"
            yield Doubt(where, why, "talk")
            return
        people: list[StatedPerson] = []
        for key in [key for key in node if key in _INVOLVED]:
            found, firms = self._facts.who(node[key], where, doubts)
            if key in _ATTENDEES:
                taking_part += found
                organisations += [(firm, "participant") for firm in firms]
            else:
                people += found
                organisations += [(firm, "performer") for firm in firms]
        kind = kind_of_title(title) or "presentation"
        if not people and kind != "break":
            doubts.append(Doubt(where, f"`{title}`: no speaker is named"))
        if talk.repeated:
            doubts.append(Doubt(where, f"its identifier is used before: `{node['@id']}`"))
        start, end = self._span(talk)
        at, why = clock(start)
        yield StatedTalk(
            event, title, _talk_key(talk), kind, None, self._facts.room(node.get("location")), at,
            end.at if end else None, one_line(text(node.get("inLanguage"))) or None,
            plain(text(node.get("description"))) or None, one_line(text(node.get("url"))) or None,
            tuple(dict.fromkeys(people)), (where,), (("start", why),) if why else (),
        )  # fmt: skip


def _why_lost(event: Event) -> str:
    """Why an event stays out: it has no parts that would have to stay out with it."""
    if event.parts:
        return ""
    name = heading(text(event.node.get("name")))
    if not name:
        return "the event has no name"
    return f"`{name}` is cancelled" if _cancelled(event.node) else ""


def _cancelled(node: Node) -> bool:
    return "eventStatus" in node and text(node["eventStatus"]).endswith("EventCancelled")


def _talk_key(event: Event) -> str | None:
    called = event.node.get("@id")
    return called if isinstance(called, str) and called and not event.repeated else None


def _key(event: Event) -> str:
    return _talk_key(event) or event.path


def _kind(node: Node, name: str) -> str:
    told = kind_of_event(name)
    return told or next((_KINDS[each] for each in types(node) if each in _KINDS), "event")


def _precision(start: Moment | None, end: Moment | None) -> str:
    """How exact both ends are."""
    if start is None or end is None:
        return "none"
    found = {start.precision, end.precision}
    return "year" if "year" in found else "month" if "month" in found else "day"


def _in_role(person: StatedPerson, role: str) -> StatedPerson:
    """A person who takes part in a role, such as an organiser."""
    known = person.affiliations or (StatedAffiliation(),)
    return person._replace(
        affiliations=tuple(each if each.role else each._replace(role=role) for each in known)
    )
