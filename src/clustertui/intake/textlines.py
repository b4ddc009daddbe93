"""The text of a document, line by line, as it is read."""

from __future__ import annotations

import io
from collections.abc import Iterator

from clustertui.intake.document import Document, IntakeError, decoded
from clustertui.intake.stated import Tell

LONGEST_LINE = 1 << 24
"""Bytes of one line; nothing that is read by lines has a longer one."""


def text_lines(document: Document, tell: Tell) -> Iterator[str]:
    """Each line with its end, a plain newline, whatever the encoding and the line ends."""
    head = document.head
    wide = b"\0" in head[:4] or head[:2] in (b"\xff\xfe", b"\xfe\xff")
    if wide or (b"\n" not in head and b"\r" in head):
        yield from io.StringIO(document.text(tell), newline="\n")
        return
    rest, number = b"", 1
    for piece in document.pieces(tell):
        whole, newline, after = piece.rpartition(b"\n")
        if newline:
            text = _text(rest + whole + newline, number == 1)
            number += text.count("\n")
            yield from io.StringIO(text, newline="\n")
            rest = after
        else:
            rest += piece
        if len(rest) > LONGEST_LINE:
            raise IntakeError(document.name, "holds an endless line, so it is no table", number)
    yield from io.StringIO(_text(rest, number == 1), newline="\n")


def _text(data: bytes, first: bool) -> str:
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    if first:
        data = data.removeprefix(b"\xef\xbb\xbf")
    return decoded(data).replace("\r\n", "\n").replace("\r", "\n")
