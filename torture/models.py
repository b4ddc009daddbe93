"""Records made at random, through a build, and read again: what goes in comes out."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as some

from clustertui.build import build
from clustertui.catalogue import Catalogue
from clustertui.entities import (
    Affiliation,
    Citation,
    Event,
    Involvement,
    Organisation,
    OtherName,
    Person,
    Point,
    Records,
    Source,
    Talk,
)
from clustertui.kinds import KINDS
from clustertui.model import View
from clustertui.search import Search
from clustertui.text import words
from torture.tries import Tries

_TEXT = some.text(some.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=30)
_NAME = some.one_of(_TEXT, some.sampled_from(("Tide", "tide", "Müller", "밀물", "=1", "[/]", "-")))
_CITED = (Citation(source="page", first_line=1, last_line=1),)


@some.composite
def universes(draw: some.DrawFn) -> Records:
    """A few records of every kind, with every connection that there may be."""

    def ids(kind: str, most: int) -> list[str]:
        return [f"{kind}-{number}" for number in range(draw(some.integers(0, most)))]

    people, organisations, events = ids("person", 4), ids("organisation", 4), ids("event", 3)
    talks = ids("talk", 5) if events else []

    def parts() -> tuple[Affiliation, ...]:
        return tuple(
            Affiliation(
                person=person,
                organisation=draw(some.none() | some.sampled_from(organisations))
                if organisations else None,
                role=draw(some.none() | _TEXT),
            )
            for person in draw(some.lists(some.sampled_from(people), max_size=3, unique=True))
        ) if people else ()  # fmt: skip

    return Records(
        sources=(Source(id="page", title=draw(_NAME), lines=1),),
        people=tuple(Person(id=id_, name=draw(_NAME), cite=_CITED) for id_ in people),
        organisations=tuple(
            Organisation(
                id=id_, name=draw(_NAME), acronym=draw(some.none() | _NAME), cite=_CITED,
                names=tuple(OtherName(name=name, kind="alias")
                            for name in draw(some.lists(_NAME, max_size=2))),
            )
            for id_ in organisations
        ),
        events=tuple(
            Event(
                id=id_, name=draw(_NAME), kind="fair", precision="none", cite=_CITED,
                people=parts(), description=draw(some.none() | _TEXT),
                organisations=tuple(Involvement(organisation=each, role="host")
                                    for each in organisations if draw(some.booleans())),
            )
            for id_ in events
        ),
        talks=tuple(
            Talk(id=id_, event=draw(some.sampled_from(events)), position=number + 1,
                 kind="keynote", title=draw(_NAME), cite=_CITED, speakers=parts())
            for number, id_ in enumerate(talks)
        ),
        points=tuple(
            Point(id=id_, kind="aim", number=number + 1, topic="Aims", text=draw(_NAME),
                  event=draw(some.none() | some.sampled_from(events)) if events else None,
                  cite=_CITED)
            for number, id_ in enumerate(ids("point", 3))
        ),
    )  # fmt: skip


def check_model(records: Records, path: Path) -> None:
    """What went in comes out; links go both ways; every search result exists."""
    build(records, path)
    with closing(Catalogue(path)) as catalogue:
        every = {kind: [row.ref for row in catalogue.rows(kind)] for kind in KINDS}
        for kind, plural in ((each.name, each.plural) for each in KINDS.values()):
            put_in = {record.id: record for record in getattr(records, plural)}
            assert {ref.id for ref in every[kind]} == put_in.keys()
            for ref in every[kind]:
                record = put_in[ref.id]
                named = getattr(record, "name", None) or getattr(record, "title", None)
                title = catalogue.detail(ref).row.title
                assert title == (named or record.text)
        refs = [ref for found in every.values() for ref in found]
        linked = {
            ref: {row.ref for kind in KINDS for row in catalogue.rows(kind, ref)} for ref in refs
        }
        for ref, others in linked.items():
            counts = catalogue.counts(ref)
            assert sum(counts.values()) == len(others)
            assert all(ref in linked[other] for other in others), f"{ref} is linked one way only"
        for talk in records.talks:
            speakers = {speaker.person for speaker in talk.speakers}
            around = next(found for ref, found in linked.items() if ref.id == talk.id)
            assert {ref.id for ref in around if ref.kind == "person"} == speakers
        _check_search(records, catalogue, set(refs))


def _check_search(records: Records, catalogue: Catalogue, refs: set[object]) -> None:
    search = Search(catalogue)
    for record in (*records.people, *records.organisations, *records.talks):
        name = str(getattr(record, "name", None) or getattr(record, "title", None))
        results = search.find(View(words=name))
        hits = results.page(0, len(results))
        assert {hit.row.ref for hit in hits} <= refs
        found = {hit.row.ref.id for hit in search.everything(name)}
        assert not words(name) or record.id in found, f"{name!r} is not found"


def models(tries: Tries, folder: Path, count: int) -> None:
    """So many universes."""
    path = folder / "model.db"
    number = tries.random.randrange(2**32)

    @seed(number)
    @settings(max_examples=count, database=None, deadline=None, derandomize=False,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(universes())
    def check(records: Records) -> None:
        tries.tried += 1
        check_model(records, path)

    with tries.one("the model"):
        check()
