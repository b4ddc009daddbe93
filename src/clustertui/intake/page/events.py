"""Events: what the page is about, and what else it announces or tells of; name, dates, places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from clustertui.intake.page.calendars import calendar
from clustertui.intake.page.datelines import OTHER_DATES, past_dateline
from clustertui.intake.page.dates import dates_in, with_year
from clustertui.intake.page.dating import COMING, give_date, is_aside, is_held, known_days
from clustertui.intake.page.entries import Entry
from clustertui.intake.page.found import Found, Told
from clustertui.intake.page.furniture import NOT_NAMES
from clustertui.intake.page.mentions import Mention, mentions_in, places_after
from clustertui.intake.page.naming import event_kind, event_name, has_kind, is_generic_name
from clustertui.intake.page.parties import give_parties
from clustertui.intake.page.places import places_of
from clustertui.intake.page.prose import sentences
from clustertui.intake.page.signs import is_day_number
from clustertui.intake.page.vocabulary import PEOPLE_LISTS
from clustertui.text import fold

_NEXT = re.compile(
    r"\s*(next (?:meeting|event|session|edition|workshop)|nächste\w* (?:treffen|sitzung|termin|"
    r"veranstaltung|café|\w+)|prochaine? \w+|próxim[ao] \w+|prossim[oa] \w+)\s*:\s*(.+)$",
    re.I,
)


def main_event(
    header: Sequence[Entry],
    entries: Sequence[Entry],
    page_title: str | None,
    has_programme: bool,
    document: str,
) -> Found | None:
    """The event that the page is about, or None when it is about none."""
    running = [each for each in entries if each.kind == "prose"]
    name = _headline(header, page_title)
    mention = _told(entries, running, name)
    found: Found | None = name
    call = None if has_programme else _call(header, entries)
    if call:
        give_parties(call, header, entries, None)
        return call
    if mention and (name is None or _names_better(mention, name, header, has_programme)):
        found = _from_mention(mention)
        for each in mentions_in(name.name) if name else ():
            if fold(found.name) in fold(each.name):
                found.name = each.name
                found.lines += name.lines if name else []
    if found is None and has_programme:
        found = Found(
            document, guessed=[("name", "the page names no event; this is the file's name")]
        )
    if found is None:
        return None
    give_date(found, header, entries, mention)
    give_parties(found, header, entries, mention)
    return found


def _names_better(mention: Told, name: Found, header: Sequence[Entry], has_programme: bool) -> bool:
    """Whether a sentence names the event rather than the headline does."""
    if name.lines == [mention.entry.lines]:
        return True
    shorter = len(name.name.split()) - len(mention.mention.name.split()) > 3
    inside = shorter and fold(mention.mention.name) in fold(name.name)
    if has_programme and not inside and (has_kind(name.name) or not mention.mention.proper):
        return False
    return not _is_dated(name, header)


_CALL = re.compile(
    r"(?:(?:first|second|third|new|open|\d\w*)\s)*call "
    r"(?:for (?:proposals|expressions|applications|partners|tenders|projects|ideas)|[–—:-])|"
    r"open call\b|appel (?:à|aux) (?:projets|candidatures|"
    r"propositions|manifestation)|(?:förder)?aufruf\b|ausschreibung\b|convocatoria\b|"
    r"bando\b|avviso pubblico|oproep\b|konkurs\b|nabór\b|aviso de abertura",
    re.I,
)
_CLOSES = re.compile(
    r"deadline|apply by|closes|closing date|frist|einsendeschluss|bewerbungsschluss|date limite|"
    r"clôture|plazo|fecha límite|scadenza|termine|prazo|termin",
    re.I,
)


def _call(header: Sequence[Entry], entries: Sequence[Entry]) -> Found | None:
    """The call for applications that a page is: it has a deadline, and no day of its own."""
    if any(
        each.kind == "label" and each.label == "date" and each.dates
        and not OTHER_DATES.match(each.said)
        for each in entries
    ):  # fmt: skip
        return None
    if not any(_CLOSES.match(each.line.text.lstrip("*_ ")) for each in entries):
        return None
    for entry in [each for each in header[:4] if each.kind != "furniture"][:2]:
        if _CALL.search(entry.line.text[:120]):
            name = event_name(entry.line.text) or entry.line.text
            return Found(name, event_kind(name) or "event", lines=[entry.lines], certain=True)
    return None


def _is_dated(found: Found, header: Sequence[Entry]) -> bool:
    """Whether a headline is an event's own: it or a label beside it says when that is."""
    numbers = {first for first, _ in found.lines}
    if any(each.kind == "label" and each.label in ("date", "place") for each in header):
        return True
    return has_kind(found.name) and any(
        each.line.number in numbers
        and any(dated.precision != "year" for dated in dates_in(each.line.text))
        for each in header
    )


