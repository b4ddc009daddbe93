"""What was typed becomes messages: pastes whole, keys all of them, whatever stands between them."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from textual.events import Key, Paste
from textual.message import Message

from clustertui.tui import typed as module
from clustertui.tui.typed import LONGEST_PASTE, Typed

START, END = "\x1b[200~", "\x1b[201~"


class Clock:
    """A time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    return clock


def said(messages: Iterable[Message]) -> list[str]:
    """Keys by character or name, pastes between angle brackets."""
    return [
        f"<{each.text}>" if isinstance(each, Paste) else each.character or each.key
        for each in messages
        if isinstance(each, Paste | Key)
    ]


def typed_in(*pieces: str) -> list[str]:
    typed = Typed()
    return [each for piece in pieces for each in said(typed.feed(piece))]


def test_a_paste_is_one_text() -> None:
    assert typed_in(f"a{START}kicox\ncluster{END}b") == ["a", "<kicox\ncluster>", "b"]


@pytest.mark.parametrize(
    "pasted",
    ["a\x1bb", "\x1b[Aq", "\x1b", "\x1b[20", "\x1b\x1b[201", "\x1b[99999999999u", "\x1b[2J"],
)
def test_an_escape_in_a_paste_does_not_break_it_up(pasted: str) -> None:
    shown = pasted.replace("\x1b", "\ufffd")
    assert typed_in(f"{START}{pasted}{END}q") == [f"<{shown}>", "q"]


def test_a_paste_may_arrive_in_any_pieces() -> None:
    text = f"ab{START}ki\x1bcox{END}cd{START}{END}e"
    rolls = random.Random(5)
    for _ in range(300):
        cuts = sorted(rolls.choices(range(len(text) + 1), k=rolls.randrange(8)))
        pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
        assert typed_in(*pieces) == ["a", "b", "<ki\ufffdcox>", "c", "d", "<>", "e"], pieces


def test_nothing_pasted_holds_what_may_not_be_shown() -> None:
    (paste,) = Typed().feed(f"{START}\x9b31m\x07\u202ea\x00\ud800\tb\x85c{END}")
    assert isinstance(paste, Paste)
    assert paste.text.replace("\n", "").isprintable()


def test_of_an_endless_paste_the_beginning_is_kept() -> None:
    typed = Typed()
    for _ in range(40):
        assert said(typed.feed("x" * 100_000 if typed.patience else START)) == []
    (paste,) = said(typed.feed(END))
    assert len(paste) <= LONGEST_PASTE + 2


def test_a_paste_that_never_ends_is_taken_after_a_silence(clock: Clock) -> None:
    typed = Typed()
    assert said(typed.feed(f"{START}kicox\x11")) == []
    assert list(typed.tick()) == []
    assert typed.patience == pytest.approx(1.0)
    clock.now += 1.1
    assert said(typed.tick()) == ["<kicox\ufffd>"]
    assert typed.patience is None
    assert said(typed.feed("q")) == ["q"]
    assert said(typed.feed(f"{END}r")) == ["r"]


@pytest.mark.parametrize(
    "odd", ["\x1b[1114112u", "\x1b[99999999999999999999u", "\x1b[97;1;1114112u"]
)
@pytest.mark.parametrize("pieces", [1, 2])
def test_keys_behind_a_malformed_report_are_kept(odd: str, pieces: int) -> None:
    text = f"a{odd}bc\x1b[Ad"
    cut = 6 if pieces == 2 else 0
    assert typed_in(text[:cut], text[cut:]) == ["a", "b", "c", "up", "d"]


def test_a_sequence_may_arrive_in_two_pieces() -> None:
    assert typed_in("a\x1b[", "A", "b") == ["a", "up", "b"]


def test_an_escape_alone_is_the_key_once_nothing_follows() -> None:
    typed = Typed()
    assert said(typed.feed("\x1b")) == []
    assert typed.patience is not None
    while not (found := said(typed.tick())):
        pass
    assert found == ["\x1b"]
    assert said(typed.feed("[200~")) == list("[200~")


def test_random_input_never_raises_and_keys_go_on() -> None:
    rolls = random.Random(11)
    bits = ["\x1b", "[", "<", "?", ";", "2", "0", "9", "~", "u", "M", "t", "R", "$y", ":", "é", "q",
            "\x9b", "\0", "48;", START, END, "\x1bO", "\x1b]52;c;", "\x1bP"]  # fmt: skip
    for _ in range(2000):
        typed = Typed()
        list(typed.feed("".join(rolls.choices(bits, k=rolls.randrange(1, 30)))))
        list(typed.feed(END))
        assert said(typed.feed("\x1b" + "x" * 40 + "z"))[-1] == "z"


# --- Pastes that a terminal does not mark --------------------------------------------------------


def test_more_letters_than_anyone_types_at_once_are_a_paste(clock: Clock) -> None:
    typed = Typed()
    assert said(typed.feed("q" * 63)) == ["q"] * 63
    (paste,) = said(typed.feed("tide\nharbour " * 20))
    assert paste.startswith("<tide\nharbour tide")
    assert said(typed.feed("quay")) == ["<quay>"]
    assert said(typed.feed("\x11")) == ["\x11"]
    clock.now += 0.1
    assert said(typed.feed("q")) == ["q"]


def test_a_paste_that_is_not_marked_holds_nothing_that_may_not_be_shown() -> None:
    (paste,) = Typed().feed("\x9b31m\u202e" * 40)
    assert isinstance(paste, Paste)
    assert paste.text.isprintable()


def test_a_key_before_and_behind_many_letters_is_a_key() -> None:
    assert said(Typed().feed("\x1b[A" + "x" * 100 + "\x1b[B")) == ["up", f"<{'x' * 100}>", "down"]
    assert said(Typed().feed("\x11" + "x" * 100 + "\x11")) == ["\x11", f"<{'x' * 100}>", "\x11"]


def test_a_string_of_a_terminal_that_never_ends_is_mostly_a_paste() -> None:
    found = said(Typed().feed("\x1b]0;" + "x" * 5000))
    assert len(found) < 200
    assert found[-1].startswith("<xxx")
