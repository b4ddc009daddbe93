"""Searches in a thread of their own: the newest only, and never in the way of a keystroke."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Thread

from clustertui.catalogue import Catalogue
from clustertui.model import ClusterError, View
from clustertui.search import Results, Search

PATIENCE = 0.012
"""Seconds that a keystroke waits for its results, so that both are seen in one frame."""

Answer = Results | ClusterError
Deliver = Callable[[Answer], None]


class Searcher:
    """Answers views at once where it can, and later where it cannot.

    A newer question interrupts an older one, whose answer is never delivered.
    """

    def __init__(self, catalogue: Catalogue, deliver: Deliver) -> None:
        self._catalogue = catalogue
        self._deliver = deliver
        self._changed = Condition()
        self._asked: tuple[int, View] | None = None
        self._number = self._answering = 0
        """The newest question, and the one that the thread is at work on."""
        self._answers: dict[int, Answer] = {}
        self._delivered: Answer | None = None
        self._waiting = False
        self._search: Search | None = None
        self._thread: Thread | None = None

    def ask(self, view: View) -> Answer | None:
        """The answer, or None when it takes longer and will be delivered, from another thread.

        A view without words is no search: its pages are read by the catalogue here anyway.
        """
        with self._changed:
            self._number += 1
            self._answers.clear()
            self._delivered = None
            if not view.words.strip():
                self._asked = None
                return self._list(view)
            self._asked = (self._number, view)
            if self._thread is None:
                self._thread = Thread(target=self._run, name="search", daemon=True)
                self._thread.start()
            self._changed.notify_all()
            self._waiting = True
            self._changed.wait_for(lambda: self._number in self._answers, PATIENCE)
            self._waiting = False
            return self._answers.pop(self._number, None)

    def _list(self, view: View) -> Answer:
        try:
            return Search(self._catalogue).find(view)
        except ClusterError as error:
            return error

    def is_newest(self, answer: Answer) -> bool:
        """Whether a delivered answer is that to the newest question: another may have come since,
        as the delivery was on its way.
        """
        with self._changed:
            return answer is self._delivered

    def close(self) -> None:
        """End the thread, and soon what it is doing."""
        with self._changed:
            self._number = -1
            self._asked = None
            self._changed.notify_all()

    def _run(self) -> None:
        while (asked := self._next()) is not None:
            number, view = asked
            self._answering = number
            try:
                answer: Answer = self._opened().find(view)
            except ClusterError as error:
                answer = error
            except Exception as error:  # the thread must live on, and the user must be told
                answer = ClusterError(f"the search failed: {type(error).__name__}: {error}")
            self._answer(number, answer)
        with self._changed:
            search, self._search = self._search, None
        if search is not None:
            search.close()

    def _opened(self) -> Search:
        """The search of this thread. Where it cannot be opened, the next question tries again."""
        if self._search is None:
            self._search = Search(self._catalogue.reopened())
            self._search.stop_when(lambda: self._answering != self._number)
        return self._search

    def _next(self) -> tuple[int, View] | None:
        with self._changed:
            self._changed.wait_for(lambda: self._asked is not None or self._number < 0)
            asked, self._asked = self._asked, None
            return asked

    def _answer(self, number: int, answer: Answer) -> None:
        with self._changed:
            if number != self._number:
                return  # nobody asks for this any more
            if isinstance(answer, Results):
                answer.hand_to(self._catalogue)
            if self._waiting:
                self._answers[number] = answer
                self._changed.notify_all()
                return
            self._delivered = answer
        self._deliver(answer)
