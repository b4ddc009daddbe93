"""One line of a programme: where its title ends and its people begin, all splits weighed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from clustertui.intake.page.clauses import People
from clustertui.intake.page.organisations import kind_of, organisation_score, role_score
from clustertui.intake.page.people import read_people
from clustertui.intake.page.people_first import people_first
from clustertui.intake.page.reading import (
    LONGEST,
    Reading,
    title_of,
)
from clustertui.intake.page.title_first import title_first
from clustertui.intake.page.titles import COMMON_WORDS
from clustertui.intake.page.wordlists import words_of
from clustertui.text import fold

_QUOTED = re.compile(r"[\"“„«»”]")


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
    found = [*_people_alone(text), *title_first(text), *people_first(text)]
    found = [each for each in found if each.score > 0]
    if text.isupper():  # capitals tell nothing of names where all is in capitals
        found = [each for each in found if each.people and each.people.known]
    found.sort(key=lambda each: -each.score)
    if found and found[0].layout == "label":
        found[0] = _with_others(found[0])
    return (*found, alone)


def _with_others(led: Reading) -> Reading:
    """`Title with Name. Moderator: Name`: the title and the people before the label, too."""
    inner = readings(led.title or "")[0]
    if inner.people is None or inner.title is None or inner.score < 1.2 or led.people is None:
        return led
    people = (*inner.people.people, *led.people.people)
    return led._replace(title=inner.title, people=led.people._replace(people=people))


_LEAD = re.compile(
    r"(?:Keynote|Invited|Plenary|Lecture|Talk|Special)(?:\s(?:Talk|Lecture|Speech|Address))?\s\d{1,2}\s"
    r"(?=[A-ZÀ-Þ][\w'’-]+\.?\s[A-ZÀ-Þ])"
)
"""`Invited Talk 1 Prof. …`: what counts the talk, without a sign behind it."""


_UNSURE = re.compile(r"\s*[(\[](?:tbc|tba|t\.b\.c\.?|to be confirmed|invited)[)\]]\.?$", re.I)


def _people_alone(text: str) -> Iterator[Reading]:
    read = read_people(text)
    if read.people or read.score == 3.0:
        score = read.score - _like_a_title(_before_post(text, read))
        if not read.tied and len(read.people) == 1 and 0 < read.score < 2.6:
            score -= 1.2
        if len(read.people) == 1 and not read.known and " " not in read.people[0].name:
            score -= 1.5
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
