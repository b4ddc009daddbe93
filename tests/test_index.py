"""The search index: what it holds, what it answers, and that no question reads a whole table."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui import index
from clustertui.catalogue import Catalogue
from clustertui.index import Group, Index, searchable, write
from clustertui.kinds import KINDS
from clustertui.model import DatabaseError, Ref, View
from clustertui.search import Search
from clustertui.typos import (
    BEGINNINGS,
    hashes_of_beginning,
    hashes_of_word,
    near_beginnings,
    near_words,
    typos_allowed,
)

TEXTS = (
    "cluster policy",
    "clusters and polity",
    "clustering",
    "Müller",
    "Kim kin Sun-Geun",
    "a photovoltaic of not or near",
    "policy of photovoltaic clusters 12345",
)
TERMS = {"cluster", "policy", "clusters", "and", "polity", "clustering", "muller", "mueller", "kim",
         "kin", "sun", "geun", "sungeun", "a", "photovoltaic", "of", "not", "or", "near",
         "12345"}  # fmt: skip


def written(texts: Sequence[str], kind: str = "talk") -> sqlite3.Connection:
    """A database in memory with the index of some titles, numbered from one."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE entries (number INTEGER PRIMARY KEY, kind, title, context,"
                       " also)")  # fmt: skip
    connection.executemany(
        "INSERT INTO entries VALUES (?, ?, ?, '', '')",
        [(number, kind, text) for number, text in enumerate(texts, start=1)],
    )
    write(connection)
    return connection


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    with closing(written(TEXTS)) as found:
        yield found


@pytest.fixture(scope="module")
def held(connection: sqlite3.Connection) -> Index:
    return Index(connection)


# --- What is written -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "title", "context", "also", "terms"),
    [
        ("talk", "Tide", "At sea", "", "tide at sea atsea"),
        ("point", "Tide", "At sea", "", "tide at sea"),
        ("talk", "Tide", "Bo Li, Al Ma · At sea", "", "tide bo li al ma at sea boli alma"),
        ("talk", "Tide", "", "for: Old Quay\nrole: Chair: quays\n", "tide old quay chair quays"),
        ("talk", "Tae Hee Kim", "", "", "tae hee kim"),
        ("person", "Tae Hee Kim", "NHC · 2 talks", "", "tae hee kim nhc 2 talks taehee heekim"),
        ("person", "Sun-Geun Kim", "", "", "sun geun kim sungeun sungeun geunkim"),
        ("point", "Sun‑Geun", "Know‐how", "", "sun geun know how sungeun knowhow"),
        ("talk", "Mu\u0308ller", "Øl", "", "muller ol mueller oel"),
        ("person", "", "", "", ""),
    ],
)
def test_a_row_is_found_by_its_texts_without_their_labels(
    kind: str, title: str, context: str, also: str, terms: str
) -> None:
    ((number, found),) = searchable([(7, kind, title, context, also)])
    assert (number, found.split()) == (7, terms.split())


def test_rows_stay_apart_whatever_their_texts_hold() -> None:
    texts = ["one\ntwo", "", "\u2028three\x85", "four\r\n\x0b\x0c", "five"]
    found = searchable([(n, "talk", text, "", "") for n, text in enumerate(texts)])
    assert [terms.split() for _, terms in found] == [
        ["one", "two"], [], ["three"], ["four"], ["five"]
    ]  # fmt: skip
    assert searchable([]) == []


def test_each_word_is_a_term_with_the_number_of_its_rows(connection: sqlite3.Connection) -> None:
    terms = dict(connection.execute("SELECT term, rows FROM terms").fetchall())
    assert set(terms) == TERMS
    assert (terms["policy"], terms["clusters"], terms["kim"]) == (2, 2, 1)


def test_each_word_and_beginning_is_kept_under_its_hashes(connection: sqlite3.Connection) -> None:
    spellings = dict(connection.execute("SELECT id, text FROM spellings").fetchall())
    kept: dict[str, set[int]] = {}
    for bucket, pairs in connection.execute("SELECT bucket, pairs FROM deletions"):
        numbers = [int.from_bytes(pairs[at : at + 8], "little") for at in range(0, len(pairs), 8)]
        assert numbers == sorted(set(numbers))
        for pair in numbers:
            assert pair >> index.BUCKET_BITS == bucket
            kept.setdefault(spellings[pair & 0xFFFFFFFF], set()).add(pair >> 32)
    expected: dict[str, set[int]] = {}
    for term in TERMS - {"a", "of", "or", "12345"}:
        expected[term] = expected.get(term, set()) | hashes_of_word(term)
        for length in BEGINNINGS:
            if length < len(term):
                start = term[:length]
                expected[start] = expected.get(start, set()) | hashes_of_beginning(start)
    assert kept == expected


