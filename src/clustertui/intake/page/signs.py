"""What a line is by itself: a pause, furniture, the heading of a day or session, a label, prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clustertui.intake.page.clock import without_times
from clustertui.intake.page.dates import Dated
from clustertui.intake.page.furniture import FURNITURE_STARTS, FURNITURE_WORDS
from clustertui.intake.page.months import WEEKDAYS
from clustertui.intake.page.organisations import kind_of
from clustertui.intake.page.people import read_people
from clustertui.intake.page.reading import Reading
from clustertui.intake.page.readings import readings
from clustertui.intake.page.vocabulary import (
    EMPTY_ITEMS,
    LABELS,
    NOT_PAUSES,
    PAUSE_ENDS,
    PAUSES,
    PROGRAMME,
    RIDES,
    SECTION_WORDS,
)
from clustertui.intake.page.wordlists import words_of
from clustertui.text import fold

PUBLISHED = re.compile(
    r"\s*(?:(?:submitted|posted) by (?P<author>[^\d]{3,60}?) on\b|published\b|"
    r"posted (?:on|by|in)\b|"
    r"veröffentlicht\b|publié le\b|"
    r"publicado el\b|pubblicato il\b|last updated\b)",
    re.I,
)
"""Begins the line that says who published the page and when."""


STORED = re.compile(r"date (?:19|20)\d\d-\d\d(?:-\d\d)?(?=\s|$)")
"""When a page was stored, as archives write it before its text."""


SURE = 1.0
"""A reading that scores as much stands on its own."""


_LABEL = re.compile(r"([^\W\d_][^:|]{0,38}?)\s?[:：]\s*(.*)$")


_CAPITALS = re.compile(r"(DATE|TIME|VENUE|DATUM|FECHA|HORA|DATA|ORA)\s+(?=[\dA-ZÀ-Þ])(.+)$")
"""A label in capitals, without a colon."""
_OF_PANEL = re.compile(
    r" (?:of|in|on|for) (?:the )?(?:panel|session|round ?table|debate)(?: #?\w{1,3})?$", re.I
)
_LABEL_OF_PANEL = re.compile(
    r"((?:experts|speakers|panell?ists|discussants|guests|moderators?|chair)"
    rf"{_OF_PANEL.pattern[:-1]})\s[–—-]\s(.*)$",
    re.I,
)
_LABEL_DASH = re.compile(r"([^\W\d_]{4,20}(?: [^\W\d_]{4,12})?)\s[–-]\s(\S.*)$")
_LABEL_COLUMN = re.compile(r"([^\W\d_][^:|]{0,30}?)\s\|\s([^|]*)$")
_BY = re.compile(
    r"((?:moderated|presented|chaired|hosted|organi[sz]ed|facilitated|led|introduced|given|"
    r"presentations?|moderiert|organisiert|animé|animée|présenté|organizzato|organizado|promosso|"
    r"moderado|moderata|moderato|coordinato|organisé|co-organi[sz]ed|jointly organi[sz]ed)\s"
    r"(?:by|von|durch|par|da|por|dal|dalla))\s+(?:the\s)?(?:l[’']|la\s|le\s|der\s|dem\s|den\s|"
    r"il\s|el\s)?(?=(?-i:[A-ZÀ-Þ]))(.*)$",
    re.I,
)


_ALONE = frozenset(
    words_of(
        """
    mit with avec con speakers panel:
    """
    )
)


_WITH = re.compile(r"([Mm]it|[Ww]ith|[Aa]vec|[Cc]on|[Mm]et|[Cc]om|by|von|par)\s(?=[A-ZÀ-Þ])(.*)$")


PAGE = re.compile(
    r"(?:page|seite|pagina|página|s\.|p\.)?\s*[-–]?\s*\d{1,3}\s*(?:(?:of|von|de|di|/|"
    r"sur)\s*\d{1,3})?"
    r"\s*[-–]?$",
    re.I,
)


_DAY = re.compile(
    r"(?:(?:day|tag|jour|journée|día|dia|giorno|giornata)\s*(?:\d|one|two|three|i{1,3}\b|eins|zwei)"
    r"|(?:\d|1st|2nd|3rd|first|second|third|erster|zweiter|dritter|premier|deuxième|primer|segundo|"
    r"primo|secondo)\.?\s*(?:day|tag|jour|día|giorno)\b)",
    re.I,
)


_BETWEEN = re.compile(r"\s+[|/·•»>›–-]\s+|\s*[|·•»>›]\s*|\s{2,}|/")


_ADDRESS = re.compile(r"\S+@\S+\.\w+$|(?:https?://|www\.)\S+$")


_LENGTH = re.compile(
    r"[(\[]?(?:\d{1,2}\s?h(?:ours?)?\s?)?\d{1,3}\s?(?:['’′]|min(?:ut\w*)?\.?|mins)[)\]]?$", re.I
)
"""How long an item takes: it says nothing of its own."""


_STEP = re.compile(r"(?:[«‹←][^»]{2,50}|[^«]{2,50}[»›→])$")
"""A step to another page: `« First webinar`."""


_FILE = re.compile(
    r"(?:[^|]+\.(?:jpe?g|png)\s?(?:\||$))+$"
    r"|.{0,60}\b(?:en|fr|de|es)\s(?:pdf|ppt)(?: document)?$"
    r"|(?:img|image|photo|dsc|foto)[-_\d]\S*$|@\w+$"
    r"|\S+\.(?:jpe?g|png|gif|webp|pdf|pptx?)$"
)
"""The name of a picture, a file or an account."""


_FOOTNOTE = re.compile(r"\[\d{1,3}\]\s|\^\s")


_ROOM = re.compile(r"\s*[(\[]?(?:room|raum|saal|sala|salle|hall|venue)\b.*", re.I)


_WORD = re.compile(r"[^\W_]+(?:[-'’&][^\W_]+)*")


_SENTENCE = re.compile(r"[.!](?:\s*\[\d+\])*[\"”’)]?$")


_SHORT = re.compile(r"(?:\b\w|\b(?:Lda|Ltda|Ltd|Inc|Co|Corp|etc)|\))\.$")


_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_LAST = frozenset(
    words_of(
        "break breaks lunch lunches coffee tea dinner pause reception buffet breakfast cafe kaffee"
    )
)
_OCCASIONS = frozenset(words_of("conference symposium official optional joint informal gala"))
"""Words before a meal that say whose it is: `Conference dinner`."""
_DOORS = (
    "ouverture des portes",
    "opening of the doors",
    "apertura porte",
    "apertura de puertas",
    "apertura de las puertas",
)
_PHOTO = re.compile(r"(?:(?:group|family|team) )?photo(?:graph)?s?\b(?! (?:exhib|essay|contest))")
_MEALS = ("mittag", "kaffee", "lunch", "coffee", "abendess", "fruhstuck", "koffie", "frokost")
_NUMBERED = re.compile(r"(?:\d{1,2}|[A-Z]|[IVX]{1,4})(?=$|[\s.:,)–-])")


def is_post(text: str) -> bool:
    """`Director, Foo Institute`: a role and an organisation without a name."""
    parts = [part.strip() for part in text.split(",")]
    if len(text) > 160 or (
        text.endswith(("?", ":", ".")) and not text.endswith(("V.", "c.", "d."))
    ):
        return False
    kinds = [kind_of(part) for part in parts if part]
    return bool(kinds) and kinds[0] == "role" and ("organisation" in kinds or len(text) < 50)


WHOLE_QUOTE = re.compile(r"[“„«\"][^“”„«»\"]{3,160}[”“»\"]\.?$")
"""A line that stands in quotation marks as a whole."""


def is_prose(text: str) -> bool:
    """Whether a line is running text: sentences, or what announces a list."""
    words = text.split()
    if WHOLE_QUOTE.match(text):
        return False
    if len(words) > 12 and text.count("? ") > 0 and text.endswith("?"):
        return True
    if len(text) > 220 and text.count(". ") > 0:
        return True
    if len(words) < 7 or not _SENTENCE.search(text) or _SHORT.search(text):
        return len(words) > 6 and text.endswith(":")
    small = sum(word[:1].islower() for word in words)
    share = 4 if len(words) > 13 else 3
    return small * share >= sum(map(str.isalpha, (word[0] for word in words)))


def labelled(text: str) -> tuple[str, str, str] | None:
    """Meaning, word and value of a line such as `Venue: …` or `Moderated by …`."""
    found = _LABEL.match(text) or _LABEL_COLUMN.match(text) or _LABEL_OF_PANEL.match(text)
    dash = None if found else _LABEL_DASH.match(text)
    if dash and meaning_of(dash[1]) in ("speaker", "moderator") and _is_someone(dash[2]):
        return meaning_of(dash[1]), dash[1], dash[2]
    if found:
        meaning = meaning_of(found[1]) or meaning_of(_OF_PANEL.sub("", found[1]))
        if meaning == "place" and found[2].strip()[:1] in ("“", '"', "„", "«"):
            meaning = "title"  # `Address: “…”` is a speech
        if meaning:
            return meaning, found[1].strip(), found[2].strip()
        if kind_of(found[1].split(",")[0]) == "role" and read_people(found[2]).score >= 2:
            return "officer", found[1].strip(), found[2].strip()
        if fold(found[1]).endswith(_LECTURES) and _is_someone(found[2]):
            return "speaker", found[1].strip(), found[2].strip()
    return _labelled_without_sign(text)


def _labelled_without_sign(text: str) -> tuple[str, str, str] | None:
    """`DATE 4 March`, `with Name`, `Moderated by Name`."""
    capitals = _CAPITALS.match(text)
    if capitals:
        return meaning_of(capitals[1]), capitals[1], capitals[2]
    if fold(text) in _ALONE:
        return "speaker", text, ""
    short = _WITH.match(text)
    if short and read_people(short[2]).score >= SURE:
        return "speaker", short[1], short[2]
    by = _BY.match(text)
    if by and len(text) < 200:
        word = fold(by[1])
        meaning = LABELS.get(word) or (
            "moderator" if "mod" in word or "chair" in word else "speaker"
        )
        if meaning in ("organiser", "partner") or read_people(by[2]).score >= SURE:
            return meaning, by[1], by[2].strip()
    return None


_LECTURES = ("lecture", "seminar", "colloquium", "address", "speech", "vorlesung", "conferencia")


def _is_someone(text: str) -> bool:
    read = read_people(text)
    return bool(read.people) and read.score >= 1 and len(read.people[0].name.split()) < 4


def meaning_of(label: str) -> str:
    """What a label such as `Speaker(s)`, `Panelist 2` or `Location / Venue` means, or nothing."""
    word = fold(label).strip(" *")
    plain = _COUNT.sub("", word).strip()
    for each in (word, word.rstrip("s"), word.rstrip("(s)"), plain, f"{plain}s"):
        if each in LABELS:
            return LABELS[each]
    parts = [LABELS.get(part.strip(), "") for part in _SLASH.split(word)]
    return parts[0] if (len(parts) > 1 and "/" in word) or all(parts) else ""


_COUNT = re.compile(r"\s*(?:#?\d{1,2}|[ivx]+)$|\(.*\)$")
_SLASH = re.compile(r"/|&| and | und | et | y | e ")


def is_pause(text: str) -> bool:
    """Whether an item is a break, a meal, a ride: nobody speaks there."""
    words = [
        part
        for word in _WORD.findall(_ROOM.sub("", text) or text)
        for part in fold(word).split("-")
    ][:12]
    if not words or len(text) > 110:
        return False
    while (
        len(words) > 1 and words[0] in _OCCASIONS and words[1] not in ("on", "about", "of", "for")
    ):
        words = words[1:]
    near = [
        word
        for word in words[:2]
        if word in PAUSES
        or word.rstrip("s") in PAUSES
        or word.startswith(_MEALS)
        or (word.endswith(PAUSE_ENDS) and len(word) > 6)
    ]
    short = len(words) < 5 and (words[0] in RIDES or words[-1] in _LAST)
    short = short or _PHOTO.match(" ".join(words)) is not None
    short = short or "reception" in words[1:3] or " ".join(words).startswith(_DOORS)
    if not near and not short:
        return False
    if any(word in NOT_PAUSES for word in words) and words[0] not in ("coffee", "lunch", "kaffee"):
        return False
    reading = readings(text)[0]
    return not (reading.people and reading.people.people and reading.score >= 2.5)


_ANNOUNCED_LATER = re.compile(
    r"(?:title|topic|abstract|talk|titel|titre|titolo|titulo|thema)(?:\s?(?:/|and|&)\s?(?:abstract|title))?"
    r"\s?:?\s?\(?(?:tb[acds]|tk|t\.b\.[acd]|n\.n|to be (?:announced|confirmed|determined|defined)"
    r"|forthcoming|follows)\b"
)


def is_empty(text: str) -> bool:
    """Whether an item has no content of its own: `Q&A`, `tbc`."""
    folded = fold(text).strip(" .:-–")
    if _ANNOUNCED_LATER.match(folded):
        return True
    return folded.strip("()[]") in EMPTY_ITEMS or _BRACKETS.sub("", folded) in EMPTY_ITEMS


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the page and not to its matter."""
    folded = fold(text[:400]).strip()
    if folded in PROGRAMME:
        return False
    if PUBLISHED.match(text) and len(text) < 120:
        return True
    if (
        STORED.fullmatch(folded)
        or _STEP.match(text)
        or _FILE.match(folded)
        or PAGE.match(folded)
        or _ADDRESS.match(folded)
        or _LENGTH.match(folded)
        or _FOOTNOTE.match(folded)
    ):
        return True
    for start in FURNITURE_STARTS:
        if folded.startswith(start) and not folded[len(start) : len(start) + 1].isalnum():
            return _fits(folded, start)
    pieces = [piece.strip(" .:") for piece in _BETWEEN.split(folded) if piece.strip(" .:")]
    known = sum(piece in FURNITURE_WORDS for piece in pieces)
    if pieces and known == len(pieces):
        return True
    return len(pieces) > 1 and pieces[0] in FURNITURE_WORDS and known * 2 >= len(pieces) - 1


