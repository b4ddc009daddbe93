"""People with what they speak for: `A (Org, Country) and B (Org)`, `Name – Role, Organisation`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from clustertui.intake.page.affiliations import read_affiliations
from clustertui.intake.page.clauses import (
    CONNECTED,
    EDGES,
    LEAD,
    NO_PEOPLE,
    People,
    in_role,
    listed,
)
from clustertui.intake.page.names import SURE, is_nobody, named
from clustertui.intake.page.organisations import acronym_of, is_country, kind_of
from clustertui.intake.page.roles import with_role
from clustertui.intake.page.titles import COMMON_WORDS, NAME_PARTICLES
from clustertui.intake.page.vocabulary import LABELS
from clustertui.intake.stated import StatedPerson
from clustertui.text import fold

LONGEST = 600
"""Letters of a text that can be read as people; no line of a programme has more."""


_ALIKE = re.compile(r"(?:[^();,]{4,50}\([^()]{2,120}\)\s?;\s?)+[^();,]{4,50}\([^()]{2,120}\)\.?$")
"""Names with brackets behind each, parted by semicolons."""
_TOGETHER = re.compile(
    r",?\s(?:con la partecipazione di|con la participación de|con la colaboración de|avec la "
    r"participation de|with the participation of|unter Mitwirkung von|together with|insieme a|"
    r"zusammen mit|gemeinsam mit|junto a|junto con|ensemble avec|com a participação de)\s"
)
_IN_DEGREE = re.compile(r"\s\((?:FH|TU|TH|Univ\.?|BA|Uni)\)(?=\s)")
_LED_BY = re.compile(r"\s\((?:chair\w*|moderat\w*|host|leitung)\s?:\s[^()]{3,60}\)", re.I)
"""Who leads, in brackets behind a speaker: `Name (Chairman: Name)`."""
_PREFIX = re.compile(r"([^\W\d_][^:,()]{2,30}?)\s?:\s+")
_REMARK = re.compile(
    r"(?:tbc|tba|t\.b\.c\.?|to be confirmed|invited|angefragt|online|remote|virtual|confirmed|"
    r"zugesagt|in person|online \w+|\w+ online|by video|via zoom|video|"
    r"por confirmar|da confermare|à confirmer)$",
    re.I,
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]|[\u0370-\u04ff]")
_YEARS = re.compile(r"[a-zà-ÿ’' ]*\d[\d–-]*\s*$|['’]\d\d$")
_CALLING = re.compile(r"((?:[a-zà-ÿ][\w’'-]{3,}\s){0,2}[a-zà-ÿ][\w’'-]{3,})\s([A-ZÀ-Þ][^,(;|–—]*)")
_CHAIR = re.compile(
    r"(?:moderat\w*|chair\w*|host|facilitator|rapporteur|discussant|speaker|panell?ist|leitung|"
    r"modérat\w*|modera)$",
    re.I,
)


@lru_cache(maxsize=65536)
def read_people(text: str) -> People:
    """The people that a text names, with their affiliations, and how likely it names them."""
    text = _TOGETHER.sub("; ", LEAD.sub("", text.strip(" ,;–—|·")))
    called = _CALLING.match(text)
    if called and _is_calling(called[1]) and _is_someone(called[1], called[2]):
        read = read_people(text[called.start(2) :])
        first = with_role(read.people[0], called[1]) if read.people else None
        told = read._replace(score=max(read.score, SURE), known=True)
        return told._replace(people=(first, *read.people[1:])) if first else read
    text = _LED_BY.sub("", _IN_DEGREE.sub(" ", text))
    if not text or len(text) > LONGEST or text.count("(") > 40:
        return NO_PEOPLE
    label = _PREFIX.match(text)
    if label and LABELS.get(fold(label[1]).strip()) in ("speaker", "moderator"):
        read = read_people(text[label.end() :])
        named_so = tuple(with_role(person, label[1].strip()) for person in read.people)
        return read._replace(people=named_so)
    if is_nobody(text):
        return People((), 3.0)
    if "(" in text:
        read = _in_brackets(text)
        sure = read.known and 0 < read.score < SURE and _ALIKE.match(text)
        return read._replace(score=SURE) if sure else read  # one name vouches for its like
    return listed(text)


def _is_someone(calling: str, text: str) -> bool:
    """Whether a name follows a calling; a doubtful one may, where that is surely a role."""
    read = named(CONNECTED.split(text)[0].split(",")[0])
    return read.known or (kind_of(calling) == "role" and read.score >= 1 and " " in read.name)


def _is_calling(words: str) -> bool:
    """Whether small words before a name can say what the person is: `maestro`, `wethouder`."""
    last = fold(words.split()[-1])
    return last not in COMMON_WORDS and last not in NAME_PARTICLES


def _in_brackets(text: str) -> People:
    """`A (Org, Country), B (Org) and C (Org)`; what stands between the brackets must be names."""
    people: list[StatedPerson] = []
    scores: list[float] = []
    tied = known = False
    for outside, inside in _chunks(text):
        if ": " in outside:
            return NO_PEOPLE
        if people:
            outside = _after_more(people, outside)
        if people and _says_more(people, outside, inside):
            tied = True
            continue
        outside = LEAD.sub("", outside.strip(EDGES))
        read = listed(outside) if outside else NO_PEOPLE
        if read.score < -1 or (not read.people and not is_nobody(outside)):
            if len(people) > 1 and inside is None and tied:
                scores.append(min(scores) - 0.5)  # a group beside people: `& Collectif Foo`
                continue
            return NO_PEOPLE
        new = list(read.people)
        bonus = 0.0
        if inside is not None and not _LATIN.search(inside):
            inside = None  # the name in its own script
        if inside is not None and not _REMARK.match(inside.strip()) and not _YEARS.match(inside):
            if _is_talk(inside):
                return NO_PEOPLE
            tied, bonus = True, 0.8
            alone = "," in outside or ";" in outside or (new and new[-1].affiliations)
            start = max(len(new) - 1, 0) if alone else 0
            new = [*new[:start], *(_with_more(person, inside) for person in new[start:])]
        scores.append(read.score + bonus)
        tied, known = tied or read.tied, known or read.known
        people += new
    return People(tuple(people), min(scores, default=-9.0), tied, known) if scores else NO_PEOPLE


def _after_more(people: list[StatedPerson], outside: str) -> str:
    """`, on leave, Next Name` behind brackets: gives the last person what is theirs."""
    more, sign, last = outside.rpartition(", ")
    first = more.strip(EDGES)
    if not sign or not first or not outside.lstrip().startswith(","):
        return outside
    parts = [named(part) for part in CONNECTED.split(first)[0].split(",")]
    if not named(last).known or any(each.known or each.score > 0 for each in parts):
        return outside
    people[-1] = _with_more(people[-1], first)
    return last


def _says_more(people: list[StatedPerson], outside: str, inside: str | None) -> bool:
    """Takes what follows a person's brackets and is no person: a country, a role, more brackets."""
    follows = outside.lstrip().startswith(",")
    text = LEAD.sub("", outside.strip(EDGES))
    last = people[-1]
    if not text:
        if inside is not None:
            people[-1] = _with_more(last, inside)
        return True
    if inside is None and is_country(text):
        posts = (each._replace(country=each.country or text) for each in last.affiliations)
        people[-1] = last._replace(affiliations=tuple(posts))
    elif (
        inside is None
        and kind_of(text) == "role"
        and (outside.lstrip()[:1] in ",;–—-|:" or text[:1].islower())
    ):
        people[-1] = last._replace(affiliations=in_role(last.affiliations, text))
    elif follows and _goes_on(text, inside):
        more = _with_more(last, text)
        people[-1] = more if inside is None else _with_more(more, inside)
    else:
        return False
    return True


