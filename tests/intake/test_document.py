"""What is handed in: text is read whatever its encoding, and all else is refused in a sentence."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import io
import lzma
import os
import sqlite3
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clustertui.intake import document as room
from clustertui.intake.document import (
    PIECE,
    STANDARD_INPUT,
    Document,
    IntakeError,
    decoded,
    open_document,
)
from clustertui.text import unsafe_character


def silent(done: int, total: int) -> None:
    """Nobody is told."""


def in_memory(data: bytes, name: str = "a.txt") -> Document:
    return Document(name, lambda: io.BytesIO(data), len(data), data[:PIECE])


def said(path: Path) -> str:
    """Why a document is refused."""
    with pytest.raises(IntakeError) as caught:
        open_document(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Standard input holds some bytes."""

    def hold(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return hold


# --- What is read --------------------------------------------------------------------------------


def test_a_file_is_a_document(tmp_path: Path) -> None:
    (tmp_path / "fair 2031.ics").write_bytes(b"BEGIN\r\nMIDDLE\rEND\n")
    found = open_document(tmp_path / "fair 2031.ics", columns={"title": "Titel"}, event="Fair")
    assert (found.name, found.stem, found.size) == ("fair 2031.ics", "fair 2031", 18)
    assert (found.head, found.folder) == (b"BEGIN\r\nMIDDLE\rEND\n", None)
    assert (found.columns, found.event) == ({"title": "Titel"}, "Fair")
    assert found.read(silent) == b"BEGIN\r\nMIDDLE\rEND\n"
    assert found.text(silent) == "BEGIN\nMIDDLE\nEND\n"
    assert found.text(silent) == "BEGIN\nMIDDLE\nEND\n"  # a stream of its own each time


def test_a_folder_is_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "videos").mkdir()
    found = open_document(tmp_path / "videos")
    assert (found.name, found.folder, found.head) == ("videos", tmp_path / "videos", b"")
    monkeypatch.chdir(tmp_path / "videos")
    assert open_document(Path()).name == "videos"
    assert open_document(Path("/")).name == "/"


def test_standard_input_is_a_document(stdin: Callable[[bytes], None]) -> None:
    stdin(b"BEGIN\n")
    found = open_document(Path("-"), event="Fair")
    assert (found.name, found.stem, found.size) == (STANDARD_INPUT, STANDARD_INPUT, 6)
    assert found.event == "Fair"
    assert found.read(silent) == found.head == b"BEGIN\n"


def test_a_name_without_a_stem_is_its_own() -> None:
    assert in_memory(b"", "").stem == ""
    assert in_memory(b"", ".ics").stem == ".ics"


def test_a_document_is_read_in_pieces_and_says_how_far_it_is() -> None:
    data = b"x" * (2 * PIECE + 1)
    told: list[tuple[int, int]] = []
    pieces = list(in_memory(data).pieces(lambda *step: told.append(step)))
    assert b"".join(pieces) == data
    assert told == [(PIECE, len(data)), (2 * PIECE, len(data)), (len(data), len(data))]