_HEADLINES = ("title", "section", "both", "post", "people", "label", "date", "prose", "row")


def _headline(header: Sequence[Entry], page_title: str | None) -> Found | None:
    """The name that the top of the page gives its event, by what each line there looks like."""
    best: tuple[float, Found] | None = None
    seen = 0
    after_generic = False
    for entry in header[:24]:
        text = _headline_text(entry, seen == 0)
        if text is None:
            continue
        name = event_name(text)
        if fold(name).strip(" .:!") in NOT_NAMES or fold(name) in PEOPLE_LISTS:
            continue
        name = _named_within(name)
        if entry.kind == "prose" and name.endswith(".") and len(name.split()) > 8:
            continue
        if entry.line.bullet[:1].isdigit() and not has_kind(name):
            continue
        seen += 1
        if not name or (entry.kind == "date" and (not has_kind(name) or is_day_number(name))):
            continue
        generic = is_generic_name(name)
        score = _headline_score(entry, name, seen) - (2.5 if generic else 0.0)
        score += 1.2 if after_generic and not generic else 0.0
        after_generic = generic
        if best is None or score > best[0]:
            kind = event_kind(f"{entry.said} {text}")
            best = (score, Found(name, kind or "event", lines=[entry.lines]))
    if best and best[0] > 0.5:
        return best[1]
    if page_title and (name := event_name(page_title)):
        return Found(name, event_kind(page_title) or "event")
    return best[1] if best else None


def _named_within(name: str) -> str:
    """The event that a headline tells of in a sentence: `The Island Forum seats ministries.`"""
    words = name.split()
    if len(words) < 7 or not (name.endswith((".", "!")) or _VERB.search(name)):
        return name
    told = [each.name for each in mentions_in(name) if each.proper and not each.name.islower()]
    return next((each for each in told if len(each.split()) > 1), name)


_VERB = re.compile(
    r"\b(?:is|was|are|were|will|has|have|holds?|held|took|takes|brings|brought|opens|opened|invites|hosts?|"
    r"hosted|begins|began|joins|joined|celebra|inauguran?|organiza|reúne|reuniu|reunió|começa|"
    r"promove|realiza|debate|é|se|ha|lädt|findet|fand|begann|trafen|tient|accueille|réunit)\b"
)


def _headline_text(entry: Entry, first: bool) -> str | None:
    """What a line of the top says that can be the event's name, or None."""
    if entry.kind not in _HEADLINES or OTHER_DATES.match(entry.line.text):
        return None
    if entry.line.bullet in ("-", "•") or len(entry.line.text) > 200 or entry.timed:
        return None
    if entry.line.text[0] == "(" and entry.line.text[-1] == ")":
        return None
    if entry.kind == "row":
        return entry.line.cells[0]
    if entry.kind != "label":
        return entry.line.whole
    if entry.label in ("event", "title"):
        return entry.text
    if entry.line.level == 1 or (first and has_kind(entry.line.text)):
        return entry.line.text
    return None


def _headline_score(entry: Entry, name: str, seen: int) -> float:
    """How likely a line of the top names the event."""
    score = 1.5 if has_kind(name) else 0.0
    score += 1.0 if _YEAR.search(name) else 0.0
    score -= 0.6 if " " not in name else 0.0
    score += {1: 3.0, 2: 1.0}.get(entry.line.level, 0.0)
    score += {1: 1.8, 2: 0.6}.get(seen, 0.0)
    score -= {"prose": 2.5, "post": 1.0, "people": 1.0}.get(entry.kind, 0.0)
    before, sign, _ = entry.line.text.partition(": ")
    score += 2.0 if sign and has_kind(before) and not has_kind(name) else 0.0
    score -= 1.0 if name.endswith((":", "?", ".")) and not has_kind(name) else 0.0
    if entry.label in ("event", "title"):
        score += 5.0 if has_kind(entry.said) else 4.0
    return score


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _told(entries: Sequence[Entry], running: Sequence[Entry], name: Found | None) -> Told | None:
    """The first event that running text gives a date to."""
    for entry in running:
        for sentence in sentences(past_dateline(entry.text)):
            if len(sentence) > 1500:
                continue
            dates = dates_in(sentence)
            found = mentions_in(sentence) if dates else []
            if found and dates[0].precision in ("day", "none"):
                mention = _largest(found, name)
                placed = (each for each in dates if is_held(sentence, each))
                return Told(mention, next(placed, dates[0]), entry, sentence)
    return None


