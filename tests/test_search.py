"""Words into ranked hits: what is found, in which order, and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.build import build
from clustertui.catalogue import Catalogue
from clustertui.entities import Citation, Event, Organisation, Person, Place, Records, Source
from clustertui.kinds import KINDS
from clustertui.model import Ref, View
from clustertui.search import Search, Tier

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


@pytest.mark.xfail(strict=True, reason="without any word, every record holds all of the words")
@pytest.mark.parametrize("typed", ["!!!", "…", "[/]"])
def test_signs_alone_are_no_words_to_be_found(search: Search, typed: str) -> None:
    assert not any(hit.tier for hit in search.everything(typed))


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
    for _, kind, id_, title, _, _ in catalogue.entries():
        if len(title) < 200:
            assert f"{kind}/{id_}" in addresses(search, title)[:2], title


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
        pytest.param(
            "novik fish auction",
            "organisation/novik-harbour-cluster",
            "former name: Nøvik Fish Auction",
            marks=pytest.mark.xfail(strict=True, reason="the first text with any of the words"),
        ),
        pytest.param(
            "quill",
            "event/tide-fair-2030",
            "exhibitor: QUILL",
        ),
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


# --- The search as a whole -----------------------------------------------------------------------


def test_once_read_the_words_are_kept(database: Path) -> None:
    catalogue = Catalogue(database)
    search = Search(catalogue)
    search.warm_up()
    catalogue.close()
    assert addresses(search, "zephyrine")[0] == "person/zephyrine"


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
    hits = Search(catalogue).everything("zun flowers beds")
    assert [(hit.row.title, hit.tier) for hit in hits] == [(name, "one missing")]
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
