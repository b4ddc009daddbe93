"""Running text: who speaks about what, and which organisations it names with their acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clustertui.intake.page.callings import HONORIFICS, is_legal_form
from clustertui.intake.page.names import named
from clustertui.intake.page.organisations import organisation_score
from clustertui.intake.page.people import read_people
from clustertui.intake.page.titles import NAME_PARTICLES
from clustertui.intake.stated import StatedPerson
from clustertui.text import fold


class Said(NamedTuple):
    """A talk that running text tells of."""

    title: str | None
    """None where the text tells that someone spoke and prints no title."""
    people: tuple[StatedPerson, ...]
    quoted: bool
    """Whether the text prints the title, and not only the word for such a talk."""


_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’)]?\s+(?=[\"“„«(]?[A-ZÀ-Þ0-9¿¡])")
_QUOTE = re.compile(
    r"[“„«\"»]\s*([^“”„«»\"]{3,200}?)\s*[”“»\"«]|(?<=\s)‘([^‘“”\"]{3,160}?)’(?=[\s,.;:!?)]|$)"
    r"|(?<=\s)'(?=[A-ZÀ-Þ¿])((?:[^'\"“”]|'(?=\w)){8,160}?)'(?=[\s,.;:!?)]|$)"
)
_SPEECH = re.compile(
    r"\b(?:key ?notes?|speak|speaks|spoke|speech(?:es)?|lecture[ds]?|lecturing|"
    r"talk|talks|talked|talking|"
    r"present(?:s|ed|ing)?|presentation|gave|ask(?:s|ed)?|explain(?:s|ed)?|address(?:es|ed)?|"
    r"report(?:s|ed)? on|"
    r"show(?:s|ed)|describe[ds]?|discuss(?:es|ed)?|open(?:s|ed) the|deliver(?:s|ed)|introduce[ds]?|"
    r"sprach|spricht|sprechen|sprachen|hielt|hält|halten|vortrag|hauptvortrag|referiert\w*|stellte|"
    r"berichtet\w*|präsentiert\w*|erläutert\w*|eröffnet\w*|zeigt\w*|thema|"
    r"présent\w+|conférence|exposé|parl\w+|a ouvert|intervention|interviendra|ponencia|present\w+|"
    r"interverr\w+|intervien\w+|intervin\w+|expondr\w+|expus\w+|expon\w+|disert\w+|pronunci\w+|tratt\w+|"
    r"habl\w+|charla|conferencia|relazione|interven\w+|illustra\w+|ha present\w+|lezione|palestra|"
    r"apresent\w+|titled|entitled|spieg\w+|raccont\w+|asks|repl\w+ with|answers? with|"
    r"fala|falou|falará|fará|farão|pronesl\w+|přednáš\w+|diskutoval\w*|vystoupil\w*|hovořil\w*|"
    r"zasedl\w*|wygłosi\w*|wystąpi\w*|opowiedzia\w*|mówi\w*|föreläs\w*|berätta\w*|foredrag\w*|"
    r"fortalte|fortæller|talade|partecip\w+|discut\w+|dialog\w+|particip\w+|contribut\w+|intitul\w+|titulad\w+|intitolat\w+)\b",
    re.I,
)
_KEYNOTE = re.compile(
    r"\b((?:key ?note|opening|closing|plenary|welcome|inaugural)(?: (?:speech|lecture|address|"
    r"talk|presentation|remarks|statement))|"
    r"keynote|impulsvortrag|hauptvortrag|festvortrag|grußwort|conférence inaugurale|"
    r"ponencia inaugural|"
    r"conferencia inaugural|lectio magistralis|discours d'ouverture|allocution)\b",
    re.I,
)
_SAYING = re.compile(
    r"[,.]?\s*(?:[^\W\d_]+\s)?(?:said|says|sagte?|dit|dijo|dice|ha detto|explained|"
    r"added|sourit|stressed|erklärt|so)\b",
    re.I,
)
_CLOSED = re.compile(r"\)(?=\s+[a-zà-ÿ])")
_ON = re.compile(
    r"\s(?:on|über|sur|sobre|su|over|mit|with|avec|met|con|zu)\s|:\s[“„«\"]|[”“»\"]\s[(–-]|[”“»\"],?\s(?:by|von|par|di|de|por)\s",
    re.I,
)
_STOP = re.compile(
    r"\s(?:will|would|who|whose|which|was|were|is|are|has|had|gave|gives|spoke|speaks|presented|"
    r"presents|"
    r"delivered|opened|explained|showed|asked|reported|described|with|on|über|zum|zu|sprach|"
    r"spricht|"
    r"hielt|hält|stellte|berichtete|referierte|eröffnete|und|wird|présentera|présente|présentée?|a|"
    r"qui|sur|que|quien|habló|presentó|presentará|sobre|ha|parla|parlerà|presenta|presenterà|"
    r"illustra|illustrerà|che|about|as|talked|discussed|then|welcomed|introduced|concluded|closed|"
    r"moderated|chaired|led|took|said|stressed|underlined|pointed|told|shared|ab|dass|wie|war|"
    r"fará|fala|falou|fará|apresentou|abordou|trouxe|aprirà|apre|chiude|abrió|"
    r"cerró|inaugur\w+|followed|stated|concluye|durch|bei dem|"
    r"il cui)\b|[:;!?]|\.\s|[“”„«»\"]",
    re.I,
)
_CAPITAL = re.compile(r"[A-ZÀ-ÞŁŚŻČŠŽĀĒĪŌŪİÅØÆ]")
_TOKEN = re.compile(r"[^\s,;:()“”„«»\"]+")


def sentences(text: str) -> list[str]:
    """The sentences of running text; a short word with a dot ends none."""
    found: list[str] = []
    for piece in _SENTENCE.split(text):
        if found and _ends_in_title(found[-1]):
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def _ends_in_title(text: str) -> bool:
    last = text.rsplit(None, 1)[-1] if text.strip() else ""
    return (
        fold(last) in HONORIFICS
        or bool(re.match(r"(?:\w\.)+$|[A-Z]\w?\.$|\d{1,2}\.$", last))
        or (
            fold(last)
            in (
                "dept.",
                "univ.",
                "govt.",
                "asst.",
                "assoc.",
                "vol.",
                "intl.",
                "corp.",
                "co.",
                "ltd.",
                "st.",
                "no.",
                "nr.",
                "ca.",
                "approx.",
                "etc.",
                "bzw.",
                "vs.",
                "inc.",
                "e.g.",
                "i.e.",
            )
        )
    )


def talks_in(text: str, *, plain: bool = False) -> list[Said]:
    """The talks that running text tells of: a person, a word for speaking, a title or a keynote.

    In a `plain` line of a list, `Name on "Title"` is enough.
    """
    found: list[Said] = []
    for sentence in [text] if plain else sentences(text):
        said = _SPEECH.search(sentence) or (plain and _ON.search(sentence))
        alone = not said and _ends_in_quote(sentence)
        if len(sentence) > 1500 or not (said or alone):
            continue
        people = list(_people_in(sentence))
        if not people or (alone and people[0][0] > 3):
            continue
        quotes = [
            (each.span(), (each[1] or each[2] or each[3]).strip(" ,."))
            for each in _QUOTE.finditer(sentence)
            if _is_title(each[1] or each[2] or each[3]) and not _SAYING.match(sentence, each.end())
        ]
        for (start, end), title in quotes:
            several = _people_after(sentence, end) or _by(sentence, end)
            if several:
                found.append(Said(title, several, True))
                continue
            found.append(Said(title, _speakers(sentence, people, start, end), True))
        keynote = _KEYNOTE.search(sentence)
        if not quotes and keynote and " " in keynote[1]:
            found.append(Said(keynote[1], (people[0][1],), False))
        elif not quotes and not plain:
            found += _untitled(sentence, people)
    return found


def _speakers(
    sentence: str, people: Sequence[tuple[int, StatedPerson]], start: int, end: int
) -> tuple[StatedPerson, ...]:
    """Who speaks about what is quoted there: whom a verb ties to it behind, else the one before.

    Behind a verb for many, such as `discussed`, all who are listed up to the next sentence speak.
    """
    before = [person for place, person in people if place < start]
    after = [each for each in people if each[0] >= end]
    between = sentence[end : after[0][0]] if after else ""
    if after and len(between) < 40 and _SPEECH.search(between):
        several = _MANY.search(between) is not None
        return tuple(person for _, person in (after if several else after[:1]))
    return (before[-1] if before else people[0][1],)


_MANY = re.compile(
    r"\b(?:intervinieron|intervendrán|participa\w+|participarán|contó con|contará con|contaron|"
    r"debat\w+|discut\w+|diskut\w+|dialog\w+|partecip\w+|intervenuti|interverranno|intervengono|"
    r"ont participé|participeront|débattront|discussed|took part|sprachen|zasedl\w*|uczestnicz\w+|"
    r"dyskutowal\w*|samtalade|deltog|deltok)\b",
    re.I,
)


def _speaks(name: str, sentence: str, at: int) -> bool:
    """Whether a doubtful name stands right before words that only people do."""
    read = named(name)
    return read.score >= 1 and " " in read.name and _GAVE.match(sentence, at) is not None


_TALK = (
    r"(?:keynotes?|presentations?|talks?|lectures?|papers?|speech(?:es)?|address(?:es)?|vortr[aä]ge?|"
    r"impuls(?:e|vortr[aä]ge?)?|präsentation(?:en)?|ponencias?|charlas?|conferencias?|relazion[ei]|"
    r"présentations?|exposés?|palestras?)"
)
_TALK_BY = re.compile(
    rf"\b(?:{_TALK}\s(?:(?:was|were|will be)\s)?(?:(?:given|held|delivered|made)\s)?|"
    r"(?:was|were|been)\s(?:then\s)?presented\s)"
    r"(?:by|from|von|par|por|di)\s(?:the\s)?(?:[a-z]+\s){0,2}$",
    re.I,
)
"""`A presentation by`, right before a name."""
_GAVE = re.compile(
    r",?\s(?:(?:also|then|jointly|will)\s)*(?:(?:gave|give|gives|delivered|held|hielt(?:en)?|tenne|"
    r"terrà|fará|proferirá|ministrará|impartirá|pronunciará|"
    rf"dio|dará|ofreció|donnera|a donné)\s(?:[a-zà-ÿ]+\s){{1,3}}{_TALK}\b|"
    r"(?:spoke|speaks|speak|talked|lectured|sprach|spricht|referierte|berichtete|habló|hablará|"
    r"parlerà|falou)\s(?:about|on|über|zu|zum|zur|de|del|sobre|di|della|su)\s|"
    r"(?:presented|präsentierte|presentó|presenterà|présentera)\s)",
    re.I,
)
"""`gave a talk`, `spoke about`, right behind a name and its post."""


def _untitled(sentence: str, people: Sequence[tuple[int, StatedPerson]]) -> Iterator[Said]:
    """Talks of which a sentence tells without a title, each with those who are joined by `and`."""
    at = 0
    while at < len(people):
        start, person = people[at]
        group = [person]
        while at + 1 < len(people):
            between = sentence[people[at][0] : people[at + 1][0]]
            if len(between) > 120 or not _JOINED.search(between):
                break
            at += 1
            group.append(people[at][1])
        at += 1
        end = people[at][0] if at < len(people) else len(sentence)
        before = sentence[:start]
        by = _TALK_BY.search(before[-60:])
        if by and _TALKS.match(by[0]):  # `speeches by A; B and C`: each has one
            told = [person for _, person in people if person not in group]
            yield from (Said(None, (person,), False) for person in [*group, *told])
            return
        if by or _GAVE.search(sentence[start:end]):
            yield Said(None, tuple(group), False)


_TALKS = re.compile(
    r"(?:keynotes|presentations|talks|lectures|speeches|addresses|vorträge)\b", re.I
)
_JOINED = re.compile(r"\s(?:and|und|et|y|e|&)\s(?:the\s)?(?:[a-z]+\s){0,2}$")


_AFTER_TITLE = re.compile(
    r"[,;]?\s*(?::|with|mit|con|avec|com|met|amb|by|von|par|por|di|de)\s+"
    r"(?:(?:the participation of|la participación de|la partecipazione di|la participation de|"
    r"a participação de|contributions from|der Teilnahme von)\s+)?"
)


_BY = re.compile(
    r"\.?,?\s(?:(?:was|were|is|will be)\s)?"
    r"(?:(?:presented|given|delivered|held)\s)?"
    r"(?:by|von|par|por|door|von der)\s(?:the\s)?(?=[A-ZÀ-Þ])"
)


_SAYS = re.compile(
    r"\b(?:said|says|added|told|sagte?|meint\w*|erklärt\w*|dijo|dice|afirm\w+|declar\w+|detto|"
    r"dichiara\w+|spiega\w+|dit|explique|disse|asked|wrote|called)\b",
    re.I,
)


def _ends_in_quote(sentence: str) -> bool:
    """Whether a sentence only names someone and a title: `Name, post: “Title”.`"""
    quotes = list(_QUOTE.finditer(sentence))
    if len(quotes) != 1 or sentence[quotes[0].end() :].strip(" .;"):
        return False
    return len(sentence) < 300 and _SAYS.search(sentence[: quotes[0].start()]) is None


def _by(sentence: str, at: int) -> tuple[StatedPerson, ...]:
    """Who is named with `by` right behind a title: `“Title” by Dr. Name and Name, Post`."""
    found = _BY.match(sentence, at)
    if not found:
        return ()
    rest = re.split(r"[“„«\"]|;\s|\.\s(?=[A-Z][a-z]+\s[a-z])", sentence[found.end() :])[0]
    people = list(_people_in(rest[:300]))
    if not people or people[0][0] > 12:
        return ()
    joined = len(people) > 1 and re.search(r"\b(?:and|und|et|y|e|&)\s*$", rest[: people[1][0]])
    return tuple(person for _, person in people[: 2 if joined else 1])


def _people_after(sentence: str, at: int) -> tuple[StatedPerson, ...]:
    """Two people or more who are named right behind a title: `“Title”: A, Post; B, Post`."""
    found = _AFTER_TITLE.match(sentence, at)
    if not found:
        return ()
    rest = sentence[found.end() :].rstrip(" .")
    if len(rest) > 600 or "“" in rest or len(sentences(rest)) > 1:
        return ()
    read = read_people(rest)
    several = len(read.people) > 1 or read.tied
    return read.people if several and read.score >= 1.5 and read.known else ()


def _is_title(quoted: str) -> bool:
    return (len(quoted.split()) > 1 and quoted[:1].isupper()) or "?" in quoted


def _people_in(sentence: str) -> Iterator[tuple[int, StatedPerson]]:
    """Each person that a sentence names with a title, a post or a known given name."""
    end = 0
    for start, stop in _capital_runs(sentence):
        if start < end:
            continue
        name = sentence[start:stop]
        read = _best_name(name, sentence[stop : stop + 80])
        if read is None:
            continue
        shift, text = read
        at = start + shift
        cut = _STOP.search(sentence, at + len(text))
        rest = sentence[at + len(text) : cut.start() if cut else len(sentence)].rstrip(" .,")
        rest = _before_next(rest)
        closed = _CLOSED.search(rest)
        rest = rest[: closed.end()] if closed else rest
        posted = _with_post(text, rest)
        people = read_people(posted)
        known = people.score >= 2 and (people.known or people.tied)
        if people.people and (known or _speaks(text, sentence, at + len(text))):
            yield at, people.people[0]
            end = at + len(text) + (len(rest) if posted != text else 0)


_NEXT = re.compile(
    r",?\s(?:and|und|et|y|e)\s(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s)?"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ][\w’'-]+)(?=\s(?:of|from|von|vom|de|du|del|da|di)\s|,|$)"
)


def _before_next(rest: str) -> str:
    """What follows a name, up to `and` before the name of the next person."""
    for found in _NEXT.finditer(rest):
        read = named(found["name"])
        if read.known and read.score >= 2.4 and organisation_score(found["name"]) < 1:
            return rest[: found.start()]
    return rest


def _with_post(name: str, rest: str) -> str:
    """A name with the post after it, as far as that is plain."""
    for link in (
        " from the ",
        " from ",
        " of the ",
        " of ",
        " von der ",
        " von dem ",
        " vom ",
        " von ",
        " de la ",
        " de l’",
        " del ",
        " della ",
        " dell’",
        " du ",
        " de ",
        " di ",
        " at ",
        " da ",
        " do ",
        " der ",
        " des ",
    ):
        if rest.startswith(link):
            return f"{name}, {rest[len(link) :]}"
    return name + rest if rest.startswith((",", " (")) else name


def _capital_runs(sentence: str) -> Iterator[tuple[int, int]]:
    """Spans of words that begin with a capital, with particles of names between them."""
    start = end = -1
    for found in _TOKEN.finditer(sentence):
        word = found[0]
        gap = sentence[end : found.start()] if end >= 0 else ""
        capital = bool(_CAPITAL.match(word)) or fold(word) in HONORIFICS
        small = fold(word) in NAME_PARTICLES
        if start >= 0 and gap.strip() == "" and (capital or small):
            end = found.end()
        else:
            if start >= 0:
                yield start, end
            start, end = (found.start(), found.end()) if capital else (-1, -1)
    if start >= 0:
        yield start, end


def _best_name(run: str, after: str = "") -> tuple[int, str] | None:
    """The part of a run of capitals that is a name: where it begins, and what it is.

    Before what only people do, a doubtful name is one: `after` is what follows.
    """
    tokens = _before_organisation(run, list(_TOKEN.finditer(run)))
    best: tuple[float, int, str] | None = None
    for first in range(min(len(tokens), 4)):
        for last in range(len(tokens), first + 1, -1):
            if last - first > 8:
                continue
            text = run[tokens[first].start() : tokens[last - 1].end()].rstrip(".")
            if fold(text.split()[-1]) in NAME_PARTICLES or is_legal_form(text.split()[-1]):
                continue
            read = named(text)
            speaks = last == len(tokens) and _GAVE.match(after) is not None
            if read.score >= (1.0 if speaks else 2.0) and " " in read.name:
                better = best is None or read.score > best[0] + 0.01
                if better:
                    best = (read.score, tokens[first].start(), text)
    return (best[1], best[2]) if best else None


def _before_organisation(run: str, tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words of a run up to a particle behind which an organisation is named."""
    for at in range(2, len(tokens) - 1):
        particle = fold(tokens[at][0]) in NAME_PARTICLES and tokens[at + 1][0][:1].isupper()
        if particle and organisation_score(run[tokens[at + 1].start() :]) >= 1.4:
            while fold(tokens[at - 1][0]) in NAME_PARTICLES:
                at -= 1
            return tokens[:at]
    return tokens
