"""The pages with gold: whole, of one form, and saying nothing that the page does not say."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

PAGES = Path(__file__).parent / "pages"
FOLDERS = ("develop", "web", "aside")
GOLD = sorted(PAGES.glob("*/*.gold.json"))
TEXTS = sorted(PAGES.glob("*/*.txt"))
FEWEST = {"develop": 24, "web": 24, "aside": 12}

FORM: dict[str, dict[str, tuple[type, ...]]] = {
    "events": {
        "name": (str,), "kind": (str, type(None)), "start": (str, type(None)),
        "end": (str, type(None)), "date_text": (str, type(None)), "places": (list,),
        "organisers": (list,),
    },
    "talks": {"title": (str, type(None)), "session": (str, type(None)), "speakers": (list,)},
    "organisations": {
        "name": (str,), "acronym": (str, type(None)), "country": (str, type(None)),
    },
    "statements": {"kind": (str,), "text": (str,)},
    "figures": {"label": (str,), "value": (str,), "unit": (str, type(None))},
}  # fmt: skip
SPEAKER: dict[str, tuple[type, ...]] = {"name": (str,), "affiliations": (list,)}
AFFILIATION: dict[str, tuple[type, ...]] = {
    "organisation": (str,), "country": (str, type(None)), "role": (str, type(None)),
}  # fmt: skip
STATEMENTS = {"aim", "outcome", "challenge", "approach", "objective"}
HONORIFIC = re.compile(
    r"(Dr|Prof|Mr|Mrs|Ms|Mme|Ing|Dott|Dott\.ssa|Hon|Sig|Herr|Frau|Madame|Monsieur|Dra|Sra)\b\.?"
)

_INLINE = re.compile(r"</?(?:a|abbr|b|em|i|small|span|strong|sup)\b[^>]*>", re.I)
_TAG = re.compile(r"<!--.*?-->|<[^>]+>", re.S)
_CELL = re.compile(r"\S+(?: \S+)*")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")


def joined(text: str) -> str:
    """`text` with one blank for every run of white space, no-break spaces included."""
    return " ".join(text.split())


def columns(text: str) -> str:
    """A page set in columns, read column by column: cells that begin below each other."""
    cells: dict[int, list[str]] = {}
    for line in text.splitlines():
        for cell in _CELL.finditer(line):
            cells.setdefault(cell.start(), []).append(cell[0])
    return "\n".join(" ".join(column) for column in cells.values())


def readings(text: str) -> tuple[str, ...]:
    """What a reader sees of a page: as it stands, hyphens of line ends closed, and by columns."""
    if "</" in text:
        text = html.unescape(_TAG.sub(" ", _INLINE.sub("", text)))
    closed = (_HYPHENATED.sub("", text), _HYPHENATED.sub("-", text))
    return joined(text), *map(joined, closed), columns(text)


def strings(value: object, key: str = "") -> Iterator[str]:
    """Every string of a gold file that must stand on its page."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from strings(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part, key)
    elif isinstance(value, str) and key not in ("kind", "start", "end"):
        yield value


def read(gold: Path) -> Any:
    return json.loads(gold.read_text("utf-8"))


def page_of(gold: Path) -> Path:
    return gold.with_name(gold.name.removesuffix(".gold.json") + ".txt")


def name_of(path: Path) -> str:
    return path.relative_to(PAGES).as_posix()


def check_form(record: dict[str, Any], form: dict[str, tuple[type, ...]]) -> None:
    assert record.keys() >= form.keys()
    assert record.keys() <= form.keys() | {"name_is_heading"}
    for key, types in form.items():
        assert isinstance(record[key], types), key
        assert record[key] != "", key


@pytest.mark.parametrize("folder", FOLDERS)
def test_there_are_enough_pages(folder: str) -> None:
    assert len([gold for gold in GOLD if gold.parent.name == folder]) >= FEWEST[folder]


def test_every_page_has_its_gold_and_every_gold_its_page() -> None:
    assert [page_of(gold) for gold in GOLD] == TEXTS


@pytest.mark.parametrize("gold", GOLD, ids=name_of)
def test_gold_has_its_form(gold: Path) -> None:
    content = read(gold)
    assert content.keys() == {*FORM, "people"}
    for kind, form in FORM.items():
        for record in content[kind]:
            check_form(record, form)
    for talk in content["talks"]:
        for speaker in talk["speakers"]:
            check_form(speaker, SPEAKER)
            for affiliation in speaker["affiliations"]:
                check_form(affiliation, AFFILIATION)
    assert {statement["kind"] for statement in content["statements"]} <= STATEMENTS
    assert all(isinstance(name, str) and name for name in content["people"])


@pytest.mark.parametrize("gold", GOLD, ids=name_of)
def test_gold_says_what_the_page_says(gold: Path) -> None:
    seen = readings(page_of(gold).read_text("utf-8"))
    invented = [
        string for string in strings(read(gold)) if not any(string in reading for reading in seen)
    ]
    assert invented == []


@pytest.mark.parametrize("gold", GOLD, ids=name_of)
def test_dates_are_days_in_order(gold: Path) -> None:
    for event in read(gold)["events"]:
        start, end = event["start"], event["end"]
        assert (start is None) == (end is None), event["name"]
        if start is not None:
            assert date.fromisoformat(start) <= date.fromisoformat(end), event["name"]
            assert event["date_text"], event["name"]


@pytest.mark.parametrize("gold", GOLD, ids=name_of)
def test_whoever_speaks_is_a_person_and_bears_no_honorific(gold: Path) -> None:
    content = read(gold)
    speakers = {speaker["name"] for talk in content["talks"] for speaker in talk["speakers"]}
    assert speakers <= set(content["people"])
    assert [name for name in content["people"] if HONORIFIC.match(name)] == []
    assert len(content["people"]) == len(set(content["people"]))


@pytest.mark.parametrize("gold", GOLD, ids=name_of)
def test_whatever_someone_speaks_for_is_an_organisation(gold: Path) -> None:
    content = read(gold)
    named = [organisation["name"] for organisation in content["organisations"]]
    assert len(named) == len(set(named))
    organisers = {name for event in content["events"] for name in event["organisers"]}
    spoken_for = {
        affiliation["organisation"]
        for talk in content["talks"]
        for speaker in talk["speakers"]
        for affiliation in speaker["affiliations"]
    }
    assert organisers | spoken_for <= set(named)


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_has_pages_that_are_no_programme(folder: str) -> None:
    empty = [
        gold for gold in GOLD
        if gold.parent.name == folder and not read(gold)["events"] and not read(gold)["talks"]
    ]  # fmt: skip
    assert empty