def _goes_on(outside: str, inside: str | None) -> bool:
    """Whether what follows brackets after a comma says more of the person before them."""
    first = named(CONNECTED.split(outside)[0].split(",")[0])
    if is_nobody(outside) or first.known:
        return False
    return inside is None or first.score < 1.5


def _is_talk(inside: str) -> bool:
    """Whether brackets hold something else than an affiliation, such as a time or a question."""
    return inside.rstrip().endswith(("?", "min", "minutes")) or inside[:1].isdigit()


def _chunks(text: str) -> Iterator[tuple[str, str | None]]:
    """What stands before each pair of outer brackets, and within them."""
    depth, start, opened = 0, 0, 0
    outside = ""
    for at, letter in enumerate(text):
        if letter == "(":
            if depth == 0:
                outside, opened = text[start:at], at + 1
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
            if depth == 0:
                yield outside, text[opened:at]
                start = at + 1
    if depth:
        yield outside, text[opened:]
    elif text[start:].strip(" .,;"):
        yield text[start:].rstrip(" .,;"), None


def _with_more(person: StatedPerson, inside: str) -> StatedPerson:
    """The person with what brackets after the name say; a role before them stays."""
    known = person.affiliations
    if _CHAIR.match(inside.strip()):
        return person._replace(affiliations=in_role(known, inside.strip()))
    if known and known[-1].organisation and acronym_of(known[-1].organisation, inside):
        return person._replace(affiliations=(*known[:-1], known[-1]._replace(acronym=inside)))
    more, guessed = read_affiliations(inside.split(","))
    if known and more and known[-1].organisation is None:
        first = more[0]._replace(
            role=more[0].role or known[-1].role, country=more[0].country or known[-1].country
        )
        more = (first, *more[1:])
        known = known[:-1]
    elif known and len(more) == 1 and more[0].organisation is None:
        more = (known[-1]._replace(country=more[0].country, role=known[-1].role or more[0].role),)
        known = known[:-1]
    return person._replace(affiliations=(*known, *more), guessed=(*person.guessed, *guessed))
