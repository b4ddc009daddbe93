"""Names of people as feeds write them: honorifics off, several in one text, what identifies one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from clustertui.intake.plain import one_line
from clustertui.intake.stated import StatedAffiliation, StatedPerson
from clustertui.text import fold, words

_HONORIFIC = re.compile(
    r"(?:(?:Prof|Dr|Dres|Mr|Mrs|Ms|Mme|Sr|Sra|Dott|Dott\.ssa|Ing|Dipl|Mag|Hon|Univ)\."
    r"(?:-?\s?Ing\.|\s?(?:rer|h|phil|habil|techn|med|nat|c|oec|jur)\.)*"
    r"|(?:Professor|Prof|Dr|Mr|Mrs|Ms|Mme|Herr|Frau|Doctor|Sir|Dame)(?=\s))[\s,]*"
)
_DEGREE = re.compile(
    r",?\s+(?:Ph\.?\s?D\.?|M\.?Sc\.?|B\.?Sc\.?|M\.?B\.?A\.?|LL\.?M\.?)$"
    r"|,\s*(?:M\.?D\.?|M\.?A\.?|B\.?A\.?|Esq\.?|Ing\.)$"
)
_PRONOUNS = re.compile(
    r"\s*[([](?:(?:he|she|they|xe|ze|any|all|er|sie|elle|il|ella|él)(?:\s*/\s*\w+){1,3}"
    r"|tbc|tba|to be confirmed|unknown)[)\]]", re.IGNORECASE)  # fmt: skip
_AND_OTHERS = re.compile(r",?\s+(?:et\.? al\.?|u\.\s?a\.|and others|\.\.\.|…)$", re.IGNORECASE)
_NOBODY = frozenset(
    ["tba", "tbd", "tbc", "n n", "nn", "na", "n a", "none", "unknown", "various", "anonymous",
     "to be announced", "to be confirmed", "to be determined", "to be defined", "null",
     "speaker", "speakers", "multiple", "varios", "diverse", "several", "all", "many", "everyone",
     "nobody"]
)  # fmt: skip
_SEVERAL = re.compile(r"(?:various|multiple|several|diverse|all|many|different)(?: \w+)? "
                      r"(?:speakers?|presenters?|authors?|contributors?|people|persons)$"
                      r"|(?:various|multiple|several|diverse) \w+$")  # fmt: skip
_BETWEEN = re.compile(r" ?(?:;|\n| & ) ?")
_COMMA = re.compile(r" ?, ?(?:(?:and|und|et) )?| (?:and|und|et) ")
_ASIDE = re.compile(r"\([^()]*\)")
_HIDE = str.maketrans(
    ";\n&, ", "\x01\x04\x02\x03\x04"
)  # what parts people parts nobody in an aside
_SHOW = str.maketrans("\x01\x02\x03\x04", ";&, ")
_TAIL = re.compile(r"(.*\S)\s*\(([^()]+)\)$", re.DOTALL)
_SIMPLE = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+(?:-[A-Z][a-z]+)?)+")
_SPECIAL = frozenset(  # a name that begins or ends so is looked at more closely
    ["Prof", "Dr", "Mr", "Mrs", "Ms", "Mme", "Herr", "Frau", "Sir", "Dame", "Doctor", "Professor",
     "Various", "Multiple", "Several", "Diverse", "All", "Many", "Different", "To", "Esq"]
)  # fmt: skip
_NAME_WORD = re.compile(r"(?:[^\W\d_]|['’.-])+$")
_PARTICLE_WORDS = (
    "von van der den de da di del della dos du la le el al bin ibn ben ter ten zu y e af av"
)
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_TOPIC_WORDS = (
    "the of and for in on a an to with workshop session part day policy cluster clusters track room"
    " lunch coffee break opening closing welcome panel discussion keynote talk talks reception"
    " university institute agency ministry centre center council association network chamber group"
    " introduction overview summary update report project conference summit gmbh ltd inc dinner"
    " international national european regional innovation industry technology development research"
    " universitat universite universidad ministerium hochschule registration networking science"
    " case study studies demo tutorial forum meeting questions answers remarks open source data"
)
_NO_NAMES = frozenset(_TOPIC_WORDS.split())
_ROLE_WORDS = (
    "moderator moderation chair chairperson speaker keynote host panelist panellist facilitator"
    " moderadora moderador moderatorin vorsitz discussant organizer organiser"
)
_ROLES = frozenset(_ROLE_WORDS.split())


LONGEST_NAME = 300
"""Characters; what is longer is no name and stays as it is."""


class Named(NamedTuple):
    """A person as one text names them."""

    name: str
    organisation: str | None = None
    role: str | None = None


@lru_cache(maxsize=1 << 14)
def bare_name(text: str) -> str:
    """The name alone, as printed: no honorifics, degrees, pronouns; empty when it is no one's."""
    if _SIMPLE.fullmatch(text):
        parts = text.split(" ")
        if parts[0] not in _SPECIAL and parts[-1] not in _SPECIAL:
            return text
    name = one_line(text)
    if len(name) > LONGEST_NAME:
        return name
    name = _PRONOUNS.sub("", _AND_OTHERS.sub("", name)) if "(" in name or " " in name else name
    while found := _HONORIFIC.match(name):
        name = name[found.end() :]
    while found := _DEGREE.search(name):
        name = name[: found.start()]
    name = name.strip(' ,;:-–—/|"“”')
    said = " ".join(words(name))
    if not said:  # a script that has no folded form, or no letters at all
        return name if any(map(str.isalpha, name)) else ""
    return "" if said in _NOBODY or _SEVERAL.match(said) else name


