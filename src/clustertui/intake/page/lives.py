"""Lives: what a line that begins with a speaker's name says of the speaker's organisation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from clustertui.intake.page.entries import Entry
from clustertui.intake.page.people import read_people
from clustertui.intake.page.posts import role_and_organisation
from clustertui.intake.page.prose import sentences
from clustertui.intake.stated import StatedAffiliation, StatedPerson, Where
from clustertui.text import fold

_LEADS = re.compile(
    r",?\s(?:(?:who|qui|che|que|der|die)\s)?(?P<verb>runs|directs|heads|leads|manages|chairs|founded|"
    r"represents|works (?:at|for)|leitet|führt|gründete|vertritt|arbeitet (?:bei|für)|dirige|gère|"
    r"représente|préside|a fondé|travaille (?:à|chez|pour)|representa|preside|fundó|trabaja en|"
    r"guida|rappresenta|presiede|lavora (?:a|presso|per)|leidt|kieruje|coordena)\s"
    r"(?:the\s|die\s|das\s|den\s|la\s|le\s|el\s|il\s|lo\s|o\s|a\s|l[’'])?(?P<rest>[A-ZÀ-Þ].*)",
)
_IS = re.compile(
    r"(?:,[^,]{3,60},)?\s(?:is|was|works as|ist|war|arbeitet als|est|è|es|é|jest|werkt als)\s"
    r"(?:currently\s|now\s)?(?:an?\s|the\s|un[ae]?\s|eine?\s|la\s|le\s|el\s|il\s|l[’'])?(?P<post>.+)"
)
_END = re.compile(
    r",|;|\s(?:and|und|et|y|e|which|that|where|since|with|in|seit|depuis|desde|dal)\s(?![A-ZÀ-Þ])"
)


def organisation_of(name: str, text: str) -> tuple[StatedAffiliation, ...]:
    """What a text that begins with this name says of the person's organisation."""
    rest = _after_name(name, text)
    if rest is None:
        return ()
    first = sentences(rest)[0].rstrip(" .") if rest.strip() else ""
    if len(first) > 400:
        return ()
    led = _LEADS.match(first)
    if led:
        return (StatedAffiliation(_END.split(led["rest"])[0].strip()),)
    told = _IS.match(first)
    if told:
        return _post(told["post"])
    sign = first.lstrip()[:1]
    if sign not in (",", ":", "(", "–", "-", "|", "—"):
        return ()
    people = read_people(f"{name}, {first.lstrip(' ,:–—-|')}").people
    if len(people) != 1 or fold(people[0].name) != fold(name):
        return ()
    return tuple(each for each in people[0].affiliations if each.organisation)


def _after_name(name: str, text: str) -> str | None:
    """What follows a name at the beginning of a text, `Ada Bly` or `Bly, Ada`."""
    *given, last = name.split()
    for form in (name, f"{last}, {' '.join(given)}"):
        if text.startswith(form) and not text[len(form) : len(form) + 1].isalnum():
            return text[len(form) :]
    return None


def _post(text: str) -> tuple[StatedAffiliation, ...]:
    """The organisation of `finance officer of the School, where she …`."""
    split = role_and_organisation(_END.split(text)[0].replace(" the ", " "))
    return (StatedAffiliation(split[1], role=split[0]),) if split else ()


def lives_of(
    people: Iterable[StatedPerson], entries: Sequence[Entry]
) -> dict[str, tuple[StatedPerson, Where]]:
    """The people whose organisation a line of its own tells, with the line, by folded names."""
    beginnings: dict[str, list[StatedPerson]] = {}
    for person in {each.name: each for each in people}.values():
        words = person.name.split()
        for word in {words[0], words[-1]} if len(words) > 1 else ():
            beginnings.setdefault(word, []).append(person)
    found: dict[str, tuple[StatedPerson, Where]] = {}
    for entry in entries:
        text = entry.line.text
        first = _FIRST.match(text)
        for person in beginnings.get(first[0], ()) if first else ():
            posts = organisation_of(person.name, text[:2000])
            if posts:
                where = Where(entry.line.number, entry.line.last)
                found.setdefault(fold(person.name), (person._replace(affiliations=posts), where))
    return found


_FIRST = re.compile(r"[^\W\d_](?:[^\s,:;()]*[^\W\d_])?")
