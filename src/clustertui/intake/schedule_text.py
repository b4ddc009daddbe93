"""Plain text out of what fields of schedules hold: HTML, Markdown, entities, stray characters."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from unicodedata import category

from clustertui.text import clean, unsafe_character

# Only names that HTML has: `vector<int>` and `<https://…>` are text.
_BLOCK = (
    r"</?(?:p|br|li|ul|ol|div|h[1-6]|pre|blockquote|hr|table|tbody|thead|tfoot|tr|dl|dt|dd|section"
    r"|article|aside|address|header|footer|figure|figcaption|main|nav|center|form)(?=[\s/>])[^<>]*>"
)
_INLINE = (
    r"</?(?:a|b|i|em|strong|code|span|u|s|q|small|big|sub|sup|tt|img|font|cite|abbr|acronym|kbd|var"
    r"|samp|mark|del|ins|strike|label|button|input|iframe|embed|object|param|source|video|audio|svg"
    r"|th|td|time|wbr|dfn|body|html|o:p)(?=[\s/>])[^<>]*>"
)
_BLOCKS, _INLINES = re.compile(_BLOCK), re.compile(_INLINE)
_ANY_BLOCKS, _ANY_INLINES = re.compile(_BLOCK, re.IGNORECASE), re.compile(_INLINE, re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SHOWN = bytes(each if each == 10 or 32 <= each < 127 else 0 for each in range(256))
"""Every control is NUL; a text is compared with itself, for nothing else is as quick."""


def line(text: str) -> str:
    """`text` as one line: entities resolved, blanks made single, nothing that cannot be shown."""
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    return _shown(text)


@lru_cache(maxsize=1 << 14)
def label(text: str) -> str | None:
    """A name that occurs many times, as one line; None when nothing is left of it."""
    return line(text) or None


def prose(text: str) -> str:
    """A text of several paragraphs, one a line; HTML becomes plain."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "<" in text:
        text = _without_tags(text)
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    if _showable(text):
        if "\n" not in text:
            return text.strip()
        return "\n".join(filter(None, map(str.strip, text.split("\n"))))
    return "\n".join(filter(None, map(_shown, text.split("\n"))))


def quoted(text: str) -> str:
    """A value of the document as faults show it."""
    shown = clean(" ".join(text.split()))
    return f"`{shown}`" if len(shown) <= 60 else f"`{shown[:59]}…`"


def _character(found: re.Match[str]) -> str:
    return _character_of(found[0])


@lru_cache(maxsize=1 << 10)
def _character_of(entity: str) -> str:
    return unescape(entity)


def _showable(text: str) -> bool:
    """Whether `text` has no characters, line ends aside, that must not be shown."""
    if text.isascii():
        data = text.encode()
        return data.translate(_SHOWN) == data and "\0" not in text
    # The second test is for U+E0000 to U+E0FFF, the only unsafe characters that are printable.
    return text.replace("\n", " ").isprintable() and b"\xf3\xa0" not in text.encode()


def _shown(text: str) -> str:
    """One line without invisible marks; controls become blanks, half characters U+FFFD."""
    text = " ".join(text.split())
    if _showable(text):
        return text
    for character in sorted(set(text)):
        if unsafe_character(character):
            kind = category(character)
            text = text.replace(character, {"Cs": "\ufffd", "Cc": " "}.get(kind, ""))
    return " ".join(text.split())


def _without_tags(text: str) -> str:
    text = _INLINES.sub("", _BLOCKS.sub("\0", text))
    if "<" in text:  # seldom, and these take their time
        text = _without(text, "<!--", "-->")
        text = _without(_without(text, "<script", "</script>"), "<style", "</style>")
        text = _ANY_INLINES.sub("", _ANY_BLOCKS.sub("\0", text))
    if "\0" in text:
        # In HTML a line end is a blank, unless Markdown around it leaves a line empty.
        text = text.replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n")
    return text


def _without(text: str, opening: str, closing: str) -> str:
    first, *rest = text.split(opening)
    out = [first]
    for part in rest:
        _, closed, after = part.partition(closing)
        out.append(after if closed else opening + part)
    return "".join(out)
