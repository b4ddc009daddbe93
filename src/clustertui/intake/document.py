"""A document that a person hands in: a file, a folder or standard input, read in pieces."""

from __future__ import annotations

import codecs
import hashlib
import io
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, NamedTuple

from clustertui.model import ClusterError
from clustertui.text import clean

PIECE = 1 << 16
"""Bytes that are read at a time."""
LONGEST_TEXT = 1 << 28
"""Bytes of a document that is read whole (256 MiB)."""
STANDARD_INPUT = "standard input"
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.02
"""Share of control characters that a text may hold; with more it is no text."""
_GIVE = "give the text itself"
_NO_TEXT = {
    b"PK\x03\x04": f"is a zip archive, or a document of an office program; {_GIVE}",
    b"PK\x05\x06": f"is an empty zip archive; {_GIVE}",
    b"\x1f\x8b": f"is compressed with gzip; {_GIVE}",
    b"BZh": f"is compressed with bzip2; {_GIVE}",
    b"\xfd7zXZ": f"is compressed with xz; {_GIVE}",
    b"\x28\xb5\x2f\xfd": f"is compressed with zstd; {_GIVE}",
    b"7z\xbc\xaf\x27\x1c": f"is a 7z archive; {_GIVE}",
    b"%PDF": "is a PDF; copy its text into a .txt file and give that",
    b"SQLite format 3\x00": "is a database; `clustertui --db` opens those of clustertui",
    b"\x89PNG": "is a picture, not text",
    b"\xff\xd8\xff": "is a picture, not text",
    b"GIF8": "is a picture, not text",
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
"""Byte order marks, the longer before those they begin with."""


class IntakeError(ClusterError):
    """A document that cannot be read as a whole: what, where, and what to do."""

    def __init__(self, name: str, message: str, line: int | None = None) -> None:
        place = f"{clean(name)}, line {line}" if line else clean(name)
        super().__init__(f"{place}: {clean(message)}")


class Fingerprint(NamedTuple):
    """What tells one document from another, and its lines from each other."""

    sha256: str
    """Of a folder, that of the JSON in it."""
    lines: int
    """As an editor counts them; at least one."""


@dataclass(frozen=True, slots=True)
class Document:
    """One document. `open_document` makes one from a path."""

    name: str
    """File name, as said in faults and kept as the document of the source."""
    open: Callable[[], BinaryIO]
    """A new stream of its bytes, from the beginning."""
    size: int = 0
    """Bytes; 0 when not known."""
    head: bytes = b""
    """Its first 64 KiB, for recognition."""
    folder: Path | None = None
    """The folder, when it is one and not a file."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Our column → the name it has in this table, where the user says so."""
    event: str | None = None
    """The name of the event, where the user says so."""

    @property
    def stem(self) -> str:
        """The file name without its ending."""
        return Path(self.name).stem or self.name

    def pieces(self, tell: Callable[[int, int], None]) -> Iterator[bytes]:
        """Its bytes, some at a time. Raises IntakeError when they cannot be read."""
        done = 0
        try:
            with self.open() as stream:
                while piece := stream.read(PIECE):
                    done += len(piece)
                    tell(done, self.size)
                    yield piece
        except OSError as error:
            raise IntakeError(self.name, f"cannot be read: {error.strerror}") from error

    def read(self, tell: Callable[[int, int], None]) -> bytes:
        """All its bytes. Raises IntakeError when there are too many or they cannot be read."""
        whole = io.BytesIO()  # gives its bytes away without copying them
        for piece in self.pieces(tell):
            if whole.tell() + len(piece) > LONGEST_TEXT:
                raise _too_long(self.name)
            whole.write(piece)
        return whole.getvalue()

    def text(self, tell: Callable[[int, int], None]) -> str:
        """All its text, whatever its encoding, with plain line ends."""
        return decoded(self.read(tell)).replace("\r\n", "\n").replace("\r", "\n")

    def fingerprint(self) -> Fingerprint:
        """Its digest, and how many lines it has. Raises IntakeError when it cannot be read."""
        if self.folder is not None:
            return Fingerprint(_digest_of_folder(self.folder, self.name), 1)
        digest, breaks, last = hashlib.sha256(), 0, "\n"
        decoder = codecs.getincrementaldecoder(_wide_encoding(self.head) or "latin-1")("replace")
        for piece in self.pieces(lambda done, total: None):
            digest.update(piece)
            if text := decoder.decode(piece):
                breaks += text.count("\n") + text.count("\r") - text.count("\r\n")
                breaks -= last == "\r" and text.startswith("\n")
                last = text[-1]
        return Fingerprint(digest.hexdigest(), max(1, breaks + (last not in "\r\n")))


def _digest_of_folder(folder: Path, name: str) -> str:
    digest = hashlib.sha256()
    try:
        for file in sorted(folder.rglob("*.json")):
            if file.is_file():
                content = hashlib.sha256(file.read_bytes()).hexdigest()
                digest.update(f"{content} ".encode() + os.fsencode(file.relative_to(folder)))
    except OSError as error:
        raise IntakeError(name, f"cannot be read: {error.strerror}") from error
    return digest.hexdigest()


def decoded(data: bytes) -> str:
    """The text of bytes: by their byte order mark, else UTF-8, else Windows-1252 line by line."""
    if wide := _wide_encoding(data[:PIECE]):
        return data.decode(wide, "replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        lines = data.removeprefix(codecs.BOM_UTF8).splitlines(keepends=True)
        return "".join(map(_line, lines))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("windows-1252", "replace")


def _wide_encoding(head: bytes) -> str | None:
    """The encoding of a text whose letters have two bytes or four; None of other texts."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding if encoding != "utf-8" else None
    if b"\x00" not in head[:2]:
        return None
    encoding = "utf-16-be" if head[:1] == b"\x00" else "utf-16-le"
    text = head[: len(head) // 2 * 2].decode(encoding, "replace")
    letters = sum(map(str.isascii, text)) - text.count("\x00")
    return encoding if letters > len(text) / 2 else None  # else it is binary


def open_document(
    path: Path, *, columns: Mapping[str, str] | None = None, event: str | None = None
) -> Document:
    """The document at `path`; `-` is standard input.

    Raises IntakeError when there is none, or it is nothing that holds text.
    """
    columns = columns or {}
    if str(path) == "-":
        data = _standard_input()
        _refuse(data[:PIECE], len(data), STANDARD_INPUT)
        return Document(STANDARD_INPUT, lambda: io.BytesIO(data), len(data), data[:PIECE], None,
                        columns, event)  # fmt: skip
    try:
        mode = path.stat().st_mode
        name = path.name or path.resolve().name or str(path)
        if stat.S_ISDIR(mode):
            next(path.iterdir(), None)
            return Document(name, io.BytesIO, folder=path, columns=columns, event=event)
        if not stat.S_ISREG(mode):
            raise IntakeError(str(path), "is no regular file")
        with path.open("rb") as stream:
            head = stream.read(PIECE)
            size = os.fstat(stream.fileno()).st_size
    except OSError as error:
        raise IntakeError(str(path), f"cannot be read: {error.strerror}") from error
    except ValueError as error:  # a NUL in the path
        raise IntakeError(str(path), f"is no path: {error}") from error
    _refuse(head, size, str(path))
    return Document(name, lambda: path.open("rb"), size, head, None, columns, event)


def _standard_input() -> bytes:
    try:
        data = sys.stdin.buffer.read(LONGEST_TEXT + 1)
    except (AttributeError, OSError, ValueError) as error:  # none, none that is open
        raise IntakeError(STANDARD_INPUT, "cannot be read") from error
    if len(data) > LONGEST_TEXT:
        raise _too_long(STANDARD_INPUT)
    return data


def _too_long(name: str) -> IntakeError:
    return IntakeError(name, f"is longer than {LONGEST_TEXT >> 20} MiB; divide it")


def _refuse(head: bytes, size: int, name: str) -> None:
    """Raise IntakeError for what holds no text."""
    for mark, message in _NO_TEXT.items():
        if head.startswith(mark):
            raise IntakeError(name, message)
    found = [] if _wide_encoding(head) else _CONTROLS.findall(head)
    if b"\x00" in found or len(found) > _MOST_CONTROLS * len(head):
        raise IntakeError(name, "is binary, not text")
    if not decoded(head).strip():
        blank = f"begins with {PIECE >> 10} KiB of blanks; is it the right file?"
        raise IntakeError(name, "is empty" if size <= PIECE else blank)
