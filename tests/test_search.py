"""Words into ranked hits: what is found, in which order, and why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.universe import CLEAN_KINDS, queries, universe
from clustertui.build import build
from clustertui.catalogue import Catalogue
from clustertui.entities import (
    Affiliation,
    Citation,
    Event,
    Organisation,
    Person,
    Place,
    Records,
    Source,
    Talk,
)
from clustertui.kinds import KINDS
from clustertui.matching import typed_words
from clustertui.model import DatabaseError, Ref, Row, View
from clustertui.ranking import Tier
from clustertui.search import Search
from clustertui.text import joined_pairs, spellings

HARBOUR_DAYS = Ref("event", "harbour-days-2031")
HARBOUR_CLUSTER = Ref("organisation", "novik-harbour-cluster")


def addresses(search: Search, typed: str, scope: Ref | None = None) -> list[str]:
    return [str(hit.row.ref) for hit in search.everything(typed, scope)]


# --- What is found first -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "first", "tier"),
    [
        # a name, whatever its case, accents, hyphens and script
        ("Nøvik Harbour Cluster", "organisation/novik-harbour-cluster", Tier.NAME),
        ("NOVIK harbour cluster", "organisation/novik-harbour-cluster", Tier.NAME),
        ("zephyrine", "person/zephyrine", Tier.NAME),
        ("do yun pak", "person/do-yun-pak", Tier.NAME),
        ("doyun pak", "person/do-yun-pak", Tier.NAME),
        ("Strassenlabor Ubersee", "organisation/strassenlabor", Tier.NAME),
        ("별하늘", "person/byeol-haneul", Tier.NAME),
        ("byeolhaneul", "person/byeol-haneul", Tier.NAME),
        ("tide fair", "event/tide-fair-2030", Tier.NAME),
        ("drydock knowhow", "talk/dock-talk", Tier.NAME),
        ("quill", "organisation/quill", Tier.NAME),
        # another name
        ("nhc", "organisation/novik-harbour-cluster", Tier.OTHER_NAME),
        ("SLÜ", "organisation/strassenlabor", Tier.OTHER_NAME),
        ("hafenverbund novik", "organisation/novik-harbour-cluster", Tier.OTHER_NAME),
        ("novik fish auction", "organisation/novik-harbour-cluster", Tier.OTHER_NAME),
        ("novik harbor cluster", "organisation/novik-harbour-cluster", Tier.OTHER_NAME),
        ("tidal approach", "point/keynote-approach-1", Tier.OTHER_NAME),
        # all words, in any order, in any text
        ("cluster novik harbour", "organisation/novik-harbour-cluster", Tier.ALL_WORDS),
        ("pak doyun", "person/do-yun-pak", Tier.ALL_WORDS),
        ("fish auction", "organisation/novik-harbour-cluster", Tier.ALL_WORDS),
        ("weissmüller", "person/joerg-weissmueller", Tier.ALL_WORDS),
        ("weissmueller", "person/joerg-weissmueller", Tier.ALL_WORDS),
        ("herring 12.5", "point/share-of-herring", Tier.ALL_WORDS),
        ("dry dock", "talk/dock-talk", Tier.ALL_WORDS),
        ("knowhow", "talk/dock-talk", Tier.ALL_WORDS),
        ("30 may till", "event/harbour-days-2031", Tier.ALL_WORDS),
        # unfinished words
        ("hafen", "organisation/novik-harbour-cluster", Tier.COMPLETED),
        ("zeph", "person/zephyrine", Tier.COMPLETED),
        ("harb clus", "organisation/novik-harbour-cluster", Tier.COMPLETED),
        ("straß", "talk/two-hats", Tier.COMPLETED),
        # typos
        ("strasenlabor", "organisation/strassenlabor", Tier.MISSPELT),
        ("weismuler", "person/joerg-weissmueller", Tier.MISSPELT),
        ("zephirine", "person/zephyrine", Tier.MISSPELT),
        ("zehpyrin", "person/zephyrine", Tier.MISSPELT),
        ("nvoik harbuor", "organisation/novik-harbour-cluster", Tier.MISSPELT),
        ("byeolhaneur", "person/byeol-haneul", Tier.MISSPELT),
        # one word that is nowhere
        ("zephyrine xyzzy", "person/zephyrine", Tier.ONE_MISSING),
        ("xyzzy straßenlabor", "organisation/strassenlabor", Tier.ONE_MISSING),
        ("dry xyzzy dock", "talk/dock-talk", Tier.ONE_MISSING),
    ],
)  # fmt: skip
def test_what_is_meant_comes_first(search: Search, typed: str, first: str, tier: Tier) -> None:
    hit = search.everything(typed)[0]
    assert (str(hit.row.ref), hit.tier) == (first, tier.label)


@pytest.mark.parametrize("typed", ["zzzzqqq", "xyzzy plugh", "qq", "zzzzqqq\x1b", "q" * 500])
def test_what_is_nowhere_is_not_found(search: Search, typed: str) -> None:
    assert search.everything(typed) == []


@pytest.mark.parametrize("typed", ["!!!", "…", "[/]", "\0", "\ud800", '"', "*", "^", ":"])
def test_signs_alone_are_no_words_to_be_found(search: Search, typed: str) -> None:
    assert search.everything(typed) == []
    for scope in (None, HARBOUR_DAYS):
        results = search.find(View("talk", typed, scope))
        assert set(results.counts.values()) == {0}
        assert (len(results), list(results.page(0, 9))) == (0, [])
        assert results.view == View("talk", typed, scope)
        assert results.spans("a * ^ : … b") == ()


def test_a_literal_match_spares_the_misspelt_ones(search: Search) -> None:
    tiers = {hit.tier for hit in search.everything("lock")}
    assert tiers <= {Tier.NAME.label, Tier.ALL_WORDS.label, Tier.COMPLETED.label}


def test_better_tiers_come_before_worse_ones(search: Search) -> None:
    order = [tier.label for tier in Tier]
    assert order == ["name", "other name", "all words", "completed", "misspelt", "one missing"]
    for typed in ("quill", "lock", "tide", "harbour", "novik", "dock", "harbour clus", "t", "b"):
        found = [order.index(hit.tier) for hit in search.everything(typed)]
        assert found == sorted(found), typed
        assert found


def test_every_record_is_found_by_its_title(search: Search, catalogue: Catalogue) -> None:
    for kind in KINDS:
        for row in catalogue.rows(kind):
            if len(row.title) < 200:
                assert str(row.ref) in addresses(search, row.title)[:2], row.title


def test_every_organisation_is_found_by_each_of_its_names(search: Search, records: Records) -> None:
    for organisation in records.organisations:
        for name in (organisation.acronym, *(other.name for other in organisation.names)):
            if name:
                assert addresses(search, name)[0] == f"organisation/{organisation.id}"


def test_one_typo_anywhere_in_a_name_is_forgiven(search: Search) -> None:
    name = "zephyrine"
    for at in range(len(name)):
        for typed in (
            name[:at] + name[at + 1 :],
            name[:at] + "x" + name[at:],
            name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :],
        ):
            assert addresses(search, typed)[0] == "person/zephyrine", typed


def test_namesakes_are_both_found(search: Search) -> None:
    assert addresses(search, "do-yun pak")[:2] == [
        "person/do-yun-pak",
        "person/do-yun-pak-of-linkworks",
    ]


def test_shorter_titles_come_before_longer_ones(search: Search) -> None:
    found = [hit.row.title for hit in search.everything("workshop") if hit.row.ref.kind == "event"]
    assert found[:2] == ["Dock workshop", "Lock workshop"]


def test_within_a_tier_names_come_before_contexts_and_those_before_running_text(
    tmp_path: Path,
) -> None:
    cite = (Citation(source="page", first_line=1, last_line=1),)
    tides = Organisation(id="b", name="Ocean board", description="All about tides", cite=cite)
    event = Event(id="z", name="Tides and moons", kind="fair", precision="none", cite=cite)
    found = ranked(
        tmp_path,
        Records(
            sources=(Source(id="page", title="Page", lines=1),),
            organisations=(
                tides,
                Organisation(id="c", name="Moon board of tides", cite=cite),
                Organisation(id="a", name="Zoo", country="Tides", cite=cite),
            ),
            events=(event,),
        ),
        "tides",
    )
    assert found == ["event/z", "organisation/c", "organisation/a", "organisation/b"]


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        pytest.param("quay", "Quay", "A quay of stone", id="the name itself"),
        pytest.param("stone quay", "A quay of stone", "A long quay of old stone", id="shorter"),
        pytest.param("qua", "Zoo quay", "A quayside", id="fewer letters to come"),
        pytest.param("quay", "Quay one", "Quay two", id="the order of the list"),
    ],
)
def test_within_a_tier_the_nearer_and_the_shorter_come_first(
    tmp_path: Path, typed: str, better: str, worse: str
) -> None:
    people = (Person(id="worse", name=worse, cite=()), Person(id="better", name=better, cite=()))
    found = ranked(tmp_path, Records(people=people), typed)
    assert found == ["person/better", "person/worse"]


def test_words_that_stand_together_come_before_scattered_ones(tmp_path: Path) -> None:
    cite = (Citation(source="page", first_line=1, last_line=1),)
    records = Records(
        sources=(Source(id="page", title="Page", lines=1),),
        organisations=(
            Organisation(id="a", name="Stone", kind="quay", cite=cite),
            Organisation(id="b", name="Zoo", kind="old quay", country="Stone", cite=cite),
        ),
    )
    assert ranked(tmp_path, records, "stone quay") == ["organisation/b", "organisation/a"]


def ranked(folder: Path, records: Records, typed: str) -> list[str]:
    """The addresses of what is found in a small database of its own."""
    build(records, folder / "clusters.db")
    catalogue = Catalogue(folder / "clusters.db")
    try:
        return addresses(Search(catalogue), typed)
    finally:
        catalogue.close()


# --- Why it is found -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "ref", "reason"),
    [
        ("nhc", "organisation/novik-harbour-cluster", "acronym: NHC"),
        ("hafenverbund", "organisation/novik-harbour-cluster", "alias: Hafenverbund Nøvik"),
        ("fish", "organisation/novik-harbour-cluster", "former name: Nøvik Fish Auction"),
        ("strasenlabor", "talk/dock-talk", "for: Straßenlabor Übersee"),
        ("adviser", "talk/two-hats", "role: Adviser"),
        ("till", "event/harbour-days-2031", "date: 30 May till 2nd June"),
        ("tides", "event/harbour-days-2031", "patron: Ministry of Tides"),
        ("zephyrine", "person/zephyrine", ""),
        ("brackland", "organisation/novik-harbour-cluster", ""),
        ("tidal approach", "point/keynote-approach-2", "topic: Tidal approach"),
        (
            "novik fish auction",
            "organisation/novik-harbour-cluster",
            "former name: Nøvik Fish Auction",
        ),
        ("quill", "event/tide-fair-2030", "exhibitor: QUILL"),
    ],
)
def test_the_reason_is_told_when_the_list_does_not_show_it(
    search: Search, typed: str, ref: str, reason: str
) -> None:
    found = {str(hit.row.ref): hit.reason for hit in search.everything(typed)}
    assert found[ref] == reason


@pytest.mark.parametrize("typed", ["nhc", "tide", "novik", "q", "weismuler", "dock xyzzy", "[b]"])
def test_every_hit_shows_why(search: Search, typed: str) -> None:
    results = search.find(View("", typed))
    for kind in KINDS:
        for hit in search.find(View(kind, typed)).page(0, 99):
            assert results.spans(f"{hit.row.title} {hit.row.context} {hit.reason}"), hit


# --- Scope, kind, counts -------------------------------------------------------------------------


def test_within_a_scope_only_what_is_linked_is_found(search: Search, catalogue: Catalogue) -> None:
    everywhere, inside = addresses(search, "tide"), addresses(search, "tide", HARBOUR_CLUSTER)
    linked = {str(row.ref) for kind in KINDS for row in catalogue.rows(kind, HARBOUR_CLUSTER)}
    assert set(inside) == set(everywhere) & linked
    assert set(inside) != set(everywhere)


def test_within_a_scope_words_may_be_misspelt_too(search: Search) -> None:
    assert addresses(search, "brukcen", HARBOUR_CLUSTER) == ["talk/two-hats"]
    assert addresses(search, "herring", Ref("talk", "nobody-speaks")) == []


@pytest.mark.parametrize("words", ["", " ", "\t \n"])
def test_without_words_the_whole_list_is_given(
    search: Search, catalogue: Catalogue, words: str
) -> None:
    for kind in KINDS:
        for scope in (None, HARBOUR_DAYS):
            for sort in ("", *KINDS[kind].sorts):
                results = search.find(View(kind, words, scope, sort))
                assert results.view == View(kind, "", scope, sort)
                assert results.counts == results.totals == catalogue.counts(scope)
                rows = catalogue.rows(kind, scope, sort)
                assert len(results) == len(rows)
                hits = results.page(0, len(rows))
                assert [hit.row for hit in hits] == rows
                assert {(hit.reason, hit.tier) for hit in hits} <= {("", "")}
                assert results.spans("Harbour") == ()


def test_without_kind_and_words_events_are_given(search: Search) -> None:
    assert search.find(View()).view.kind == "event"


@pytest.mark.parametrize(
    ("kind", "typed", "settled"),
    [
        ("", "zephyrine", "person"),
        ("", "nhc", "organisation"),
        ("talk", "nhc", "talk"),
        ("point", "nhc", "point"),
        ("point", "zephyrine", "person"),
        ("talk", "zzzzqqq", "talk"),
        ("", "zzzzqqq", "event"),
    ],
)
def test_a_kind_without_hits_gives_way_to_that_of_the_best(
    search: Search, kind: str, typed: str, settled: str
) -> None:
    results = search.find(View(kind, typed))
    assert results.view == View(settled, typed)
    assert {hit.row.ref.kind for hit in results.page(0, 99)} <= {settled}


def test_hits_are_counted_by_kind(search: Search, catalogue: Catalogue) -> None:
    everything = search.everything("novik")
    results = search.find(View("talk", "novik"))
    assert list(results.counts) == list(KINDS)
    for kind in KINDS:
        hits = [hit for hit in everything if hit.row.ref.kind == kind]
        assert results.counts[kind] == len(hits)
        assert search.find(View(kind, "novik")).page(0, 99) == hits
    assert results.totals == catalogue.counts()
    assert len(results) == results.counts["talk"]
    assert results.seconds >= 0


def test_counts_with_a_scope_are_of_that_scope(search: Search, catalogue: Catalogue) -> None:
    results = search.find(View("talk", "straßen", HARBOUR_DAYS))
    assert results.counts["talk"] == 1
    assert results.totals == catalogue.counts(HARBOUR_DAYS)


@pytest.mark.parametrize("typed", ["", "harbour"])
@pytest.mark.parametrize("size", [1, 2, 5])
def test_pages_make_up_all_hits(search: Search, typed: str, size: int) -> None:
    results = search.find(View("talk", typed))
    whole = list(results.page(0, len(results)))
    assert len(whole) == len(results) > 2
    pages = [hit for offset in range(0, len(results), size) for hit in results.page(offset, size)]
    assert pages == whole
    assert list(results.page(len(results), size)) == []


@pytest.mark.parametrize("typed", ["", "harbour"])
def test_a_record_has_a_position_among_the_hits(search: Search, typed: str) -> None:
    results = search.find(View("talk", typed))
    for at, hit in enumerate(results.page(0, 99)):
        assert results.position(hit.row.ref) == at
    assert results.position(Ref("talk", "nowhere")) is None
    assert results.position(Ref("person", "zephyrine")) is None


def test_matched_letters_are_marked_in_any_text(search: Search) -> None:
    results = search.find(View("", "strasen bruck"))
    assert results.spans("Straßen, Brücken & Molen") == ((0, 7), (9, 14))
    assert results.spans("nothing of it") == ()


# --- Everything that can be typed ----------------------------------------------------------------

PEOPLE = (
    "Hana Ko", "Sungeun Park", "Ji-Won Han", "Tae Hee Kim", "Zoë Łukasz", "Bjørn Åse",
    "Iñigo Ñandú", "Weiß Groß", "Uwe Müller", "박지성", "李明", "Ольга Орлова", "Ｗｉｄｅ Ｎａｍｅ",
    "Eﬃe Of",
)  # fmt: skip
"""Names in many ways of writing."""


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    path = tmp_path_factory.mktemp("people") / "clusters.db"
    named = enumerate(PEOPLE)
    build(Records(people=tuple(Person(id=f"p{n:02}", name=x, cite=()) for n, x in named)), path)
    found = Search(Catalogue(path))
    yield found
    found.close()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        # hyphen, blank or neither; in either order
        ("sungeun park", "Sungeun Park"), ("sun-geun park", "Sungeun Park"),
        ("sun geun park", "Sungeun Park"), ("park sun-geun", "Sungeun Park"),
        ("sungeunpark", "Sungeun Park"),
        ("jiwon han", "Ji-Won Han"), ("ji-won han", "Ji-Won Han"), ("ji won han", "Ji-Won Han"),
        ("han jiwon", "Ji-Won Han"), ("ji‐won", "Ji-Won Han"), ("JIWON", "Ji-Won Han"),
        ("taehee kim", "Tae Hee Kim"), ("tae-hee kim", "Tae Hee Kim"), ("taehee", "Tae Hee Kim"),
        ("tae hee kim", "Tae Hee Kim"), ("kim taehee", "Tae Hee Kim"), ("taeh", "Tae Hee Kim"),
        # accents, case, ligatures, written-out umlauts, width forms
        ("zoe lukasz", "Zoë Łukasz"), ("ZOË", "Zoë Łukasz"), ("łukasz", "Zoë Łukasz"),
        ("Zoe\u0308", "Zoë Łukasz"),
        ("bjorn", "Bjørn Åse"), ("bjoern", "Bjørn Åse"), ("bjørn", "Bjørn Åse"),
        ("ase", "Bjørn Åse"), ("aase", "Bjørn Åse"),
        ("inigo nandu", "Iñigo Ñandú"),
        ("weiss", "Weiß Groß"), ("weiß", "Weiß Groß"), ("WEISS", "Weiß Groß"),
        ("GROẞ", "Weiß Groß"), ("gross weiss", "Weiß Groß"),
        ("muller", "Uwe Müller"), ("mueller", "Uwe Müller"), ("müller", "Uwe Müller"),
        ("wide name", "Ｗｉｄｅ Ｎａｍｅ"), ("ｗｉｄｅ", "Ｗｉｄｅ Ｎａｍｅ"),
        ("ｚｏｅ", "Zoë Łukasz"),
        ("effie", "Eﬃe Of"), ("eﬃe", "Eﬃe Of"), ("effi", "Eﬃe Of"),
        # other scripts, as they are and in Latin letters
        ("박지성", "박지성"), ("bagjiseong", "박지성"), ("bagji", "박지성"), ("박지", "박지성"),
        ("李明", "李明"), ("liming", "李明"), ("李", "李明"),
        ("ольга", "Ольга Орлова"), ("olga orlova", "Ольга Орлова"), ("ОРЛОВА", "Ольга Орлова"),
        # any word unfinished
        ("par sung", "Sungeun Park"), ("sun par", "Sungeun Park"), ("mül", "Uwe Müller"),
        ("t", "Tae Hee Kim"),
        # typos: one below five letters, two in longer words
        ("hsna", "Hana Ko"), ("kin", "Tae Hee Kim"), ("sugneun", "Sungeun Park"),
        ("sungoen", "Sungeun Park"), ("sungeun pakr", "Sungeun Park"), ("orlwa", "Ольга Орлова"),
        ("lukazs zeo", "Zoë Łukasz"), ("muelelr", "Uwe Müller"),
        # a word that is nowhere
        ("sungeun xyzzy", "Sungeun Park"), ("xyzzy uwe müller", "Uwe Müller"),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_typed(people: Search, typed: str, name: str) -> None:
    assert people.everything(typed)[0].row.title == name


@pytest.mark.parametrize("typo", ["intrenationalisation", "internatoinalisation"])
def test_a_long_word_with_a_typo_is_found_from_its_first_letters_on(
    tmp_path: Path, typo: str
) -> None:
    title = "Internationalisation of clusters"
    event = Event(id="e", name=title, kind="fair", precision="none", cite=())
    other = Event(id="f", name="Zoo of tigers", kind="fair", precision="none", cite=())
    build(Records(events=(event, other)), tmp_path / "clusters.db")
    search = Search(Catalogue(tmp_path / "clusters.db"))
    for length in (9, 10, 11, 12, 14, 16, 20):
        assert addresses(search, typo[:length])[:1] == ["event/e"], typo[:length]
    assert addresses(search, "internatxyzzy") == []
    search.close()


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("kp", id="no typo below three letters"),
        pytest.param("oj", id="not even one"),
        pytest.param("hsma", id="only one below five letters"),
        pytest.param("sxxgxun", id="only two in longer words"),
        pytest.param("xyzzy plugh", id="not all words may be missing"),
        pytest.param("xyzzy plugh sungeun", id="only one word may be missing"),
        pytest.param("xyzzy", id="the only word must not be missing"),
    ],
)
def test_what_is_too_far_from_everything_is_not_found(people: Search, typed: str) -> None:
    assert people.everything(typed) == []


def test_a_word_is_given_up_only_when_nothing_else_is_found(people: Search) -> None:
    def tiers(typed: str) -> set[str]:
        return {hit.tier for hit in people.everything(typed)}

    assert tiers("uwe muller") == {"name"}
    assert tiers("uwe mull") == {"completed"}
    assert tiers("uwe mulelr") == {"misspelt"}
    assert tiers("uwe zzzzz") == {"one missing"}


def test_the_shorter_of_two_words_is_given_up(people: Search) -> None:
    (hit,) = people.everything("hana sungeun")
    assert (hit.row.title, hit.tier) == ("Sungeun Park", "one missing")


@pytest.mark.parametrize(
    "typed",
    [
        "AND", "OR", "NOT", "NEAR(", "NEAR(tide fair)", 'tide" OR "fair', '"', "'", "*", "tide*",
        "^tide", "title:tide", "tide AND", "tide OR fair", "NOT tide", "(tide", "tide)",
        "tide + fair", "{tide}", "-tide", "tide -fair", "tide;", "%", "_", "tide%", "\\", "--",
        "/*", ";DROP TABLE entries",
        "\0", "tide\0fair", "\ud800tide", "tide\udfff", "😀", "👩\u200d👩\u200d👧 tide",
        "שלום עולם", "مرحبا", "\u202etide",
        "\u0308", "tide\u0308", "a" * 3000, "tide " * 2000, "!" * 10_000, "é" * 10_000,
    ],
)  # fmt: skip
def test_whatever_is_typed_is_text_and_never_an_expression(search: Search, typed: str) -> None:
    for scope in (None, HARBOUR_DAYS):
        for kind in ("", *KINDS):
            results = search.find(View(kind, typed, scope))
            assert len(results.page(0, 99)) == min(len(results), 99)
        search.everything(typed, scope)


def test_operators_are_words_like_others(search: Search) -> None:
    both = set(addresses(search, "tide fair"))
    assert set(addresses(search, "tide AND fair")) <= both | set(addresses(search, "tide fair and"))
    assert addresses(search, '"tide" "fair"') == addresses(search, "tide fair")
    assert addresses(search, "fair* ^tide") == addresses(search, "fair tide")
    and_ = addresses(search, "and")
    assert "organisation/novik-harbour-cluster" in and_
    assert len(and_) < len(addresses(search, "a"))


def test_a_megabyte_is_answered_like_its_first_words(search: Search) -> None:
    assert addresses(search, "harbour tide " * 80_000) == addresses(search, "harbour tide " * 6)
    assert addresses(search, "harbour tide " * 80_000)[0] in addresses(search, "harbour tide")
    assert addresses(search, "x" * 1_000_000) == []
    hundreds = " ".join(f"novik w{n}" for n in range(200))
    assert addresses(search, hundreds) == addresses(search, hundreds[:60])


# --- Names under all their spellings -------------------------------------------------------------


@pytest.fixture(scope="module")
def namesakes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    names = ("Sungeun Park", "Sun-Geun Park", "Sun Geun Park", "Tae Hee Kim", "Pia Weiß",
             "Karl Weißmüller")  # fmt: skip
    cite = (Citation(source="page", first_line=1, last_line=1),)
    ids = [f"p{number}" for number in range(len(names))]
    records = Records(
        sources=(Source(id="page", title="Page", lines=1),),
        people=tuple(Person(id=i, name=n, cite=cite) for i, n in zip(ids, names, strict=True)),
        events=(Event(id="day", name="Day", kind="workshop", precision="none", cite=cite),),
        talks=tuple(
            Talk(id=f"of-{i}", event="day", position=at, kind="presentation", title="Speech",
                 speakers=(Affiliation(person=i),), cite=cite)
            for at, i in enumerate(ids, start=1)
        ),
    )  # fmt: skip
    path = tmp_path_factory.mktemp("namesakes") / "names.db"
    build(records, path)
    catalogue = Catalogue(path)
    yield Search(catalogue)
    catalogue.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sungeun park", {"p0", "p1", "p2"}),
        ("sun-geun park", {"p0", "p1", "p2"}),
        ("park sun geun", {"p0", "p1", "p2"}),
        ("sun geun pa", {"p0", "p1", "p2"}),
        ("sungen park", {"p0", "p1", "p2"}),  # and a typo
        ("taehee", {"p3"}),
        ("tae-hee kim", {"p3"}),
        ("ta ehee", {"p3"}),
        ("tea hee", {"p3"}),
        ("tae ehe", {"p3"}),  # a typo in what two words make
    ],
)
def test_people_and_their_talks_are_found_under_every_spelling(
    namesakes: Search, typed: str, found: set[str]
) -> None:
    hits = {str(hit.row.ref) for hit in namesakes.everything(typed)}
    assert hits == {f"person/{id_}" for id_ in found} | {f"talk/of-{id_}" for id_ in found}


def test_a_beginning_one_typo_away_comes_before_a_word_two_typos_away(namesakes: Search) -> None:
    people = namesakes.find(View("person", "weismu")).page(0, 9)
    assert [hit.row.title for hit in people] == ["Karl Weißmüller", "Pia Weiß"]


def test_numbers_are_not_read_together(namesakes: Search) -> None:
    assert namesakes.everything("20 10") == []


# --- Against a search that looks at every row ----------------------------------------------------


def naive(catalogue: Catalogue, typed: str, scope: Ref | None = None) -> set[Ref]:
    """All records that hold every typed word, the last one completed; or else all completed."""
    words = typed_words(typed)
    exact, completed = set(), set()
    for ref, terms in terms_of_all(catalogue).items():

        def begins(beginning: str, terms: set[str] = terms) -> bool:
            return any(term.startswith(beginning) for term in terms)

        # A word may also be a part of what it makes with a neighbour.
        pairs = [a + b for a, b in pairwise(words)]
        made = [pair in terms and not pair.isdigit() for pair in pairs[:-1]]
        made += [begins(pair) and not pair.isdigit() for pair in pairs[-1:]]
        in_pair = [any(made[max(0, at - 1) : at + 1]) for at in range(len(words))]
        if all(map(any, zip(in_pair, map(begins, words), strict=True))):
            completed.add(ref)
            whole = (word in terms for word in words[:-1])
            if all(map(any, zip(in_pair, whole, strict=False))):
                exact.add(ref)
    if scope is not None:
        linked = {row.ref for kind in KINDS for row in catalogue.rows(kind, scope)}
        exact, completed = exact & linked, completed & linked
    return exact or completed


@cache
def terms_of_all(catalogue: Catalogue) -> dict[Ref, set[str]]:
    """Every record with all words of all its texts."""
    found = {}
    for first, last in map(catalogue.range, KINDS):
        for _, row, also in catalogue.entries(range(first, last + 1)):
            texts = [row.title, row.context, *(t.partition(": ")[2] for t in also.splitlines())]
            found[row.ref] = {term for text in texts for term in spellings(text)}
            if row.ref.kind == "person":
                found[row.ref] |= set(joined_pairs(row.title))
            if row.ref.kind == "talk":
                found[row.ref] |= set(joined_pairs(row.context.split(" · ")[0]))
    return found


def found_by(search: Search, typed: str, scope: Ref | None = None) -> dict[str, set[Ref]]:
    """The hits of each kind, each kind asked for in turn; counts and lists must agree."""
    found: dict[str, set[Ref]] = {}
    for kind in KINDS:
        results = search.find(View(kind, typed, scope))
        hits = results.page(0, len(results))
        if results.view.kind == kind:
            found[kind] = {hit.row.ref for hit in hits}
            assert len(found[kind]) == len(hits) == results.counts[kind]
        else:
            found[kind] = set()
            assert results.counts[kind] == 0
    return found


def test_what_is_found_is_what_a_look_at_every_row_finds(
    search: Search, catalogue: Catalogue
) -> None:
    texts = [row.title for kind in KINDS for row in catalogue.rows(kind)]
    vocabulary = sorted({word for text in texts for word in spellings(text)})
    typed = [*vocabulary, *(word[:2] for word in vocabulary), *(w[:4] for w in vocabulary),
             *(f"{a} {b[:3]}" for a, b in zip(vocabulary, vocabulary[9:], strict=False)),
             *(f"{b[:5]} {a[:2]}" for a, b in pairwise(vocabulary))]  # fmt: skip
    compared = 0
    for words in dict.fromkeys(typed):
        expected = naive(catalogue, words)
        if expected:
            compared += 1
            found = found_by(search, words)
            assert set().union(*found.values()) == expected, words
            assert {str(ref) for ref in expected} == set(addresses(search, words))
    assert compared > 300


@pytest.mark.parametrize("few", [0, 3, 200])
def test_words_in_a_scope_find_what_is_in_both(
    search: Search, catalogue: Catalogue, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clustertui.index.FEW_ROWS", few)
    scopes = [row.ref for kind in KINDS for row in catalogue.rows(kind)]
    for words in ("tide", "novik", "harb", "t", "a", "harbour tide", "nhc 2031"):
        everywhere = {row.ref for row in rows_of(search, words)}
        for scope in scopes:
            linked = {row.ref for kind in KINDS for row in catalogue.rows(kind, scope)}
            expected = everywhere & linked
            if expected:
                found = {row.ref for row in rows_of(search, words, scope)}
                assert found == expected, (words, scope)
                counts = search.find(View("", words, scope)).counts
                assert sum(counts.values()) == len(expected)


def rows_of(search: Search, typed: str, scope: Ref | None = None) -> list[Row]:
    return [hit.row for hit in search.everything(typed, scope)]


@pytest.fixture(scope="module")
def talks(few_talks: Path) -> Iterator[Catalogue]:
    found = Catalogue(few_talks)
    yield found
    found.close()


@pytest.mark.parametrize("few", [0, 200])
def test_among_hundreds_of_talks_the_same_are_found_as_by_looking_at_each(
    talks: Catalogue, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clustertui.index.FEW_ROWS", few)
    search = Search(talks)
    some = [row.title for row in talks.rows("talk")][:: 60 if few else 30]
    typed = [word for title in some for word in typed_words(title)[:2]]
    typed += [f"{b} {a[:3]}" for a, b in pairwise(typed)] + [word[:4] for word in typed]
    busy = talks.rows("organisation", sort="talks", limit=1)[0].ref
    for words in dict.fromkeys([*typed, "seoul kim", "uni", "c", "ji", "k p"]):
        for scope in (None, busy):
            expected = naive(talks, words, scope)
            if expected:
                found = found_by(search, words, scope)
                assert set().union(*found.values()) == expected, (words, scope)


def test_every_query_of_the_benchmark_finds_its_talk_among_the_first(talks: Catalogue) -> None:
    search, asked = Search(talks), queries(universe(300), 140)
    missed = [
        query
        for query in asked
        if Ref("talk", query.talk)
        not in [hit.row.ref for hit in search.find(View("talk", query.typed)).page(0, 10)]
    ]
    assert [query for query in missed if query.kind in CLEAN_KINDS] == []
    assert len(missed) <= 2, missed


# --- More hits than are listed or ranked ---------------------------------------------------------


@pytest.mark.parametrize("most", [1, 5, 7, 8, 100])
def test_of_many_hits_the_first_are_listed_and_the_count_says_so(
    search: Search, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {kind: list(search.find(View(kind, "2")).page(0, 99)) for kind in KINDS}
    monkeypatch.setattr("clustertui.search.MOST_HITS", most)
    for kind, hits in whole.items():
        results = search.find(View(kind, "2"))
        assert len(results) == min(most, len(hits))
        for other, all_of_it in whole.items():
            more = len(all_of_it) > most
            assert results.count_said(other) == (f"{most}+" if more else f"{len(all_of_it)}")
            assert results.counts[other] == (most + 1 if more else len(all_of_it))
        listed = [hit.row.ref for hit in results.page(0, 99)]
        if len(hits) <= most:
            assert listed == [hit.row.ref for hit in hits]
        assert results.totals[kind] >= len(listed)


def test_large_counts_are_said_readably(many_talks: Path) -> None:
    catalogue = Catalogue(many_talks)
    results = Search(catalogue).find(View("talk", "2"))
    assert results.count_said("talk") == "1,000+"
    assert (len(results), results.counts["talk"]) == (1000, 1001)
    without = Search(catalogue).find(View("talk"))
    assert (without.count_said("talk"), len(without)) == ("2,000", 2000)
    assert len(list(without.page(1990, 50))) == 10
    catalogue.close()


@pytest.mark.parametrize("scope", [None, HARBOUR_DAYS])
def test_hits_beyond_those_ranked_follow_in_the_order_of_the_list(
    search: Search, catalogue: Catalogue, scope: Ref | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = list(search.find(View("talk", "2031", scope)).page(0, 99))
    assert len(everything) > 5
    monkeypatch.setattr("clustertui.search.POOL", 2)
    results = search.find(View("talk", "2031", scope))
    hits = list(results.page(0, 99))
    assert {hit.row.ref for hit in hits} == {hit.row.ref for hit in everything}
    assert {hit.tier for hit in hits} == {"all words"}
    by_ref = {hit.row.ref: hit for hit in everything}
    assert [by_ref[hit.row.ref] for hit in hits] == hits, "same tiers and reasons"
    listed = [row for row in catalogue.rows("talk", scope) if row.ref in by_ref]
    assert {hit.row for hit in hits[:2]} == set(listed[:2])
    assert [hit.row for hit in hits[2:]] == listed[2:]
    for at, hit in enumerate(hits):
        assert results.position(hit.row.ref) == at
        assert list(results.page(at, 3)) == hits[at : at + 3]


@pytest.mark.parametrize(
    ("typed", "tiers"),
    [("harbour xyzzy", {"one missing"}), ("harbuor", {"misspelt"}), ("harb", {"completed"})],
)
def test_a_hit_beyond_those_ranked_has_its_tier(
    search: Search, typed: str, tiers: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clustertui.search.POOL", 5)
    for kind in KINDS:
        for hit in search.find(View(kind, typed)).page(0, 99):
            assert hit.tier in tiers


def test_every_line_of_a_text_of_several_lines_is_looked_into(tmp_path: Path) -> None:
    texts = ("Stone\nquay: old\npier", "Zoo\u2028Stone pier", "Pier")
    records = Records(
        organisations=tuple(
            Organisation(id=f"o{n}", name=f"Name {n}", description=text, cite=())
            for n, text in enumerate(texts)
        )
    )
    found = ranked(tmp_path, records, "pier")
    assert found == ["organisation/o0", "organisation/o2", "organisation/o1"]


def test_the_kind_of_the_best_hit_is_found_among_many(many_talks: Path) -> None:
    catalogue = Catalogue(many_talks)
    organisation = catalogue.rows("organisation")[7]
    results = Search(catalogue).find(View("", organisation.title))
    assert results.view.kind == "organisation"
    assert results.page(0, 1)[0].row == organisation
    catalogue.close()


def test_pages_are_read_from_the_catalogue_they_are_handed_to(database: Path) -> None:
    first, second = Catalogue(database), Catalogue(database)
    for words in ("", "harbour"):
        results = Search(first).find(View("talk", words))
        expected = list(results.page(0, 9))
        results.hand_to(second)
        assert list(results.page(0, 9)) == expected
    results = Search(first).find(View("talk", ""))
    first.close()
    with pytest.raises(DatabaseError):
        results.page(0, 9)
    results.hand_to(second)
    assert list(results.page(0, 1))
    second.close()


@pytest.mark.parametrize(
    "view", [View("", "harbour"), View("", "", HARBOUR_DAYS), View("talk", "t", HARBOUR_DAYS)]
)
def test_a_search_that_nobody_wants_any_more_ends_with_an_error(
    search: Search, database: Path, view: View, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clustertui.catalogue.STEPS", 1)
    unwanted = True
    stopped = Search(Catalogue(database))
    stopped.stop_when(lambda: unwanted)
    with pytest.raises(DatabaseError, match="interrupted"):
        stopped.find(view)
    unwanted = False
    assert stopped.find(view).counts == search.find(view).counts, "the next one is answered"
    stopped.close()


def test_ties_are_in_the_order_of_the_list_every_time(search: Search, catalogue: Catalogue) -> None:
    for words in ("t", "2031", "harbour", "1", "harbuor"):
        once = search.everything(words)
        assert search.everything(words) == once
        again = Search(catalogue).everything(words)
        assert again == once


# --- The search as a whole -----------------------------------------------------------------------


def test_a_search_lets_go_of_its_database(database: Path) -> None:
    search = Search(Catalogue(database))
    search.warm_up()
    assert addresses(search, "zephyrine")[0] == "person/zephyrine"
    search.close()
    for ask in (search.everything, lambda typed: search.find(View("", typed))):
        with pytest.raises(DatabaseError, match="the search index cannot be read"):
            ask("zephyrine")


def test_nothing_is_found_in_an_empty_catalogue(tmp_path: Path) -> None:
    build(Records(places=(Place(id="a", name="A"),)), tmp_path / "clusters.db")
    catalogue = Catalogue(tmp_path / "clusters.db")
    search = Search(catalogue)
    for typed in ("anything", "any thing", ""):
        results = search.find(View("", typed))
        assert len(results) == 0
        assert list(results.page(0, 9)) == []
    assert search.everything("anything goes") == []
    catalogue.close()


def test_a_record_that_lacks_either_of_two_words_is_found_once(tmp_path: Path) -> None:
    name = "Sunflowers, flowerbeds"
    build(Records(people=(Person(id="a", name=name, cite=()),)), tmp_path / "clusters.db")
    catalogue = Catalogue(tmp_path / "clusters.db")
    for typed in ("sunflowers xyzzy flowerbeds", "plug sunflowers flowerbedx xyzzy"):
        hits = Search(catalogue).everything(typed)
        found = [(name, "one missing")] if typed.count(" ") == 2 else []
        assert [(hit.row.title, hit.tier) for hit in hits] == found
    catalogue.close()


WORDS = st.sampled_from(
    ["novik", "harbour", "tide", "do-yun", "weismuler", "[/b]", "12.5", "q", "별", "x", "dock"]
)


@given(st.lists(WORDS | st.text(max_size=8), max_size=4).map(" ".join))
def test_whatever_is_typed_is_answered(search: Search, typed: str) -> None:
    hits = search.everything(typed)
    assert len({hit.row.ref for hit in hits}) == len(hits)
    results = search.find(View("", typed))
    if typed.strip():
        assert sum(results.counts.values()) == len(hits)
    assert all(results.counts[kind] <= results.totals[kind] for kind in KINDS)


@given(st.permutations(["harbour", "cluster", "novik", "fish"]))
def test_the_order_of_words_finds_the_same_record(search: Search, typed: list[str]) -> None:
    assert addresses(search, " ".join(typed))[0] == "organisation/novik-harbour-cluster"
