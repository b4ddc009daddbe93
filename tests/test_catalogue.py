"""The database read-only: every question, and every file that is no answer."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import pairwise, product
from pathlib import Path
from typing import Any, ClassVar

import pytest

from clustertui.build import build
from clustertui.catalogue import Catalogue, UnknownRecordError
from clustertui.entities import Place, Records
from clustertui.kinds import KINDS
from clustertui.model import (
    ClusterError,
    DatabaseError,
    Detail,
    Line,
    Piece,
    Provenance,
    Ref,
    Row,
    View,
)
from clustertui.schema import APPLICATION_ID, SCHEMA_VERSION
from clustertui.search import Search
from torture.databases import loosened

HARBOUR_DAYS = Ref("event", "harbour-days-2031")
HARBOUR_CLUSTER = Ref("organisation", "novik-harbour-cluster")
EVERY_KIND = pytest.mark.parametrize("kind", KINDS)


def refs(catalogue: Catalogue) -> list[Ref]:
    return [row.ref for kind in KINDS for row in catalogue.rows(kind)]


def lines_of(detail: Detail) -> list[Line]:
    """The lines of all facts and sections."""
    facts = [line for fact in detail.facts for line in fact.lines]
    return facts + [line for section in detail.sections for line in section.lines]


def fact(detail: Detail, label: str) -> list[str]:
    """The lines of a fact as text."""
    return [line.text for each in detail.facts if each.label == label for line in each.lines]


def section(detail: Detail, title: str) -> list[tuple[str | None, int | None, str]]:
    """The lines of a section: heading, number, text."""
    return [
        (line.group, line.number, line.text)
        for each in detail.sections
        if each.title == title
        for line in each.lines
    ]


# --- Files that are no answer --------------------------------------------------------------------


def _foreign(path: Path, application: int, version: int) -> None:
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE thing (id)")
        other.execute(f"PRAGMA application_id = {application}")
        other.execute(f"PRAGMA user_version = {version}")
        other.commit()


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(
            lambda path: None,
            "no such database; name one with --db, or rebuild it from its records with"
            " `clustertui build`",
            id="missing",
        ),
        pytest.param(Path.mkdir, "is not a file; name a database with --db", id="directory"),
        pytest.param(
            lambda path: path.symlink_to(path.parent / "gone"),
            "no such database; name one with --db, or rebuild it from its records with"
            " `clustertui build`",
            id="link to nowhere",
        ),
        pytest.param(
            lambda path: path.write_bytes(b"not a database, just text. " * 99),
            "cannot be read: file is not a database; rebuild it from its records with"
            " `clustertui build`",
            id="text",
        ),
        pytest.param(
            lambda path: path.write_bytes(b""),
            "is no clustertui database; name another with --db",
            id="empty file",
        ),
        pytest.param(
            lambda path: _foreign(path, 0, SCHEMA_VERSION),
            "is no clustertui database; name another with --db",
            id="another application",
        ),
        pytest.param(
            lambda path: _foreign(path, APPLICATION_ID, SCHEMA_VERSION - 1),
            f"was built by an older clustertui (schema {SCHEMA_VERSION - 1}, this one reads"
            f" {SCHEMA_VERSION}); rebuild it from its records with `clustertui build`",
            id="older",
        ),
        pytest.param(
            lambda path: _foreign(path, APPLICATION_ID, SCHEMA_VERSION + 1),
            f"was built by a newer clustertui (schema {SCHEMA_VERSION + 1}, this one reads"
            f" {SCHEMA_VERSION}); rebuild it from its records with `clustertui build`",
            id="newer",
        ),
    ],
)
def test_a_file_that_is_no_answer_is_said_in_a_sentence(
    tmp_path: Path, make: Callable[[Path], object], said: str
) -> None:
    path = tmp_path / "clusters.db"
    make(path)
    with pytest.raises(DatabaseError) as caught:
        Catalogue(path)
    assert str(caught.value) == f"{path}: {said}"


def test_a_newer_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "clusters.db"
    _foreign(path, APPLICATION_ID, SCHEMA_VERSION + 1)
    with pytest.raises(DatabaseError, match="newer clustertui"):
        Catalogue(path)


class Watched(sqlite3.Connection):
    """A connection that is known to be open until it is closed."""

    open_ones: ClassVar[set[int]] = set()

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.open_ones.add(id(self))

    def close(self) -> None:
        self.open_ones.discard(id(self))
        super().close()


@pytest.mark.parametrize("content", [b"", b"just text " * 99], ids=["empty", "text"])
def test_a_file_that_is_refused_is_let_go_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes
) -> None:
    path = tmp_path / "clusters.db"
    path.write_bytes(content)
    Watched.open_ones.clear()
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Watched))
    with pytest.raises(DatabaseError):
        Catalogue(path)
    assert Watched.open_ones == set()


def test_a_path_through_a_file_leads_to_no_database(database: Path) -> None:
    with pytest.raises(DatabaseError, match="no such database"):
        Catalogue(database / "deeper.db")


def test_a_path_too_long_leads_to_no_database(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError):
        Catalogue(tmp_path / ("x" * 300))


def test_a_database_without_its_tables_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "clusters.db"
    _foreign(path, APPLICATION_ID, SCHEMA_VERSION)
    with pytest.raises(DatabaseError, match="cannot be read: no such table: ranges"):
        Catalogue(path)


def test_a_record_that_a_list_numbers_but_that_is_gone_is_said(
    tmp_path: Path, database: Path
) -> None:
    path = tmp_path / "clusters.db"
    path.write_bytes(database.read_bytes())
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("DELETE FROM entries WHERE number = 3")
        other.commit()
    catalogue = Catalogue(path)
    with pytest.raises(DatabaseError) as caught:
        catalogue.rows("event")
    assert str(caught.value) == (
        f"{path}: record 3 cannot be read; rebuild it from its records with `clustertui build`"
    )
    catalogue.close()


def _ask_everything(path: Path) -> None:
    catalogue = Catalogue(path)
    try:
        catalogue.counts()
        search = Search(catalogue)
        for ref in refs(catalogue):
            catalogue.detail(ref)
            catalogue.counts(ref)
        for kind in KINDS.values():
            for sort in kind.sorts:
                catalogue.rows(kind.name, sort=sort)
            catalogue.sheet(kind, [row.ref for row in catalogue.rows(kind.name)])
            catalogue.addressed(f"{kind.name}/")
        for words in ("tide", "harb clus", "weismuler", "t", "zephyrine xyzzy"):
            for scope in (None, HARBOUR_DAYS):
                results = search.find(View("", words, scope))
                results.page(0, len(results))
    finally:
        catalogue.close()


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.9])
def test_a_database_cut_short_cannot_be_read(database: Path, tmp_path: Path, share: float) -> None:
    path = tmp_path / "clusters.db"
    data = database.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(DatabaseError, match="cannot be read: "):
        _ask_everything(path)


def test_a_damaged_page_anywhere_is_said_in_a_sentence(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "clusters.db"
    data = database.read_bytes()
    crashes = []
    for start in range(4096, len(data), 4096):
        path.write_bytes(data[:start] + b"\xff" * 4096 + data[start + 4096 :])
        try:
            _ask_everything(path)
        except ClusterError:
            pass
        except Exception as error:
            crashes.append(error)
    assert crashes == []


# --- Read-only -----------------------------------------------------------------------------------


def test_reading_changes_no_byte_and_leaves_no_file(tmp_path: Path, database: Path) -> None:
    path = tmp_path / "clusters.db"
    path.write_bytes(database.read_bytes())
    before = path.stat()
    _ask_everything(path)
    assert path.read_bytes() == database.read_bytes()
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert [file.name for file in tmp_path.iterdir()] == ["clusters.db"]


def test_a_database_closed_to_writing_is_read(tmp_path: Path, database: Path) -> None:
    path = tmp_path / "clusters.db"
    path.write_bytes(database.read_bytes())
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        _ask_everything(path)
    finally:
        tmp_path.chmod(0o755)


@pytest.mark.parametrize(
    "name", ["a b.db", "what?.db", "100%.db", "a#b.db", "Nøvik 별.db", "?mode=rwc", "%41.db"]
)
def test_any_file_name_will_do(tmp_path: Path, database: Path, name: str) -> None:
    (tmp_path / name).write_bytes(database.read_bytes())
    catalogue = Catalogue(tmp_path / name)
    assert catalogue.path == tmp_path / name
    assert catalogue.counts()["talk"] == 8
    catalogue.close()
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_another_thread_reads_on_a_connection_of_its_own(catalogue: Catalogue) -> None:
    def ask() -> dict[str, int]:
        mine = catalogue.reopened()
        try:
            return mine.counts()
        finally:
            mine.close()

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(ask).result() == catalogue.counts()


def test_a_database_rebuilt_meanwhile_is_read_as_it_was_opened(tmp_path: Path) -> None:
    path = tmp_path / "clusters.db"
    build(Records(), path)
    catalogue = Catalogue(path)
    build(Records(places=(Place(id="a", name="A"),)), path)
    assert set(catalogue.counts().values()) == {0}
    catalogue.close()


def test_a_closed_catalogue_says_so(database: Path) -> None:
    catalogue = Catalogue(database)
    catalogue.close()
    with pytest.raises(DatabaseError):
        catalogue.rows("event")
    with pytest.raises(DatabaseError):
        catalogue.counts(HARBOUR_DAYS)


# --- Counts and lists ----------------------------------------------------------------------------


def test_records_are_counted_by_kind(catalogue: Catalogue, records: Records) -> None:
    assert catalogue.counts() == {
        kind.name: len(getattr(records, kind.plural)) for kind in KINDS.values()
    }


def test_counts_of_a_scope_are_those_of_its_lists(catalogue: Catalogue) -> None:
    for scope in refs(catalogue):
        counts = catalogue.counts(scope)
        assert list(counts) == list(KINDS)
        assert counts == {kind: len(catalogue.rows(kind, scope)) for kind in KINDS}
        assert counts == {kind: len(catalogue.linked(scope, kind)) for kind in KINDS}


@pytest.mark.parametrize(
    ("scope", "counts"),
    [
        (HARBOUR_DAYS, (4, 6, 7, 5, 4)),
        (HARBOUR_CLUSTER, (1, 2, 2, 2, 4)),
        (Ref("talk", "two-hats"), (1, 0, 1, 2, 0)),
        (Ref("talk", "namesakes"), (1, 0, 2, 2, 0)),
        (Ref("talk", "nobody-speaks"), (1, 0, 0, 0, 0)),
        (Ref("person", "do-yun-pak"), (1, 1, 0, 1, 0)),
        (Ref("person", "astrid-oeyen"), (1, 1, 0, 1, 3)),
        (Ref("person", "ines-decrit"), (0, 0, 0, 0, 0)),
        (Ref("point", "barrels"), (1, 1, 1, 1, 0)),
        (Ref("point", "muehlfurt-challenge"), (0, 0, 0, 0, 0)),
        (Ref("event", "no-such-event"), (0, 0, 0, 0, 0)),
    ],
)
def test_what_is_linked_to_a_record_is_counted(
    catalogue: Catalogue, scope: Ref, counts: tuple[int, ...]
) -> None:
    assert tuple(catalogue.counts(scope).values()) == counts


def test_links_lead_both_ways(catalogue: Catalogue) -> None:
    linked = {
        scope: {row.ref for kind in KINDS for row in catalogue.rows(kind, scope)}
        for scope in refs(catalogue)
    }
    for one, other in product(linked, linked):
        assert (one in linked[other]) == (other in linked[one]), (one, other)


def test_linked_gives_the_numbers_of_the_entries(catalogue: Catalogue) -> None:
    for kind in KINDS:
        found = [catalogue.number(row.ref) for row in catalogue.rows(kind, HARBOUR_CLUSTER)]
        assert list(catalogue.linked(HARBOUR_CLUSTER, kind)) == found == sorted(set(found))
        assert found


@EVERY_KIND
def test_the_numbers_of_a_kind_are_its_range_in_the_order_of_its_list(
    catalogue: Catalogue, kind: str
) -> None:
    first, last = catalogue.range(kind)
    rows = catalogue.rows(kind)
    assert [catalogue.number(row.ref) for row in rows] == list(range(first, last + 1))
    entries = catalogue.entries(range(first, last + 1))
    assert [(number, row) for number, row, _ in entries] == list(enumerate(rows, start=first))


def test_an_unknown_kind_has_an_empty_range(catalogue: Catalogue) -> None:
    assert catalogue.range("colour") == (1, 0)


def test_entries_come_in_the_order_asked_for(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = [39, 1, 20, 2, 38, 1]
    found = catalogue.entries(asked)
    assert [number for number, _, _ in found] == asked
    monkeypatch.setattr("clustertui.catalogue.PAGE", 2)
    assert catalogue.entries(asked) == found
    assert catalogue.entries([]) == []
    (harbour_days,) = catalogue.entries([catalogue.number(HARBOUR_DAYS)])
    assert "patron: Ministry of Tides" in harbour_days[2].splitlines()


@pytest.mark.parametrize(
    ("beginning", "found"),
    [
        ("talk/n", ["talk/namesakes", "talk/nobody-speaks"]),
        ("talk/nobody-speaks", ["talk/nobody-speaks"]),
        ("talk/N", []),
        ("talk/%", []),
        ("ta/n", []),
        ("nothing", []),
        ("event/", None),
        ("eve", None),
    ],
)
def test_records_are_found_by_the_beginning_of_their_address(
    catalogue: Catalogue, beginning: str, found: list[str] | None
) -> None:
    if found is None:
        found = sorted(str(row.ref) for row in catalogue.rows("event"))
    assert [str(row.ref) for row in catalogue.addressed(beginning)] == found


def test_every_record_has_an_address(catalogue: Catalogue) -> None:
    assert {row.ref for row in catalogue.addressed("")} == set(refs(catalogue))
    assert {row.ref.kind for row in catalogue.addressed("p")} == {"person", "point"}


@EVERY_KIND
@pytest.mark.parametrize("scope", [None, HARBOUR_DAYS])
@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_pages_make_up_the_whole_list(
    catalogue: Catalogue, kind: str, scope: Ref | None, size: int
) -> None:
    for sort in ("", *KINDS[kind].sorts):
        whole = catalogue.rows(kind, scope, sort)
        pages = [
            row
            for offset in range(0, len(whole) + size, size)
            for row in catalogue.rows(kind, scope, sort, offset, size)
        ]
        assert pages == whole
        assert len(set(whole)) == len(whole)
        assert [catalogue.position(row.ref, scope, sort) for row in whole] == list(
            range(len(whole))
        )


@EVERY_KIND
def test_any_page_is_a_slice_of_the_whole_list(catalogue: Catalogue, kind: str) -> None:
    for scope in (None, HARBOUR_DAYS, HARBOUR_CLUSTER):
        for sort in KINDS[kind].sorts:
            whole = catalogue.rows(kind, scope, sort)
            for offset, limit in product(range(len(whole) + 2), (0, 1, 2, 5, 99)):
                found = catalogue.rows(kind, scope, sort, offset, limit)
                assert found == whole[offset : offset + limit], (scope, sort, offset, limit)


def test_a_list_in_a_scope_is_in_the_same_order(catalogue: Catalogue) -> None:
    for scope in refs(catalogue):
        for kind in KINDS:
            linked = set(catalogue.rows(kind, scope))
            for sort in KINDS[kind].sorts:
                whole = catalogue.rows(kind, sort=sort)
                assert catalogue.rows(kind, scope, sort) == [r for r in whole if r in linked]


def test_what_is_not_linked_has_no_position_in_a_scope(catalogue: Catalogue) -> None:
    fair = Ref("event", "tide-fair-2030")
    for sort in KINDS["event"].sorts:
        assert catalogue.position(fair, HARBOUR_CLUSTER, sort) is None
        assert catalogue.position(fair, HARBOUR_DAYS, sort) is not None
        with pytest.raises(UnknownRecordError):
            catalogue.position(Ref("event", "nowhere"), HARBOUR_DAYS, sort)


@EVERY_KIND
def test_an_unknown_order_is_the_first_one(catalogue: Catalogue, kind: str) -> None:
    first = next(iter(KINDS[kind].sorts))
    assert catalogue.rows(kind, sort="no such") == catalogue.rows(kind, sort=first)


@pytest.mark.parametrize(
    ("kind", "sort", "ids"),
    [
        (
            "event",
            "newest",
            [
                "far-mission",
                "dock-workshop-2031",
                "lock-workshop-2031",
                "harbour-days-2031",
                "tide-fair-2030",
                "winter-visit",
                "undated-matchmaking",
            ],
        ),
        (
            "talk",
            "programme",
            [
                "dock-talk",
                "opening-keynote",
                "two-hats",
                "namesakes",
                "hangul-talk",
                "nobody-speaks",
                "endless-title",
                "undated-talk",
            ],
        ),
        (
            "person",
            "family name",
            [
                "byeol-haneul",
                "ines-decrit",
                "astrid-oeyen",
                "do-yun-pak",
                "do-yun-pak-of-linkworks",
                "rolf-tagg",
                "joerg-weissmueller",
                "zephyrine",
            ],
        ),
        (
            "point",
            "list",
            [
                "harbour-outcome-1",
                "keynote-approach-1",
                "keynote-approach-2",
                "harbour-aim-1",
                "harbour-aim-2",
                "muehlfurt-challenge",
                "share-of-herring",
                "founding-year",
                "barrels",
                "gulls",
            ],
        ),
    ],
)
def test_a_list_is_sorted_as_its_order_says(
    catalogue: Catalogue, kind: str, sort: str, ids: list[str]
) -> None:
    assert [row.ref.id for row in catalogue.rows(kind, sort=sort)] == ids


@pytest.mark.parametrize("kind", ["event", "person", "organisation"])
def test_the_order_by_talks_begins_with_the_most(catalogue: Catalogue, kind: str) -> None:
    found = [row.ref for row in catalogue.rows(kind, sort="talks")]
    talks = [catalogue.counts(ref)["talk"] for ref in found]
    assert talks == sorted(talks, reverse=True)
    listed = [row.ref for row in catalogue.rows(kind)]
    for one, other in pairwise(range(len(found))):
        if talks[one] == talks[other]:
            assert listed.index(found[one]) < listed.index(found[other])


@pytest.mark.parametrize(
    ("ref", "title", "context"),
    [
        (
            HARBOUR_DAYS,
            "Harbour days [b]2031[/b]",
            "Cluster day · 30 May – 2 June 2031 · Nøvik, Old [Town] of Brackets[/b]",
        ),
        (
            Ref("event", "undated-matchmaking"),
            "Matchmaking without a date",
            "Matchmaking",
        ),
        (
            Ref("talk", "opening-keynote"),
            "(untitled keynote) What the tide brings",
            "Åstrid Øyenstråle · NHC · Harbour days [b]2031[/b] · 2031",
        ),
        (
            Ref("talk", "nobody-speaks"),
            "Film: the ebb [$5]",
            "Harbour days [b]2031[/b] · 2031",
        ),
        (
            Ref("talk", "two-hats"),
            "Straßen, Brücken & Molen: ein Überblick",
            "Jörg Weißmüller · SLÜ, NHC · Harbour days [b]2031[/b] · 2031",
        ),
        (
            Ref("talk", "undated-talk"),
            "Résumé of naïve façades",
            "Zéphyrine · QUILL · Matchmaking without a date",
        ),
        (Ref("person", "joerg-weissmueller"), "Jörg Weißmüller", "SLÜ, NHC · 2 talks"),
        (Ref("person", "rolf-tagg"), "Rolf [bold] Tagg[/b]", "SLÜ · 1 talk"),
        (Ref("person", "ines-decrit"), "Inès d’Écrit", "author of a source"),
        (
            HARBOUR_CLUSTER,
            "Nøvik Harbour Cluster",
            "NHC · cluster · Brackland · 2 talks",
        ),
        (
            Ref("organisation", "linkworks"),
            "[link=http://x]Linkworks[/link]",
            "1 talk",
        ),
        (Ref("organisation", "quill"), "QUILL", "1 talk"),
        (Ref("organisation", "ministry-of-tides"), "Ministry of Tides", "ministry · no talk"),
        (
            Ref("point", "harbour-aim-2"),
            "Dredge the fairway",
            "Aim 2 of 2 · Harbour days [b]2031[/b]",
        ),
        (
            Ref("point", "share-of-herring"),
            "12.5 % of all herring lands here",
            "Figure · NHC",
        ),
        (
            Ref("point", "muehlfurt-challenge"),
            "Keep the mill of Mühlfurt turning",
            "Challenge 1 of 1 · Mühlfurt an der Weiß",
        ),
        (Ref("point", "keynote-approach-1"), "Let the water in", "Approach 1 of 2"),
    ],
)
def test_a_record_is_listed_with_its_title_and_context(
    catalogue: Catalogue, ref: Ref, title: str, context: str
) -> None:
    assert catalogue.row(ref) == Row(ref, title, context)
    assert Row(ref, title, context) in catalogue.rows(ref.kind)


@pytest.mark.parametrize(
    "ref",
    [
        Ref("organisation", "nowhere"),
        Ref("no-such-kind", "quill"),
        Ref("person", "quill"),
        Ref("talk", "' OR 1=1 --"),
    ],
)
def test_an_unknown_record_is_said_with_its_address(
    catalogue: Catalogue, database: Path, ref: Ref
) -> None:
    for ask in (catalogue.row, catalogue.detail, catalogue.number):
        with pytest.raises(UnknownRecordError) as caught:
            ask(ref)
        assert str(caught.value) == f"no record {ref} in {database}; search for it by name"
    assert isinstance(caught.value, ClusterError)
    assert not isinstance(caught.value, DatabaseError)


# --- Details -------------------------------------------------------------------------------------


def test_every_record_has_a_detail_whose_links_lead_somewhere(catalogue: Catalogue) -> None:
    known = set(refs(catalogue))
    for ref in known:
        detail = catalogue.detail(ref)
        assert detail.row == catalogue.row(ref)
        assert detail.provenance
        lines = lines_of(detail)
        assert all(line.pieces for line in lines)
        assert {piece.ref for line in lines for piece in line.pieces if piece.ref} <= known


def test_for_a_glance_the_sections_end_after_so_many_lines(catalogue: Catalogue) -> None:
    def lines(detail: Detail) -> list[tuple[str, Line]]:
        return [(section.title, line) for section in detail.sections for line in section.lines]

    for ref in refs(catalogue):
        whole = catalogue.detail(ref)
        for most in range(len(lines(whole)) + 2):
            glance = catalogue.detail(ref, most)
            assert lines(glance) == lines(whole)[:most], (ref, most)
            assert all(section.lines for section in glance.sections)
            assert replace(glance, sections=whole.sections) == whole


def test_what_is_linked_in_a_detail_is_linked_in_the_lists(catalogue: Catalogue) -> None:
    for ref in refs(catalogue):
        detail = catalogue.detail(ref)
        listed = {row.ref for kind in KINDS for row in catalogue.rows(kind, ref)}
        shown = {
            piece.ref
            for line in lines_of(detail)
            for piece in line.pieces
            if piece.ref and not (ref.kind == piece.ref.kind == "point")
        }
        assert shown - {ref} <= listed, ref


def test_the_detail_of_an_event_tells_all(catalogue: Catalogue) -> None:
    detail = catalogue.detail(HARBOUR_DAYS)
    assert detail.summary == "Four days on the quays [A] and [B]; [/nothing] is closed."
    assert detail.url == "https://harbour.example/2031"
    assert fact(detail, "Kind") == ["cluster day"]
    assert fact(detail, "When") == ["30 May – 2 June 2031"]
    assert fact(detail, "As printed") == ["30 May till 2nd June"]
    assert fact(detail, "Where") == ["Nøvik, Old [Town] of Brackets[/b]"]
    assert fact(detail, "Organised") == [
        "Nøvik Harbour Cluster (NHC) · organiser",
        "Ministry of Tides · patron",
    ]
    assert fact(detail, "Parts") == ["Dock workshop", "Lock workshop"]
    assert fact(detail, "Related") == ["follow-up of Tide fair", "prepares Mission far away"]
    assert fact(detail, "Took part") == [
        "Zéphyrine moderator",
        "Rolf [bold] Tagg[/b] for Straßenlabor Übersee (SLÜ)",
    ]
    assert section(detail, "Aims") == [
        (None, 1, "Meet [all] neighbours[/]"),
        (None, 2, "Dredge the fairway"),
    ]
    assert section(detail, "Expected outcomes") == [(None, 1, "A tide table for every quay")]
    assert section(detail, "Figures") == [(None, None, "12,000 barrels rolled over the quays")]
    programme = section(detail, "Programme")
    assert [number for _, number, _ in programme] == [1, 2, 3, 4, 5, 6]
    assert programme[:2] == [
        (None, 1, "(untitled keynote) What the tide brings – Åstrid Øyenstråle"),
        ("Session [1]", 2, "Straßen, Brücken & Molen: ein Überblick – Jörg Weißmüller"),
    ]
    assert programme[4] == (None, 5, "Film: the ebb [$5]")


def test_an_event_within_an_event_names_it(catalogue: Catalogue) -> None:
    detail = catalogue.detail(Ref("event", "dock-workshop-2031"))
    (part_of,) = (each for each in detail.facts if each.label == "Part of")
    assert part_of.lines == (Line((Piece("Harbour days [b]2031[/b]", HARBOUR_DAYS),)),)
    assert fact(detail, "As printed") == []


def test_a_link_between_events_is_read_from_both_ends(catalogue: Catalogue) -> None:
    assert fact(catalogue.detail(Ref("event", "tide-fair-2030")), "Related") == [
        "followed up by Harbour days [b]2031[/b]"
    ]
    assert fact(catalogue.detail(Ref("event", "far-mission")), "Related") == [
        "prepared by Harbour days [b]2031[/b]"
    ]


def test_an_event_without_a_date_shows_what_is_printed(catalogue: Catalogue) -> None:
    detail = catalogue.detail(Ref("event", "undated-matchmaking"))
    assert fact(detail, "When") == []
    assert fact(detail, "As printed") == ["soon"]
    assert detail.summary is None
    assert detail.url is None


def test_the_detail_of_a_talk_tells_all(catalogue: Catalogue) -> None:
    detail = catalogue.detail(Ref("talk", "two-hats"))
    assert fact(detail, "Speaker") == [
        "Jörg Weißmüller Director, for Straßenlabor Übersee (SLÜ)",
        "Jörg Weißmüller Adviser, for Nøvik Harbour Cluster (NHC)",
    ]
    assert fact(detail, "Event") == ["Harbour days [b]2031[/b] · 30 May – 2 June 2031"]
    assert fact(detail, "Item") == ["Presentation, 2 of 6"]
    assert fact(detail, "Session") == ["Session [1]"]
    assert fact(detail, "Title") == []
    assert detail.summary is None


@pytest.mark.parametrize(
    ("talk", "speakers", "item"),
    [
        ("nobody-speaks", [], "Presentation, 5 of 6"),
        ("endless-title", ["Rolf [bold] Tagg[/b] Visitor"], "Presentation, 6 of 6"),
        ("undated-talk", ["Zéphyrine for QUILL"], "Presentation"),
        (
            "namesakes",
            [
                "Do-Yun Pak for 달무지개연구원 (DMI)",
                "Do-Yun Pak for [link=http://x]Linkworks[/link]",
            ],
            "Presentation, 3 of 6",
        ),
    ],
)
def test_a_talk_has_the_speakers_that_the_source_gives(
    catalogue: Catalogue, talk: str, speakers: list[str], item: str
) -> None:
    detail = catalogue.detail(Ref("talk", talk))
    assert fact(detail, "Speaker") == speakers
    assert fact(detail, "Item") == [item]


def test_a_talk_without_a_title_says_so(catalogue: Catalogue) -> None:
    detail = catalogue.detail(Ref("talk", "opening-keynote"))
    assert fact(detail, "Title") == ["none in the source"]
    assert section(detail, "Approach") == [
        ("Tidal approach", 1, "Let the water in"),
        ("Tidal approach", 2, "Let the water out"),
    ]


def test_the_detail_of_a_person_tells_all(catalogue: Catalogue) -> None:
    detail = catalogue.detail(Ref("person", "joerg-weissmueller"))
    assert fact(detail, "Family name") == ["Weißmüller"]
    assert fact(detail, "Given name") == ["Jörg"]
    assert fact(detail, "For") == [
        "Straßenlabor Übersee (SLÜ) · Director",
        "Nøvik Harbour Cluster (NHC) · Adviser",
    ]
    assert section(detail, "Talks") == [
        ("Dock workshop, 31 May 2031", 1, "Dry-dock know-how"),
        (
            "Harbour days [b]2031[/b], 30 May – 2 June 2031",
            2,
            "Straßen, Brücken & Molen: ein Überblick",
        ),
    ]


def test_a_person_of_one_name_has_no_family_name_beside_it(catalogue: Catalogue) -> None:
    detail = catalogue.detail(Ref("person", "zephyrine"))
    assert fact(detail, "Family name") == []
    assert fact(detail, "Took part") == ["Harbour days [b]2031[/b]"]


def test_a_person_presented_the_points_of_their_talk(catalogue: Catalogue) -> None:
    detail = catalogue.detail(Ref("person", "astrid-oeyen"))
    assert section(detail, "Presented") == [
        ("Tidal approach", 1, "Let the water in"),
        ("Tidal approach", 2, "Let the water out"),
        ("The harbour in figures", None, "12,000 barrels rolled over the quays"),
    ]
    assert detail.url == "https://people.example/astrid?tab=[1]"


def test_an_author_is_named_with_the_source(catalogue: Catalogue) -> None:
    detail = catalogue.detail(Ref("person", "ines-decrit"))
    assert fact(detail, "Author of") == [
        "Harbour days of Nøvik [programme], Nøvik [Press], 2031-06-01"
    ]


def test_the_detail_of_an_organisation_tells_all(catalogue: Catalogue) -> None:
    detail = catalogue.detail(HARBOUR_CLUSTER)
    assert detail.summary == "Runs the quays [A], [B] and [/c]; 100 % ‘tidal’."
    assert detail.url == "https://nhc.example/[/]"
    assert fact(detail, "Acronym") == ["NHC"]
    assert [text.strip() for text in fact(detail, "Also")] == [
        "Hafenverbund Nøvik",
        "Nøvik Fish Auction (former name)",
        "Novik harbor cluster (as printed)",
    ]
    assert fact(detail, "Founded") == ["1931"]
    assert fact(detail, "Related") == ["affiliate of Ministry of Tides", "partner of QUILL"]
    assert section(detail, "Talks") == [
        (
            "Harbour days [b]2031[/b], 30 May – 2 June 2031",
            1,
            "(untitled keynote) What the tide brings – Åstrid Øyenstråle",
        ),
        (
            "Harbour days [b]2031[/b], 30 May – 2 June 2031",
            2,
            "Straßen, Brücken & Molen: ein Überblick – Jörg Weißmüller",
        ),
    ]
    assert section(detail, "People") == [
        (None, None, "Åstrid Øyenstråle · Chair: quays & locks"),
        (None, None, "Jörg Weißmüller · Adviser"),
    ]
    assert section(detail, "Events") == [(None, None, "Harbour days [b]2031[/b] · organiser")]
    assert section(detail, "Figures") == [
        (None, None, "12.5 % of all herring lands here"),
        (None, None, "1931: the auction becomes a cluster"),
        (None, None, "12,000 barrels rolled over the quays"),
    ]


def test_a_link_between_organisations_is_read_from_both_ends(catalogue: Catalogue) -> None:
    for other, said in (
        ("ministry-of-tides", "has the affiliate Nøvik Harbour Cluster"),
        ("quill", "partner of Nøvik Harbour Cluster"),
    ):
        assert fact(catalogue.detail(Ref("organisation", other)), "Related") == [said]


def test_the_detail_of_a_point_tells_all(catalogue: Catalogue) -> None:
    detail = catalogue.detail(Ref("point", "barrels"))
    assert {each.label: each.lines[0].text for each in detail.facts} == {
        "Kind": "Figure",
        "List": "The harbour in figures",
        "Printed": "12.000",
        "Event": "Harbour days [b]2031[/b] · 30 May – 2 June 2031",
        "Talk": "(untitled keynote) What the tide brings",
        "Speaker": "Åstrid Øyenstråle",
        "Of": "Nøvik Harbour Cluster (NHC)",
        "Region": "Nøvik",
    }
    assert [text for _, _, text in section(detail, "The whole list")] == [
        "12.5 % of all herring lands here",
        "1931: the auction becomes a cluster",
        "12,000 barrels rolled over the quays",
        "7 gulls on the roof",
    ]


def test_reasons_come_with_the_detail(catalogue: Catalogue) -> None:
    detail = catalogue.detail(HARBOUR_DAYS)
    assert detail.inferred == {
        "start": "the page gives no year; 30 May is called a Friday",
        "kind": "called a day, yet it lasts four",
    }
    assert catalogue.inferences(Ref("event", "far-mission")) == {}


def test_provenance_names_source_author_and_lines(catalogue: Catalogue) -> None:
    first, second = catalogue.provenance(HARBOUR_DAYS)
    assert first == Provenance(
        title="Harbour days of Nøvik [programme]",
        source="harbour-days",
        publisher="Nøvik [Press]",
        author="Inès d’Écrit",
        published="2031-06-01",
        url="https://harbour.example/days?x=[/b]",
        document="harbour-days.txt",
        sha256=None,
        first_line=1,
        last_line=4,
    )
    assert second == Provenance("A letter", "letter", None, None, None, None, None, None, 4, 4)
    assert catalogue.provenance(Ref("event", "nowhere")) == ()


# --- Sheets --------------------------------------------------------------------------------------


@EVERY_KIND
def test_a_sheet_has_the_records_in_the_order_asked_for(catalogue: Catalogue, kind: str) -> None:
    asked = [row.ref for row in catalogue.rows(kind)][::-1]
    sheet = catalogue.sheet(KINDS[kind], asked)
    assert [record["ref"] for record in sheet] == [str(ref) for ref in asked]
    for record in sheet:
        assert all(isinstance(record[name], list) for name in KINDS[kind].lists)
        assert record["cite"]
        assert list(record) == list(sheet[0])
    assert catalogue.sheet(KINDS[kind], []) == []


def test_a_record_in_a_sheet_holds_its_facts(catalogue: Catalogue) -> None:
    (talk,) = catalogue.sheet(KINDS["talk"], [Ref("talk", "two-hats")])
    assert talk == {
        "ref": "talk/two-hats",
        "title": "Straßen, Brücken & Molen: ein Überblick",
        "subject": None,
        "kind": "presentation",
        "speakers": ["Jörg Weißmüller"],
        "organisations": ["Straßenlabor Übersee", "Nøvik Harbour Cluster"],
        "event": "Harbour days [b]2031[/b]",
        "dates": "30 May – 2 June 2031",
        "session": "Session [1]",
        "room": None,
        "start": None,
        "end": None,
        "language": None,
        "abstract": None,
        "url": None,
        "position": 2,
        "cite": ["harbour-days:7"],
    }
    (event,) = catalogue.sheet(KINDS["event"], [HARBOUR_DAYS])
    assert event["places"] == ["Nøvik", "Old [Town] of Brackets[/b]"]
    assert event["talks"] == 6
    assert event["cite"] == ["harbour-days:1-4", "letter:4"]
    (point,) = catalogue.sheet(KINDS["point"], [Ref("point", "share-of-herring")])
    assert (point["value"], point["unit"], point["printed"]) == (12.5, "%", "12,5 %")


def test_an_unknown_record_in_a_sheet_is_said_with_its_address(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownRecordError):
        catalogue.sheet(KINDS["talk"], [Ref("talk", "nowhere")])


def test_two_speakers_of_one_name_are_both_listed(catalogue: Catalogue) -> None:
    (talk,) = catalogue.sheet(KINDS["talk"], [Ref("talk", "namesakes")])
    assert talk["speakers"] == ["Do-Yun Pak", "Do-Yun Pak"]


# --- A database that changes, or that no build wrote ----------------------------------------------


def test_a_database_that_was_replaced_is_known_and_reloaded(tmp_path: Path, database: Path) -> None:
    path = tmp_path / "clusters.db"
    path.write_bytes(database.read_bytes())
    with contextlib.closing(Catalogue(path)) as catalogue:
        before = catalogue.counts()
        assert not catalogue.is_replaced
        build(Records(places=(Place(id="new", name="New"),)), path)
        assert catalogue.is_replaced
        assert catalogue.counts() == before
        with pytest.raises(DatabaseError, match="was replaced since it was opened; reload it"):
            catalogue.reopened()
        catalogue.reload()
        assert not catalogue.is_replaced
        assert sum(catalogue.counts().values()) == 0
        catalogue.reopened().close()


def test_a_database_that_cannot_be_reloaded_stays(tmp_path: Path, database: Path) -> None:
    path = tmp_path / "clusters.db"
    path.write_bytes(database.read_bytes())
    with contextlib.closing(Catalogue(path)) as catalogue:
        before = catalogue.rows("talk")
        path.rename(tmp_path / "gone.db")
        assert not catalogue.is_replaced
        path.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
        assert catalogue.is_replaced
        with pytest.raises(DatabaseError):
            catalogue.reload()
        assert catalogue.rows("talk") == before


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE ranges SET first = -5",
        "UPDATE ranges SET last = 9223372036854775807",
        "UPDATE ranges SET last = last + 1000 WHERE kind = 'point'",
        "UPDATE ranges SET first = 'x'",
        "UPDATE ranges SET kind = 'tblk' WHERE kind = 'talk'",
        "DELETE FROM entries",
    ],
)
def test_a_list_of_kinds_that_cannot_be_true_is_told(
    tmp_path: Path, database: Path, sql: str
) -> None:
    path = tmp_path / "clusters.db"
    path.write_bytes(database.read_bytes())
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute(sql)
        other.commit()
    with pytest.raises(DatabaseError, match="its list of kinds is damaged"):
        Catalogue(path)


@pytest.mark.parametrize("id_", ["\udcff", "a\ud800b", "\x00"])
def test_what_is_no_text_is_the_address_of_nothing(catalogue: Catalogue, id_: str) -> None:
    with pytest.raises(UnknownRecordError):
        catalogue.row(Ref("talk", id_))
    assert catalogue.addressed(f"talk/{id_}") == []


@pytest.mark.parametrize(
    ("sql", "ask"),
    [
        ("UPDATE entries SET kind = 'tblk' WHERE number = 3", lambda c: c.rows("event")),
        ("DELETE FROM orders", lambda c: c.position(HARBOUR_DAYS, sort="name")),
        ("UPDATE citations SET first_line = x'00'", lambda c: c.detail(HARBOUR_DAYS)),
        ("UPDATE points SET number = 'x'", lambda c: c.detail(HARBOUR_DAYS)),
        ("UPDATE events SET name = x'00ff'",
         lambda c: c.sheet(KINDS["event"], [HARBOUR_DAYS])),
        ("UPDATE places SET name = 9e999", lambda c: c.sheet(KINDS["event"], [HARBOUR_DAYS])),
        ("UPDATE points SET value = 9e999", lambda c: c.sheet(KINDS["point"],
         [row.ref for row in c.rows("point")])),
    ],
)  # fmt: skip
def test_what_no_build_writes_is_told_in_a_sentence(
    tmp_path: Path, database: Path, sql: str, ask: Callable[[Catalogue], object]
) -> None:
    path = tmp_path / "clusters.db"
    loosened(database, path)
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute(sql)
        other.commit()
    with (
        contextlib.closing(Catalogue(path)) as catalogue,
        pytest.raises(DatabaseError, match=r"cannot be read: .*; rebuild it"),
    ):
        ask(catalogue)


def test_what_is_no_text_is_shown_as_such_and_an_address_without_an_id_is_no_link(
    tmp_path: Path, database: Path
) -> None:
    path = tmp_path / "clusters.db"
    path.write_bytes(database.read_bytes())
    with contextlib.closing(sqlite3.connect(path)) as other:
        (first,) = other.execute("SELECT min(id) FROM talks WHERE event_id = ?",
                                 (HARBOUR_DAYS.id,)).fetchone()  # fmt: skip
        other.execute("UPDATE talks SET session = x'35', id = '' WHERE id = ?", (first,))
        other.commit()
    with contextlib.closing(Catalogue(path)) as catalogue:
        lines = [line for line in lines_of(catalogue.detail(HARBOUR_DAYS)) if line.group]
    assert [line.pieces[0].ref for line in lines if line.group == "b'5'"] == [None]
