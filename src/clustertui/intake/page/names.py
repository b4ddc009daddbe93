"""Names of people: what belongs to one, and how likely a text is one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from clustertui.intake.page.callings import (
    DEGREES,
    HONORIFICS,
    ROLE_HEADS,
    SPOKEN_ROLES,
    is_legal_form,
    is_organisation_word,
    is_role_word,
)
from clustertui.intake.page.countries import COUNTRIES
from clustertui.intake.page.given_names import FAMILY_NAMES, GIVEN_NAMES, SURE_FAMILY_NAMES
from clustertui.intake.page.titles import COMMON_WORDS, ENDINGS, NAME_PARTICLES, PARTICLES
from clustertui.intake.page.vocabulary import NOBODY, PANEL
from clustertui.intake.page.wordlists import words_of
from clustertui.text import fold

SURE = 2.0
"""A score from which a text is taken for a name without any other sign."""
LIKELY = 0.5
"""A score from which a text is taken for a name where one is expected."""


class Named(NamedTuple):
    """A text read as the name of a person."""

    name: str
    """Without honorifics and degrees; empty when it names no one."""
    score: float
    """How likely it is one; below zero when it is more likely something else."""
    honoured: bool = False
    """Whether a title stands before it."""
    role: str | None = None
    """What its title says of a role."""
    known: bool = False
    """Whether a title, a given name or the like tells a person, and not only capitals."""


_EDGES = ' ,;:.-–—*|"“”„«»'
_REMARK = re.compile(
    r"\s*[\[(](?:tbc|tba|tbd|t\.b\.c\.?|to be confirmed|invited|angefragt|online|remote|virtual|"
    r"via zoom|video|por confirmar|da confermare|à confirmer|a confirmar|zugesagt|confirmed|"
    r"in person|digital|zugeschaltet|per video|en ligne|by video|moderator|moderation|chair)[\])]",
    re.I,
)
_DEGREES_ONLY = re.compile(
    r"^[^,]*(?:,\s(?:[A-Z]\w{0,3}\.?){1,3}\.?|,\s(?:Jr|Sr|PhD|MBA|BSc|MSc|MA)\.?)+$"
)
_INITIAL = re.compile(r"(?:[A-ZÀ-ÞŁŚŻČŠŽĀĒĪŌŪİ]|Th|Ch|Ph|St|Yu|Sz)\.(?:-?[A-ZÀ-Þ]\.)*$")
_WORD = re.compile(r"[^\W\d_]+(?:['’`´·.-][^\W\d_]+)*['’]?$")
_SYLLABLE = r"[bcdfghj-np-tv-z]{0,2}[aeiouyw]{1,3}(?:ng|n|k|l|m|p|t|h|r|b|g)?"
_HYPHENED = re.compile(rf"(?=[A-Z][a-z]+-[A-Za-z])(?i:{_SYLLABLE}-{_SYLLABLE})$")
"""`Dong-Hee`, `Chih-Kai`: given names of Korea and China, a syllable on either side."""
_PIECES = re.compile(r"[-'’·.]")
NO_NAME = Named("", -5.0)


@lru_cache(maxsize=65536)
def named(text: str) -> Named:
    """The name that a text is read as, with its score."""
    text = _REMARK.sub("", text).strip(_EDGES)
    if not text or len(text) > 80 or (", " in text and not _DEGREES_ONLY.search(text)):
        return NO_NAME
    if is_nobody(text):
        return Named("", 3.0)
    if fold(text).replace("-", " ").startswith(PANEL):
        return NO_NAME
    tokens, honoured, role = _without_titles(text.split())
    if not tokens or len(tokens) > 7:
        return NO_NAME
    if (
        honoured
        and len(tokens) > 2
        and tokens[0] in PARTICLES
        and is_organisation_word(fold(tokens[1]))
    ):
        return NO_NAME  # `professor da Universidade`
    score = _score(tokens)
    if score > -4 and honoured:
        score += 3 if score > -2 else 1
    known = honoured or bool(role) or any(map(_tells_a_person, tokens))
    return Named(" ".join(tokens).strip(" ,"), score, honoured, role, known)


@lru_cache(maxsize=4096)
def is_nobody(text: str) -> bool:
    """Whether a text stands for someone not yet known, or for everybody."""
    word = fold(text).strip(" ()[]:-")
    return word in NOBODY or word.rstrip(".") in NOBODY


def _without_titles(tokens: list[str]) -> tuple[list[str], bool, str | None]:
    """The words of a name without what stands before and after it."""
    honoured, role = False, None
    if len(tokens) > 2 and fold(tokens[0]) == "the" and _title_key(tokens[1]) in HONORIFICS:
        tokens = tokens[1:]
    while len(tokens) > 1:
        word = _title_key(tokens[0])
        if word not in HONORIFICS and not (honoured and word in ("and", "&", "in")):
            break
        if word in _NAMES_TOO and not tokens[0].endswith((".", "ª", "º")):
            break
        if word == "pan" and len(tokens) < 3:
            break  # a name of China; before two names the Polish title
        if word in SPOKEN_ROLES or (word in ("associate", "assistant") and len(tokens) < 4):
            if len(tokens) < 3:
                break
            role = tokens[0]
        honoured = honoured or word not in ("he", "on", "di")
        tokens = tokens[1:]
    if len(tokens) > 2 and tokens[-1].strip(".") in ("TBD", "TBA", "TBC"):
        tokens = tokens[:-1]
    tokens, said = _without_role(tokens)
    role = said or role
    while len(tokens) > 1 and _title_key(tokens[-1]) in DEGREES and not _is_family(tokens):
        tokens = tokens[:-1]
    return tokens, honoured, role


def _without_role(tokens: list[str]) -> tuple[list[str], str | None]:
    """The words of a name without a role before it: `Director General Ana Ruz`."""
    best = 0
    for at in range(1, min(len(tokens) - 1, 6)):
        word = fold(tokens[at - 1]).strip(",.")
        if word in GIVEN_NAMES or not (tokens[at - 1][0].isupper() or at == 1 or word in _OF):
            break
        if word in ROLE_HEADS or is_role_word(word):
            best = at
        elif best and word in (*_OF, "general"):
            best = at + 1
    rest = tokens[best:]
    if not best or len(rest) < 2 or not rest[0][:1].isupper():
        return tokens, None
    plain = any(fold(token) in COMMON_WORDS for token in rest)
    if not any(map(_tells_a_person, rest)) and (len(rest) != 2 or plain):
        return tokens, None
    return rest, " ".join(tokens[:best])


_OF = ("of", "for", "der", "de", "di", "fur")
_NAMES_TOO = frozenset(
    words_of(
        """
    don di da fr on he ing mag eng dame lord ir mgr per
    """
    )
)


def is_title(word: str) -> bool:
    """Whether a word is one that stands before names: `Prof.`, `Frau`."""
    return _title_key(word) in HONORIFICS


def _is_family(tokens: list[str]) -> bool:
    """Whether the last word is a name, though it looks like a degree: `Jack Ma`."""
    return len(tokens) == 2 and tokens[-1].istitle() and fold(tokens[-1]) in SURE_FAMILY_NAMES


def _title_key(token: str) -> str:
    return fold(token).strip(",;:") if token[:1] == "(" else fold(token).strip(",;:()")


def _score(tokens: list[str]) -> float:
    score = -4.0 if tokens[0] in _OF_SOMETHING else 0.0
    words = 0
    for at, token in enumerate(tokens):
        if token[0] in "\"“„«‘'(" and 0 < at < len(tokens) - 1 and token[-1] in "\"”“»’')":
            continue  # a nickname
        value, counts = _token_score(token.strip(","), at == 0, at == len(tokens) - 1)
        if at and value == -2.5 and score >= 1.6 and len(tokens) < 4:
            value = -0.8  # behind a given name, family names are any words
        score += value
        words += counts
    if words > 1:
        score += 1.0 if words < 5 else -0.5
    elif words == 1 and len(tokens) == 1:
        score -= 0.6 if score > 0 else 0.0
    if fold(" ".join(tokens)) in COUNTRIES:
        score -= 6
    if sum(token.isupper() and len(token) > 2 for token in tokens) == len(tokens) > 1:
        score -= 0.6 if any(map(_tells_a_person, tokens)) else 2.0
    return score


_OF_SOMETHING = ("do", "da", "dos", "das", "du", "des", "della", "dello", "der", "dem", "of")
"""Particles that stand within names of people and never before them."""


def _tells_a_person(token: str) -> bool:
    key = fold(token).strip(",")
    if token[:1].islower():
        return False
    if key in GIVEN_NAMES or key in SURE_FAMILY_NAMES or _INITIAL.match(token):
        return True
    parts = key.split("-")
    return len(parts) > 1 and (_HYPHENED.match(token) is not None or parts[0] in GIVEN_NAMES)


@lru_cache(maxsize=65536)
def _token_score(token: str, first: bool, last: bool) -> tuple[float, int]:
    """What one word of a supposed name says for or against it, and whether it counts as a word."""
    key = fold(token)
    if _INITIAL.match(token):
        return 0.8, 1
    if not _WORD.match(token):
        return -5.0, 0
    if token[0].islower() and not token[:1].isupper():
        joined = "-" in token and key.partition("-")[0] in ("al", "el")
        small = key in NAME_PARTICLES or key.startswith(("d'", "d’", "o'", "l'"))
        return (0.2 if small and not first else 0.0 if joined or small else -4.0), 0
    known = _known(key, first, last)
    if known:
        return known, 1
    if key in ROLE_HEADS or key in ("senior", "deputy", "vice", "former"):
        return -2.5, 1
    if not token[:1].isupper():  # a script without capitals tells nothing
        return -3.0, 1
    if is_legal_form(token):
        return -5.0, 0
    if is_organisation_word(key) and not key.endswith(("ova", "ski", "sky")):
        return -3.0, 1
    return _unknown(token, key, first), 1


def _known(key: str, first: bool, last: bool) -> float:
    """What a name of the lists says for a name; a rare family name counts at its end only."""
    if key in GIVEN_NAMES:
        return 1.6 if first else 1.2
    if key in SURE_FAMILY_NAMES:
        return 1.0 if first or last else 0.8
    return 0.9 if last and not first and key in FAMILY_NAMES else 0.0


def _unknown(token: str, key: str, first: bool) -> float:
    parts = [part for part in _PIECES.split(key) if part]
    if key in COMMON_WORDS or key in COUNTRIES:
        return -2.5
    if len(key) > 4 and key.endswith("s") and {key[:-1], key[:-2]} & COMMON_WORDS:
        return -2.5
    if len(parts) > 1:
        if any(part in GIVEN_NAMES or part in SURE_FAMILY_NAMES for part in parts):
            return 1.4
        plain = sum(part in COMMON_WORDS or part in _PREFIXES for part in parts)
        if _HYPHENED.match(token) and plain < len(parts) and parts[0] not in _PREFIXES:
            return 1.2
        if plain and len(parts[0]) > 1:
            return -2.5
    if token.isupper() and len(token) > 1:
        return 0.1 if len(token) > 3 else -1.0
    if any(letter.isupper() for letter in token[1:]) and len(parts) == 1:
        return 0.5 if key.startswith(("mc", "mac", "o'", "d'", "de", "o’", "d’")) else -2.0
    if len(key) > 6 and key.endswith(ENDINGS) and not key.endswith(_NAME_ENDINGS):
        return -1.6
    return 0.5


_PREFIXES = frozenset(
    words_of(
        """
    co non pre re bio eco e self anti inter multi low high off up in sub
    """
    )
)
_NAME_ENDINGS = ("eity", "anic", "ovic", "evic", "inger", "ling", "ring", "unger", "sing")
"""Ends of family names that are like the ends of other words."""
