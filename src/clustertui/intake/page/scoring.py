"""How well pages are read: what an importer states of them, measured against what they say."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Indel

from clustertui.intake.document import IntakeError, open_document
from clustertui.intake.page import importer
from clustertui.intake.stated import (
    Doubt,
    LineNote,
    StatedAffiliation,
    StatedEvent,
    StatedPerson,
    StatedTalk,
)
from clustertui.text import fold, words

TITLE, NAME, ORGANISATION = 0.90, 0.90, 0.85
"""Similarities from which two titles, names, organisations are the same."""


@dataclass(slots=True)
class Count:
    """How many were right, how many were read, how many there are."""

    right: int = 0
    read: int = 0
    stated: int = 0

    def add(self, right: int, read: int, stated: int) -> None:
        """Adds the counts of another page."""
        self.right += right
        self.read += read
        self.stated += stated

    @property
    def precision(self) -> float:
        """Share of what was read that is right."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """Share of what there is that was read."""
        return self.right / self.stated if self.stated else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.read + self.stated
        return 2 * self.right / both if both else 1.0


MEASURES = (
    "event names",
    "event dates",
    "talks",
    "speakers",
    "affiliations",
    "roles",
    "countries",
    "lines",
)


@dataclass(slots=True)
class Score:
    """The counts of one page, or of all."""

    counts: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in MEASURES})
    wrong: list[str] = field(default_factory=list)
    """What was missed or invented, in words."""

    def add(self, other: Score) -> None:
        """Adds the counts of a page."""
        for name, count in other.counts.items():
            self.counts[name].add(count.right, count.read, count.stated)


def similarity(one: str, other: str) -> float:
    """How alike two texts are, by their folded words."""
    return Indel.normalized_similarity(" ".join(words(one)), " ".join(words(other)))


def title_similarity(read: str | None, gold: str | None) -> float:
    """How alike two titles are; one that goes on into a subtitle is the same."""
    if read is None or gold is None:
        return 1.0 if read == gold else 0.0
    a, b = " ".join(words(read)), " ".join(words(gold))
    if b and a.startswith(b) and (len(a) == len(b) or a[len(b)] == " "):
        return 1.0
    return similarity(read, gold)


def matched(
    read: Sequence[Any], gold: Sequence[Any], alike: Callable[[Any, Any], float], least: float
) -> list[tuple[int, int]]:
    """One to one pairs of what was read and what there is, the most alike first."""
    pairs = sorted(
        (
            (alike(one, other), -at, -place)
            for at, one in enumerate(read)
            for place, other in enumerate(gold)
        ),
        reverse=True,
    )
    found: list[tuple[int, int]] = []
    mine: set[int] = set()
    theirs: set[int] = set()
    for value, at, place in pairs:
        if value < least:
            break
        if -at not in mine and -place not in theirs:
            mine.add(-at)
            theirs.add(-place)
            found.append((-at, -place))
    return found


def score_page(page: Path, gold: dict[str, Any]) -> Score:
    """The score of one page against its gold."""
    document = open_document(page)
    statements = list(importer.read(document, lambda done, size: None))
    score = Score()
    _events([each for each in statements if isinstance(each, StatedEvent)], gold["events"], score)
    _talks([each for each in statements if isinstance(each, StatedTalk)], gold["talks"], score)
    text = document.text(lambda done, size: None)
    numbers = {n for n, row in enumerate(text.split("\n"), 1) if row.strip()}
    accounted = numbers & accounted_lines(statements)
    score.counts["lines"].add(len(accounted), len(numbers), len(numbers))
    return score


def accounted_lines(statements: Iterable[Any]) -> set[int]:
    """The lines that statements cite or notes name."""
    found: set[int] = set()
    for each in statements:
        if isinstance(each, Doubt):
            continue
        if isinstance(each, LineNote):
            found.add(each.line)
            continue
        places = [*getattr(each, "where", ())]
        for person in getattr(each, "people", ()):
            places += person.where
        for where in places:
            if where.first_line is not None:
                found.update(range(where.first_line, (where.last_line or where.first_line) + 1))
    return found


def _events(read: list[StatedEvent], gold: list[dict[str, Any]], score: Score) -> None:
    pairs = matched(read, gold, lambda a, b: similarity(a.name, b["name"]), NAME)
    named = [each for each in range(len(gold)) if not gold[each].get("name_is_heading")]
    right = sum(place in named for _, place in pairs)
    mine = {at for at, _ in pairs}
    theirs = {place for _, place in pairs}
    rest = matched(
        [(at, each) for at, each in enumerate(read) if at not in mine],
        [(place, each) for place, each in enumerate(gold) if place not in theirs],
        lambda a, b: _dates_alike(a[1], b[1]) + (0.5 if a[0] == b[0] == 0 else 0.0),
        0.5,
    )
    left_read = [at for at in range(len(read)) if at not in mine]
    left_gold = [place for place in range(len(gold)) if place not in theirs]
    pairs += [(left_read[at], left_gold[place]) for at, place in rest]
    unnamed = sum(place not in named for _, place in pairs)
    score.counts["event names"].add(right, len(read) - unnamed, len(named))
    same = 0
    for at, place in pairs:
        if _dates_alike(read[at], gold[place]) == 1.0:
            same += 1
        else:
            score.wrong.append(f"date of {gold[place]['name']}: {read[at].start}–{read[at].end}")
        if place in named and similarity(read[at].name, gold[place]["name"]) < NAME:
            score.wrong.append(f"name of {gold[place]['name']}: {read[at].name}")
    score.counts["event dates"].add(same, len(pairs), len(gold))
    found = {at for at, _ in pairs}
    score.wrong += [
        f"invented event: {each.name} {each.start}"
        for at, each in enumerate(read)
        if at not in found
    ]
    score.wrong += [
        f"missed event: {each['name']}"
        for place, each in enumerate(gold)
        if place not in {place for _, place in pairs}
    ]


def _dates_alike(read: StatedEvent, gold: dict[str, Any]) -> float:
    start = read.start.isoformat() if read.start else None
    end = read.end.isoformat() if read.end else None
    return float(start == gold["start"] and end == gold["end"])


def _talks(read: list[StatedTalk], gold: list[dict[str, Any]], score: Score) -> None:
    def alike(one: StatedTalk, other: dict[str, Any]) -> float:
        value = title_similarity(one.title, other["title"])
        names = {fold(person.name) for person in one.people}
        theirs = {fold(person["name"]) for person in other["speakers"]}
        return value + 0.01 * len(names & theirs)

    pairs = matched(read, gold, alike, TITLE)
    score.counts["talks"].add(len(pairs), len(read), len(gold))
    found, kept = {at for at, _ in pairs}, {place for _, place in pairs}
    score.wrong += [
        f"invented talk: {each.title} {[p.name for p in each.people]}"
        for at, each in enumerate(read)
        if at not in found
    ]
    score.wrong += [
        f"missed talk: {each['title']}" for place, each in enumerate(gold) if place not in kept
    ]
    speakers = score.counts["speakers"]
    speakers.add(0, sum(len(each.people) for each in read), sum(len(g["speakers"]) for g in gold))
    affiliations = score.counts["affiliations"]
    affiliations.add(
        0,
        sum(len(_organised(p)) for each in read for p in each.people),
        sum(len(p["affiliations"]) for g in gold for p in g["speakers"]),
    )
    for at, place in pairs:
        _speakers(read[at], gold[place], score)


def _organised(person: StatedPerson) -> list[StatedAffiliation]:
    return [each for each in person.affiliations if each.organisation]


def _speakers(read: StatedTalk, gold: dict[str, Any], score: Score) -> None:
    pairs = matched(read.people, gold["speakers"], lambda a, b: similarity(a.name, b["name"]), NAME)
    score.counts["speakers"].right += len(pairs)
    if len(pairs) < max(len(read.people), len(gold["speakers"])):
        names = [each.name for each in read.people]
        stated = [each["name"] for each in gold["speakers"]]
        score.wrong.append(f"speakers of {gold['title']}: {names} instead of {stated}")
    for at, place in pairs:
        mine, theirs = _organised(read.people[at]), gold["speakers"][place]["affiliations"]
        same = matched(
            mine, theirs, lambda a, b: similarity(a.organisation, b["organisation"]), ORGANISATION
        )
        score.counts["affiliations"].right += len(same)
        if len(same) < max(len(mine), len(theirs)):
            said = [each.organisation for each in mine]
            stated = [each["organisation"] for each in theirs]
            score.wrong.append(f"affiliation of {read.people[at].name}: {said} instead of {stated}")
        for one, other in same:
            _aside(mine[one], theirs[other], read.people[at].name, score)


def _aside(read: StatedAffiliation, gold: dict[str, Any], name: str, score: Score) -> None:
    for measure, mine, theirs in (
        ("roles", read.role, gold.get("role")),
        ("countries", read.country, gold.get("country")),
    ):
        right = int(bool(mine and theirs) and similarity(mine or "", theirs or "") >= ORGANISATION)
        score.counts[measure].add(right, int(mine is not None), int(theirs is not None))
        if (mine or theirs) and not right:
            score.wrong.append(f"{measure} of {name}: {mine} instead of {theirs}")


def read_gold(path: Path) -> dict[str, Any]:
    """The gold beside a page. Raises IntakeError when it is missing or not of the form."""
    gold = path.with_name(f"{path.stem}.gold.json")
    try:
        data = json.loads(gold.read_text("utf-8"))
    except OSError as error:
        raise IntakeError(str(gold), f"cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise IntakeError(str(gold), f"is no JSON: {error}") from error
    if not isinstance(data, dict):
        raise IntakeError(str(gold), "is no object; it needs `events` and `talks`")
    fault = _fault(data)
    if fault:
        raise IntakeError(str(gold), fault)
    for event in data["events"]:
        if event["name"] is None:  # without a name of its own, as with that of a heading
            event |= {"name": "", "name_is_heading": True}
    for person in (person for talk in data["talks"] for person in talk["speakers"]):
        stated = [each for each in person["affiliations"] if each["organisation"] is not None]
        person["affiliations"] = stated  # a role alone is no affiliation that can be right
    return data


def _fault(data: dict[str, Any]) -> str | None:
    """What is wrong with a gold, or None."""
    for key, needed in (("events", ("name", "start", "end")), ("talks", ("title", "speakers"))):
        if not isinstance(data.setdefault(key, []), list):
            return f"`{key}` is no list"
        for number, each in enumerate(data[key], 1):
            missing = [name for name in needed if not isinstance(each, dict) or name not in each]
            if missing:
                return f"`{key}`, entry {number} lacks `{missing[0]}`"
            if not isinstance(each[needed[0]], str | None):
                return f"`{key}`, entry {number} has a `{needed[0]}` that is no text"
    faults = (_fault_of_speakers(talk["speakers"], f"`{talk['title']}`") for talk in data["talks"])
    return next(filter(None, faults), None)


def _fault_of_speakers(speakers: object, talk: str) -> str | None:
    if not isinstance(speakers, list):
        return f"`speakers` of {talk} is no list"
    for person in speakers:
        known = isinstance(person, dict) and isinstance(person.get("name"), str)
        if not known or not isinstance(person.get("affiliations"), list):
            return f"a speaker of {talk} lacks `name` or `affiliations`"
        if any(
            not isinstance(each, dict) or not isinstance(each.get("organisation", 0), str | None)
            for each in person["affiliations"]
        ):
            return f"an affiliation of `{person['name']}` lacks `organisation`"
    return None


def score_folder(folder: Path) -> dict[str, Score]:
    """The score of every page of a folder. Raises IntakeError where there is none, or no gold."""
    pages = sorted(folder.glob("*.txt"))
    if not pages:
        raise IntakeError(str(folder), "holds no page; it needs NAME.txt with NAME.gold.json")
    golds = [read_gold(page) for page in pages]
    return {page.stem: score_page(page, gold) for page, gold in zip(pages, golds, strict=True)}


def total(scores: Iterable[Score]) -> Score:
    """The counts of all pages together."""
    found = Score()
    for score in scores:
        found.add(score)
    return found
