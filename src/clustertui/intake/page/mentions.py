"""Events that a sentence names: `the Korean Marine Cluster Day`, `a visit of the delegation`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from clustertui.intake.page.months import MONTHS, SEASONS, WEEKDAYS
from clustertui.intake.page.naming import event_kind
from clustertui.intake.page.places import places_of
from clustertui.intake.page.wordlists import words_of
from clustertui.text import fold


class Mention(NamedTuple):
    """An event as a sentence names it."""

    name: str
    kind: str
    at: tuple[int, int]
    proper: bool
    """Whether it has a name of its own, with capitals."""


_TOKEN = re.compile(r"[^\s,;:()\"“”„«»]+")
_ARTICLES = frozenset(
    words_of(
        """
    the a an this that its their our der die das dem den des ein eine einen einer la le les l un
    une el los las una il lo gli o os as uma der zum zur second our my
    """
    )
)
_INNER = frozenset(
    words_of(
        """
    of for on and to in de des du der die für und la le les del della di e el los las the zu zum
    zur do da dos das sur sobre dei degli delle et y von d l
    """
    )
)
_STOP = frozenset(
    words_of(
        """
    was were is are will held in on at organised organized with by took which who that from am im
    vom mit von wird findet fand war lädt
    """
    )
)
_ADJECTIVES = frozenset(
    words_of(
        """
    first second third next last annual international joint final return follow-up regional
    national european two-day one-day info matchmaking study trade cluster kick-off brokerage
    networking upcoming technical
    """
    )
)
_PLURAL = frozenset(
    words_of(
        """
    workshops meetings visits missions conferences events seminars days trips fairs talks meetings
    courses weeks tage besuche
    """
    )
)
_JOURNEY = re.compile(
    r"(?:visit|mission|trip|journey)\s(?:of|by)\s[^,.;:()]{3,70}?\sto\s[A-ZÀ-Þ][\w-]+"
)
_DELEGATION = re.compile(
    r"((?:[A-ZÀ-Þ][\w-]+\s){1,3}delegation)\s(?:will\s|is to\s)?(?:come|comes|came|travel\w*|"
    r"visit\w*|went|go)\s"
    r"(?:to\s)?(?=[A-ZÀ-Þ])"
)
_RECEIVED = re.compile(
    r"\b(?:received|welcomed|hosted|received by|visited by)\s(?:a|an|the)\s"
    r"((?:[A-ZÀ-Þ][\w-]+\s){1,3}"
    r"[Dd]elegation)\b"
)
_IN = re.compile(
    r"\b(?:in|at|à|en|a|ad|nach|to|im)\s+(?:the\s)?(?=([A-ZÀ-Þ][^\s,.;()]*(?:\s(?:[A-ZÀ-Þ][^\s,.;()]*|and|und|et|y|e|"
    r"de|di|do|am|der)){0,4}))"
)


def mentions_in(sentence: str) -> list[Mention]:
    """Each event that a sentence names."""
    tokens = list(_TOKEN.finditer(sentence))
    found: list[Mention] = []
    taken = 0
    for at, token in enumerate(tokens):
        word = token[0].strip(".’'")
        plural = fold(word) in _PLURAL and not (at and word[:1].isupper() and _named(tokens, at))
        if at < taken or plural or not _is_kind(word, tokens, at):
            continue
        first, last = _span(tokens, at, sentence, taken)
        journey = _JOURNEY.match(sentence, token.start())
        if journey:
            last = max(last, sum(each.start() < journey.end() for each in tokens) - 1)
        text = sentence[tokens[first].start() : tokens[last].end()].strip(" .,’'")
        kind = event_kind(text) or "event"
        middle = tokens[at].start() > 0 and word[:1].isupper() and len(text.split()) > 1
        proper = (
            middle
            or sum(each[0][:1].isupper() for each in tokens[first : last + 1]) > 1
            or "-" in word
        )
        called = _called(sentence, tokens[last].end())
        if not proper and not called and len(text.split()) < 2:
            continue
        at_both = tokens[first].start(), tokens[last].end()
        found.append(Mention(called or text, kind, at_both, proper or bool(called)))
        taken = last + 1
    for journey in (*_DELEGATION.finditer(sentence), *_RECEIVED.finditer(sentence)):
        found.append(Mention(journey[1], "visit", journey.span(1), False))
    found += _happening(sentence, found)
    return sorted(found, key=lambda each: each.at)


_HAPPENS = re.compile(
    r"(?:^|[:.]\s|[“„«\"]|\b(?:the|our|a|an|die|der|das|unsere?r?|la|le|el|il|lo|notre|nuestr[oa]|"
    r"de|het|o|as|l[’'])\s)"
    r"([^\s.,:;!?()]+(?:\s[^\s.,:;!?()]+){0,6}?)[”“»\"]?\s"
    r"(?:will take place|takes place|took place|will be held|is held|was held|findet|fand|"
    r"aura lieu|a eu lieu|se celebrará|se celebró|tendrá lugar|tuvo lugar|si terrà|si svolgerà|"
    r"si è (?:svolt|tenut)[oa]|vindt plaats|odbędzie się|odbył[ao]? się|terá lugar|realiza-se)\b",
    re.I,
)


def _happening(sentence: str, known: Sequence[Mention]) -> list[Mention]:
    """What a sentence says takes place, whatever the word for it is: `the regatta`."""
    found = []
    for each in _HAPPENS.finditer(sentence):
        start, end = each.span(1)
        name = each[1].strip()
        met = any(start < one.at[1] and one.at[0] < end for one in known)
        if not met and fold(name) not in _NOTHING and not name.isdigit():
            found.append(
                Mention(name, event_kind(name) or "event", (start, end), name[0].isupper())
            )
    return found


_NOTHING = frozenset(
    words_of("it this that they es dies sie elle il ella ello esso esto this ce ça cela")
)


_CALLED = re.compile(r"[,:]?\s[“„«\"]\s*([^“”„«»\"]{4,90}?)[,.]?\s*[”“»\"]")


def _called(sentence: str, end: int) -> str | None:
    """The name in quotation marks that stands behind the word for its kind."""
    found = _CALLED.match(sentence, end)
    return found[1] if found and found[1][:1].isupper() else None


def _named(tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a capital stands before the word too, as in `the Baltic Days`."""
    before = tokens[at - 1][0]
    return before[:1].isupper() and fold(before) not in _ARTICLES


