"""Plain text out of markup: tags out, entities resolved, blanks and controls in order."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from html.entities import html5
from unicodedata import category

from clustertui.text import clean, unsafe_character

# Only names that HTML has: `List<int>` and `<https://…>` are text.
_BLOCK = re.compile(
    r"</?(?:p|br|li|ul|ol|div|h[1-6]|address|article|aside|blockquote|dd|dl|dt|fieldset|figcaption"
    r"|figure|footer|form|header|hr|main|nav|option|pre|section|table|tbody|tfoot|thead|tr)"
    r"(?=[\s/>])[^<>]*>", re.IGNORECASE)  # fmt: skip
_INLINE = re.compile(
    r"</?(?:a|abbr|acronym|audio|b|bdi|bdo|big|body|button|caption|center|cite|code|col|colgroup"
    r"|del|details|dfn|em|embed|font|html|i|iframe|img|input|ins|kbd|label|mark|meta|o:p|object"
    r"|param|picture|q|s|samp|small|source|span|strike|strong|sub|summary|sup|td|th|time|tt|u|var"
    r"|video|wbr|script|style|svg|template)(?=[\s/>])[^<>]*>", re.IGNORECASE)  # fmt: skip
_HIDING = re.compile(r"<(?:(!--)|(script|style|svg|template)(?=[\s/>]))", re.IGNORECASE)
_SHUT = {
    name: re.compile(shut, re.IGNORECASE)
    for name, shut in {
        "!--": "-->", "script": "</script", "style": "</style", "svg": "</svg",
        "template": "</template",
    }.items()
}  # fmt: skip
# All with a semicolon: `x&copy=1` and `R&notes` are text.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_PRINTABLE = bytes(range(0x20, 0x7F))
"""To look for all others in bytes is several times quicker than in text."""
_PRINTABLE_AND_LINES = _PRINTABLE + b"\n"
_INSTEAD = {"Cs": "\ufffd", "Cc": " "}


def plain(text: str) -> str:
    """The words of `text`, each paragraph on a line of its own, no line empty.

    Only tags that HTML knows are taken out, so that `List<int>`, `a < b` and `<https://…>` stay.
    Two blanks between words may stay: to look for them takes longer than all else together.
    """
    if "<" in text:
        text = _without_tags(text)
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _is_safe(text, _PRINTABLE_AND_LINES):
        return "\n".join(filter(None, map(one_line, text.split("\n"))))
    if "\n" not in text:
        return text.strip()
    return "\n".join(filter(None, map(str.strip, text.split("\n"))))


def heading(text: str) -> str:
    """A name or title on one line: entities resolved, and markup out where a tag is closed.

    A title may well be about a tag: `The <table> element` stays as it is.
    """
    if "</" in text:
        text = _without_tags(text)
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    return one_line(text)


@lru_cache(maxsize=1 << 14)
def label(text: str) -> str | None:
    """A name that occurs many times, as `heading` gives it; None when nothing is left of it."""
    return heading(text) or None


def one_line(text: str) -> str:
    """`text` on one line: runs of blanks are one blank, and nothing that cannot be shown.

    Controls become blanks, halves of characters U+FFFD; invisible marks are taken out.
    """
    if "  " not in text and _is_safe(text):
        return text.strip()
    text = " ".join(text.split())
    if not _is_safe(text):
        while character := unsafe_character(text):
            text = text.replace(character, _INSTEAD.get(category(character), ""))
        text = " ".join(text.split())
    return text


def is_tidy(text: str) -> bool:
    """Whether `text` is safe and has single blanks only, though maybe at its ends."""
    return "  " not in text and _is_safe(text)


def quoted(text: str) -> str:
    """A value of the document as faults show it."""
    shown = clean(" ".join(text.split()))
    return f"`{shown}`" if len(shown) <= 60 else f"`{shown[:59]}…`"


def _is_safe(text: str, printable: bytes = _PRINTABLE) -> bool:
    """Whether all of `text` may be shown, and its only blanks are plain ones and those said."""
    if text.isascii():
        return not text.encode().translate(None, printable)
    if printable is not _PRINTABLE:
        text = text.replace("\n", "")
    # The second test is for U+E0000 to U+E0FFF, the only unsafe characters that are printable.
    return text.isprintable() and b"\xf3\xa0" not in text.encode()


def _character(found: re.Match[str]) -> str:
    return _character_of(found[0])


@lru_cache(maxsize=1 << 10)
def _character_of(entity: str) -> str:
    return unescape(entity) if entity[1] == "#" else html5.get(entity[1:], entity)


def _without_tags(text: str) -> str:
    text = _BLOCK.sub("\0", text)
    if "<" in text:
        text = _INLINE.sub("", _without_hidden(text))
    if "\0" in text:
        # In HTML a line end is a blank, unless Markdown around it leaves a line empty.
        text = text.replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n")
    return text


def _without_hidden(text: str) -> str:
    """Without comments, scripts and the like; one that never ends hides nothing."""
    parts: list[str] = []
    endless: set[str] = set()
    done = place = 0
    while begun := _HIDING.search(text, place):
        name = (begun[1] or begun[2]).lower()
        place = begun.end()
        if name in endless:
            continue
        if ended := _SHUT[name].search(text, place):
            parts.append(text[done : begun.start()])
            done = place = ended.end() if begun[1] else ended.start()
        else:
            endless.add(name)
    parts.append(text[done:])
    return "".join(parts)