def test_a_file_that_is_gone_is_said(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("text")
    found = open_document(file)
    file.unlink()
    for read in (found.read, found.text, lambda tell: list(found.pieces(tell))):
        with pytest.raises(IntakeError, match=r"a\.txt: cannot be read: No such file"):
            read(silent)


def test_what_is_too_long_is_said_in_time(
    monkeypatch: pytest.MonkeyPatch, stdin: Callable[[bytes], None]
) -> None:
    monkeypatch.setattr(room, "LONGEST_TEXT", 1 << 20)
    assert len(in_memory(b"x" * (1 << 20)).read(silent)) == 1 << 20
    with pytest.raises(IntakeError) as caught:
        in_memory(b"x" * ((1 << 20) + 1)).read(silent)
    assert str(caught.value) == "a.txt: is longer than 1 MiB; divide it"
    stdin(b"x" * ((1 << 20) + 1))
    assert said(Path("-")) == "standard input: is longer than 1 MiB; divide it"


# --- What is refused -----------------------------------------------------------------------------


def zipped() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("schedule.xml", "<schedule/>")
    return stream.getvalue()


def emptily_zipped() -> bytes:
    stream = io.BytesIO()
    zipfile.ZipFile(stream, "w").close()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b" \r\n\t\n", "is empty", id="blank"),
        pytest.param(b"\xef\xbb\xbf\n", "is empty", id="a mark only"),
        pytest.param("\ufeff \n".encode("utf-16-le"), "is empty", id="blank and wide"),
        pytest.param(" \n".encode("utf-16-be"), "is empty", id="blank and wide without a mark"),
        pytest.param(b" " * PIECE + b" \n", "begins with 64 KiB of blanks; is it the right file?",
                     id="blanks without end"),
        pytest.param(zipped(), "is a zip archive, or a document of an office program; give the"
                     " text itself", id="zip"),
        pytest.param(emptily_zipped(), "is an empty zip archive; give the text itself",
                     id="empty zip"),
        pytest.param(gzip.compress(b"<schedule/>"), "is compressed with gzip; give the text itself",
                     id="gzip"),
        pytest.param(bz2.compress(b"<schedule/>"), "is compressed with bzip2; give the text itself",
                     id="bzip2"),
        pytest.param(lzma.compress(b"<schedule/>"), "is compressed with xz; give the text itself",
                     id="xz"),
        pytest.param(b"%PDF-1.7\n%text", "is a PDF; copy its text into a .txt file and give that",
                     id="pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "is a picture, not text", id="picture"),
        pytest.param(bytes(range(256)) * 9, "is binary, not text", id="binary"),
        pytest.param(b"\x00\x00\x01\x00\x01\x00\x20\x20\x00\x00", "is binary, not text", id="icon"),
        pytest.param(b"\x7fELF\x02\x01\x01", "is binary, not text", id="program"),
        pytest.param(b"text, then \x00 and more text", "is binary, not text", id="nothing inside"),
        pytest.param(b"\x00\x01\x80\x90\xa0" * 9, "is binary, not text", id="noise"),
        pytest.param("title".encode("utf-32-le"), "is binary, not text", id="utf-32, unmarked"),
    ],
)  # fmt: skip
def test_what_holds_no_text_is_refused(
    tmp_path: Path, stdin: Callable[[bytes], None], data: bytes, reason: str
) -> None:
    file = tmp_path / "given"
    file.write_bytes(data)
    assert said(file) == f"{file}: {reason}"
    stdin(data)
    assert said(Path("-")) == f"standard input: {reason}"


def test_a_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE a (b)")
    assert said(file) == f"{file}: is a database; `clustertui --db` opens those of clustertui"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    assert said(tmp_path / "fifo") == f"{tmp_path / 'fifo'}: is no regular file"
    assert said(Path("/dev/null")) == "/dev/null: is no regular file"
    missing = tmp_path / "none"
    assert said(missing) == f"{missing}: cannot be read: No such file or directory"
    assert said(missing / "a").endswith("cannot be read: No such file or directory")
    assert said(tmp_path / ("x" * 999)).endswith("cannot be read: File name too long")
    (tmp_path / "loop").symlink_to("loop")
    assert "cannot be read: Too many levels of symbolic links" in said(tmp_path / "loop")
    assert "is no path: embedded null byte" in said(Path("a\0b"))
    assert unsafe_character(said(Path("a\0b\x1b[2J"))) is None


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_what_is_closed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir(mode=0)
    (tmp_path / "file").touch(mode=0)
    for name in ("folder", "file"):
        assert said(tmp_path / name).endswith("cannot be read: Permission denied")


def test_a_standard_input_that_is_closed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.TextIOWrapper(io.BytesIO())
    closed.close()
    for stream in (None, closed):
        monkeypatch.setattr(sys, "stdin", stream)
        assert said(Path("-")) == "standard input: cannot be read"


def test_a_place_is_said_with_its_line_and_nothing_unsafe() -> None:
    error = IntakeError("a\x1b[2J.xml", "is \x9b broken", 7)
    assert str(error) == "a\ufffd[2J.xml, line 7: is \ufffd broken"


