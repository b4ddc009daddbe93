from __future__ import annotations

from clustertui.intake.page.wordlists import phrases_of, words_of


def test_words_stand_between_blanks() -> None:
    assert words_of("\n  rope tide\n  quay\n") == ("rope", "tide", "quay")


def test_phrases_stand_between_bars_whatever_lines_break() -> None:
    assert phrases_of("old rope|high\n   tide| |quay|") == ("old rope", "high tide", "quay")
