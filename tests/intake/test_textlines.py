"""The text of a document, line by line."""

from __future__ import annotations

import pytest

from clustertui.intake.document import PIECE, IntakeError
from clustertui.intake.textlines import LONGEST_LINE, text_lines
from tests.intake.feeds import document, untold


@pytest.mark.parametrize(
    "data",
    [
        "Maß\nFé\n".encode(),
        "Maß\r\nFé\r\n".encode(),
        "Maß\rFé\r".encode(),
        "\ufeffMaß\nFé\n".encode(),
        "Maß\nFé\n".encode("utf-16"),
        "Maß\nFé\n".encode("utf-16-le"),
        "Maß\nFé\n".encode("windows-1252"),
        "Maß\n".encode("windows-1252") + "Fé\n".encode(),
        "Maß\nF\0é\n".encode(),
    ],
)
def test_encodings_and_line_ends_are_one(data: bytes) -> None:
    assert list(text_lines(document(data), untold)) == ["Maß\n", "Fé\n"]


def test_a_letter_between_two_pieces_stays_whole() -> None:
    text = "x" * (PIECE - 1) + "é\nlast"
    assert list(text_lines(document(text), untold)) == ["x" * (PIECE - 1) + "é\n", "last"]


def test_other_breaks_are_no_line_ends() -> None:
    assert list(text_lines(document("a\x0bb\u2028c\nd"), untold)) == ["a\x0bb\u2028c\n", "d"]


def test_an_endless_line_is_refused() -> None:
    given = document(b"a\n" + b"x" * (LONGEST_LINE + 2 * PIECE), "tide.csv")
    with pytest.raises(IntakeError, match=r"^tide.csv, line 2: holds an endless line"):
        list(text_lines(given, untold))
