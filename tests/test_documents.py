"""The lines that a record stands on, read from the user's own copy of the document."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from clustertui import documents
from clustertui.documents import Documents, Passage, taken
from clustertui.model import Provenance

TEXT = "Harbour days\n\nOpening: Åstrid\nThe [b]tide[/b] \x1b[31mcomes\nLast line\n"
CITED = Provenance(
    title="Harbour days",
    source="harbour-days",
    publisher=None,
    author=None,
    published=None,
    url=None,
    document="harbour.txt",
    sha256=None,
    first_line=3,
    last_line=4,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "harbour.txt").write_text(TEXT, "utf-8")
    return tmp_path


def test_the_cited_lines_are_given_with_their_numbers(folder: Path) -> None:
    passage = Documents(folder).passage(replace(CITED, first_line=1, last_line=3))
    assert passage == Passage(((1, "Harbour days"), (2, ""), (3, "Opening: Åstrid")))


def test_a_passage_is_safe_to_show(folder: Path) -> None:
    passage = Documents(folder).passage(CITED)
    assert passage.lines[1] == (4, "The [b]tide[/b] \ufffd[31mcomes")


def test_a_document_with_the_digest_that_was_cited_is_read(folder: Path) -> None:
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert Documents(folder).passage(replace(CITED, sha256=digest)).missing is None


def test_another_text_under_the_same_name_is_refused(folder: Path) -> None:
    passage = Documents(folder).passage(replace(CITED, sha256="0" * 64))
    assert passage.lines == ()
    assert passage.missing == (
        f"{folder / 'harbour.txt'} is not the text that was cited,"
        " so its line numbers may not hold."
    )


def test_a_source_may_have_no_document(folder: Path) -> None:
    passage = Documents(folder).passage(replace(CITED, document=None))
    assert passage == Passage(missing="The records name no document for this source.")


def test_without_a_folder_it_is_said_how_to_name_one() -> None:
    passage = Documents(None).passage(CITED)
    assert passage == Passage(
        missing="To read the passage here, name the folder that holds harbour.txt with --documents."
    )


def test_a_document_may_not_be_at_hand(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        passage = Documents(folder).passage(CITED)
        assert passage == Passage(missing=f"harbour.txt is not in {folder}.")


@pytest.mark.parametrize("name", ["../harbour.txt", "/etc/harbour.txt", "deep/harbour.txt"])
def test_a_document_is_never_looked_for_outside_its_folder(folder: Path, name: str) -> None:
    inside = folder / "inside"
    inside.mkdir()
    assert Documents(inside).passage(replace(CITED, document=name)).missing is not None
    (inside / "harbour.txt").write_text("a\nb\nc\nd\n")
    passage = Documents(inside).passage(replace(CITED, document=name))
    assert passage.lines == ((3, "c"), (4, "d"))


@pytest.mark.parametrize("name", ["..", ".", "/", "no\0name"])
def test_a_name_that_is_no_file_name_is_no_document(folder: Path, name: str) -> None:
    assert Documents(folder).passage(replace(CITED, document=name)).missing is not None


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").mkdir()
    assert Documents(tmp_path).passage(CITED).missing == f"harbour.txt is not in {tmp_path}."


def test_a_huge_file_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = len(TEXT.encode())
    monkeypatch.setattr(documents, "LARGEST_DOCUMENT", size)
    assert Documents(folder).passage(CITED).missing is None
    monkeypatch.setattr(documents, "LARGEST_DOCUMENT", size - 1)
    passage = Documents(folder).passage(CITED)
    assert passage == Passage(missing=f"{folder / 'harbour.txt'} is too large to be shown.")


def test_a_file_that_cannot_be_read_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    passage = Documents(folder).passage(CITED)
    assert passage.missing == f"{folder / 'harbour.txt'} cannot be read: Permission denied."


def test_a_document_of_another_encoding_is_shown_as_far_as_it_goes(folder: Path) -> None:
    (folder / "harbour.txt").write_bytes("a\nb\nNøvik\nd".encode("latin-1"))
    assert Documents(folder).passage(CITED).lines == ((3, "N\ufffdvik"), (4, "d"))


def test_a_document_that_ends_early_gives_the_lines_it_has(folder: Path) -> None:
    passage = Documents(folder).passage(replace(CITED, first_line=5, last_line=9))
    assert passage.lines == ((5, "Last line"),)


def test_lines_beyond_the_end_have_a_reason(folder: Path) -> None:
    passage = Documents(folder).passage(replace(CITED, first_line=50, last_line=51))
    assert passage == Passage(missing=f"{folder / 'harbour.txt'} has only 5 lines.")


def test_an_empty_document_has_no_lines(folder: Path) -> None:
    (folder / "harbour.txt").write_bytes(b"")
    passage = Documents(folder).passage(replace(CITED, first_line=1, last_line=1))
    assert passage == Passage(missing=f"{folder / 'harbour.txt'} has only 0 lines.")


def test_a_byte_order_mark_is_no_letter(folder: Path) -> None:
    (folder / "harbour.txt").write_text(TEXT, "utf-8-sig")
    passage = Documents(folder).passage(replace(CITED, first_line=1, last_line=1))
    assert passage.lines == ((1, "Harbour days"),)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_lines_are_counted_whatever_ends_them(folder: Path, line_end: str) -> None:
    (folder / "harbour.txt").write_bytes(TEXT.replace("\n", line_end).encode())
    assert Documents(folder).passage(CITED).lines[0] == (3, "Opening: Åstrid")


@pytest.mark.parametrize("inside", ["\f", "\v", "\x1c", "\x85", "\u2028"])
def test_lines_are_counted_as_every_editor_counts_them(folder: Path, inside: str) -> None:
    (folder / "harbour.txt").write_text(f"one{inside}one\ntwo\nthree\nfour\n", "utf-8")
    assert [number for number, text in Documents(folder).passage(CITED).lines
            if text == "three"] == [3]  # fmt: skip


# --- What a record took from a line --------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "texts", "said"),
    [
        ("- The tide (Ann Ek, NHC)", ["The tide", "Ann Ek"], ["The tide", "Ann Ek"]),
        ("THE TIDE of ürnen", ["the tide", "Urnen"], ["THE TIDE", "ürnen"]),
        ("Straße am Kai", ["Strasse am Kai"], ["Straße", "am", "Kai"]),
        ("harbour and tide", ["tide of the harbour"], ["harbour", "tide"]),
        ("of the", ["tide of the harbour"], []),
        ("tide", ["", "!"], []),
        ("", ["tide"], []),
    ],
)
def test_the_words_that_a_record_took_are_found(
    line: str, texts: list[str], said: list[str]
) -> None:
    found = [line[start:end] for start, end in taken(line, texts)]
    assert " ".join(found) == " ".join(said)


def test_without_lines_there_is_no_passage(tmp_path: Path) -> None:
    cited = replace(CITED, first_line=None, last_line=None, item="talk 9")
    assert Documents(tmp_path).passage(cited) == Passage()