def test_the_order_of_the_bytes_does_not_depend_on_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with closing(written(["policy"])) as little:
        (pairs,) = little.execute("SELECT pairs FROM deletions ORDER BY bucket").fetchone()
    assert int.from_bytes(pairs[:8], "little") >> 32 in hashes_of_word("policy") | {
        crc32(b"", 0), *hashes_of_beginning("pol"), *hashes_of_beginning("poli"),
        *hashes_of_beginning("polic"),
    }  # fmt: skip
    monkeypatch.setattr("clustertui.index.sys.byteorder", "big")
    with closing(written(TEXTS)) as other:
        assert "policy" in Index(other).like("polciy", 2)


def test_an_index_of_nothing_answers_nothing() -> None:
    with closing(written([])) as empty:
        found = Index(empty)
        assert not found.knows("a")
        assert found.completed("a") == ()
        assert found.completed("cluster") == []
        assert found.like("cluster", 2) == []
        assert found.beginning_like("cluster") == []
        assert found.rows([("a",)], 1, 99, 9) == []


def test_what_is_written_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clustertui.index.BATCH", 3)
    told: list[tuple[str, float]] = []
    with closing(written(TEXTS)) as source:
        for table in ("words", "terms", "spellings", "deletions"):
            source.execute(f"DROP TABLE {table}")
        write(source, lambda part, share: told.append((part, share)))
    assert told[:3] == [("words", 3 / 7), ("words", 6 / 7), ("words", 1.0)]
    assert {part for part, _ in told[3:]} == {"misspellings"}
    shares = [share for _, share in told[3:]]
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] <= 1


# --- Words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("term", sorted(TERMS))
def test_every_word_is_known(held: Index, term: str) -> None:
    assert held.knows(term)
    assert not held.knows(term + "x")
    assert not held.knows("x" + term)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("", ("*",)),
        ("c", ("c*",)),
        ("ki", ("ki*",)),
        ("clu", ("clu*",)),
        ("clus", {"cluster", "clusters", "clustering"}),
        ("cluster", {"cluster", "clusters", "clustering"}),
        ("clustering", {"clustering"}),
        ("z", ()),
        ("zebra", set()),
        ("clusterings", set()),
    ],
)
def test_a_word_is_completed(held: Index, word: str, found: tuple[str, ...] | set[str]) -> None:
    completed = held.completed(word)
    assert (set(completed) if isinstance(found, set) else completed) == found


def test_of_many_completions_the_most_frequent_count(
    held: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert held.completed("clust")[0] == "clusters"
    assert held.completed_to("clust", 1) == ["clusters"]
    monkeypatch.setattr("clustertui.index.COMPLETIONS", 1)
    assert held.completed("clust") == ["clusters"]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        pytest.param("muler", {"muller", "mueller"}, id="letter left out"),
        pytest.param("policcy", {"policy", "polity"}, id="letter doubled"),
        pytest.param("poilcy", {"policy", "polity"}, id="letters swapped"),
        pytest.param("kym", {"kim"}, id="letter wrong"),
        pytest.param("pohtovoltiac", {"photovoltaic"}, id="two typos"),
        pytest.param("photovoltaicum", {"photovoltaic"}, id="two typos at the end"),
        pytest.param("phtvltic", set(), id="too many typos"),
        pytest.param("policy", {"polity"}, id="no misspelling of itself"),
        pytest.param("12354", set(), id="numbers are no words"),
    ],
)
def test_a_word_is_found_despite_its_typos(held: Index, word: str, found: set[str]) -> None:
    allowed = typos_allowed(word)
    assert set(near_words(word, held.like(word, allowed), allowed)) == found


@pytest.mark.parametrize("term", sorted(term for term in TERMS if len(term) > 4 and term.isalpha()))
def test_every_typo_in_every_word_leads_back_to_it(held: Index, term: str) -> None:
    for at in range(len(term)):
        before, here, after = term[:at], term[at], term[at + 1 :]
        for typed in (before + after, before + "q" + here + after, before + "q" + after,
                      before + after[:1] + here + after[1:]):  # fmt: skip
            assert term in held.like(typed, 1), typed


