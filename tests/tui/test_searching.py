"""Searches in a thread of their own: at once or later, the newest only, and never in the way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

from clustertui.catalogue import Catalogue
from clustertui.model import ClusterError, DatabaseError, View
from clustertui.search import Results, Search
from clustertui.tui.searching import Answer, Searcher

DEADLINE = 20.0
"""Seconds after which a condition that does not come true is a failure."""

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

find = Search.find


def search_threads() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if thread.name == "search"}


class Asked:
    """A searcher, and what it delivers."""

    def __init__(self, database: Path) -> None:
        before = search_threads()
        self.catalogue = Catalogue(database)
        self.delivered: Queue[tuple[Answer, threading.Thread]] = Queue()
        self.searcher = Searcher(
            self.catalogue, lambda answer: self.delivered.put((answer, threading.current_thread()))
        )
        self._before = before

    def ask(self, words: str) -> Answer | None:
        return self.searcher.ask(View("", words))

    def later(self) -> Answer:
        """The next answer that is delivered."""
        return self.delivered.get(timeout=DEADLINE)[0]

    def thread(self) -> threading.Thread:
        (thread,) = search_threads() - self._before
        return thread

    def close(self) -> None:
        """End the thread and wait for its end."""
        threads = search_threads() - self._before
        self.searcher.close()
        for thread in threads:
            thread.join(DEADLINE)
            assert not thread.is_alive()
        self.catalogue.close()


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A keystroke waits for its results however slow the machine is."""
    monkeypatch.setattr("clustertui.tui.searching.PATIENCE", DEADLINE)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A keystroke waits for nothing."""
    monkeypatch.setattr("clustertui.tui.searching.PATIENCE", 0.0)


@pytest.fixture
def asked(database: Path) -> Iterator[Asked]:
    found = Asked(database)
    yield found
    found.close()


class Gate:
    """Searches for `slow` words wait at a gate; all others pass."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.opened = threading.Event()
        self.searched: list[str] = []

    def find(self, search: Search, view: View) -> Results:
        self.searched.append(view.words)
        if view.words.startswith("slow"):
            self.reached.set()
            assert self.opened.wait(DEADLINE)
        return find(search, view)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    found = Gate()
    monkeypatch.setattr(Search, "find", lambda search, view: found.find(search, view))
    yield found
    found.opened.set()


def words_of(answer: Answer | None) -> str:
    assert isinstance(answer, Results)
    return answer.view.words


# --- At once, or later ---------------------------------------------------------------------------


@pytest.mark.usefixtures("patient")
def test_what_is_found_quickly_is_answered_at_once(asked: Asked, search: Search) -> None:
    for words in ("quill", "", "nvoik", "xyzzy", "quill"):
        answer = asked.ask(words)
        expected = search.find(View("", words))
        assert isinstance(answer, Results)
        assert answer.view == expected.view
        assert answer.counts == expected.counts
        assert list(answer.page(0, 99)) == list(expected.page(0, 99)), "read in this thread"
        assert [answer.position(hit.row.ref) for hit in expected.page(0, 1)] in ([0], [])
    assert asked.delivered.empty()
    assert asked.thread().daemon


def test_a_slow_search_is_delivered_later_from_its_thread(
    asked: Asked, gate: Gate, search: Search
) -> None:
    assert asked.ask("slow quill") is None
    assert gate.reached.wait(DEADLINE)
    assert asked.delivered.empty()
    gate.opened.set()
    answer, thread = asked.delivered.get(timeout=DEADLINE)
    assert thread is asked.thread()
    assert isinstance(answer, Results)
    assert asked.searcher.is_newest(answer)
    expected = find(search, View("", "slow quill"))
    assert list(answer.page(0, 99)) == list(expected.page(0, 99)), "read in this thread"


@pytest.mark.usefixtures("hasty")
def test_even_without_patience_every_newest_question_is_answered(asked: Asked) -> None:
    for words in ("quill", "tide", "novik"):
        assert words_of(asked.ask(words) or asked.later()) == words
    assert asked.delivered.empty()


# --- The newest only -----------------------------------------------------------------------------


def test_the_answer_to_an_older_question_is_never_delivered(asked: Asked, gate: Gate) -> None:
    assert asked.ask("slow") is None
    assert gate.reached.wait(DEADLINE)
    assert asked.ask("quill") is None
    gate.opened.set()
    assert words_of(asked.later()) == "quill"
    asked.close()
    assert asked.delivered.empty()
    assert gate.searched == ["slow", "quill"]


def test_of_several_questions_that_wait_only_the_newest_is_searched(
    asked: Asked, gate: Gate
) -> None:
    assert asked.ask("slow") is None
    assert gate.reached.wait(DEADLINE)
    for words in ("q", "qu", "qui", "quil"):
        assert asked.ask(words) is None
    gate.opened.set()
    assert words_of(asked.later()) == "quil"
    assert gate.searched == ["slow", "quil"]
    assert asked.delivered.empty()


