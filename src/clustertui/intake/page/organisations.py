"""Organisations, roles and countries: what a part of a line is, and what it ties together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from clustertui.intake.page.callings import (
    ORGANISATION_ENDS,
    ROLE_HEADS,
    is_legal_form,
    is_organisation_word,
    is_role_word,
)
from clustertui.intake.page.countries import AMERICAN_STATES, CODES, COUNTRIES
from clustertui.intake.page.titles import COMMON_WORDS, ENDINGS
from clustertui.intake.page.wordlists import words_of
from clustertui.text import fold

WORDS = re.compile(r"[^\W_]+(?:[.'’/&·-][^\W_]+)*\.?|&")
_PARENTHESIS = re.compile(r"^(?P<name>[^()]{3,200}?)\s*\((?P<inside>[^()]{2,40})\)$")
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÿ]?[A-ZÀ-Þ0-9][A-Za-zÀ-ÿ0-9&/.-]{0,12}$|[A-ZÀ-Þ]{2,14}$")


class Organised(NamedTuple):
    """An organisation as a text names it."""

    name: str
    acronym: str | None = None
    country: str | None = None


def is_country(text: str) -> bool:
    """Whether a text is a country, by its name or its code."""
    text = text.strip(" .()")
    return (fold(text) in COUNTRIES or text in CODES) and text[:1].isupper()


def is_state(text: str) -> bool:
    """Whether a text is one of the United States."""
    return fold(text.strip(" .")) in AMERICAN_STATES


@lru_cache(maxsize=65536)
def organisation_score(text: str) -> float:
    """How likely a text names an organisation: 2 and more is sure, below 0 it does not."""
    words = WORDS.findall(text)
    if not words or (not text[:1].isalnum() and text[:1] not in "\"“„«'‘"):
        return -2.0
    score = sum(_organisation_value(word, len(words) > 1) for word in words)
    if len(words) > 2 and fold(words[0]) in _PUBLIC and fold(words[1]) in _OF:
        score += 2
    if text[:1].islower():
        score -= 1.5
    if text.rstrip()[-1:] in "?!":
        score -= 3
    if len(words) > 12:
        score -= 0.5 * (len(words) - 12)
    return score


def _organisation_value(word: str, one_of_several: bool) -> float:
    """What one word says for an organisation."""
    key = fold(word).rstrip(".")
    if key.endswith(_ROLE_ENDS):
        return 0.0
    if is_legal_form(word):
        return 2.5 if one_of_several else 0.0
    if is_organisation_word(key) and key not in ROLE_HEADS:
        return 2.0 if word[:1].isupper() else 0.8
    if len(key) > 6 and key.endswith(ORGANISATION_ENDS) and word[:1].isupper():
        return 1.5
    return 0.7 if sum(map(str.isupper, word)) > 1 else 0.0


@lru_cache(maxsize=65536)
def role_score(text: str) -> float:
    """How likely a text says a role."""
    words = WORDS.findall(text)
    if not words or len(words) > 14:
        return 0.0
    score = 0.0
    for at, word in enumerate(words):
        key = fold(word).rstrip(".")
        if key in ROLE_HEADS or key.replace("-", "") in ROLE_HEADS:
            score += 2.0 if at == 0 or at == len(words) - 1 else 1.5
        elif "-" in key and key.rpartition("-")[2] in ROLE_HEADS:
            score += 1.5
        elif is_role_word(key):
            score += 0.4 if key in _FIELDS_OF_ROLES else 1.0 if at else 1.2
        elif key.endswith(_ROLE_ENDS):
            score += 1.2
    return score


_FIELDS_OF_ROLES = frozenset(
    words_of(
        """
    business policy team programme program project sales marketing account art general
    """
    )
)
"""Words that stand in roles and say no role by themselves."""
_PUBLIC = frozenset(
    words_of(
        """
    city port town county state stadt ville ciudad citta cidade hafen
    """
    )
)
_OF = frozenset(["of", "de", "di", "du", "da"])
_ROLE_ENDS = (
    "leiter",
    "leiterin",
    "manager",
    "managerin",
    "direktor",
    "direktorin",
    "fuhrer",
    "fuhrerin",
    "beauftragte",
    "beauftragter",
    "referentin",
    "berater",
    "beraterin",
    "forscher",
    "forscherin",
    "sprecherin",
    "prasidentin",
    "ministerin",
)


def kind_of(part: str) -> str:
    """`country`, `role`, `organisation`, or `` where a part of a line tells nothing."""
    if is_country(part):
        return "country"
    role, organisation = role_score(part), organisation_score(part)
    if role >= 1 and role >= organisation - _tie(part):
        return "role"
    if organisation >= 1.4:
        return "organisation"
    return "role" if role >= 1 else ""


def _tie(part: str) -> float:
    """How much more a part must say of an organisation before a role is none: by its first word.

    `Head of the Cluster Unit` begins with a role, `Institute of Teacher Training` does not.
    """
    words = WORDS.findall(part)
    first, last = fold(words[0]).rstrip("."), fold(words[-1]).rstrip(".")
    if is_legal_form(words[-1]) or (is_legal_form(words[0]) and len(words) > 1):
        return -9.0
    if _head_before_link(words):
        return 9.0
    if first in ROLE_HEADS or first in ("vice", "deputy", "senior", "head", "co"):
        return 9.0
    if last in ROLE_HEADS:
        return 5.0
    if is_organisation_word(first) and first not in ROLE_HEADS:
        return -9.0
    return 1.0 if is_role_word(first) else -0.5


def _head_before_link(words: Sequence[str]) -> bool:
    """`Regional Minister for Economy`: a role stands before the first `of` or `for`."""
    for at, word in enumerate(words[:6]):
        key = fold(word).rstrip(".")
        if not at and is_organisation_word(key) and not key.startswith(_ADJECTIVES):
            return key in ROLE_HEADS or key.endswith(_ROLE_ENDS)
        if key in ROLE_HEADS or key.endswith(_ROLE_ENDS):
            return True
        if key in LINKS:
            return False
    return False


_ADJECTIVES = (
    "regional",
    "national",
    "federal",
    "province",
    "provinz",
    "group",
    "bundes",
    "landes",
)
LINKS = frozenset(
    words_of(
        """
    of for fur der des de del della di du da do dei delle degli dello las los les
    """
    )
)


def acronym_of(name: str, other: str) -> bool:
    """Whether `other` abbreviates `name`: its letters stand in it in this order, initials first."""
    other = other.strip()
    if not _ACRONYM.match(other) or len(name) <= len(other):
        return False
    letters = [letter for letter in fold(other) if letter.isalpha()]
    initials = [fold(word)[0] for word in WORDS.findall(name) if word != "&"]
    if not letters or not initials:
        return False
    if sum(letter in initials for letter in letters) * 2 < len(letters):
        return False
    rest = iter(fold(name))
    return all(letter in rest for letter in letters)


def with_acronym(text: str) -> Organised:
    """An organisation without its acronym in brackets: `Clean Heat Platform (CHP)`."""
    found = _PARENTHESIS.match(text.strip())
    if not found:
        return Organised(text.strip())
    name, inside = found["name"].strip(), found["inside"].strip()
    if is_country(inside):
        return Organised(name, None, inside)
    if acronym_of(name, inside) or (_ACRONYM.match(inside) and inside.isupper()):
        return Organised(name, inside)
    if acronym_of(inside, name):
        return Organised(inside, name)
    return Organised(text.strip())


def parted(text: str) -> list[str]:
    """The organisations that an "and" joins; one that is part of a name joins none."""
    for sign in (" and ", " und ", " et ", " y ", " e ", " & ", " i ", " en ", " / ", "; "):
        at = text.find(sign)
        while at >= 0:
            left, right = text[:at].strip(), text[at + len(sign) :].strip()
            if _are_two(left, right, sign):
                return [left, *parted(right)]
            at = text.find(sign, at + 1)
    left, slash, right = text.partition("/")
    if slash and min(organisation_score(left), organisation_score(right)) >= 1.4:
        return [left.strip(), right.strip()]
    return [text]


def _are_two(left: str, right: str, sign: str) -> bool:
    """Whether an "and" stands between two organisations, and not within the name of one."""
    if not left or not right or sign in (" / ", "; "):
        return bool(left and right)
    words = WORDS.findall(right) or [""]
    named = is_organisation_word(fold(words[0]).rstrip(".")) and len(words) > 1
    if sign == " & ":
        return organisation_score(left) >= 2 and named
    formed = _FORM.search(right) is not None
    if organisation_score(right) < 1.4 or (_ONE_FIELD.search(left) and not named and not formed):
        return False
    field_at_left = is_field((WORDS.findall(left) or [""])[-1])
    acronym = words[0].isupper() and len(words[0]) > 2
    if acronym and (organisation_score(left) >= 0.7 or (len(words[0]) > 3 and " " in left)):
        return not field_at_left
    if organisation_score(left) < 1.4:
        return False
    if named:
        return not field_at_left or _OF_AT_RIGHT.match(right) is not None
    return not is_field(words[0]) and (formed or not field_at_left)


_ONE_FIELD = re.compile(
    r"\b(?:for|of|für|der|des|de|per|para|pour|di|da|do)\s(?:the\s)?[^\W\d_]+$", re.I
)
_FORM = re.compile(r"\b(?:GmbH|AG|Ltd|Inc|S\.?p\.?A|S\.?A|S\.?L|SAS|BV|AB|Oy|ApS|A/S|LLC|SE)\b")
_OF_AT_RIGHT = re.compile(
    r"(?:the )?\S+ (?:of|for|für|der|des|de|del|della|di|du|da|do|dei|d['’])\b", re.I
)


def is_field(word: str) -> bool:
    """Whether a word names a field, of which institutes have two: `Science and Technology`."""
    word = fold(word)
    if is_organisation_word(word):
        return False
    return word in COMMON_WORDS or (len(word) > 5 and word.endswith(ENDINGS))