@pytest.mark.parametrize(
    ("word", "found"),
    [
        pytest.param("potov", {"photovoltaic"}, id="letter left out"),
        pytest.param("clutser", {"cluster", "clusters", "clustering"}, id="letters swapped"),
        pytest.param("phto", {"photovoltaic"}, id="four letters, two swapped"),
        pytest.param("poto", {"photovoltaic"}, id="four letters, one left out"),
        pytest.param("phho", {"photovoltaic"}, id="four letters, one too many"),
        pytest.param("phtovoltai", {"photovoltaic"}, id="a long word, two swapped"),
        pytest.param("zzzzz", set(), id="no beginning"),
    ],
)
def test_an_unfinished_word_is_found_by_beginnings_nearly_like_it(
    held: Index, word: str, found: set[str]
) -> None:
    beginnings = near_beginnings(word, held.beginning_like(word))
    terms = {term for beginning, _ in beginnings for term in held.completed_to(beginning)}
    assert terms >= found
    assert bool(terms) == bool(found)


# --- Rows ----------------------------------------------------------------------------------------

GROUPS: list[tuple[Sequence[Group], list[int]]] = [
    ([("policy",)], [1, 7]),
    ([("policy", "polity")], [1, 2, 7]),
    ([("clu*",)], [1, 2, 3, 7]),
    ([("clu*",), ("pol*",)], [1, 2, 7]),
    ([("clu*",), ("pol*",), ("photovoltaic",)], [7]),
    ([("clusters", "clustering"), ("policy", "and")], [2, 7]),
    ([("and",)], [2]),
    ([("or",)], [6]),
    ([("not",)], [6]),
    ([("near",)], [6]),
    ([("not", "or"), ("near",), ("a*",)], [6]),
    ([("policy",), ("kim",)], []),
    ([("policy",), ()], []),
    ([()], []),
    ([("zebra",)], []),
]


@pytest.mark.parametrize(("groups", "numbers"), GROUPS)
def test_a_row_holds_a_term_of_every_group(
    held: Index, groups: Sequence[Group], numbers: list[int]
) -> None:
    for first, last in product(range(9), repeat=2):
        inside = [number for number in numbers if first <= number <= last]
        for limit in (1, 2, 99):
            assert held.rows(groups, first, last, limit) == inside[:limit]