# --- Encodings -----------------------------------------------------------------------------------

TEXT = "Straßen für Nøvik – 별\nTides “at sea”\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_a_text_is_read_whatever_its_encoding(tmp_path: Path, encoding: str) -> None:
    text = TEXT if "16-" not in encoding else "title,speaker\n" + TEXT
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode(encoding))
    assert open_document(file).text(silent) == text


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_texts_are_read_with_and_without_a_mark(encoding: str, mark: str) -> None:
    text = "title,speaker\r\nTides,Jørgen\r\n"
    found = in_memory((mark + text).encode(encoding))
    assert found.text(silent) == text.replace("\r", "")
    assert found.fingerprint().lines == 2


def test_lines_of_another_encoding_are_read_one_by_one() -> None:
    data = "Nøvik\n".encode() + "Straße – “x”\r\n".encode("windows-1252") + "별\n".encode()
    assert decoded(data) == "Nøvik\nStraße – “x”\r\n별\n"
    assert decoded(b"\xef\xbb\xbf" + data) == decoded(data)
    assert decoded(b"caf\xe9") == "café"
    assert decoded(b"odd \x81 byte\xff") == "odd \ufffd byteÿ"


def test_a_stray_control_character_makes_no_binary(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"A long abstract about tides and locks \x0b\x02 and more of the same " * 2)
    assert "tides" in open_document(file).text(silent)


@given(st.binary())
@example(b"\x00")
@example(b"\xff\xfe\x00")
def test_any_bytes_can_be_decoded(data: bytes) -> None:
    assert isinstance(decoded(data), str)
    in_memory(data).fingerprint()


# --- Fingerprints --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("a", 1), ("a\n", 1), ("a\nb", 2), ("a\r\nb\r\n", 2), ("a\rb\r", 2), ("\n\n", 2),
     ("a\n\rb", 3), ("a\x0cb\u2028c\x85", 1)],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_lines_are_counted_as_an_editor_counts_them(text: str, lines: int, encoding: str) -> None:
    data = text.encode(encoding)
    sha256, found = in_memory(data).fingerprint()
    assert found == lines
    assert sha256 == hashlib.sha256(data).hexdigest()


def test_a_line_break_between_two_pieces_is_one() -> None:
    for shift in range(3):
        data = b"x" * (PIECE - shift) + b"\r\n" + b"y"
        assert in_memory(data).fingerprint().lines == 2
    wide = ("x" * (PIECE // 2 - 2) + "\r\n" + "y").encode("utf-16")
    assert in_memory(wide).fingerprint().lines == 2
    assert in_memory(wide + b"\x00").fingerprint().lines == 2  # half a letter is no line
    odd = ("x" * (PIECE // 2 - 2) + "\n").encode("utf-16") + b"y"
    assert in_memory(odd).fingerprint().lines == 1
    data = b"\xef\xbb\xbf" + b"\r" * PIECE + b"\r\n"
    assert in_memory(data).fingerprint().lines == PIECE + 1


def test_a_folder_is_known_by_the_json_in_it(tmp_path: Path) -> None:
    def digest() -> str:
        return open_document(tmp_path).fingerprint().sha256

    (tmp_path / "videos").mkdir()
    (tmp_path / "videos" / "a.json").write_text("{}")
    before = digest()
    (tmp_path / "notes.txt").write_text("notes")
    (tmp_path / "folder.json").mkdir()
    os.mkfifo(tmp_path / "fifo.json")
    assert digest() == before
    (tmp_path / "videos" / "a.json").rename(tmp_path / "videos" / "b.json")
    renamed = digest()
    (tmp_path / "videos" / "b.json").write_text("[]")
    assert len({before, renamed, digest()}) == 3
    assert open_document(tmp_path).fingerprint().lines == 1


def test_a_folder_that_cannot_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.json").write_text("{}")
    found = open_document(tmp_path)

    def closed(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", closed)
    with pytest.raises(IntakeError, match="cannot be read: Permission denied"):
        found.fingerprint()
