"""A role and its organisation in one phrase: `Director at Foo`, `CEO of Bar GmbH`."""

from __future__ import annotations

from collections.abc import Sequence

from clustertui.intake.page.callings import (
    OF_LINKS,
    ROLE_HEADS,
    ROLE_LINKS,
    is_legal_form,
    is_organisation_word,
    is_role_word,
)
from clustertui.intake.page.organisations import (
    LINKS,
    WORDS,
    is_field,
    organisation_score,
    role_score,
)
from clustertui.text import fold


def role_and_organisation(text: str) -> tuple[str, str] | None:
    """`Director at Foo`, `CEO of Bar GmbH`: a role and its organisation, or None."""
    for link in ROLE_LINKS:
        at = text.find(link)
        low = text[:1].islower() and len(text[:at].split()) < 4
        if at > 0 and (role_score(text[:at]) >= 1 or low) and text[at + len(link) :][:1].isupper():
            right = text[at + len(link) :].strip()
            if (
                link in (" am ", " im ", " no ", " na ", " till ", " w ")
                and organisation_score(right) < 1.4
            ):
                continue
            return text[:at].strip(), right
    for link in OF_LINKS:
        at = text.find(link)
        while at > 0:
            left, right = text[:at].strip(), text[at + len(link) :].strip()
            if (
                right[:1].isupper()
                and _is_named(right)
                and (_complete(left) or (_is_role(left) and organisation_score(right) >= 2))
            ):
                return left, right
            at = text.find(link, at + 1)
    return (
        _side_by_side(text)
        or _of_a_name(text)
        or _letters_first(text)
        or _small_letters_first(text)
    )


def _letters_first(text: str) -> tuple[str, str] | None:
    """`HBARC Director`: an organisation by its letters, and the role there."""
    letters, _, role = text.partition(" ")
    known = letters.isupper() and letters.isalpha() and len(letters) > 2
    if (
        known
        and fold(letters) not in ROLE_HEADS
        and role_score(role) >= 1.2
        and len(role.split()) < 5
    ):
        return role, letters
    return None


def _small_letters_first(text: str) -> tuple[str, str] | None:
    """`vicevoorzitter Vereniging Dorpsbakkers`: a calling in small letters, an organisation."""
    words = text.split()
    count = next((at for at, word in enumerate(words) if not word[:1].islower()), 0)
    if not 0 < count < 4 or len(words[0]) < 5 or fold(words[count - 1]) in LINKS:
        return None
    right = " ".join(words[count:])
    fits = organisation_score(right) >= 1.4 and is_organisation_word(fold(words[count]).rstrip("."))
    return (" ".join(words[:count]), right) if fits and len(words) > count + 1 else None


def _of_a_name(text: str) -> tuple[str, str] | None:
    """`Directora de Tecnología de Foo Naval`: the first link before words that are all names."""
    places = sorted((text.find(link, 1), link) for link in OF_LINKS if text.find(link, 1) > 0)
    for at, link in places:
        while at > 0:
            left, right = text[:at].strip(), text[at + len(link) :].strip()
            led = fold(left).split()[-1:] in (["chair"], ["member"], ["chairman"], ["chairwoman"])
            if _is_name_of(right) and _is_role(left) and (led or not _of_place(left)):
                return left, right
            at = text.find(link, at + 1)
    return None


def _is_name_of(text: str) -> bool:
    """Whether a text is made of words that are names, two at least."""
    words = [word for word in WORDS.findall(text) if fold(word) not in LINKS and len(word) > 2]
    if not text[:1].isupper() or len(words) < 2:
        return False
    return all(word[:1].isupper() and not is_field(word) for word in words)


def _of_place(role: str) -> bool:
    """Whether a role is one that people have for a place or a field: `Mayor`, `Professor`."""
    words = WORDS.findall(role)
    if not words or fold(words[0]).endswith("-general"):
        return False
    return fold(words[0]).startswith(_OF_PLACES)


_OF_PLACES_SAID = (
    "mayor minist govern gobern alcald burgerm maire sindac ambassad consejer botschaft embajad "
    "commission assess secretar member land vereador councill prefe senat dean chair professor "
    "prof"
)
_OF_PLACES = tuple(_OF_PLACES_SAID.split())
"""How roles begin that people have for a place or a field."""


def _side_by_side(text: str) -> tuple[str, str] | None:
    """`Presidente Camera di Commercio`, `CEO Foo GmbH`: a role right before its organisation."""
    words = text.split()
    for count in (1, 2, 3):
        head = fold(words[count - 1]).rstrip(",") if len(words) > count else ""
        if head not in ROLE_HEADS and not head.endswith(_ENDS_OF_ROLES):
            continue
        if fold(words[count]) in ("general", "emeritus", "emerita"):
            count += 1
        if len(words) <= count:
            continue
        right = " ".join(words[count:])
        key = fold(words[count]).rstrip(".")
        acronym = len(words) == count + 1 and right.isupper() and len(right) > 2 and right.isalpha()
        if (
            acronym
            or is_legal_form(words[-1])
            or _is_body(words[count:])
            or (
                words[count][:1].isupper()
                and is_organisation_word(key)
                and key not in ROLE_HEADS
                and key not in ("department", "group", "research", "services", "commission")
            )
        ):
            return " ".join(words[:count]), right
    return None


def _is_body(words: Sequence[str]) -> bool:
    """Whether words can only be an organisation: capitals, then a word that tells one."""
    if (
        len(words) < 2
        or not words[0][:1].isupper()
        or fold(words[0]) in _FIELDS
        or is_field(words[0])
    ):
        return False
    return organisation_score(" ".join(words)) >= 2 and role_score(" ".join(words)) < 1


def _complete(role: str) -> bool:
    words = WORDS.findall(role)
    key = fold(words[-1]) if words else ""
    return bool(words) and (key in ROLE_HEADS or key.startswith(("direct", "president", "presid")))


def _is_role(text: str) -> bool:
    """Whether a text begins like a role: `Responsabile relazioni internazionali`."""
    words = WORDS.findall(text)
    if not words:
        return False
    return is_role_word(fold(words[0])) or (text[0].islower() and len(words) < 4)


def _is_named(text: str) -> bool:
    """Whether a text is an organisation with a name of its own, not a field or a unit."""
    words = WORDS.findall(text) or [""]
    first = words[0]
    key = fold(first)
    if fold(text) in ("parliament", "the parliament"):
        return False
    if key in _UNITS and len(words) > 2 and fold(words[1]) in ("of", "for", "on"):
        return True
    if key in _FIELDS:
        return False
    if text == first and key.endswith("s") and not first.isupper():
        return False  # `Director of Studies`
    return organisation_score(text) >= 2 or (first.isupper() and len(first) > 2)


_ENDS_OF_ROLES = (
    "fuhrer", "fuhrerin", "leiter", "leiterin", "direktor", "direktorin", "gesellschafter",
    "meister", "meisterin", "vorstand", "vorstandes", "prasident", "prasidentin", "grafin",
    "graphin", "login",
)  # fmt: skip
"""Ends of German roles that stand right before their organisation."""
_UNITS = ("division", "department", "directorate", "office", "board", "secretariat")
_FIELDS_SAID = (
    "r&d it hr pr eu sme smes ict ai innovacion servicio servizio area proyectos projets "
    "forschung entwicklung state clusters cooperation education public european innovation "
    "technology regional strategic corporate training external global unit department division "
    "section office board studies services abteilung programme cluster group research "
    "international business development service systems delegation administration network"
)
_FIELDS = frozenset(_FIELDS_SAID.split())
"""Words that begin a field or a unit rather than the name of an organisation."""
