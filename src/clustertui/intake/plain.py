"""Plain text out of markup: tags out, entities resolved, blanks and controls in order."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from clustertui.text import unsafe_character

_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)(?=[\s/>])[^<>]*>")
_PRINTABLE = bytes(range(0x20, 0x7F))  # to look for others in bytes is several times quicker
_LONG_NUMBER = re.compile(r"&#\d{9,}")  # no character has such a number
_HIDDEN = frozenset(["script", "style", "template", "svg"])
_BLOCKS = (
    "address article aside blockquote br dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 "
    "h6 header hr li main nav ol option p pre section table tbody td tfoot th thead tr ul"
)
_BREAKING = frozenset(_BLOCKS.split())
_INLINE = (
    "a abbr acronym b bdi bdo big body button caption center cite code col colgroup del details "
    "dfn em embed figcaption font html i iframe img input ins kbd label mark meta object param "
    "picture q s samp small source span strike strong sub summary sup time tt u var video wbr "
    "o:p"
)
_OTHER = frozenset(_INLINE.split())


def plain(text: str) -> str:
    """The words of `text`, each paragraph on a line of its own.

    Only tags that HTML knows are taken out, so that `List<int>`, `a < b` and `<https://…>` stay.
    """
    if "<" in text:
        text = "".join(_without_tags(text))
    if "&" in text:
        text = html.unescape(_LONG_NUMBER.sub("", text))
    if "\n" not in text and "\r" not in text:
        return one_line(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    text = "\n".join([" ".join(line.split()) for line in lines])
    if not is_tidy(text.replace("\n", "")):
        text = "\n".join(map(one_line, text.split("\n")))
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip("\n")


def heading(text: str) -> str:
    """A name or title on one line: entities resolved, and markup out where a tag is closed.

    A title may well be about a tag: `The <table> element` stays as it is.
    """
    if "</" in text:
        text = "".join(_without_tags(text))
    if "&" in text:
        text = html.unescape(_LONG_NUMBER.sub("", text))
    return one_line(text)


def one_line(text: str) -> str:
    """`text` on one line: runs of blanks are one blank, controls and the like are taken out."""
    if is_tidy(text):
        return text.strip()
    text = " ".join(text.split())
    if not text.isprintable():
        while character := unsafe_character(text):
            text = text.replace(character, "")
        text = " ".join(text.split())
    return text


def is_tidy(text: str) -> bool:
    """Whether `text` is safe and has single blanks only, though maybe at its ends."""
    if "  " in text:
        return False
    if text.isascii():
        return not text.encode().translate(None, _PRINTABLE)
    return text.isprintable()


def _without_tags(text: str) -> Iterator[str]:
    done = place = 0
    while place >= 0 and (place := text.find("<", place)) >= 0:
        if text.startswith("<!--", place):
            end = text.find("-->", place)
            yield text[done:place]
            done = place = end + 3 if end >= 0 else len(text)
            continue
        tag = _TAG.match(text, place)
        name = tag[2].lower() if tag else ""
        if tag is None or name not in _BREAKING | _OTHER | _HIDDEN:
            place += 1
            continue
        yield text[done:place]
        yield "\n" if name in _BREAKING else ""
        done = place = tag.end()
        if name in _HIDDEN and not tag[1]:
            shut = re.compile(f"</{name}", re.IGNORECASE).search(text, place)
            done = place = shut.start() if shut else len(text)
    yield text[done:]
