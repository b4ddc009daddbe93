"""One line of a programme: where its title ends and its people begin, all splits weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from clustertui.intake.page.clauses import NO_PEOPLE, People
from clustertui.intake.page.given_names import FAMILY_NAMES, GIVEN_NAMES
from clustertui.intake.page.names import LIKELY, SURE, is_title, named
from clustertui.intake.page.organisations import kind_of, organisation_score, role_score
from clustertui.intake.page.people import read_people
from clustertui.intake.page.titles import COMMON_WORDS, NAME_PARTICLES
from clustertui.intake.page.vocabulary import FORMATS, LABELS
from clustertui.intake.page.wordlists import words_of
from clustertui.intake.stated import StatedPerson
from clustertui.text import fold

LONGEST = 700
"""Letters of a line that is weighed; a longer one is running text."""


class Reading(NamedTuple):
    """What one line says."""

    title: str | None
    people: People | None
    layout: str
    """How title and people are parted: `()`, `,`, `–`, `:`, `by`, `people`, `title` …"""
    score: float
    """How sure the people are; what is below 1 needs other lines that read alike."""


_BY = re.compile(
    r"\s(?:from|door|presented by|given by|delivered by|by|durch|par|per|von|por|a cargo de|"
    r"a cura di|with|"
    r"mit|avec|con|met|dal|dalla|dall[’'])(?:\s?:)?\s(?:(?:de|den|het|der|dem|la|le|il|el|l[’'])\s)?"
    r"(?=[A-ZÀ-Þ]|drs?\.|dott|prof|ing\.|[^\W\d_]{4,}\s[A-ZÀ-Þ][^\W\d_]+\s[A-ZÀ-Þ])"
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
_DASH = re.compile(r"\s+[–—-]{1,2}\s+|\s*—\s*|\s[|·•▸►→~»]\s|\s//\s|\s/\s|\s::\s")
_LOW = re.compile(r"(?:drs?\.|dott|prof|ing\.|[a-zà-ÿ][^\W\d_]{3,}\s[A-ZÀ-Þ][^\W\d_]+\s[A-ZÀ-Þ])")
_ANY_SIGN = re.compile(r",|\s[|/–—·-]\s")
_COLON = re.compile(r":\s+")
_PLAIN_DASH = re.compile(r"\s[–—-]\s")
_HONOUR = re.compile(
    r"(?<=[^\W\d_]{3}[a-zà-ÿ?!”]|.[^\W_]{2}\d)\s(?=(?:Prof|Dr|Mr|Ms|Mrs|Hon|Eng|Ing|Sra?|Dott|Mme)\b\.?(?:ssa|a)?"
    r"\s[A-ZÀ-Þ][^\s.]*\s[A-ZÀ-Þ])"
)
"""`Title Dr. Name`: nothing but a title of honour parts them."""
_COMMA = re.compile(r",\s+")
_SEMICOLON = re.compile(r"\s?;\s+")
_QUOTED = re.compile(r"[\"“„«»”]")
_STOP = re.compile(r"(?<=[.?!”\"»…])\s+(?=[A-ZÀ-Þ])")


_LOOSE_QUOTE = re.compile(r"^([^'’‘“\"]{4,}?)[.,]?['’]$")
"""A title whose opening quotation mark was lost."""


def title_of(text: str) -> str:
    """A title without the signs around it."""
    text = text.strip(" \t,;|–—-·•*").rstrip(":").strip()
    return _LOOSE_QUOTE.sub(r"\1", text)


@lru_cache(maxsize=65536)
def readings(text: str) -> tuple[Reading, ...]:
    """Every way to read a line, best first; the last one takes all of it for a title."""
    text = text.strip()
    alone = Reading(title_of(text), None, "title", 0.0)
    if len(text) > LONGEST:
        return (alone,)
    unsure = _UNSURE.search(text)
    if unsure:
        sure = readings(text[: unsure.start()])
        if sure[0].people and sure[0].people.people and sure[0].score >= 1:
            return sure
    lead = _LEAD.match(text)
    if lead:
        return readings(text[lead.end() :])
    found = [*_people_alone(text), *_at_the_end(text), *_at_the_start(text)]
    found += [*_brackets_first(text), *_side_by_side(text), *_name_and_title(text)]
    found += [*_quoted_last(text), *_of_whom(text)]
    found = [each for each in found if each.score > 0]
    found.sort(key=lambda each: -each.score)
    if found and found[0].layout == "label":
        found[0] = _with_others(found[0])
    return (*found, alone)


def _with_others(led: Reading) -> Reading:
    """`Title with Name. Moderator: Name`: the title and the people before the label, too."""
    inner = readings(led.title or "")[0]
    if inner.people is None or inner.title is None or inner.score < 2 or led.people is None:
        return led
    people = (*inner.people.people, *led.people.people)
    return led._replace(title=inner.title, people=led.people._replace(people=people))


_LEAD = re.compile(
    r"(?:Keynote|Invited|Plenary|Lecture|Talk|Special)(?:\s(?:Talk|Lecture|Speech|Address))?\s\d{1,2}\s"
    r"(?=(?:Prof|Dr|Mr|Ms|Mrs)\b)"
)
"""`Invited Talk 1 Prof. …`: what counts the talk, without a sign behind it."""
_UNSURE = re.compile(r"\s*[(\[](?:tbc|tba|t\.b\.c\.?|to be confirmed|invited)[)\]]\.?$", re.I)


def _people_alone(text: str) -> Iterator[Reading]:
    read = read_people(text)
    if read.people or read.score == 3.0:
        score = read.score - _like_a_title(_before_post(text, read))
        if not read.tied and len(read.people) == 1 and 0 < read.score < 2.6:
            score -= 1.2
        comma = text.find(", ")
        if comma > 0 and len(read.people) == 1 and _is_phrase(text[comma + 2 :]):
            head = read_people(text[:comma])
            if head.known and head.score >= 2 and len(head.people) == 1:
                yield Reading(title_of(text[comma + 2 :]), head, "people,", head.score + 1.0)
                score -= 4.0
        yield Reading(None, read, "people", score)


def _is_phrase(text: str) -> bool:
    """Whether what follows a name is the title of a talk, and no post: `The port that moved`."""
    words = text.split()
    if len(words) < 3 or organisation_score(text) >= 0.7 or kind_of(text.split(",")[0]):
        return False
    small = sum(word[:1].islower() for word in words)
    return fold(words[0]) in _BEGINNINGS or (small * 2 >= len(words) and text[:1].isupper())


_BEGINNINGS = frozenset(
    words_of(
        """
    the a an how why what who when where on from towards toward beyond is are can does do das die
    der wie warum was wer von zur zum le la les un une comment pourquoi el los las como il lo perche
    """
    )
)
"""First words of titles, which no organisation begins with; folded."""


def _at_the_end(text: str) -> Iterator[Reading]:
    """Title first: the people are what the last splits leave over."""
    if text.endswith((")", "]")) or _after_bracket(text):
        yield from _in_last_brackets(text)
    for pattern, sign, layout, bonus in _SPLITS:
        if sign and sign not in text:
            continue
        for found in list(pattern.finditer(text))[-9:]:
            title, rest = text[: found.start()], text[found.end() :]
            if layout == "by" and found[0].strip() in (
                "von",
                "mit",
                "con",
                "with",
                "par",
                "per",
                "por",
                "from",
            ):
                bonus = -0.8
            if _open(title) or not _may_begin(rest):
                continue
            read = read_people(rest)
            if read.score > -1 and (read.people or read.score == 3.0):
                score = read.score + bonus - _left_cost(title, layout)
                if not read.known and layout in (",", ".", "by"):
                    plain = found[0].strip() in ("by", "door", "presented by", "given by")
                    score -= 1.0 if plain else 1.5 if read.tied else 2.5
                if layout == "by" and found[0].strip() in ("with", "mit", "avec", "con"):
                    score -= 0.5
                yield Reading(title_of(title), read, layout, score)


_SPLITS = (
    (_LABELLED, ":", "label", 1.0),
    (_BY, "", "by", 0.1),
    (_DASH, "", "–", 0.5),
    (_COLON, ":", ":", -0.4),
    (_HONOUR, "", "seam", -0.8),
    (_SEMICOLON, ";", ";", 0.2),
    (_STOP, "", ".", 0.0),
    (_COMMA, ",", ",", -0.1),
)
"""How title and people are parted: pattern, a sign it needs, name, and how much it is believed."""


def _after_bracket(text: str) -> bool:
    return ") " in text[-24:]


def _in_last_brackets(text: str) -> Iterator[Reading]:
    """`Title (Name, Organisation, Country)`."""
    start, end = _last_brackets(text)
    if start <= 0:
        return
    title, inside = text[:start].strip(), text[start + 1 : end]
    after = text[end + 1 :].strip(" .,;")
    if after:
        return
    read = read_people(inside)
    if _is_format_alone(title) and _CAPITALS.match(inside) and not read.tied:
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


_CAPITALS = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*\s?){1,4}$")


def _is_format_alone(title: str) -> bool:
    """Whether a title only says what kind of talk it is: `Invited talk`."""
    folded = fold(title)
    return folded in FORMATS or folded.endswith((" talk", " lecture", " keynote"))


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


def _at_the_start(text: str) -> Iterator[Reading]:
    """People first: `Name (Org): Title`, `Name, Org – Title`."""
    for pattern, layout, bonus in ((_COLON, "people:", 0.2), (_DASH, "people–", 0.0)):
        for found in list(pattern.finditer(text))[:3]:
            people, title = text[: found.start()], text[found.end() :]
            if layout == "people:":
                people = _WORD_FOR_TITLE.sub("", people)
                behind = _PLAIN_DASH.split(people)
                if len(behind) > 1 and not kind_of(behind[1].split(",")[0]):
                    continue  # `Name - Title: subtitle`
            if _open(people) or not title or (found[0] in title and found[0].strip() in "|/·—"):
                continue
            if kind_of(_ANY_SIGN.split(title)[0]) in ("role", "organisation", "country"):
                continue
            if title.isupper() and " " not in title and len(title) < 13:
                continue  # an organisation by its letters
            read = read_people(people)
            if not read.people or read.score < LIKELY:
                continue
            score = read.score + bonus - 0.3 - (3.0 if named(title).score > LIKELY else 0.0)
            score -= 0.0 if read.known or read.tied else 1.5
            yield Reading(title_of(title), read, layout, score)


_WORD_FOR_TITLE = re.compile(
    r"\s[–|-]\s(?:theme|topic|title|talk|subject|thema|titel|tema|titolo|t[ií]tulo|titre|sujet)\s?$",
    re.I,
)
_NAME_FIRST = re.compile(
    r"(?P<name>[^()]{5,60}\([^()]{2,90}\))(?P<sign>[.:,]?)\s+(?=[A-ZÀ-Þ“\"„«¿])(?P<title>.*)$"
)


def _brackets_first(text: str) -> Iterator[Reading]:
    """`Name (Organisation) Title`."""
    found = _NAME_FIRST.match(text)
    if not found or len(found["title"].split()) < 2:
        return
    asks = found["title"].endswith("?") or ": " in found["title"]
    listed = (
        found["sign"] == ","
        and not asks
        and (
            len(found["title"].split()) < 3
            or kind_of(found["title"].split(",")[0])
            or "(" in found["title"]
        )
    )
    read = NO_PEOPLE if listed else read_people(found["name"])
    if len(read.people) == 1 and read.known and read.score >= LIKELY + 1:
        score = read.score - 0.8 - (3.0 if named(found["title"]).score > LIKELY else 0.0)
        yield Reading(title_of(found["title"]), read, "people()", score)


def _side_by_side(text: str) -> Iterator[Reading]:
    """`Title Name (Organisation)`, `Title Name, Organisation`: capitals alone part the two."""
    found = _NAME_ENDS.search(text)
    if not found or len(text) - found.start() > 120:
        return
    words = text[: found.start()].split()
    for count in (4, 3, 2):
        name = " ".join(words[-count:])
        if len(words) - count < 2 or not named(name).known or named(name).score < SURE:
            continue
        if fold(words[-count]) not in GIVEN_NAMES and not is_title(words[-count]):
            continue
        if named(name).role or (
            not words[-count - 1][-1:].isalpha() and words[-count - 1][-1] not in "?!”"
        ):
            continue
        read = read_people(name + text[found.start() :])
        title = " ".join(words[:-count])
        if read.people and read.tied and read.people[0].affiliations:
            yield Reading(title_of(title), read, "name", read.score - 2.4 - _left_cost(title, "-"))
            return


_NAME_ENDS = re.compile(r",\s|\s\(")


def _is_longer_name(middle: str, last: str) -> bool:
    """Whether a name of two words goes on with a third one: `Rangi Te Whata`, `Ana Lucía Ruz`."""
    key = fold(last).strip(".,")
    return fold(middle) in NAME_PARTICLES or key in GIVEN_NAMES or key in FAMILY_NAMES


def _name_and_title(text: str) -> Iterator[Reading]:
    """`Prof. Name Title`: whoever has a title of honour stands before the title of the talk."""
    words = text.split()
    if len(words) < 5 or not is_title(words[0]) or "," in " ".join(words[:4]):
        return
    for count in (4, 3):
        if not is_title(words[1]) and count == 4 and not _is_longer_name(words[2], words[3]):
            continue
        if fold(words[count - 1]) in NAME_PARTICLES:
            continue
        head, title = words[:count], " ".join(words[count:])
        read = read_people(" ".join(head))
        sure = len(read.people) == 1 and named(" ".join(head)).score >= 4
        common = fold(head[-1].strip(".,")) in COMMON_WORDS
        if sure and not common and title[:1].isupper() and not kind_of(title.split(",")[0]):
            yield Reading(title_of(title), read, "name title", 2.2)


_QUOTE_LAST = re.compile(
    r"(?P<people>[^“”„«»\"‘]{5,200}?)[\s,:;–-]+[“„«\"‘](?P<title>[^“”„«»\"]{4,200}?)[”“»\"’][.,]?$"
)


_SPEAKING = re.compile(r",?\s(?:speaking|talking|speaks|talks|on|über|sobre|sur|su)(?:\s(?:on|about|to))?$")
_INTRODUCED = re.compile(
    r"^(?:[^\W\d_]+\s){0,6}?(?:speaker:|(?:interview|conversation|talk|discussion|dialogue|chat) with|by:?)"
    r"\s(?=[A-ZÀ-Þ])",
    re.I,
)
"""`Moderated interview with`, `Ceremony followed by speaker:` before a name."""


def _quoted_last(text: str) -> Iterator[Reading]:
    """`Name, Organisation “Title”`."""
    found = _QUOTE_LAST.match(text)
    if not found or len(found["title"].split()) < 2:
        return
    people = _SPEAKING.sub("", found["people"].strip(" ,:;–-"))
    read = read_people(_INTRODUCED.sub("", people))
    if read.people and read.score >= 1.5 and (read.known or read.tied):
        yield Reading(title_of(found["title"]), read, "people“", read.score + 0.5)


_OF_WHOM = re.compile(
    r"(?P<format>[^\W\d_]+(?:\s[^\W\d_]+){0,2}?)(?:\s[“«‘\"](?P<title>[^“”«»‘’\"]{4,160})[”»’\"])?,?\s"
    r"(?:de la\s|de las\s|del\s|della\s|dello\s|dell[’']|degli\s|dei\s|du\s|de l[’']|do\s|da\s|"
    r"a cargo de(?:l| la)?\s|(?:moderad|dirigid)[ao] por(?: el| la)?\s)(?P<people>[^,]{4,160},\s.+)$"
)


def _of_whom(text: str) -> Iterator[Reading]:
    """`Intervento del Presidente del Foo, Name`: whose talk it is, the post before the name."""
    found = _OF_WHOM.match(text)
    if not found or not _is_format_alone(found["format"]):
        return
    read = read_people(found["people"].rstrip(" .*"))
    if read.people and read.tied and read.score >= LIKELY:
        yield Reading(title_of(found["title"] or found["format"]), read, "by", read.score + 1.0)


def _open(text: str) -> bool:
    """Whether a bracket or a quotation is still open at the end of a text."""
    if text.count("(") > text.count(")"):
        return True
    return text.count("“") + text.count("„") > text.count("”") + text.count("“") and "”" not in text


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
    if layout == ";" and (";" in stripped or "," in stripped or stripped.endswith(")")):
        cost += 3.0
    if layout == "," and kind_of(stripped.split(",")[0]) == "role":
        cost += 2.0
    if layout == "," and kind_of(stripped) == "role" and role_score(stripped) >= 2:
        cost += 2.0
    if layout == ";" and stripped.endswith(")") and read_people(stripped).tied:
        cost += 3.0
    if layout == ",":
        head = read_people(stripped)
        if head is not NO_PEOPLE and head.people and head.score >= LIKELY:
            cost += 4.0
    elif named(stripped).score >= 1.8:
        cost += 2.0
    if layout == ":" and organisation_score(stripped) >= 2 and len(stripped.split()) < 7:
        cost += 2.0
    if layout == "seam" and stripped.count(" ") < 2 and fold(stripped) not in _GREETINGS:
        cost += 9.0
    last = fold(stripped.rpartition(" ")[2].strip(",;:."))
    if last in _STOPS_MIDWAY:
        cost += 9.0 if layout == "." and is_title(f"{last}.") else 2.5
    return cost


_GREETINGS = frozenset(
    words_of(
        """
    welcome opening closing conclusions introduction saluti conclusioni introduzione apertura
    chiusura bienvenida inauguracion clausura conclusiones presentacion abertura encerramento
    boas-vindas accueil ouverture cloture conclusion bienvenue begrussung grusswort eroffnung
    schlusswort einfuhrung opening afsluiting welkom benvenuto
    """
    )
)
"""What is said at the beginning and the end, in one word; folded."""
_STOPS_MIDWAY = frozenset(
    words_of(
        """
    of the and for in on with to from a an der die das und fur von mit im de la le les et du des
    en el y con para di della e per da do dr prof by h.e hon mr mrs ms
    """
    )
)


def _before_post(text: str, read: People) -> str:
    """The text up to the end of the first name, where a post follows it without a sign."""
    first = read.people[0] if read.people else None
    at = text.find(first.name) if first and first.affiliations else -1
    if first is None or at < 0 or text.rstrip().endswith(("?", "!")) or _QUOTED.search(text):
        return text
    return text[: at + len(first.name)]


_HEAD_ENDS = re.compile(r"[,(–—|;]|\s-\s")


def _like_a_title(text: str) -> float:
    """What speaks against a whole line being people: many common words outside of their posts."""
    head = _HEAD_ENDS.split(text)[0]
    if "," in text and kind_of(head) == "role" and role_score(head) >= 2:
        return 0.0  # `President of the Foo, Dr. Name`
    words = [fold(word) for word in re.findall(r"[^\W\d_]+", head)]
    common = sum(word in COMMON_WORDS for word in words)
    cost = 1.5 * common
    if text.rstrip().endswith(("?", "!")):
        cost += 3.0
    if _QUOTED.search(head):
        cost += 2.0
    if organisation_score(head) >= 2:
        cost += 1.5
    return cost
