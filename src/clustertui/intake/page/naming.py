"""Names of events: what of a headline is the name, and of which kind the event is."""

from __future__ import annotations

import re
from functools import lru_cache

from clustertui.intake.page.dates import dates_in
from clustertui.intake.page.reading import title_of
from clustertui.intake.page.vocabulary import EVENT_KINDS, PROGRAMME
from clustertui.intake.page.wordlists import words_of
from clustertui.text import fold

_QUOTED = re.compile(r"[“„«\"»]\s*([^“”„«»\"]{4,150}?)\s*[”“»\"«]")
_PREFIX = re.compile(r"([^:–—]{2,48}?)\s*(?::|\s[–—-]\s)\s*(?=\S)")
_INVITATION = re.compile(
    r"(?:(?:re|fwd|fw|aw|wg|tr)\s*:\s*)*(?:invitation(?: to)?|einladung(?: zum| zur| zu)?|"
    r"invitación(?: al?)?|"
    r"invitation (?:à|au)|invito(?: al?)?|programm(?:e|a)?(?: of| for| der| des| du| del|"
    r" della)?|agenda(?: of| for)?|"
    r"programación (?:del?|de la)|programação d[oa]|page \d+ of \d+|"
    r"proceedings of|minutes of|report on|bericht (?:über|zum|zur)|rückblick auf|"
    r"nachlese(?: zum| zur)?|retour sur|"
    r"compte rendu d[eu]|crónica del?|reseña del?|resoconto del?|verslag van|relacja z|"
    r"review of|recap of|looking back (?:at|on)|save the date|"
    r"welcome to|announcement|reminder|call for [\w ]{3,40}|final programme|"
    r"draft programme)\s*[:–-]?\s+"
    r"(?:the\s|den\s|die\s|das\s|la\s|le\s|il\s|el\s|l[’'])?(?=\S)",
    re.I,
)
_TAIL = re.compile(
    r"\s*[–—|,(-]\s*\(?(?:final|draft|provisional|preliminary)?\s*(?:programme|program|programm|"
    r"agenda|programma|"
    r"programa|tagesordnung|ablauf|version|entwurf)\b.*$",
    re.I,
)
_BEHIND = re.compile(
    r"(?<=\S{3})(?:\s(?:program|programme|programm|programa|agenda|schedule)"
    r"|\s[–—-]\s[\w ]{3,20}\s(?:programme|program)"
    r"|,\s(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|\s\((?:virtual|online|hybrid|in person)\)"
    r"|\s(?:in partnership with|in cooperation with|in collaboration with|organi[sz]ed by|"
    r"hosted by|in zusammenarbeit mit|en partenariat avec|en colaboración con|"
    r"in collaborazione con)\s.+"
    r"|;\s.+)$",
    re.I,
)
"""What a headline says behind the name: what is below it, which day, how, with whom."""
_YEAR = re.compile(r"\b(?:19|20)\d\d$")
_LOOSE_END = re.compile(
    r"[\s,|–—(·-]+(?:in|on|am|from|vom|le|el|il|den|the|at|à|en|du|du|dal|del|im|for)?[\s,|"
    r"–—(·-]*$",
    re.I,
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_COMPOUNDED = frozenset(
    words_of(
        """
    tagung konferenz seminar workshop forum kongress treffen dialog symposium schulung akademie
    sitzung versammlung veranstaltung studienreise kolloquium gipfel
    """
    )
)
_SHORT = frozenset(
    words_of(
        """
    tag tage day days fair week woche expo trip dag kurs salon messe course curso corso corso
    visit besuch visite visita dagen foro gala preis award event evento
    """
    )
)


_PHRASES = tuple(
    (stem, at) for at, (stem, _) in enumerate(EVENT_KINDS) if " " in stem or "-" in stem
)
_STEMS = tuple((stem, at) for at, (stem, _) in enumerate(EVENT_KINDS) if stem.isalnum())
_NONE = len(EVENT_KINDS)


def event_kind(text: str) -> str | None:
    """The kind of event that a text names, or None."""
    folded = fold(text)
    best = min(map(_kind_of_word, _WORD.findall(folded)), default=_NONE)
    for phrase, at in _PHRASES:
        if at < best and phrase in folded:
            best = at
    return EVENT_KINDS[best][1] if best < _NONE else None


@lru_cache(maxsize=65536)
def _kind_of_word(word: str) -> int:
    """The place of the first kind that a word names: begun with it, or compounded: `Fachtagung`."""
    for stem, at in _STEMS:
        if stem in _SHORT:
            compound = stem in ("tag", "tage", "messe", "woche") and len(word) > 8
            if word in (stem, stem + "s") or word.endswith(f"-{stem}"):
                return at
            if compound and word.endswith(stem):
                return at
        elif word.startswith(stem) or f"-{stem}" in word:
            return at
        if stem in _COMPOUNDED and word.endswith(stem):
            return at
    return _NONE


def has_kind(text: str) -> bool:
    """Whether a text names a kind of event."""
    return event_kind(text) is not None


_GENERIC = frozenset(
    words_of(
        """
    international national annual european regional the first second joint final final
    internationale internationaler internationales nationale programme program agenda
    international internacional internazionale annuel annuelle event of de
    """
    )
)


def is_generic_name(name: str) -> bool:
    """Whether a name says no more than the kind: `Colloque international`."""
    words = [fold(word) for word in _WORD.findall(name)]
    if any(map(str.isdigit, name)):
        return False
    return bool(words) and all(word in _GENERIC or has_kind(word) for word in words)


def event_name(text: str) -> str:
    """The name of an event in a headline: without date, place behind it, invitation."""
    text = " ".join(text.split())
    lead = _INVITATION.match(text)
    if lead:
        text = text[lead.end() :]
    quoted = _QUOTED.search(text)
    if quoted and len(quoted[1].split()) > 1:
        before, after = text[: quoted.start()].strip(" ,:"), text[quoted.end() :]
        whole = len(quoted[1]) * 2 > len(text) or (not before and has_kind(after))
        if _YEAR.search(before) and has_kind(before):
            return before
        if whole or lead or has_kind(before):
            return quoted[1]
    for dated in dates_in(text):
        if dated.precision == "year":
            continue
        if dated.at[0] < 4:
            text = text[dated.at[1] :]
            text = re.sub(r"^[\s|,:–—-]+", "", text)
        else:
            text = _without_place(text[: dated.at[0]])
        break
    text = _BEHIND.sub("", _TAIL.sub("", text))
    found = _PREFIX.match(text)
    if found and ":" in found[0] and _is_generic(found[1]) and len(text) - found.end() > 5:
        text = text[found.end() :]
    if fold(text).strip(" :") in PROGRAMME:
        return ""
    return title_of(_LOOSE_END.sub("", text)) if any(map(str.isalpha, text)) else ""


def _without_place(text: str) -> str:
    """`Fórum do Mar – Peniche, ` without the place before the date."""
    text = _LOOSE_END.sub("", text)
    at = max(text.rfind(" – "), text.rfind(" - "), text.rfind(" | "), text.rfind(" · "))
    if at > 8 and len(text[at + 3 :].split()) < 4 and not has_kind(text[at:]):
        return text[:at]
    parts = text.split(", ")
    while len(parts) > 1 and len(parts[-1].split()) < 3 and not has_kind(parts[-1]):
        parts.pop()
    return ", ".join(parts)


def _is_generic(prefix: str) -> bool:
    """Whether what stands before a colon only says the kind: `Webinar`, `Mission programme`."""
    words = fold(prefix).split()
    if not words or len(words) > 4:
        return False
    if fold(prefix) in PROGRAMME or words[0] in ("betreff", "subject", "event", "save"):
        return True
    return has_kind(prefix) and len(words) < 3
