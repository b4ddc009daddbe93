"""Invented catalogues of any size, always the same for the same seed, and queries with answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from clustertui.entities import (
    Affiliation,
    Citation,
    Event,
    Organisation,
    Person,
    Point,
    Records,
    Source,
    Talk,
)
from clustertui.text import fold, words

_TOPICS = (
    "cluster innovation policy regional development cooperation international technology "
    "transfer research industry start-up manufacturing energy photovoltaic hydrogen mobility "
    "battery sensor photonics biotechnology health data platform governance evaluation "
    "strategy internationalisation funding network university science park incubator "
    "accelerator skills talent management competitiveness growth export employment production "
    "supply chain circular economy materials semiconductor robotics aerospace maritime food "
    "water climate digital twin artificial intelligence cybersecurity standardisation "
    "certification roadmap experience practice case study introduction results survey "
    "prospects current status future challenges"
).split()
_SYLLABLES = (
    "an ba bel bor cal car cen cor dan del dor en er fal fer gal gen gor hal hel in kal kar "
    "kel lan len lor mal man mar men mir mon nal nel nor ol or pal pan per por qua ral ran "
    "ren ron sal san sel sen sol son tal tan tar tel ten tor ul ur val van ver vin vol wan "
    "wel wor zan zel"
).split()
_ENDINGS = "a e o um is ion ik ing er en al or ant ine ium ity ate ose".split()
_GIVEN = (
    "Anna Jürgen Márta José Björn Zoë Łukasz François Søren Inês Géza Renée Milan Elif Ioana "
    "Katarína Pekka Siobhán Ana Marek Lucía Håkon Émile Ágnes Sofía Peter Laura Thomas Maria "
    "David Julia"
).split()
_KOREAN_FAMILY = (
    "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn".split()
)
_KOREAN_GIVEN = (
    "Sun Geun Hye Young Jae Yong Min Soo Ji Won Hyun Woo Seo Yeon Tae Hee Kyung Joo In Hwa "
    "Jong Il Deok Soon Dong Hoon Eun Mi Sang Chul"
).split()
_ACCENTS = {"a": "áàäãå", "e": "éèêë", "o": "öóøõ", "u": "üúů", "n": "ñń", "c": "çč", "s": "šş"}
_KINDS = ("workshop", "cluster day", "matchmaking", "mission", "visit", "fair")
_ORGANISATIONS = ("University of {}", "{} Institute of Technology", "{} Cluster", "{} Agency",
                  "Ministry of {}", "{} Science Park", "{} Research Centre")  # fmt: skip


class _Zipf:
    """Draws items so that the n-th is about n times rarer than the first."""

    def __init__(self, random: Random, items: Sequence[str], exponent: float) -> None:
        self._random, self._items = random, items
        self._weights = list(accumulate(1 / (n + 2) ** exponent for n in range(len(items))))

    def draw(self, count: int) -> list[str]:
        return self._random.choices(self._items, cum_weights=self._weights, k=count)


def _invented(random: Random, syllables: int) -> str:
    return "".join(random.choices(_SYLLABLES, k=syllables)) + random.choice(_ENDINGS)


def _accented(random: Random, name: str) -> str:
    if random.random() > 0.25:
        return name
    places = [at for at, letter in enumerate(name) if letter in _ACCENTS]
    if not places:
        return name
    at = random.choice(places)
    return name[:at] + random.choice(_ACCENTS[name[at]]) + name[at + 1 :]


def _person_name(random: Random, families: Sequence[str]) -> str:
    if random.random() < 0.3:
        given = random.sample(_KOREAN_GIVEN, 2)
        joiner = random.choice(("-", "-", "", " "))
        second = given[1].lower() if joiner == "" else given[1]
        return f"{given[0]}{joiner}{second} {random.choice(_KOREAN_FAMILY)}"
    return f"{random.choice(_GIVEN)} {random.choice(families)}"


def universe(talks: int, seed: int = 1) -> Records:
    """A catalogue with this many talks and what belongs to them."""
    random = Random(f"{seed}/{talks}")
    rare = sorted({_invented(random, random.choice((2, 2, 3))) for _ in range(60_000)})
    random.shuffle(rare)
    vocabulary = [*_TOPICS, *rare]
    zipf = _Zipf(random, vocabulary, 0.95)
    families = sorted({_accented(random, _invented(random, 2).capitalize())
                       for _ in range(max(200, min(20_000, talks // 20)))})  # fmt: skip
    cite = (Citation(source="invented", first_line=1, last_line=1),)
    organisations = tuple(
        Organisation(
            id=f"organisation-{n}",
            name=f"{random.choice(_ORGANISATIONS).format(_invented(random, 2).capitalize())} {n}",
            acronym="".join(random.choices("ABCDEGIKLMNOPRSTUVX", k=4)) if n % 3 == 0 else None,
            country=random.choice(("South Korea", "Germany", "Italy", "Spain", "Austria")),
            cite=cite,
        )
        for n in range(max(20, talks // 50))
    )
    people = tuple(
        Person(id=f"person-{n}", name=_person_name(random, families), cite=cite)
        for n in range(max(20, talks // 3))
    )
    events = []
    for n in range(max(5, talks // 50)):
        day = date(1990, 1, 1) + timedelta(days=random.randrange(13_000))
        name = " ".join(zipf.draw(3)).capitalize()
        events.append(
            Event(id=f"event-{n}", name=f"{name} {day.year}", kind=random.choice(_KINDS),
                  precision="day", start=day, end=day, cite=cite)
        )  # fmt: skip
    return Records(
        sources=(Source(id="invented", title="An invented source", lines=1),),
        people=people,
        organisations=organisations,
        events=tuple(events),
        talks=tuple(_talks(random, talks, zipf, people, organisations, events, cite)),
        points=tuple(
            Point(id=f"point-{n}", kind="aim", number=n + 1, topic="Aims",
                  text=" ".join(zipf.draw(8)).capitalize(), event=events[n % len(events)].id,
                  cite=cite)
            for n in range(talks // 100)
        ),
    )  # fmt: skip


def _talks(
    random: Random, count: int, zipf: _Zipf, people: Sequence[Person],
    organisations: Sequence[Organisation], events: Sequence[Event], cite: tuple[Citation, ...],
) -> list[Talk]:  # fmt: skip
    talks = []
    for n in range(count):
        title = " ".join(zipf.draw(random.randint(4, 10))).capitalize()
        speakers = tuple(
            Affiliation(
                person=random.choice(people).id,
                organisation=organisations[int(random.random() ** 2 * len(organisations))].id,
            )
            for _ in range(2 if random.random() < 0.15 else 1)
        )
        talks.append(
            Talk(id=f"talk-{n}", event=events[n % len(events)].id, position=n // len(events) + 1,
                 kind="presentation", title=title, speakers=speakers, cite=cite)
        )  # fmt: skip
    return talks


# --- Queries -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, and the talk that is meant."""

    kind: str
    """exact, prefix, several, reordered, plain, typo or two typos."""
    typed: str
    talk: str