@lru_cache(maxsize=1 << 14)
def people_named(text: str, commas: bool = False, tails: bool = True) -> tuple[Named, ...]:
    """Everyone whom a text names, one after the other.

    `;`, a line end and ` & ` part people; a comma or `and` does where `commas` allows it and
    every part looks like a name. What stands in parentheses behind a name is the organisation,
    if `tails`.
    """
    text = "\n".join(map(one_line, text.split("\n")))
    hidden = _ASIDE.sub(lambda aside: aside[0].translate(_HIDE), text)
    parts = [part for part in _BETWEEN.split(hidden) if part]
    if commas:
        parts = [name for part in parts for name in _apart(part)]
    found = (_named(part.translate(_SHOW), tails) for part in parts)
    return tuple(dict.fromkeys(each for each in found if each.name))


def _apart(text: str) -> list[str]:
    parts = [part for part in _COMMA.split(text) if part]
    if len(parts) > 1 and all(looks_like_name(_TAIL.sub(r"\1", part)) for part in parts):
        return parts
    return [text]


def _named(text: str, tails: bool) -> Named:
    text = _PRONOUNS.sub("", text)
    tail = _TAIL.match(text) if tails else None
    if not tail:
        return Named(bare_name(text))
    if fold(tail[2]) in _ROLES:
        return Named(bare_name(tail[1]), None, tail[2])
    return Named(bare_name(tail[1]), one_line(tail[2]) or None)


@lru_cache(maxsize=1 << 12)
def looks_like_name(text: str) -> bool:
    """Whether it may well be the name of one person: two to five words, and none of a topic."""
    parts = bare_name(text).split()
    if not 2 <= len(parts) <= 5 or any(fold(part) in _NO_NAMES for part in parts):
        return False
    named = [part for part in parts if not (part.islower() and fold(part) in _PARTICLES)]
    return len(named) > 1 and all(
        _NAME_WORD.match(part) and not part[0].islower() for part in named
    )


def stated(found: Named) -> StatedPerson:
    """The person of a text, with the affiliation that the text gives."""
    if found.organisation or found.role:
        return StatedPerson(
            found.name, None, (StatedAffiliation(found.organisation, None, found.role),)
        )
    return StatedPerson(found.name)


class Keys:
    """Which identifiers of a document identify one person.

    An address that stands behind many names (`info@…`) does not: whoever has no word of the name
    in common with its first owner is known by the name alone.
    """

    def __init__(self) -> None:
        self._owners: dict[str, frozenset[str]] = {}

    def of(self, name: str, key: str | None) -> str | None:
        """`key`, when it can be this person's."""
        if not key:
            return None
        known = self._owners.get(key)
        said = _name_words(name)
        if known is None:
            self._owners[key] = said
            return key
        return key if known & said else None


@lru_cache(maxsize=1 << 12)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(words(name))