@pytest.mark.parametrize("few", [0, 2, 200])
@pytest.mark.parametrize(("groups", "numbers"), GROUPS)
def test_among_some_rows_exactly_those_are_found(
    held: Index,
    groups: Sequence[Group],
    numbers: list[int],
    few: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("clustertui.index.FEW_ROWS", few)
    for chosen in range(2**7):
        among = [number for number in range(1, 8) if chosen >> (number - 1) & 1]
        expected = [number for number in numbers if number in among]
        assert held.rows_among(groups, among, 99) == expected
        assert held.rows_among(groups, among, 1) == expected[:1]


@given(st.lists(st.sampled_from(sorted(TERMS)), min_size=1, max_size=3))
def test_the_rows_of_several_words_are_those_of_each(held: Index, terms: list[str]) -> None:
    each = [set(held.rows([(term,)], 1, 99, 99)) for term in terms]
    assert set(held.rows([(term,) for term in terms], 1, 99, 99)) == set.intersection(*each)
    assert set(held.rows([terms], 1, 99, 99)) == set.union(*each)


# --- What cannot be read -------------------------------------------------------------------------

ASKED: list[Callable[[Index], object]] = [
    lambda index: index.knows("a"),
    lambda index: index.completed("a"),
    lambda index: index.completed("cluster"),
    lambda index: index.like("cluster", 2),
    lambda index: index.beginning_like("cluster"),
    lambda index: index.rows([("a",)], 1, 9, 9),
    lambda index: index.rows_among([("a",)], [1, 2], 9),
    lambda index: index.rows_among([("a",)], range(1, 999), 9),
]


@pytest.mark.parametrize("ask", ASKED)
def test_an_index_that_cannot_be_read_is_said_in_a_sentence(ask: Callable[[Index], object]) -> None:
    connection = sqlite3.connect(":memory:")
    connection.close()
    with pytest.raises(DatabaseError) as caught:
        ask(Index(connection))
    assert str(caught.value) == (
        "the search index cannot be read: Cannot operate on a closed database.;"
        " rebuild the database from its records with `clustertui build`"
    )


@pytest.mark.parametrize("ask", ASKED)
def test_a_question_that_is_interrupted_is_a_database_error(
    ask: Callable[[Index], object],
) -> None:
    with closing(written(["a cluster"] * 999)) as connection:
        connection.set_progress_handler(lambda: 1, 1)
        with pytest.raises(DatabaseError, match="interrupted"):
            ask(Index(connection))


# --- No statement reads a whole table ------------------------------------------------------------

ORDERS = [(kind.name, sort) for kind in KINDS.values() for sort in kind.sorts]
TINY = {"ranges", "main.words_config", "sqlite_master", "CONSTANT"}
"""Tables of a few rows, whatever the catalogue."""


def exercise(path: Path) -> None:
    """Ask a database everything that can be asked of it."""
    catalogue = Catalogue(path)
    search = Search(catalogue)
    scopes = [catalogue.rows(kind, limit=1)[0].ref for kind in KINDS]
    for scope in (None, *scopes):
        catalogue.counts(scope)
        for kind, sort in ORDERS:
            for row in catalogue.rows(kind, scope, sort, 0, 3):
                catalogue.position(row.ref, scope, sort)
        for words in ("", "t", "tide", "harb", "harbour days", "harbuor", "harbuo", "sun geun",
                      "harbour xyzzy", "nvik hrabour"):  # fmt: skip
            for kind in ("", *KINDS):
                results = search.find(View(kind, words, scope))
                for hit in results.page(0, 3):
                    results.position(hit.row.ref)
            search.everything(words, scope)
    for kind in KINDS:
        listed = [row.ref for row in catalogue.rows(kind)]
        for ref in listed:
            catalogue.detail(ref)
            catalogue.detail(ref, 3)
        catalogue.sheet(KINDS[kind], listed)
        catalogue.addressed(f"{kind}/")
    catalogue.close()


@pytest.fixture(scope="module")
def swollen(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented universe, whose statistics say that every table has a million rows or more.

    Of a table of ten rows SQLite reads all, and rightly so; this is what it does with many.
    """
    path = tmp_path_factory.mktemp("swollen") / "clusters.db"
    path.write_bytes(database.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        statistics = connection.execute("SELECT rowid, tbl, stat FROM sqlite_stat1").fetchall()
        for row, table, stat in statistics:
            rows, *others = stat.split()
            if table != "ranges":
                many = " ".join((str(1_000_000 * int(rows)), *others))
                connection.execute("UPDATE sqlite_stat1 SET stat = ? WHERE rowid = ?", (many, row))
        connection.commit()
    return path


@pytest.fixture(scope="module")
def statements(swollen: Path) -> list[str]:
    """Every statement that the catalogue, the index and the search ask, with its values."""
    found: dict[str, None] = {}

    class Traced(sqlite3.Connection):
        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            self.set_trace_callback(found.setdefault)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Traced))
        for few in (0, 200):
            patch.setattr("clustertui.index.FEW_ROWS", few)
            exercise(swollen)
    return [sql for sql in found if not sql.startswith("--")]  # what FTS5 does inside


def scans(connection: sqlite3.Connection, sql: str) -> list[str]:
    """The steps of a statement's plan that read a whole table, or all rows of a kind."""
    steps = [step for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    own = {re.split(r"\W", step.partition(" ")[2])[0] for step in steps
           if step.startswith(("MATERIALIZE", "CO-ROUTINE"))}  # fmt: skip
    found = []
    for step in steps:
        verb, table, *_ = step.split()
        constrained = "VIRTUAL TABLE INDEX 1:" in step or re.search("TABLE INDEX 0:.*M1", step)
        made_here = table.startswith("(") or (own & {"links"} and table == "l") or table in own
        if verb == "SCAN" and not (table in TINY or constrained or made_here):
            found.append(step)
        if verb == "SEARCH" and re.search(r"idx_entries_kind_id \(kind=\?\)", step):
            found.append(step)
    return found


def test_all_kinds_of_statements_are_seen(statements: list[str]) -> None:
    assert len(statements) > 100
    told = "\n".join(statements)
    for table in (
        "ranges",
        "orders",
        "links",
        "entries",
        "terms",
        "spellings",
        "deletions",
        "words",
        "citations",
        "inferences",
        "affiliations",
        "points",
        "sources",
    ):
        assert re.search(rf"FROM {table}\b", told), table
    assert "MATCH" in told
    assert "rowid BETWEEN" in told
    assert "rowid IN (" in told


def test_no_statement_reads_a_whole_table(swollen: Path, statements: list[str]) -> None:
    with closing(sqlite3.connect(f"{swollen.as_uri()}?mode=ro", uri=True)) as connection:
        found = {sql: bad for sql in statements if (bad := scans(connection, sql))}
    assert found == {}


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM talks",
        "SELECT id FROM entries ORDER BY number",
        "SELECT number FROM entries WHERE kind = 'talk'",
        "SELECT number FROM entries WHERE title LIKE '%tide%'",
        "SELECT * FROM links WHERE to_id || '' = 'quill'",
        "SELECT person_id FROM affiliations WHERE role = 'Chair'",
        "SELECT rowid FROM words WHERE rowid > 3",
        "SELECT term FROM terms WHERE rows > 3",
        "SELECT text FROM spellings WHERE text = 'a'",
        "SELECT number FROM orders ORDER BY by_name LIMIT 9 OFFSET 900",
        "SELECT number FROM entries LIMIT 9 OFFSET 900",
    ],
)
def test_a_statement_that_reads_a_whole_table_would_be_seen(swollen: Path, sql: str) -> None:
    with closing(sqlite3.connect(f"{swollen.as_uri()}?mode=ro", uri=True)) as connection:
        assert scans(connection, sql)


# --- What a page costs ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def talks(many_talks: Path) -> Iterator[Catalogue]:
    found = Catalogue(many_talks)
    yield found
    found.close()


def steps_of(catalogue: Catalogue, ask: Callable[[], object]) -> int:
    """How many steps the machine of SQLite takes to answer, whatever the clock says."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    catalogue._connection.set_progress_handler(count, 1)
    try:
        ask()
    finally:
        catalogue._connection.set_progress_handler(None, 1)
    return steps


@pytest.mark.parametrize("sort", KINDS["talk"].sorts)
def test_the_last_page_costs_no_more_than_the_first(talks: Catalogue, sort: str) -> None:
    total = talks.counts()["talk"]
    assert total == 2000
    first = steps_of(talks, lambda: talks.rows("talk", None, sort, 0, 50))
    assert 50 < first < 5000
    for offset in (1000, total - 50):
        assert steps_of(talks, lambda at=offset: talks.rows("talk", None, sort, at, 50)) < 2 * first  # type: ignore[misc]


@pytest.mark.parametrize("sort", KINDS["talk"].sorts)
def test_the_last_position_costs_no_more_than_the_first(talks: Catalogue, sort: str) -> None:
    rows = talks.rows("talk", None, sort)
    costs = [steps_of(talks, lambda ref=ref: talks.position(ref, None, sort))  # type: ignore[misc]
             for ref in (rows[0].ref, rows[1000].ref, rows[-1].ref)]  # fmt: skip
    assert max(costs) < 2 * min(costs) < 500


def test_a_scope_is_read_once(talks: Catalogue) -> None:
    scope = Ref("event", "event-1")
    first = steps_of(talks, lambda: talks.counts(scope))
    assert first > 0
    assert steps_of(talks, lambda: talks.counts(scope)) == 0
    assert steps_of(talks, lambda: talks.linked(scope, "person")) == 0


def test_pages_of_hits_cost_the_same_wherever_they_are(
    talks: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clustertui.search.POOL", 50)
    results = Search(talks).find(View("talk", "c"))
    assert len(results) > 500
    beyond = steps_of(talks, lambda: results.page(60, 50))
    assert steps_of(talks, lambda: results.page(len(results) - 50, 50)) < 2 * beyond
    assert steps_of(talks, lambda: results.page(0, 50)) == 0, "what was ranked is not read again"


def test_a_frequent_word_costs_no_more_than_its_first_rows(talks: Catalogue) -> None:
    found = talks.index
    last = talks.range("point")[1]
    few = steps_of(talks, lambda: found.rows([("c*",)], 1, last, 10))
    many = steps_of(talks, lambda: found.rows([("c*",)], 1, last, 2000))
    assert few * 20 < many


@pytest.mark.parametrize(
    "sql",
    ["UPDATE deletions SET pairs = x'00'",
     "UPDATE deletions SET pairs = 5", "UPDATE spellings SET text = x'00'"],
)  # fmt: skip
def test_an_index_that_holds_what_it_should_not_is_told(
    database: Path, tmp_path: Path, sql: str
) -> None:
    path = tmp_path / "odd.db"
    path.write_bytes(database.read_bytes())
    with closing(sqlite3.connect(path)) as other:
        with suppress(sqlite3.IntegrityError):
            other.execute(sql.replace("UPDATE", "UPDATE OR IGNORE"))
        other.commit()
    with closing(Catalogue(path)) as catalogue, pytest.raises(DatabaseError, match="search index"):
        for word in ("habour", "tidd", "quil"):
            catalogue.index.like(word, 1)
            catalogue.index.beginning_like(word)
