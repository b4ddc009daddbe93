"""Text as it was meant: letters that a wrong decoding broke are mended, and can be broken again.

Pages are read mended and cited as printed, so `printed` undoes what `mended` did.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HYPHENS = {0x2010: "-", 0x2011: "-"}
"""Hyphens that few keyboards have, and that parted words and names like any other."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069\x00]")
_FOLLOWS = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_SURE = re.compile(f"[ÃÂ][{_FOLLOWS}]|â[€„†‚][{_FOLLOWS}]")
_BROKEN = re.compile(f"[Â-ß][{_FOLLOWS}]|[à-ï][{_FOLLOWS}]{{2}}")


class Mended(NamedTuple):
    """A text whose broken letters are mended."""

    text: str
    broken: dict[int, str]
    """Code of a mended letter → how the page prints it."""

    def printed(self, text: str) -> str:
        """A part of the text as the page prints it."""
        return text.translate(self.broken) if self.broken else text


def mended(text: str) -> Mended:
    """The text with broken letters mended, where it is sure that some are broken."""
    if not _SURE.search(text):
        return Mended(text, {})
    broken: dict[int, str] = {}

    def mend(found: re.Match[str]) -> str:
        letter = _decoded(found[0])
        if letter is None:
            return found[0]
        broken[ord(letter)] = found[0]
        return letter

    whole = _BROKEN.sub(mend, text)
    kept = {code: printed for code, printed in broken.items() if chr(code) not in text}
    return Mended(whole, kept)


def _decoded(piece: str) -> str | None:
    """The one letter whose UTF-8 bytes were read as Windows-1252."""
    try:
        data = b"".join(_byte(character) for character in piece)
        letter = data.decode("utf-8")
    except UnicodeError:
        return None
    return letter if len(letter) == 1 and (letter.isprintable() or letter == "\u00a0") else None


def _byte(character: str) -> bytes:
    try:
        return character.encode("windows-1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def plain(text: str) -> str:
    """The text with plain blanks and without invisible characters; line breaks stay."""
    if text.isascii():
        return text.replace("\x00", "")
    return _INVISIBLE.sub("", _BLANKS.sub(" ", text.translate(_HYPHENS)))
