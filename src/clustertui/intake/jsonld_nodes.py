"""The events of schema.org that a document describes: where each stands, and of which it is a part.

Every value may be written alone or in a list, in full or as a reference by `@id`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from clustertui.intake.plain import heading
from clustertui.intake.stated import Doubt, Where

Node = dict[str, Any]

_EVENT_TYPES = frozenset(
    ["Conference", "Workshop", "Festival", "Hackathon", "CourseInstance", "EventSeries"]
)
_NO_EVENTS = frozenset(["PublicationEvent", "BroadcastEvent", "OnDemandEvent", "DeliveryEvent"])
_PARTS = ("subEvent", "subEvents")
_WHOLES = ("superEvent", "superEvents")
_JOINTS = frozenset(_PARTS + _WHOLES)
_CARRIERS = (
    "@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "event", "events",
    "about", "hasPart", "subjectOf", "performerIn", "@list", "@set",
)  # fmt: skip
"""What may hold events, other than an event."""
FEW_LINES = 200
"""A part of an item that is longer than this is named by its path, not by the item's lines."""


@dataclass(slots=True, eq=False)
class Event:
    """An event as the document describes it."""

    node: Node
    where: Where
    path: str
    """Where it stands among the items and their properties."""
    parent: Event | None = None
    below: Event | None = None
    """The event that mentions it as that of which it is a part."""
    parts: list[Event] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    repeated: bool = False
    """Whether another event has the same `@id`."""