def _fits(folded: str, start: str) -> bool:
    """Short beginnings such as `share` stand for furniture only in a short line."""
    return len(start) > 7 or not start[-1].isalpha() or len(folded) < 26


def is_day(text: str, dates: Sequence[Dated]) -> bool:
    """Whether a line is the heading of a day: a date, and perhaps a place or `Day 1`."""
    text = text.rstrip(" :")
    label = _LABEL.match(without_times(text))
    if len(text) > 90 or (label and not _DAY.match(text) and fold(label[1]) not in WEEKDAYS):
        return False
    folded = fold(text).strip(" .:,")
    if folded in WEEKDAYS and len(folded) > 3:
        return True
    if _DAY.match(text) and len(text) < 50 and (not dates or len(text) < 40):
        return True
    if not dates or all(each.precision not in ("day", "none") for each in dates):
        return False
    if any(each.precision == "none" and not each.names_days for each in dates):
        return False
    rest = without_times(text).replace("\x01", " ")
    for each in reversed(dates):
        rest = rest[: each.at[0]] + " " + rest[each.at[1] :]
    words = [word for word in _WORD.findall(rest) if fold(word) not in WEEKDAYS]
    return len(words) <= 3 and len(dates) == 1 and dates[0].at[0] < 25


def is_day_number(text: str) -> bool:
    """Whether a text counts a day: `Day 1`."""
    return bool(_DAY.match(text)) and len(text) < 20


_SINGLE = ("panel", "lecture", "keynote", "talk", "debate", "discuss", "round", "speech", "address")


def is_section(text: str, reading: Reading) -> bool:
    """Whether a line heads several talks: `Session 1: …`, `Block B`, `Opening session`."""
    words = _WORD.findall(text)
    if not words or len(text) > 140:
        return False
    first = fold(words[0])
    if first not in SECTION_WORDS and not (
        len(words) > 1 and fold(words[1]) in ("session", "sessions", "block") and len(words) < 8
    ):
        return False
    if len(words) > 1 and first.startswith("plen") and fold(words[1]).startswith(_SINGLE):
        return False  # `Plenary lecture: …`
    after = text[text.find(words[0]) + len(words[0]) :].strip()
    numbered = first in SECTION_WORDS and _NUMBERED.match(after)
    if not numbered and reading.people and reading.people.people and reading.score >= 2:
        return False
    return (
        bool(_NUMBERED.match(after))
        or first
        not in (
            "part",
            "table",
            "axe",
            "volet",
            "partie",
            "teil",
            "theme",
            "slot",
            "stream",
            "track",
            "module",
            "parte",
            "chapter",
            "section",
        )
        or len(words) < 3
    )
