"""What becomes of the items and lines of a page: talk or none, taken, furniture, not understood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from clustertui.intake.page.belonging import is_room
from clustertui.intake.page.clock import anywhere, leading
from clustertui.intake.page.entries import Entry, columns_of
from clustertui.intake.page.items import Item
from clustertui.intake.page.layout import day_follows_title, sections_without_titles
from clustertui.intake.page.naming import has_kind
from clustertui.intake.page.signs import is_pause
from clustertui.intake.page.vocabulary import PANEL, VISITS
from clustertui.intake.stated import Doubt, LineNote, Where
from clustertui.text import fold

_PIECE = re.compile(r",\s|\s[–—|-]\s")
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


def start_of_programme(entries: Sequence[Entry]) -> int:
    """Where the programme begins; what stands above it tells of the event."""
    timed = [
        at for at, each in enumerate(entries)
        if each.timed or _is_timed_row(each) or _is_timed_day(entries, at)
    ]  # fmt: skip
    firsts = timed[:1] if len(timed) > 1 else []
    heads = [
        at
        for at, each in enumerate(entries)
        if each.kind == "programme"
        and at + 1 < len(entries)
        and (len(timed) < 2 or _not_first(entries, at))
    ]
    firsts += heads[:1]
    firsts += [
        at
        for at, each in enumerate(entries)
        if _is_table_row(each) or (each.kind == "list" and not each.timed and _heads(entries, at))
    ][:1]
    firsts += [
        at
        for at, each in enumerate(entries)
        if each.kind == "label"
        and each.label in ("title", "speaker")
        and (_not_first(entries, at) or _are_pair(entries, at))
    ][:1]
    firsts += _posters(entries)[:1]
    firsts += sorted(sections_without_titles(entries))[:1] if len(timed) < 2 else []
    if not timed[1:]:
        firsts += [at for at, each in enumerate(entries) if _is_item(each)][:1]
    if not firsts:
        return len(entries)
    first = min(firsts)
    return _with_headings(entries, first)


def _posters(entries: Sequence[Entry]) -> list[int]:
    """Numbered titles right above their people, three at least: a list of talks or posters."""
    found = [
        at
        for at, each in enumerate(entries[:-1])
        if each.kind == "title"
        and each.line.bullet
        and not each.text.endswith((":", "."))
        and entries[at + 1].kind == "people"
        and not entries[at + 1].line.gap
    ]
    return found if len(found) > 2 else []


def _is_timed_day(entries: Sequence[Entry], at: int) -> bool:
    """Whether a day with a time stands above what happens then, as other times of the page do."""
    entry, after = entries[at], entries[at + 1] if at + 1 < len(entries) else None
    if entry.kind != "date" or after is None or after.line.gap or anywhere(entry.line.text) is None:
        return False
    return after.kind in ("title", "people", "both") and any(each.timed for each in entries)


def _is_timed_row(entry: Entry) -> bool:
    return entry.kind == "row" and any(leading(cell) for cell in entry.line.cells[:2] if cell)


def _is_table_row(entry: Entry) -> bool:
    cells = [cell for cell in entry.line.cells if cell]
    return entry.kind == "row" and (_is_timed_row(entry) or len(columns_of(cells)) > 1)


def _heads(entries: Sequence[Entry], at: int) -> bool:
    """Whether a list begins here; `List of participants` can also be the title of the page."""
    after = entries[at + 1] if at + 1 < len(entries) else None
    return _not_first(entries, at) or after is None or after.kind not in ("title", "date")


def _are_pair(entries: Sequence[Entry], at: int) -> bool:
    """Whether labels for a speaker and for a title stand together."""
    return {each.label for each in entries[at : at + 2]} == {"speaker", "title"}


def _not_first(entries: Sequence[Entry], at: int) -> bool:
    return any(each.kind != "furniture" for each in entries[:at])


def _is_item(entry: Entry) -> bool:
    strong = entry.reading is not None and entry.reading.score >= 1.8
    return (entry.kind in ("both", "people") and strong) or (
        entry.kind == "title" and fold(entry.text).startswith(PANEL) and not entry.dates
    )


def _with_headings(entries: Sequence[Entry], first: int) -> int:
    """The start, moved up over titles and headings that belong to what begins there."""
    lowest = next((at for at, each in enumerate(entries) if each.kind != "furniture"), 0)
    lowest += not _heads(entries, lowest) and entries[lowest].kind == "list"
    dated = any(
        each.kind == "date" or each.label == "date" for each in entries[: max(first - 1, 0)]
    )
    while (
        entries[first].kind == "row"
        and first > 0
        and entries[first - 1].kind == "row"
        and (not entries[first].line.gap)
    ):
        first -= 1
    if entries[first].kind in ("programme", "list", "row"):
        return first
    at = first
    while at - 1 > lowest:
        above = entries[at - 1]
        untimed = not entries[at].timed or entries[at].kind == "time"
        if above.kind == "date" and dated and above.line.text != "":
            earlier = any(each.kind == "date" or each.label == "date" for each in entries[: at - 1])
            if not earlier:
                break
        elif above.kind == "title" and above.line.level != 1 and untimed:
            if above.dates and has_kind(above.text):
                break
            stops = entries[at].kind == "date" and not day_follows_title(entries)
            if stops or (entries[at].kind == "time" and entries[at].line.gap):
                break
        elif above.kind == "date" and day_follows_title(entries):
            pass
        elif above.kind == "both" and at == first and not above.timed:
            if not is_room(_PIECE.split(entries[at].text)[0]):
                break
        elif above.kind not in ("section", "pause"):
            break
        at -= 1
    return at


def confident(items: Sequence[Item], entries: Sequence[Entry]) -> bool:
    """Whether the items are a programme, and not the hours of a shop or the steps of a recipe."""
    spoken = [each for each in items if (each.people or each.nobody) and each.title]
    if spoken:
        return True
    timed = [each for each in items if each.timed and each.title]
    if len(timed) < 2:
        return False
    pauses = sum(
        (each.timed and each.kind in ("pause", "empty"))
        or (each.kind == "row" and any(map(is_pause, filter(None, each.line.cells))))
        for each in entries
    )
    if pauses and len(timed) > 3:
        return True
    if pauses and sum(_OF_PROGRAMMES.search(fold(each.title or "")) is not None for each in timed) > 1:
        return True
    running = sum((each.title or "").endswith((".", "!")) for each in timed)
    if running * 3 > len(timed):
        return False
    return any(each.kind == "programme" for each in entries) or any(
        has_kind(each.text) for each in entries[:12] if each.kind in ("title", "label", "date")
    )


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
    if item.section and len(item.people) == item.led and (item.children or not item.people):
        return not item.children
    if item.children and item.led and len(item.people) == item.led:
        return False
    if item.people or item.nobody:
        return bool(title) or item.untitled or (item.timed and bool(item.people))
    if len(title) < 3 or _NO_TALK.search(title):
        return False
    if item.children and not title.startswith(VISITS):
        return False
    if item.panel and not item.timed:
        return some_are_timed and len(title.split()) > 2
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
