"""The invented universe of tests/records, built once by the real build, and what reads it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import settings

from benchmarks.universe import universe
from clustertui.build import build
from clustertui.catalogue import Catalogue
from clustertui.entities import Records
from clustertui.intake import recognise
from clustertui.intake.document import Document
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
from clustertui.records import read_records
from clustertui.search import Search

HERE = Path(__file__).parent

settings.register_profile("clustertui", deadline=None, derandomize=True, database=None)
settings.load_profile("clustertui")


@pytest.fixture(scope="session")
def records() -> Records:
    """A small universe full of trouble, none of it real."""
    return read_records(HERE / "records")


@pytest.fixture(scope="session")
def database(records: Records, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The universe of `records` as a database."""
    path = tmp_path_factory.mktemp("universe") / "clusters.db"
    build(records, path)
    return path


@pytest.fixture(scope="session")
def catalogue(database: Path) -> Iterator[Catalogue]:
    found = Catalogue(database)
    yield found
    found.close()


@pytest.fixture(scope="session")
def search(catalogue: Catalogue) -> Search:
    return Search(catalogue)


@pytest.fixture(scope="session")
def few_talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented universe of 300 talks, as a database."""
    path = tmp_path_factory.mktemp("few") / "clusters.db"
    build(universe(300), path)
    return path


@pytest.fixture(scope="session")
def many_talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented universe of 2,000 talks, as a database."""
    path = tmp_path_factory.mktemp("many") / "clusters.db"
    build(universe(2000), path)
    return path


@pytest.fixture(scope="session")
def real_database() -> Path:
    """The database of the repository."""
    return HERE.parent / "data" / "clusters.db"


def _stated_person(text: str) -> StatedPerson:
    """`Jo Ek #5 @ Harbour`: a name, an identifier, an organisation."""
    name, _, organisation = (part.strip() for part in text.partition("@"))
    name, _, key = (part.strip() for part in name.partition("#"))
    affiliations = (StatedAffiliation(organisation),) if organisation else ()
    return StatedPerson(name, key or None, affiliations)


def read_invented(document: Document, tell: Tell) -> Iterator[Statement]:
    """What a programme of the form that is invented here states, one statement a line."""
    for number, line in enumerate(document.text(tell).split("\n"), start=1):
        word, *parts = map(str.strip, line.split("|"))
        where = (Where(number, number),)
        match word:
            case "programme":
                yield StatedSource(parts[1], key=parts[0])
            case "event":
                start = date.fromisoformat(parts[1]) if parts[1:] else None
                yield StatedEvent(parts[0], parts[0], start=start, where=where)
            case "talk":
                people = tuple(map(_stated_person, parts[1:]))
                yield StatedTalk("fair", parts[0], key=parts[0], people=people, where=where)
            case "lost":
                yield Doubt(where[0], "a talk without title", "talk")


@pytest.fixture
def invented_importer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one importer there is reads programmes of lines such as `talk | Tides | Jo Ek`."""
    module: Any = ModuleType("clustertui.intake.invented")
    module.NAME = "invented programme"
    module.GUESSES = True
    module.recognises = lambda document: document.head.startswith(b"programme |")
    module.read = read_invented
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(recognise, "IMPORTERS", ("invented",))