QUERY_KINDS = ("exact", "prefix", "several", "reordered", "plain", "typo", "two typos")
CLEAN_KINDS = QUERY_KINDS[:5]


def queries(records: Records, count: int = 300, seed: int = 2) -> list[Query]:
    """Queries of all kinds in turn, made from the words of talks drawn at random."""
    random = Random(f"{seed}/{len(records.talks)}")
    frequency: dict[str, int] = {}
    for talk in records.talks[:200_000]:
        for word in words(talk.title or ""):
            frequency[word] = frequency.get(word, 0) + 1
    names = {person.id: person.name for person in records.people}
    made = []
    for n in range(count):
        kind = QUERY_KINDS[n % len(QUERY_KINDS)]
        talk = random.choice(records.talks)
        title = [word for word in words(talk.title or "") if len(word) > 4]
        rare = sorted(dict.fromkeys(title), key=lambda word: frequency.get(word, 0))[:3]
        name = names[talk.speakers[0].person]
        made.append(Query(kind, _typed(random, kind, title, rare, name), talk.id))
    return made


def _typed(random: Random, kind: str, title: list[str], rare: list[str], name: str) -> str:
    in_order = [word for word in dict.fromkeys(title) if word in rare]
    match kind:
        case "prefix":
            return " ".join([*in_order[:-1], in_order[-1][:4]] if in_order else [fold(name)])
        case "several":
            return f"{fold(name)} {in_order[-1] if in_order else ''}".strip()
        case "reordered":
            return " ".join(reversed(in_order)) or fold(name)
        case "plain":
            return f"{in_order[0] if in_order else ''} {fold(name)}".strip()
        case "typo":
            return _misspelt(random, in_order, 1) or fold(name)
        case "two typos":
            return _misspelt(random, in_order, 2) or fold(name)
        case _:
            return " ".join(in_order) or fold(name)


def _misspelt(random: Random, found: list[str], typos: int) -> str:
    """The words with typos in so many of them, one each; two in one word where there is one."""
    typed = list(found)
    for n in range(typos if typed else 0):
        at = (n * 7 + random.randrange(len(typed))) % len(typed)
        typed[at] = _typo(random, typed[at])
    return " ".join(typed)


def _typo(random: Random, word: str) -> str:
    at = random.randrange(1, len(word) - 1)
    match random.randrange(4):
        case 0:
            return word[:at] + word[at + 1 :]
        case 1:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case 2:
            return word[:at] + random.choice("abcdefghiklmnoprstu") + word[at + 1 :]
        case _:
            return word[:at] + random.choice("abcdefghiklmnoprstu") + word[at:]