def _largest(found: Sequence[Mention], name: Found | None) -> Mention:
    """Of several mentions the one that the headline names too, else the first with a capital."""
    if name:
        for each in found:
            if fold(each.name) in fold(name.name) or fold(name.name) in fold(each.name):
                return each
    return next((each for each in found if each.proper), found[0])


def _from_mention(mention: Told) -> Found:
    told, dated, entry, _ = mention
    return Found(told.name, told.kind, dated, lines=[entry.lines])


def other_events(entries: Sequence[Entry], main: Found | None, taken: set[int]) -> list[Found]:
    """Events beside the main one: announced follow-ups, earlier ones, the next meeting."""
    known = known_days(entries)
    year = known[0].year if len({day.year for day in known}) == 1 else None
    found: list[Found] = []
    noted = calendar(entries, known, year)
    for at, entry in enumerate(entries):
        if entry.line.number in taken:
            continue
        if at in noted:
            found.append(noted[at])
            continue
        following = _NEXT.match(entry.line.text)
        if following:
            dates = [with_year(each, known, year) for each in dates_in(following[2])]
            if dates:
                found.append(
                    Found(
                        following[1],
                        event_kind(following[1]) or "meeting",
                        dates[0],
                        places_of(following[2][dates[0].at[1] :], strict=True),
                        lines=[entry.lines],
                        follows=True,
                    )
                )
        elif entry.kind in ("prose", "title", "post"):
            for sentence in sentences(past_dateline(entry.text[:6000])):
                coming = _coming(sentence, entry)
                found += [coming] if coming else _in_sentence(sentence, entry, known, year)
    return [each for each in _distinct(found) if main is None or not _same(each, main)]


def _coming(sentence: str, entry: Entry) -> Found | None:
    """What a sentence announces as the next one: `The next summit is to be held in August 2023`."""
    announced = COMING.match(sentence)
    kind = event_kind(announced[1]) if announced else None
    if announced is None or kind is None:
        return None
    dated = next((each for each in dates_in(sentence) if each.start), None)
    if dated is None or dated.precision not in ("day", "month"):
        return None
    places = places_after(sentence[announced.end() :])
    return Found(announced[1], kind, dated, places[:2], lines=[entry.lines], follows=True)


def _in_sentence(
    sentence: str, entry: Entry, known: Sequence[date], year: int | None
) -> Iterable[Found]:
    """Each event of a sentence with the date that stands nearest to it."""
    if len(sentence) > 1500:
        return
    dates = dates_in(sentence)
    mentions = mentions_in(sentence) if dates else []
    if not mentions or OTHER_DATES.match(sentence):
        return
    for number, dated in enumerate(dates):
        if is_aside(sentence, dated):
            continue
        before = [each for each in mentions if each.at[1] <= dated.at[0]]
        lower = dates[number - 1].at[1] if number else 0
        near = [each for each in before if each.at[0] >= lower]
        after = [each for each in mentions if each.at[0] >= dated.at[1]]
        mention = near[-1] if near else (after[0] if after and not before else None)
        if mention is None:
            continue
        resolved = with_year(dated, known, year)
        upper = dates[number + 1].at[0] if number + 1 < len(dates) else len(sentence)
        start = min(mention.at[1], dated.at[1])
        places = places_after(sentence[start : max(upper, dated.at[1])]) or places_after(sentence)
        guessed = (
            [("start", resolved.guessed), ("end", resolved.guessed)] if resolved.guessed else []
        )
        yield Found(
            mention.name,
            mention.kind,
            resolved,
            places[:2],
            lines=[entry.lines],
            guessed=guessed,
            follows=bool(_LATER.search(sentence)),
        )


_LATER = re.compile(
    r"follow-?up|basis for|next|will be held|planned|nächste|folge|prochain|suite|próxim|prossim|"
    r"to be held|takes place|findet .* statt|prepare|vorbereit|wird stattfinden",
    re.I,
)


def _same(one: Found, other: Found) -> bool:
    """Whether two finds are the same event: the same date, or the same name without other dates."""
    a, b = one.dated, other.dated
    if a and b and a.precision == "year" and fold(one.name) in fold(other.name):
        return True  # the year in the name of the event itself
    if a and b and a.start and b.start and b.end and a.end:
        return b.start <= a.start and a.end <= b.end
    return fold(one.name) == fold(other.name) or fold(one.name) in fold(other.name)


def _distinct(found: Sequence[Found]) -> list[Found]:
    kept: list[Found] = []
    for each in found:
        if not any(
            (_same(each, other) and fold(each.name) == fold(other.name))
            or (
                each.dated
                and other.dated
                and each.dated.start
                and each.dated.start == other.dated.start
            )
            for other in kept
        ):
            kept.append(each)
    return kept