def several(value: Any) -> list[Any]:
    """The values of a property, however it is written."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        inner = value.get("@list", value.get("@set"))
        return inner if isinstance(inner, list) else [value]
    return [] if value is None else [value]


def text(value: Any, deeper: int = 3) -> str:
    """What a property says in words: its value, or the name of what it is; English if it can be."""
    if type(value) is str:
        return value
    if value is None:
        return ""
    if isinstance(value, dict) and deeper:
        return text(value.get("@value", value.get("name")), deeper - 1)
    if isinstance(value, list) and deeper:
        english = (each for each in value if isinstance(each, dict)
                   and str(each.get("@language", "")).startswith("en"))  # fmt: skip
        said = (text(each, deeper - 1) for each in (*english, *value))
        return next(filter(None, said), "")
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def is_event(node: Node) -> bool:
    """Whether a node is an event of some sort that people come to."""
    if node.get("@type") == "Event":
        return True
    return any(
        (each.endswith("Event") and each not in _NO_EVENTS) or each in _EVENT_TYPES
        for each in types(node)
    )


def types(node: Node) -> list[str]:
    """The types of a node, without the prefixes of schema.org."""
    said = node.get("@type")
    named = said if isinstance(said, list) else (said,)
    return [each.rpartition("/")[2].rpartition(":")[2] for each in named if isinstance(each, str)]


def describes(node: Node) -> bool:
    """Whether it says more than which node is meant."""
    return not ("@id" in node and len(node) <= 1 + ("@type" in node))


class Graph:
    """All that a document describes."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        """In the order of the document; whole after `settle`."""
        self._roots: list[Any] = []
        self._known: dict[str, Node] | None = None
        self._links: list[tuple[Event, Event]] = []
        """An event, and that of which it is a part."""
        self._references: list[tuple[Event, Any, bool]] = []
        """An event, the name of another, and whether that other is the whole or the part."""

    def add(self, value: Any, where: Where, path: str) -> None:
        """Takes in an item of the document with every event in it."""
        self._roots.append(value)
        few = (where.last_line or 0) - (where.first_line or 0) < FEW_LINES
        stack: list[tuple[Any, str, Event | None, bool]] = [(value, path, None, False)]
        while stack:
            node, path, other, upwards = stack.pop()
            if type(node) is list:
                plain = (
                    0
                    if upwards or other is None
                    else self._add_plain(node, path, other, where, few)
                )
                places = range(len(node) - 1, plain - 1, -1)
                stack += [(node[at], f"{path}[{at}]", other, upwards) for at in places]
            elif type(node) is not dict or (other and not describes(node)):
                if other and node is not None:
                    self._references.append((other, node, upwards))
            elif other or is_event(node):
                here = Where(where.first_line, where.last_line, path) if few else Where(item=path)
                event = Event(node, here, path, below=other if upwards else None)
                self.events.append(event)
                if other:
                    self._links.append((other, event) if upwards else (event, other))
                if not _JOINTS.isdisjoint(node):
                    for keys, up in ((_PARTS, False), (_WHOLES, True)):
                        stack += [
                            (node[key], f"{path}.{key}", event, up) for key in keys if key in node
                        ]
            else:
                stack += [
                    (node[key], f"{path}.{key}", None, False) for key in _CARRIERS if key in node
                ]

    def _add_plain(self, nodes: list[Any], path: str, whole: Event, where: Where, few: bool) -> int:
        """Takes in the first parts of an event, as long as they have no parts themselves."""
        first, last = where.first_line, where.last_line
        for at, node in enumerate(nodes):
            if type(node) is not dict or len(node) < 3 or not _JOINTS.isdisjoint(node):
                return at
            here = f"{path}[{at}]"
            event = Event(node, Where(first, last, here) if few else Where(None, None, here), here)
            self.events.append(event)
            self._links.append((event, whole))
        return len(nodes)

    def resolved(self, value: Any) -> Any:
        """The fullest description of what a value with an `@id` names; anything else as it is."""
        if type(value) is not dict or "@id" not in value:
            return value
        if self._known is None:
            self._known = _described(self._roots)
        known = self._known.get(value["@id"]) if isinstance(value["@id"], str) else None
        return known if known and len(known) > len(value) else value

    def settle(self) -> None:
        """Finds out which events are the same and which are parts of which, without circles."""
        same, named = self._same()
        for event in self.events if self._references else ():
            if isinstance(url := event.node.get("url"), str):
                named.setdefault(url, same.get(event, event))
        for child, parent in self._links:
            if not same:
                child.parent = child.parent or parent
            else:
                _join(same.get(child, child), same.get(parent, parent))
        for event, value, upwards in self._references:
            name = value.get("@id") if type(value) is dict else value
            other = named.get(name) if isinstance(name, str) else None
            if other is None:
                message = f"it refers to `{str(name)[:80]}`, which the document does not describe"
                event.doubts.append(Doubt(event.where, message))
                continue
            event = same.get(event, event)
            _join(*((event, other) if upwards else (other, event)))
        self.events = [event for event in self.events if event not in same]
        _open_circles(self.events)
        for event in self.events:
            if event.parent:
                event.parent.parts.append(event)

    def _same(self) -> tuple[dict[Event, Event], dict[str, Event]]:
        """Event → the same one elsewhere; and the events by `@id` and address."""
        same: dict[Event, Event] = {}
        named: dict[str, Event] = {}
        told: dict[tuple[str, str], Event] = {}
        mentions = any(event.below for event in self.events)
        ordered = self.events
        if mentions:
            ordered = sorted(ordered, key=lambda each: each.below is not None)
        for event in ordered:
            name = event.node.get("@id")
            first = named.get(name) if isinstance(name, str) else None
            said = _said(event.node) if mentions else ()
            if first is None and event.below and said:
                first = told.get(said[-1])
                first = None if first is event.below else first
            if first is None:
                if isinstance(name, str):
                    named[name] = event
                for each in said:
                    told.setdefault(each, event)
            elif event.below or _agree(first.node, event.node):
                same[event] = first
                first.node = max(first.node, event.node, key=len)
            else:
                event.repeated = True
        return same, named


def _said(node: Node) -> tuple[tuple[str, str], ...]:
    """By what a mention knows an event: its name, and its name with its start."""
    name = heading(text(node.get("name")))
    start = text(node.get("startDate"))
    return () if not name else ((name, ""), (name, start)) if start else ((name, ""),)


def _agree(first: Node, second: Node) -> bool:
    """Whether one of two nodes says nothing that the other does not say."""
    smaller, larger = sorted((first, second), key=len)
    return all(larger.get(key) == value for key, value in smaller.items())


def _join(child: Event, parent: Event) -> None:
    if child is parent:
        child.doubts.append(Doubt(child.where, "it is said to be a part of itself"))
    elif child.parent is None:
        child.parent = parent


def _open_circles(events: Iterable[Event]) -> None:
    """Makes an event that is a part of a part of itself stand alone."""
    sure: set[Event] = set()
    for event in events:
        if event.parent is None or event.parent.parent is None:
            continue
        way: list[Event] = []
        seen: set[Event] = set()
        each: Event | None = event
        while each and each not in sure:
            if each in seen:
                each.parent = None
                each.doubts.append(Doubt(each.where, "it is said to be a part of itself"))
                break
            seen.add(each)
            way.append(each)
            each = each.parent
        sure.update(way)


def _described(roots: Iterable[Any]) -> dict[str, Node]:
    """Every node that has an `@id`, as it is described most fully."""
    known: dict[str, Node] = {}
    stack = list(roots)
    while stack:
        node = stack.pop()
        if type(node) is list:
            stack += node
        elif type(node) is dict:
            stack += node.values()
            name = node.get("@id")
            if isinstance(name, str) and len(node) > len(known.get(name, ())):
                known[name] = node
    return known
