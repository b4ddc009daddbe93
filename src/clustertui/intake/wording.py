"""Which words of a name, title or label tell the kind of an event or of a talk."""

from __future__ import annotations

import re
from functools import lru_cache

EVENT_KINDS = (
    "workshop", "cluster day", "matchmaking", "mission", "visit", "fair", "conference", "seminar",
    "webinar", "forum", "training", "hackathon", "meeting", "event",
)  # fmt: skip
"""The kinds of a `StatedEvent`."""
TALK_KINDS = (
    "presentation", "keynote", "panel", "workshop", "lightning talk", "tutorial", "break",
)  # fmt: skip
"""The kinds of a `StatedTalk`."""

_EVENT_WORDS = {
    "workshop": "workshop workshops atelier ateliers taller talleres laboratorio",
    "cluster day": "clusterday clustertag clustertage",
    "matchmaking": "matchmaking match-making matchmakings b2b brokerage kooperationsbörse",
    "mission": "mission missions delegation delegationsreise misión misiones missione",
    "visit": "visit visits visite visites visita visitas besuch studienreise",
    "fair": "fair fairs expo exhibition exhibitions tradeshow messe salon feria ferias fiera",
    "conference": "conference conferences congress congresses summit symposium symposia "
    "colloquium konferenz kongress tagung conférence congrès colloque conferencia congreso "
    "simposio conferenza congresso",
    "seminar": "seminar seminars seminare séminaire séminaires seminario seminarios",
    "webinar": "webinar webinars webinare webinaire webinaires webinario webinarios",
    "forum": "forum forums fora foro foros",
    "training": "training trainings course courses bootcamp schulung formation formación curso",
    "hackathon": "hackathon hackathons hackfest hackday",
    "meeting": "meeting meetings meetup meetups meet-up assembly treffen réunion reunión riunione",
}
_EVENT_KIND = {word: kind for kind, words in _EVENT_WORDS.items() for word in words.split()}
_EVENT_PAIRS = {
    ("cluster", "day"): "cluster day", ("cluster", "days"): "cluster day",
    ("study", "tour"): "visit", ("trade", "show"): "fair", ("summer", "school"): "training",
    ("winter", "school"): "training", ("round", "table"): "meeting",
}  # fmt: skip
_COMPOUNDS = {
    "workshop": "workshop", "konferenz": "conference", "kongress": "conference",
    "tagung": "conference", "messe": "fair", "seminar": "seminar", "treffen": "meeting",
    "forum": "forum", "schulung": "training", "matchmaking": "matchmaking",
}  # fmt: skip
_FIRST_OF_PAIRS = frozenset(first for first, _ in _EVENT_PAIRS)
_TAILS = frozenset(ending[-4:] for ending in _COMPOUNDS)
_WORDS = re.compile(r"\w[\w-]*|:")
_TURN_WORDS = (
    ": on at for of in with about to zu zum zur über für sur pour de du des para sobre su per"
    " di von und and et y"
)
_TURNS = frozenset(_TURN_WORDS.split())


@lru_cache(maxsize=4096)
def kind_of_event(name: str) -> str | None:
    """The kind that a word of the name tells, or None.

    `Training workshop on trade fairs` is a workshop: of the words before the first `on`, `of` …
    the last one decides, else the first one after it.
    """
    kind, before = None, ""
    for word in _WORDS.findall(name.lower()):
        if kind and word in _TURNS:
            return kind
        found = _EVENT_KIND.get(word) or (word[-4:] in _TAILS and _compound(word)) or None
        if before in _FIRST_OF_PAIRS:
            found = _EVENT_PAIRS.get((before, word)) or found
        kind = found or kind
        before = word
    return kind


def _compound(word: str) -> str | None:
    if len(word) > 8:
        for ending, kind in _COMPOUNDS.items():
            if word.endswith(ending):
                return kind
    return None


_TALK_WORDS = {
    "keynote": r"key ?-?note|plenary lecture|conférence inaugurale|eröffnungsvortrag",
    "lightning talk": r"lightning ?-?talks?|ignite talk|blitzvortr",
    "panel": r"panel|podium|round ?-?table|table ronde|mesa redonda|fishbowl",
    "tutorial": r"tutorial|training|hands-on",
    "workshop": r"workshop|atelier|taller\b",
    "break": r"break\b|lunch|coffee|registration|mittagspause|kaffeepause|pause\b",
}
_LABELS = {
    kind: re.compile(rf"\b(?:{words})", re.IGNORECASE) for kind, words in _TALK_WORDS.items()
}
_STOP = r"(?=\s*(?:$|[:–—(-]))"  # the end, or the title that follows
_TITLE_WORDS = {
    "keynote": r"(?:opening |closing )?keynote(?: speech| address| talk)?" + _STOP,
    "lightning talk": r"lightning talks?\b",
    "panel": r"(?:panel(?: discussion| debate)?|round ?table|podiumsdiskussion)" + _STOP,
    "tutorial": r"tutorial" + _STOP,
    "workshop": r"workshop" + _STOP,
    "break": r"(?:(?:coffee |lunch |tea )?break|(?:buffet )?lunch|registration"
    r"|(?:mittags|kaffee)?pause)$",
}
_TITLES = {kind: re.compile(words, re.IGNORECASE) for kind, words in _TITLE_WORDS.items()}
_LIKELY = re.compile(r"keyn|light|pane|roun|podi|tuto|work|brea|coff|lunc|tea |buff|regi|mitt|kaff"
                     r"|paus|open|clos", re.IGNORECASE)  # fmt: skip


@lru_cache(maxsize=4096)
def kind_of_talk(label: str) -> str | None:
    """The kind that a type or category such as `Keynote session` names, or None."""
    for kind, words in _LABELS.items():
        if words.search(label):
            return kind
    return None


def kind_of_title(title: str) -> str | None:
    """The kind that a title says itself, such as `Keynote: …` or `Coffee break`, or None."""
    if _LIKELY.match(title):
        for kind, words in _TITLES.items():
            if words.match(title):
                return kind
    return None