def test_the_same_question_again_is_another_question(asked: Asked, gate: Gate) -> None:
    assert asked.ask("slow") is None
    assert gate.reached.wait(DEADLINE)
    assert asked.ask("slow") is None
    gate.opened.set()
    assert words_of(asked.later()) == "slow"
    asked.close()
    assert asked.delivered.empty()


def test_an_answer_on_its_way_is_not_the_newest_once_more_is_asked(
    asked: Asked, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert asked.ask("slow quill") is None
    gate.opened.set()
    older = asked.later()
    assert asked.searcher.is_newest(older)
    monkeypatch.setattr("clustertui.tui.searching.PATIENCE", DEADLINE)
    assert words_of(asked.ask("tide")) == "tide"
    assert not asked.searcher.is_newest(older)


def endless_when_told(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Make searches for `endless` run in the database without end; tells when one does."""
    running = threading.Event()

    def forever(search: Search, view: View) -> Results:
        if view.words == "endless":
            running.set()
            search._catalogue._rows(ENDLESS)
        return find(search, view)

    monkeypatch.setattr(Search, "find", forever)
    return running


def test_a_newer_question_ends_the_search_for_an_older_one(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = endless_when_told(monkeypatch)
    assert asked.ask("endless") is None
    assert running.wait(DEADLINE)
    answer = asked.ask("quill") or asked.later()
    assert words_of(answer) == "quill"
    assert asked.delivered.empty()


# --- Errors --------------------------------------------------------------------------------------


def failing(error: ClusterError) -> Callable[[Search, View], Results]:
    def fail(search: Search, view: View) -> Results:
        if view.words == "broken":
            raise error
        return find(search, view)

    return fail


@pytest.mark.usefixtures("patient")
def test_an_error_is_an_answer(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    error = DatabaseError("the disk is gone")
    monkeypatch.setattr(Search, "find", failing(error))
    assert asked.ask("broken") is error
    assert words_of(asked.ask("quill")) == "quill"


def test_an_error_of_a_slow_search_is_delivered(
    asked: Asked, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = DatabaseError("the disk is gone")

    def fail(search: Search, view: View) -> Results:
        gate.find(search, view)
        raise error

    monkeypatch.setattr(Search, "find", fail)
    assert asked.ask("slow") is None
    gate.opened.set()
    answer = asked.later()
    assert answer is error
    assert asked.searcher.is_newest(answer)


@pytest.mark.usefixtures("patient")
def test_where_the_database_cannot_be_opened_every_question_is_answered_so(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = DatabaseError("no such database")

    def refuse(catalogue: Catalogue) -> Catalogue:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(Catalogue, "reopened", refuse)
        assert asked.ask("quill") is error
        assert asked.ask("tide") is error
    assert words_of(asked.ask("quill")) == "quill", "and once it can be, it is"


@pytest.mark.usefixtures("patient")
def test_a_searcher_that_never_opened_its_database_can_be_closed(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(catalogue: Catalogue) -> Catalogue:
        raise DatabaseError("no such database")

    monkeypatch.setattr(Catalogue, "reopened", refuse)
    assert isinstance(asked.ask("quill"), DatabaseError)
    asked.close()


# --- The end -------------------------------------------------------------------------------------


def test_without_a_question_there_is_no_thread(database: Path) -> None:
    before = search_threads()
    found = Asked(database)
    assert search_threads() == before
    found.close()
    assert search_threads() == before


@pytest.mark.usefixtures("patient")
def test_closing_ends_the_thread_and_may_be_done_twice(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[Search] = []
    close = Search.close

    def watched(search: Search) -> None:
        closed.append(search)
        close(search)

    monkeypatch.setattr(Search, "close", watched)
    assert words_of(asked.ask("quill")) == "quill"
    thread = asked.thread()
    asked.close()
    assert not thread.is_alive()
    assert len(closed) == 1
    asked.searcher.close()
    assert len(closed) == 1


def test_closing_ends_a_search_at_work(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    running = endless_when_told(monkeypatch)
    assert asked.ask("endless") is None
    assert running.wait(DEADLINE)
    asked.close()
    with pytest.raises(Empty):
        asked.delivered.get_nowait()


def test_after_closing_nothing_is_delivered(asked: Asked, gate: Gate) -> None:
    assert asked.ask("slow") is None
    assert gate.reached.wait(DEADLINE)
    thread = asked.thread()
    asked.searcher.close()
    gate.opened.set()
    thread.join(DEADLINE)
    assert not thread.is_alive()
    assert asked.delivered.empty()


def test_a_fault_of_the_search_itself_is_told_and_the_next_question_is_answered(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(search: Search, view: View) -> Results:
        raise ZeroDivisionError("oh")

    with monkeypatch.context() as broken:
        broken.setattr(Search, "find", fail)
        answer = asked.ask("cluster") or asked.later()
        assert isinstance(answer, ClusterError)
        assert "ZeroDivisionError" in str(answer)
    assert isinstance(asked.ask("cluster") or asked.later(), Results)