def _is_kind(word: str, tokens: Sequence[re.Match[str]], at: int) -> bool:
    kind = event_kind(word)
    if kind is None:
        return False
    if word[:1].isupper():
        return True
    return fold(word) in (
        "visit",
        "mission",
        "workshop",
        "meeting",
        "day",
        "conference",
        "seminar",
        "trip",
        "exchange",
        "forum",
        "fair",
        "besuch",
        "reunion",
        "matchmaking",
    )


def _span(tokens: Sequence[re.Match[str]], at: int, sentence: str, lowest: int) -> tuple[int, int]:
    """From the first to the last word of the name around its kind."""
    first = at
    while first > lowest and _is_before(tokens, first - 1, lowest, sentence):
        first -= 1
    last = at
    while last + 1 < len(tokens) and (step := _step_after(tokens, last, at, sentence)):
        last += step
        while last > at + 1 and step == 2 and _is_plain(tokens, last + 1, sentence):
            last += 1
    return first, min(last, len(tokens) - 1)


def _is_before(tokens: Sequence[re.Match[str]], at: int, lowest: int, sentence: str) -> bool:
    """Whether the word at `at` still belongs to the name that begins after it."""
    word = tokens[at][0]
    key = fold(word)
    if sentence[tokens[at].end() : tokens[at + 1].start()].strip():
        return False
    if word.endswith((".", ",")) and not word[0].isdigit():
        return False
    if key in _ARTICLES or key in WEEKDAYS or (key in MONTHS and len(key) > 3):
        return False
    if word[:1].isupper() or key in _ADJECTIVES:
        return True
    if word[:1].isdigit():
        return not _YEAR.match(word)
    return key in _BETWEEN and at > lowest and tokens[at - 1][0][:1].isupper()


def _step_after(tokens: Sequence[re.Match[str]], last: int, at: int, sentence: str) -> int:
    """How many words after `last` go on with the name of the kind that stands at `at`."""
    word = tokens[last + 1][0]
    key = fold(word).strip(".,")
    if sentence[tokens[last].end() : tokens[last + 1].start()].strip():
        return 0
    if tokens[last][0].endswith(".") or (key in MONTHS and len(key) > 3) or key in SEASONS:
        return 0
    if word[:1].isupper() or _YEAR.match(word):
        return 1
    if last == at and tokens[at][0][:1].isupper() and key in _GENITIVES and last + 2 < len(tokens):
        return 2
    if key in _INNER and key not in ("in", "und", "e", "y") and _goes_on(tokens, last + 1):
        return 3 if tokens[last + 2][0][:1].islower() else 2
    return 0


_YEAR = re.compile(r"(?:19|20)\d\d\W?$")
_BETWEEN = ("of", "de", "and", "et", "for")
_GENITIVES = ("dei", "di", "de", "del", "der", "of", "des", "du", "della", "für", "da", "do")


def _is_plain(tokens: Sequence[re.Match[str]], at: int, sentence: str) -> bool:
    """Whether a lower case word still belongs to what a day or forum is about."""
    if at >= len(tokens):
        return False
    word = tokens[at][0]
    gap = sentence[tokens[at - 1].end() : tokens[at].start()]
    key = fold(word)
    return not gap.strip() and word[:1].islower() and len(word) > 3 and key not in _STOP | _INNER


def _goes_on(tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a small word leads on to more of the name."""
    if at + 1 >= len(tokens):
        return False
    following = tokens[at + 1][0]
    if fold(tokens[at][0]) in ("and", "et", "y") and fold(following) in _ARTICLES:
        return False
    if following[:1].isupper():
        return fold(following) not in WEEKDAYS and fold(following) not in MONTHS
    return fold(following) in _INNER and at + 2 < len(tokens) and tokens[at + 2][0][:1].isupper()


def places_after(sentence: str) -> list[str]:
    """The places that a sentence gives with `in`."""
    for found in _IN.finditer(sentence):
        words = found[1].split()
        while words and words[-1][:1].islower():
            words.pop()
        key = fold(words[0]) if words else ""
        if (
            not words
            or key in MONTHS
            or key in SEASONS
            or key in WEEKDAYS
            or event_kind(" ".join(words))
        ):
            continue
        rest = sentence[found.end() :][len(" ".join(words)) :]
        more = re.match(
            r",\s([A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+)?)(?=[,.]|\s(?:from|on|with|am|vom|in)\b)", rest
        )
        places = places_of(" ".join(words) + (f", {more[1]}" if more else ""), strict=True)
        if places:
            return places
    return []
