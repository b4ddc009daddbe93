"""What becomes of the items and lines of a page: talk or none, taken, furniture, not understood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from clustertui.intake.page.entries import Entry, columns_of
from clustertui.intake.page.items import Item
from clustertui.intake.page.naming import has_kind
from clustertui.intake.page.signs import is_pause
from clustertui.intake.page.vocabulary import VISITS
from clustertui.intake.stated import Doubt, LineNote, Where
from clustertui.text import fold

_CANCELLED = re.compile(r"cancel|entfall|annul|abgesagt|anulad|cancelad", re.I)
_OF_PROGRAMMES = re.compile(
    r"\b(?:opening|closing|welcome|keynote|session|panel|plenary|workshop|ceremony|lecture|"
    r"presentation|discussion|introduction|eroffnung|begrussung|vortrag|podium|ouverture|cloture|"
    r"atelier|table ronde|apertura|clausura|bienvenida|mesa|saluti|relazione|ponencia|sessao)"
)
"""Words of the items that nearly every programme has; folded."""
_NO_TALK = re.compile(
    r"^(?:end\b|ende\b|fin\b|fine\b|meet(?:ing)? point|matchmaking|bilateral|networking|"
    r"speed ?dating|b2b|"
    r"individual meetings|free (?:time|evening)|return|departure|arrival|transfer|bus\b|"
    r"train\b|"
    r"check|doors|bilaterale|gespräche|kooperationsgespräche|rencontres b2b|group work$|"
    r"poster session$|"
    r"parallel sessions?$|company pitches$|pitches$)",
    re.I,
)


def confident(items: Sequence[Item], entries: Sequence[Entry]) -> bool:
    """Whether the items are a programme, and not the hours of a shop or the steps of a recipe."""
    if any(each.title and (each.people or each.nobody) for each in items):
        return True
    untitled = sum(each.untitled and each.timed and bool(each.people) for each in items)
    if untitled > 1 and any(map(_names_speakers, entries)):
        return True
    timed = [each for each in items if each.timed and each.title]
    pauses = sum(
        (each.timed and each.kind in ("pause", "empty"))
        or (each.kind == "row" and any(map(is_pause, filter(None, each.line.cells))))
        for each in entries
    )
    if pauses and sum(each.timed and bool(each.people) for each in items) > 1:
        return True
    if len(timed) < 2:
        return False
    if pauses and len(timed) > 3:
        return True
    if (
        pauses
        and sum(_OF_PROGRAMMES.search(fold(each.title or "")) is not None for each in timed) > 1
    ):
        return True
    running = sum((each.title or "").endswith((".", "!")) for each in timed)
    if running * 3 > len(timed):
        return False
    return any(each.kind == "programme" for each in entries) or any(
        has_kind(each.text) for each in entries[:12] if each.kind in ("title", "label", "date")
    )


def _names_speakers(entry: Entry) -> bool:
    """Whether a row of a table says that a column holds speakers."""
    return entry.kind == "row" and "speaker" in columns_of(entry.line.cells).values()


def talks_of(items: Sequence[Item]) -> list[Item]:
    """The items that are talks: with content of their own, and with a speaker or a time."""
    timed = any(each.timed for each in items)
    spoken = Counter(each.session for each in items if each.listed and each.people)
    loose = not timed and sum(each.day is not None and bool(each.people) for each in items) > 1
    talks = [
        each for each in items
        if _is_talk(each, timed, spoken[each.session]) or (loose and _is_plain_talk(each))
    ]  # fmt: skip
    return _each_once(talks)


def _is_plain_talk(item: Item) -> bool:
    """Whether a title alone under the heading of a day is a talk: it says what programmes have."""
    title = fold(item.title or "")
    plain = not item.children and len(title.split()) < 16 and not any(map(str.isdigit, title))
    return item.day is not None and plain and _OF_PROGRAMMES.match(title) is not None


def _each_once(items: Sequence[Item]) -> list[Item]:
    """The items; one that is told again, with its title and people but no time, is the first."""
    found: dict[tuple[str, ...], Item] = {}
    kept: list[Item] = []
    for item in items:
        names = sorted(fold(person.name) for person in item.people)
        first = found.setdefault((fold(item.title or ""), *names), item)
        if first is item or item.timed or not item.title or not names:
            kept.append(item)
        else:
            first.lines += item.lines
            first.add(item.people)
    return kept


def _is_talk(item: Item, some_are_timed: bool, siblings: int) -> bool:
    """Whether an item is a talk; `siblings` of its list have speakers."""
    title = fold(item.title or "")
    if _CANCELLED.search(title) and len(title.split()) < 5:
        return False
    if item.section and item.led_only and (item.children or not item.people):
        return not item.children
    if item.children and item.led and item.led_only:
        return False
    if item.people or item.nobody:
        return bool(title) or item.untitled or (item.timed and bool(item.people))
    if len(title) < 3 or _NO_TALK.search(title):
        return False
    if item.children and not title.startswith(VISITS):
        return False
    if item.panel and not item.timed:
        return (some_are_timed or bool(item.abstract)) and len(title.split()) > 2
    if item.listed and item.start is None and title.endswith("?") and not siblings:
        return False  # what a session asks
    return item.timed or (item.listed and siblings > 1 and not (item.title or "")[0].islower())


def where_of(statements: Iterable[object]) -> Iterator[Where]:
    """Every place that statements cite."""
    for each in statements:
        if isinstance(each, Doubt):
            continue
        yield from getattr(each, "where", ())
        for person in getattr(each, "people", ()):
            yield from person.where


def notes(numbers: Iterable[int], taken: set[int], furniture: set[int]) -> Iterator[LineNote]:
    """What became of each line that no statement cites."""
    for number in numbers:
        if number not in taken:
            yield LineNote(number, "furniture" if number in furniture else "not understood")
