"""Lists of aims, expected outcomes, challenges and approaches, and the figures a page states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clustertui.intake.page.dates import dates_in
from clustertui.intake.page.entries import Entry
from clustertui.intake.page.items import Lines
from clustertui.intake.page.prose import sentences
from clustertui.intake.page.vocabulary import POINT_WORDS
from clustertui.intake.page.wordlists import words_of
from clustertui.text import fold


class Point(NamedTuple):
    """One statement of a list, or one figure."""

    kind: str
    topic: str
    text: str
    lines: Lines
    value: float | None = None
    unit: str | None = None
    printed: str | None = None


class Lists(NamedTuple):
    """The lists of a page, and which lines they take."""

    points: tuple[Point, ...]
    taken: frozenset[int]
    """Lines of the points themselves."""
    headings: frozenset[int]
    """Lines that only announce a list."""


_MARK = re.compile(r"(?:\s*(?:;|,)?\s*(?:and|und|et|y|e)?|[;,.])\s*$")


def lists_of(entries: Sequence[Entry]) -> Lists:
    """Every list of statements on a page."""
    points: list[Point] = []
    taken: set[int] = set()
    headings: set[int] = set()
    at = 0
    while at < len(entries):
        kind = _announced(entries[at])
        members = _members(entries, at) if kind else []
        inline = _inline(entries[at]) if kind and not members else []
        if kind and (members or inline):
            topic = _topic(entries[at])
            for entry in members:
                points.append(Point(kind, topic, _text(entry), entry.lines))
                taken.update(range(entry.line.number, entry.line.last + 1))
            points += [Point(kind, topic, text, entries[at].lines) for text in inline]
            into = taken if inline else headings
            if len(sentences(entries[at].line.text)) < 2 or inline:
                into.update(range(entries[at].line.number, entries[at].line.last + 1))
            at += len(members)
        at += 1
    return Lists(tuple(points), frozenset(taken), frozenset(headings))


def _announced(entry: Entry) -> str | None:
    """Which kind of list a line announces, or None."""
    if entry.timed or entry.kind in (
        "people",
        "pause",
        "furniture",
        "date",
        "row",
        "time",
        "programme",
    ):
        return None
    text = entry.line.text
    colon = text.rstrip().endswith(":")
    inline = _INLINE.match(text) if len(text) < 1500 else None
    if not colon and inline is None:
        if entry.kind == "prose" or len(text.split()) > 7 or entry.line.bullet in _SIGNS:
            return None
    elif not colon and entry.kind == "prose":
        return None
    last = sentences(text)[-1] if colon and len(text) > 120 else text
    return _kind(inline[1] if inline and not colon else last)


_SIGNS = ("-", "•", "–", "*")


def _kind(text: str) -> str | None:
    """The kind of statement whose word comes last in what announces the list."""
    folded = " " + fold(text) + " "
    best: tuple[int, str] | None = None
    for kind, stems in POINT_WORDS:
        for stem in stems:
            at = folded.rfind(" " + stem)
            if at < 0:
                at = folded.rfind("’" + stem) if "’" in folded else -1
            if at >= 0 and (best is None or kind == "expected outcome" or at > best[0] + 40):
                best = (at, kind)
        if best and best[1] == "expected outcome":
            return best[1]
    return best[1] if best else None


def _members(entries: Sequence[Entry], at: int) -> list[Entry]:
    """The lines of the list that the line at `at` announces."""
    found: list[Entry] = []
    heading = entries[at]
    colon = heading.line.text.rstrip().endswith(":")
    bulleted: bool | None = None
    for entry in entries[at + 1 :]:
        line = entry.line
        if (
            entry.timed
            or line.level
            or entry.kind in ("row", "furniture", "date", "time", "programme", "list")
        ):
            break
        strong = (
            entry.reading is not None
            and entry.reading.people is not None
            and (entry.reading.score >= 3 and entry.kind in ("both", "people"))
        )
        if strong or (entry.kind == "label" and entry.label in ("speaker", "moderator")):
            break
        if bulleted is None:
            bulleted = bool(line.bullet)
            if not bulleted and (
                line.gap or not colon or (entry.kind == "prose" and len(line.text) > 160)
            ):
                break
        elif (
            bool(line.bullet) != bulleted
            or (not bulleted and line.gap)
            or (
                bulleted
                and found
                and _kind_of_bullet(line.bullet) != _kind_of_bullet(found[-1].line.bullet)
            )
        ):
            break
        found.append(entry)
    return found if bulleted or len(found) > 1 else []


def _kind_of_bullet(bullet: str) -> str:
    core = bullet.strip("().")
    if bullet == "o":
        return "o"
    return "number" if core.isdigit() else "letter" if core.isalpha() else bullet


_INLINE = re.compile(r"([^:]{4,60}):\s+(\S.{5,})$")


def _inline(entry: Entry) -> list[str]:
    """`Aims: to meet partners; to compare rules`: a list on the line that announces it."""
    found = _INLINE.match(entry.line.text)
    if not found or entry.kind in ("both", "people") or len(found[1].split()) > 7:
        return []
    if entry.kind == "label" or re.search(r"\d:\d\d", found[0]):
        return []
    parts = [part.strip(" .") for part in re.split(r";\s+|\s\(\w\)\s", found[2])]
    return [re.sub(r"^(?:and|und|et|y|e)\s+", "", part) for part in parts if len(part) > 3]


def _text(entry: Entry) -> str:
    return _MARK.sub("", entry.line.text).strip() or entry.line.text


def _topic(entry: Entry) -> str:
    text = entry.line.text
    inline = _INLINE.match(text)
    last = inline[1] if inline else sentences(text)[-1]
    return last.strip(" :").strip()[:160]


_NUMBER = re.compile(
    r"(?<![\w.,/:–-])(?P<before>[€£$]\s?|EUR\s|USD\s|CHF\s)?"
    r"(?P<number>\d{1,3}(?:[.,’' ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)(?![\d:/])"
    r"(?:\s?(?P<unit>%|percent\b|per cent\b|Prozent\b|pour cent\b|por ciento\b|per cento\b|‰|°C)|"
    r"\s(?P<scale>(?:million(?:s|en|es)?|billion|millones|milliards?|milliarden|milliarde|milioni|"
    r"miliardi|millionen|mio\.?|mrd\.?|thousand|tausend|mil|milhões)\b)?"
    r"(?:\s?(?:de |d[’'])?(?P<money>euros?|€|dollars?|francs?|"
    r"Franken|CHF|EUR|USD|pounds|£|won))?)?",
    re.I,
)
_WORDS = {
    word: number
    for number, word in enumerate(
        words_of(
            """
    zero one two three four five six seven eight nine ten eleven twelve
    """
        )
    )
}
_NUMBER_WORD = re.compile(
    r"^(Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)\s(?=[a-z])"
)
_NOTE = re.compile(r"\[\d+\]")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|º|ª|\.)(?:\s|$)")
_LABEL = re.compile(r"\s*(?:of\s|der\s|des\s|de\s|di\s|d[’'])?((?:[^\W\d_][\w’'-]*\s?){1,5})")
_STOPS = frozenset(
    words_of(
        """
    and or which that who in from at on with for to by took were was are is have had has und oder
    aus mit in von die der en et ou dans sur y o con e ed per that as they take but can could will
    would attended participated came signed may must applied among including around den im
    """
    )
)
_ARTICLES = frozenset(
    words_of(
        """
    the of der des de la le les el los las its their a an il
    """
    )
)


def figures_of(entries: Sequence[Entry], topic: str) -> Iterator[Point]:
    """Every number that running text counts something with."""
    for entry in entries:
        heading = re.match(
            r"[^:]{3,60}\b(?:figures|cifras|zahlen|chiffres|cifre|números|numbers|"
            r"numeri)\b[^:]{0,20}:",
            entry.line.text,
            re.I,
        )
        if entry.kind != "prose" and not heading and not entry.line.bullet:
            continue
        if entry.timed or entry.kind in ("both", "people", "label", "row"):
            continue
        for sentence in sentences(entry.text[:20000]):
            if len(sentence) < 2000:
                yield from _figures(sentence, entry, topic)


def _figures(sentence: str, entry: Entry, topic: str) -> Iterator[Point]:
    masked = _NOTE.sub(lambda found: " " * len(found[0]), sentence)
    for dated in dates_in(sentence):
        start, end = dated.at
        masked = masked[:start] + "\x01" * (end - start) + masked[end:]
    word = _NUMBER_WORD.match(masked)
    if word:
        label = _label(masked[word.end() :])
        if label:
            number = float(_WORDS[word[1].lower()])
            yield Point("figure", topic, label, entry.lines, number, label, word[1])
    for found in _NUMBER.finditer(masked):
        plain = not (found["unit"] or found["money"])
        if plain and _ORDINAL.match(masked, found.end()) and masked[found.end() :].strip("."):
            continue
        unit = " ".join(
            filter(None, (found["scale"], found["money"] or (found["before"] or "").strip()))
        )
        unit = found["unit"] or unit
        label = _label(masked[found.end() :])
        if not label and not unit:
            continue
        value = _value(found["number"])
        text = label or _before(masked[: found.start()])
        yield Point(
            "figure",
            topic,
            text or sentence[:120],
            entry.lines,
            value,
            unit or label,
            found[0].strip(),
        )


def _label(rest: str) -> str:
    """The words after a number that say what it counts."""
    found = _LABEL.match(rest)
    if not found:
        return ""
    words: list[str] = []
    for word in found[1].split():
        if (fold(word) in _STOPS and words) or (
            not words and fold(word) in _STOPS - {"in"} and len(word) > 3
        ):
            break
        words.append(word)
    while words and fold(words[0]) in _ARTICLES | {"in", "of"}:
        words.pop(0)
    return " ".join(words)


def _before(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", text)[-3:])


def _value(printed: str) -> float | None:
    """The value of a number: groups of three are thousands, what else follows a sign is a part."""
    text = printed.replace(" ", "").replace("’", "").replace("'", "")
    whole = re.fullmatch(r"(\d{1,3}(?:[.,]\d{3})+)(?:[.,](\d{1,2}))?", text)
    if whole and not text.startswith("0"):
        return float(re.sub(r"[.,]", "", whole[1]) + (f".{whole[2]}" if whole[2] else ""))
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
