"""The invented universe of tests/records, built once by the real build, and what reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from benchmarks.universe import universe
from clustertui.build import build
from clustertui.catalogue import Catalogue
from clustertui.entities import Records
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
