"""A document that a person hands in: a file, a folder or standard input, read in pieces."""

from __future__ import annotations

import codecs
import io
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from clustertui.model import ClusterError
from clustertui.text import clean

PIECE = 1 << 16
"""Bytes that are read at a time."""
LONGEST_TEXT = 1 << 28
"""Bytes of a document that is read whole (256 MiB)."""
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ARCHIVES = {b"PK\x03\x04": "a zip archive", b"\x1f\x8b": "compressed with gzip",
             b"%PDF": "a PDF; copy its text into a .txt file first",
             b"SQLite format 3\x00": "a database; open it with `clustertui --db`",
             b"\xfd7zXZ": "compressed with xz", b"BZh": "compressed with bzip2",
             b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture"}  # fmt: skip


class IntakeError(ClusterError):
    """A document that cannot be read as a whole: what, where, and what to do."""

    def __init__(self, name: str, message: str, line: int | None = None) -> None:
        place = f"{clean(name)}, line {line}" if line else clean(name)
        super().__init__(f"{place}: {clean(message)}")


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
        parts: list[bytes] = []
        length = 0
        for piece in self.pieces(tell):
            length += len(piece)
            if length > LONGEST_TEXT:
                raise IntakeError(self.name, f"is longer than {LONGEST_TEXT >> 20} MiB; divide it")
            parts.append(piece)
        return b"".join(parts)

    def text(self, tell: Callable[[int, int], None]) -> str:
        """All its text, whatever its encoding, with plain line ends."""
        return decoded(self.read(tell)).replace("\r\n", "\n").replace("\r", "\n")


def decoded(data: bytes) -> str:
    """The text of bytes: by their byte order mark, else UTF-8, else Windows-1252 line by line."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"), (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):  # fmt: skip
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\x00" in data[:64]:  # UTF-16 without a mark: every second byte of plain letters is zero
        return data.decode("utf-16-be" if data[:1] == b"\x00" else "utf-16-le", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(map(_line, data.splitlines(keepends=True)))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("windows-1252", "replace")


def open_document(
    path: Path, *, columns: Mapping[str, str] | None = None, event: str | None = None
) -> Document:
    """The document at `path`; `-` is standard input.

    Raises IntakeError when there is none, or it is nothing that holds text.
    """
    if str(path) == "-":
        data = sys.stdin.buffer.read(LONGEST_TEXT + 1)
        _refuse(data[:PIECE], "standard input")
        return Document("standard input", lambda: io.BytesIO(data), len(data), data[:PIECE], None,
                        columns or {}, event)  # fmt: skip
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            next(path.iterdir(), None)
            return Document(path.name, io.BytesIO, folder=path, columns=columns or {}, event=event)
        if not stat.S_ISREG(mode):
            raise IntakeError(str(path), "is no regular file")
        with path.open("rb") as stream:
            head = stream.read(PIECE)
            size = os.fstat(stream.fileno()).st_size
    except OSError as error:
        raise IntakeError(str(path), f"cannot be read: {error.strerror}") from error
    except ValueError as error:  # a NUL in the path
        raise IntakeError(str(path), f"is no path: {error}") from error
    _refuse(head, str(path))
    return Document(path.name, lambda: path.open("rb"), size, head, None, columns or {}, event)


def _refuse(head: bytes, name: str) -> None:
    if not head.strip():
        raise IntakeError(name, "is empty")
    for mark, what in _ARCHIVES.items():
        if head.startswith(mark):
            raise IntakeError(name, f"is {what}; give the text itself")
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\x00" in head[:2]
    if not wide and _BINARY.search(head):
        raise IntakeError(name, "is binary, not text")
