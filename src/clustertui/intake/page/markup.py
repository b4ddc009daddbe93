"""HTML as lines: what a browser would show, each line with the number of its source line.

Neither of the usual parsers tells the line of an element, so tags are read here; the pages need no
more than their blocks, lists, tables and headings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape

from clustertui.intake.page.lines import MOST_LINES, Line, Page, without_bullet
from clustertui.intake.page.wordlists import words_of

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]*)")
_ATTRIBUTE = re.compile(r"""([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_HTML = re.compile(r"<!doctype html|<html[\s>]|<body[\s>]", re.I)
_CLOSED = re.compile(r"</(?:p|div|li|h[1-6]|td|tr|ul|ol|table|span|section)\s*>", re.I)
_SPACE = re.compile(r"\s+")
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)

BREAK = "¶"
"""Stands in a cell of a table where a line ends within it."""
_RAW = frozenset(["script", "style", "textarea", "xmp"])
_UNSEEN = frozenset(
    words_of(
        """
    head script style template noscript nav footer svg select option button form iframe object
    dialog audio video canvas textarea xmp
    """
    )
)
_BLOCKS = frozenset(
    words_of(
        """
    p div section article main header ul ol dl table thead tbody tfoot blockquote figure
    figcaption address aside pre body html details summary fieldset hgroup center hr br
    """
    )
)
_VOID = frozenset(
    words_of(
        """
    br hr img input meta link area base col embed source track wbr
    """
    )
)
_SELF_CLOSING = {
    "li": {"li"},
    "p": {"p"},
    "tr": {"tr", "td", "th"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "option": {"option"},
}


def is_html(text: str) -> bool:
    """Whether a text is the source of an HTML page, or of a part of one."""
    head = text[: 1 << 16]
    return bool(_HTML.search(head)) or len(_CLOSED.findall(head)) > 2


def read_html(text: str) -> Page:
    """The lines that a reader of an HTML page sees."""
    reader = _Reader(text)
    stopped = reader.read()
    rows = text.split("\n")
    seen = {number for line in reader.lines for number in range(line.number, line.last + 1)}
    last = text.count("\n", 0, stopped) + 1
    silent = frozenset(n for n, row in enumerate(rows[:last], 1) if row.strip() and n not in seen)
    unread = tuple(
        n for n, row in enumerate(rows[last:], last + 1) if row.strip() and n not in seen
    )
    return Page(tuple(reader.lines), silent, reader.title, unread)


class _Reader:
    """Goes through the source once, from tag to tag."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._open: list[tuple[str, bool]] = []
        self._unseen = self._cells_open = 0
        self._said: list[tuple[int, str]] = []
        self._cells: list[str] = []
        self._row = self._last = 0
        self._bullet = ""
        self._level = 0
        self._numbers: list[int] = []
        self._gap = True
        self.lines: list[Line] = []
        self.title: str | None = None

    def read(self) -> int:
        """Reads the source, up to so many lines; where it stopped."""
        text, at = self._text, 0
        while len(self.lines) < MOST_LINES and (tag := text.find("<", at)) >= 0:
            self._say(at, tag)
            if text.startswith("<!--", tag):
                at = _after(text, "-->", tag)
            elif text.startswith(("<!", "<?"), tag):
                at = _after(text, ">", tag)
            elif found := _TAG.match(text, tag):
                at = self._tag(found)
            else:
                self._say(tag, tag + 1)
                at = tag + 1
        stop = at if len(self.lines) >= MOST_LINES else len(text)
        self._say(at, stop)
        self._end()
        return stop

    def _tag(self, found: re.Match[str]) -> int:
        name = found[1].lower()
        end = _end_of_tag(self._text, found.end())
        if found[0][1] == "/":
            self._close(name)
        else:
            self._begin(name, self._text[found.end() : end], found.start())
            if name in _RAW or name == "title":
                return self._raw(name, end + 1)
        return end + 1

    def _raw(self, name: str, start: int) -> int:
        end = re.compile(f"</{name}", re.I).search(self._text, start)
        stop = end.start() if end else len(self._text)
        if name == "title" and self.title is None:
            self.title = " ".join(unescape(self._text[start:stop]).split()) or None
        return stop

    def _begin(self, name: str, inside: str, at: int) -> None:
        for implied in _SELF_CLOSING.get(name, ()):
            if self._open and self._open[-1][0] == implied:
                self._close(implied)
        self._block(name)
        if name in _VOID:
            return
        hidden = name in _UNSEEN or name == "title" or _is_hidden(inside)
        self._open.append((name, hidden))
        self._cells_open += name in ("td", "th")
        self._unseen += hidden
        if name == "li":
            if self._numbers and self._numbers[-1] >= 0:
                self._numbers[-1] += 1
                self._bullet = f"{self._numbers[-1]}."
            else:
                self._bullet = "-"
        elif name in ("ul", "ol"):
            self._numbers.append(0 if name == "ol" else -1)
        elif name in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self._level = int(name[1])
        elif name == "tr":
            self._cells, self._row, self._last = [], self._number(at), 0

    def _close(self, name: str) -> None:
        depth = len(self._open) - 1
        lowest = max(0, depth - 40)  # a stray end tag must not search a deep page through
        while depth >= lowest and self._open[depth][0] != name:
            depth -= 1
        if depth < lowest:
            return
        if any(inner in ("td", "th") for inner, _ in self._open[depth + 1 :]):
            self._end_cell()
        if name == "dt":
            self._said.append((self._number_of_last(), ": "))
        else:
            self._block("p" if name == "dd" else name)
        for inner, hidden in self._open[depth:]:
            self._unseen -= hidden
            self._cells_open -= inner in ("td", "th")
        del self._open[depth:]
        if name in ("ul", "ol") and self._numbers:
            self._numbers.pop()
        elif name == "li":
            self._bullet = ""
        elif name == "tr":
            self._end_row()
        self._level = 0 if name[:1] == "h" and name[1:].isdigit() else self._level

    def _block(self, name: str) -> None:
        """Ends the line that was being said when this tag begins or ends a block."""
        if name in ("td", "th"):
            self._end_cell()
        elif name == "dt":
            self._end()
        elif self._in_a_row():
            if self._said and (name in _BLOCKS or name == "li"):
                self._said.append((self._said[-1][0], BREAK))
        elif name in _BLOCKS or name in ("li", "tr") or (name[0] == "h" and name[1:].isdigit()):
            self._end()
            self._gap = self._gap or name not in ("br", "li", "tr")

    def _in_a_row(self) -> bool:
        return self._cells_open > 0

    def _say(self, start: int, end: int) -> None:
        if end <= start or self._unseen:
            return
        text = self._text[start:end]
        if text.isspace():
            if self._said:
                self._said.append((self._said[-1][0], " "))
            return
        lead = len(text) - len(text.lstrip())
        self._said.append((self._number(start + lead), _SPACE.sub(" ", unescape(text))))
        if "\n" in text.strip():
            self._said.append((self._number(start + len(text.rstrip()) - 1), ""))

    def _number_of_last(self) -> int:
        return self._said[-1][0] if self._said else 1

    def _number(self, at: int) -> int:
        return bisect_right(self._starts, at)

    def _end(self) -> None:
        said, self._said = self._said, []
        text = " ".join("".join(part for _, part in said).split())
        if not text:
            return
        bullet, text = (self._bullet, text) if self._bullet else without_bullet(text)
        numbers = [number for number, part in said if part != " "]
        self.lines.append(
            Line(numbers[0], numbers[-1], text, 0, bullet, self._level, (), self._gap)
        )
        self._bullet, self._gap = "", False

    def _end_cell(self) -> None:
        if self._in_a_row():
            said, self._said = self._said, []
            self._cells.append(" ".join("".join(part for _, part in said).split()))
            self._row = self._row or (said[0][0] if said else 0)
            self._last = max(self._last, said[-1][0] if said else 0)

    def _end_row(self) -> None:
        cells, self._cells = tuple(self._cells), []
        if any(cells):
            cells = tuple(cell.strip(" " + BREAK) for cell in cells)
            text = " | ".join(filter(None, cells)).replace(BREAK, " ")
            last = max(self._row, self._last)
            several = cells if len(cells) > 1 else ()
            self.lines.append(Line(self._row, last, text, 0, "", 0, several, self._gap))
            self._gap = False


def _after(text: str, sign: str, start: int) -> int:
    found = text.find(sign, start)
    return found + len(sign) if found >= 0 else len(text)


def _end_of_tag(text: str, start: int) -> int:
    """Where the `>` of a tag stands; one within quotes does not count."""
    end = text.find(">", start)
    if end < 0:
        return len(text)
    for quote in "\"'":
        opened = text.find("=" + quote, start, end)
        if opened >= 0 and text.count(quote, start, end) % 2:
            closed = text.find(quote, end, end + 2000)
            return text.find(">", closed) if closed >= 0 and text.find(">", closed) > 0 else end
    return end


def _is_hidden(inside: str) -> bool:
    if "hid" not in inside and "none" not in inside:
        return False
    for name, *values in _ATTRIBUTE.findall(inside[:2000]):
        value = "".join(values).lower()
        if name == "hidden" and value != "until-found":
            return True
        if name == "aria-hidden" and value == "true":
            return True
        if name == "style" and _UNSEEN_STYLE.search(value):
            return True
    return False
