"""Lines with the title first: `Title (Name)`, `Title by Name`, `Title, Name`, `Title Dr. Name`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clustertui.intake.page.clauses import People
from clustertui.intake.page.given_names import GIVEN_NAMES
from clustertui.intake.page.names import LIKELY, SURE, is_title, named
from clustertui.intake.page.organisations import kind_of, organisation_score, role_score
from clustertui.intake.page.people import read_people
from clustertui.intake.page.reading import (
    COLON,
    DASH,
    Reading,
    is_format_alone,
    is_open,
    title_of,
)
from clustertui.intake.page.vocabulary import GREETINGS, LABELS
from clustertui.intake.page.wordlists import words_of
from clustertui.intake.stated import StatedPerson
from clustertui.text import fold

_BY = re.compile(
    r"\s(?:from|door|presented by|given by|delivered by|by|durch|par|per|von|por|a cargo de|"
    r"a cura di|with|ved|v/|av|"
    r"mit|avec|con|met|dal|dalla|dall[’'])(?:\s?:)?\s(?:(?:de|den|het|der|dem|la|le|il|el|l[’'])\s)?"
    r"(?=[A-ZÀ-Þ]|drs?\.|dott|prof|ing\.|[^\W\d_]{4,},?\s[A-ZÀ-Þ][^\W\d_]+\s[A-ZÀ-Þ])"
)


_LABELLED = re.compile(
    r"[\s.,;–—-]*[\s(]("
    + "|".join(
        sorted(
            {
                word
                for word, meaning in LABELS.items()
                if meaning in ("speaker", "moderator") and len(word) > 4
            },
            key=len,
            reverse=True,
        )
    )
    + r")\s?:\s+",
    re.I,
)


_LOW = re.compile(r"(?:drs?\.|dott|prof|ing\.|[a-zà-ÿ][^\W\d_]{3,},?\s[A-ZÀ-Þ][^\W\d_]+\s[A-ZÀ-Þ])")


_HONOUR = re.compile(
    r"(?<=[^\W\d_]{3}[a-zà-ÿ?!”]|.[^\W_]{2}\d)\s(?=(?:Prof|Dr|Mr|Ms|Mrs|Hon|Eng|Ing|Sra?|Dott|Mme)\b\.?(?:ssa|a)?"
    r"\s(?:(?:Dr|Ing|dott)\.\s)?[A-ZÀ-Þ][^\s.]*\s[A-ZÀ-Þ])"
)
"""`Title Dr. Name`: nothing but a title of honour parts them."""


_COMMA = re.compile(r",\s+")


_SEMICOLON = re.compile(r"\s?;\s+")


_STOP = re.compile(r"(?<=[.?!”\"»…])\s+(?=[A-ZÀ-Þ])")


def _at_the_end(text: str) -> Iterator[Reading]:
    """Title first: the people are what the last splits leave over."""
    if text.endswith((")", "]")) or _after_bracket(text):
        yield from _in_last_brackets(text)
    for pattern, sign, layout, bonus in _SPLITS:
        if sign and sign not in text:
            continue
        for found in list(pattern.finditer(text))[-9:]:
            title, rest = text[: found.start()], text[found.end() :]
            if layout == "by" and found[0].strip() in _ALSO_OTHERWISE:
                bonus = -0.8
            if is_open(title) or not _may_begin(rest):
                continue
            read = read_people(rest)
            if read.score > -1 and (read.people or read.score == 3.0):
                score = read.score + bonus - _left_cost(title, layout)
                if not read.known and layout in (",", ".", "by"):
                    plain = found[0].strip() in ("by", "door", "presented by", "given by")
                    posted = 0.8 if read.score >= 3 and layout == "by" else 1.5
                    score -= 1.0 if plain else posted if read.tied else 2.5
                if layout == "by" and found[0].strip() in ("with", "mit", "avec", "con"):
                    score -= 0.5
                yield Reading(title_of(title), read, layout, score)


_SPLITS = (
    (_LABELLED, ":", "label", 1.0),
    (_BY, "", "by", 0.1),
    (DASH, "", "–", 0.5),
    (COLON, ":", ":", -0.4),
    (_HONOUR, "", "seam", -0.8),
    (_SEMICOLON, ";", ";", 0.2),
    (_STOP, "", ".", 0.0),
    (_COMMA, ",", ",", -0.1),
)
"""How title and people are parted: pattern, a sign it needs, name, and how much it is believed."""


_ALSO_OTHERWISE = frozenset({"von", "mit", "con", "with", "par", "per", "por", "from", "av"})
"""Words before who speaks that stand before much else, too."""


def _after_bracket(text: str) -> bool:
    return ") " in text[-24:]


_GIVEN_BY = re.compile(
    r"^(?:[a-zà-ÿ-]+\s)?(?:presentation|talk|speech|lecture|intervention|vortrag|présentation)\s"
    r"(?:by|von|par|de|di)\s(?=[A-ZÀ-Þ])|^(?:table ronde |atelier )?(?:animée?|moderata|moderada|"
    r"moderiert) (?:par|da|por|von)\s(?=[A-ZÀ-Þ])",
    re.I,
)
"""`(remote presentation by Name)`."""


def _in_last_brackets(text: str) -> Iterator[Reading]:
    """`Title (Name, Organisation, Country)`."""
    start, end = _last_brackets(text)
    if start <= 0:
        return
    title, inside = text[:start].strip(), _GIVEN_BY.sub("", text[start + 1 : end])
    after = text[end + 1 :].strip(" .,;")
    if after:
        return
    read = read_people(inside)
    if is_format_alone(title) and _CAPITALS.match(inside) and not read.tied:
        person = StatedPerson(inside.strip())
        yield Reading(title_of(title), People((person,), 1.5), "()", 2.0)
        return
    if read.score > -1 and (read.people or read.score == 3.0):
        score = read.score + (0.8 if read.tied else 0.0)
        whole = named(title)
        if whole.score >= 1.5 and (read.score < 3 or whole.score >= 2.6):
            score -= 3.5
        if not read.tied and read.people and read.score < 2.6:
            score -= 1.5
        yield Reading(title_of(title), read, "()", score)


_CAPITALS = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*(?:\s|$)){1,4}$")


def _last_brackets(text: str) -> tuple[int, int]:
    """Where the last outer pair of brackets opens and closes; -1 where there is none."""
    end = max(text.rfind(")"), text.rfind("]"))
    depth = 0
    for at in range(end, -1, -1):
        if text[at] in ")]":
            depth += 1
        elif text[at] in "([":
            depth -= 1
            if depth == 0:
                return at, end
    return -1, end


def _side_by_side(text: str) -> Iterator[Reading]:
    """`Title Name (Organisation)`, `Title Name, Organisation`: capitals alone part the two."""
    found = _NAME_ENDS.search(text)
    if not found or len(text) - found.start() > 120:
        return
    words = text[: found.start()].split()
    for count in (4, 3, 2):
        name = " ".join(words[-count:])
        if not _can_be_title(words[:-count]) or not _is_sure_name(name):
            continue
        read = read_people(name + text[found.start() :])
        title = " ".join(words[:-count])
        if read.people and read.tied and read.people[0].affiliations:
            yield Reading(title_of(title), read, "name", read.score - 2.4 - _left_cost(title, "-"))
            return


_NAME_ENDS = re.compile(r",\s|\s\(")


def _can_be_title(words: list[str]) -> bool:
    """Whether the words before a name can be what it says: two at least, or one greeting."""
    enough = len(words) > 1 or (len(words) == 1 and fold(words[0]) in GREETINGS)
    return enough and (words[-1][-1:].isalpha() or words[-1][-1] in "?!”")


def _is_sure_name(name: str) -> bool:
    read, first = named(name), name.split()[0]
    known = read.known and read.score >= SURE and not read.role
    return known and (fold(first) in GIVEN_NAMES or is_title(first))


_OF_WHOM = re.compile(
    r"(?P<format>[^\W\d_]+(?:\s[^\W\d_]+){0,2}?)(?:\s[“«‘\"](?P<title>[^“”«»‘’\"]{4,160})[”»’\"])?,?\s"
    r"(?:con la intervención de(?:l| la)\s|con la participación de(?:l| la)\s|"
    r"de la\s|de las\s|del\s|della\s|dello\s|dell[’']|degli\s|dei\s|du\s|de l[’']|do\s|da\s|"
    r"a cargo de(?:l| la)?\s|(?:moderad|dirigid)[ao] por(?: el| la)?\s)"
    r"(?P<people>[^,]{4,160}(?:,\s.+)?)$"
)


_AND_OF = re.compile(r",?\s(?:e|y|et)\s(?:del|della|dell[’']|de la|de l[’']|du)\s?(?=[^\W\d_])")


def _of_whom(text: str) -> Iterator[Reading]:
    """`Intervento del Presidente del Foo, Name`: whose talk it is, the post before the name."""
    found = _OF_WHOM.match(text)
    if not found:
        return
    greets = fold(found["format"]).split()[-1] in GREETINGS
    if not (greets or is_format_alone(found["format"])):
        return
    read = read_people(_AND_OF.sub("; ", found["people"].rstrip(" .*")))
    posted = all(person.affiliations for person in read.people)
    if read.people and posted and read.score >= LIKELY:
        yield Reading(title_of(found["title"] or found["format"]), read, "by", read.score + 1.0)


def _may_begin(rest: str) -> bool:
    """A quick look whether a text can begin with a person."""
    first = rest.lstrip(" ,;")[:1]
    return (
        first.isupper()
        or _LOW.match(rest) is not None
        or first in "?.…"
        or first == "n"
        or rest[:3].lower() in ("d. ", "tbc")
    )


def _left_cost(title: str, layout: str) -> float:
    """What speaks against the left side being a title: that it is a person, or stops midway."""
    stripped = title.strip()
    cost = 9.0 if all(is_title(word) for word in stripped.split()) else 0.0
    if layout == ",":
        cost += _cost_of_comma(stripped)
    elif named(stripped).score >= 1.8:
        cost += 2.0
    if layout == ";" and (";" in stripped or "," in stripped or stripped.endswith(")")):
        cost += 6.0 if stripped.endswith(")") and read_people(stripped).tied else 3.0
    if layout == ":" and organisation_score(stripped) >= 2 and len(stripped.split()) < 7:
        cost += 2.0
    generic = fold(stripped) in GREETINGS or is_format_alone(stripped)
    if layout == "seam" and stripped.count(" ") < 2 and not generic:
        cost += 9.0
    if layout == "seam" and _HONOUR.search(stripped):
        cost += 2.0
    last = fold(stripped.rpartition(" ")[2].strip(",;:."))
    if last in _STOPS_MIDWAY:
        cost += 9.0 if layout == "." and is_title(f"{last}.") else 2.5
    return cost


def _cost_of_comma(title: str) -> float:
    """What speaks against a title before a comma: that it is a post, or a person."""
    cost = 2.0 if kind_of(title.split(",")[0]) == "role" else 0.0
    if kind_of(title) == "role" and role_score(title) >= 2:
        cost += 2.0
    head = read_people(title)
    return cost + (4.0 if head.people and head.score >= LIKELY else 0.0)


_STOPS_MIDWAY = frozenset(
    words_of(
        """
    of the and for in on with to from a an der die das und fur von mit im de la le les et du des
    en el y con para di della e per da do dr prof by h.e hon mr mrs ms
    """
    )
)


def title_first(text: str) -> Iterator[Reading]:
    """Every reading of a line that has its title first."""
    yield from _at_the_end(text)
    yield from _side_by_side(text)
    yield from _of_whom(text)
