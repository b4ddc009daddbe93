"""Where an event is and who organises it: by labels, the line of its date, and running text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clustertui.intake.page.datelines import OTHER_DATES
from clustertui.intake.page.dates import dates_in
from clustertui.intake.page.entries import Entry
from clustertui.intake.page.found import Found, Told
from clustertui.intake.page.mentions import Mention, places_after
from clustertui.intake.page.organisations import is_country, is_state, parted, with_acronym
from clustertui.intake.page.places import places_of
from clustertui.text import fold

_ORGANISED = re.compile(
    r"\b(?:jointly |co-)?(?:organi[sz]ed|hosted|arranged|convened|held|run|staged|set up|"
    r"prepared|initiative|"
    r"veranstaltet|organisiert|ausgerichtet|organisée?|organizad[oa]|organizzat[oa]|promoss[oa]|"
    r"managed)\s+"
    r"(?:jointly\s)?(?:by|of|von|durch|vom|par|por|da|dal|dalla|pelo|pela)\s+(?:the\s|den?\s|"
    r"der\s|dem\s|la\s|le\s|el\s|l[’'])?",
    re.I,
)


_TOGETHER = re.compile(
    r"\s*(?:,\s*)?(?:in (?:cooperation|collaboration|partnership) with|together with|"
    r"with the support of|"
    r"supported by|in zusammenarbeit mit|gemeinsam mit|en collaboration avec|avec le soutien de|"
    r"en colaboración con|in collaborazione con|jointly with)\s(?:the\s)?",
    re.I,
)


_END = re.compile(
    r"[,.;:]|\s(?:on|in|at|from|and the|as|for|with|which|who|that|to|together|under|within|am|"
    r"im|vom|"
    r"mit|le|à|el|en|con|il|during)\s(?=\S)|\s\(",
    re.I,
)


def give_parties(
    found: Found,
    header: Sequence[Entry],
    entries: Sequence[Entry],
    mention: Told | None,
) -> None:
    """Gives the event its places and organisers."""
    for entry in entries:
        if entry.kind == "label" and _labelled(found, entry):
            found.lines.append(entry.lines)
    if not found.places:
        _places_of_header(found, header)
    for entry in entries:
        if entry.kind == "prose" and len(entry.text) < 4000:
            _organised(found, entry)
    if mention:
        sentence, at = mention.sentence, mention.mention.at[1]
        found.places = found.places or places_after(sentence[at:]) or places_after(sentence)
        found.organisers = found.organisers or _organiser_of(sentence, mention.mention)
    found.places = list(dict.fromkeys(found.places))[:8]
    found.organisers = list(dict.fromkeys(found.organisers))[:8]
    partners = dict.fromkeys(found.partners)
    found.partners = [each for each in partners if each not in found.organisers]


def _labelled(found: Found, entry: Entry) -> bool:
    """Takes what a label says of place and organisers; False when it says something else."""
    if entry.label == "place":
        found.places += places_of(entry.text)
    elif entry.label == "partner":
        found.partners += _organisations(entry.text)
    elif entry.label == "organiser" or fold(entry.said) in ("host", "hosts"):
        for piece in _TOGETHER.split(entry.text):
            found.organisers += _organisations(piece)
    else:
        return False
    return True


def _places_of_header(found: Found, header: Sequence[Entry]) -> None:
    for entry in header:
        text = entry.text if entry.label == "event" else entry.line.text
        dates = dates_in(text)
        labelled = entry.kind == "label" and entry.label != "event"
        if (
            labelled
            or entry.kind == "prose"
            or not dates
            or OTHER_DATES.match(text)
            or len(text) > 160
        ):
            continue
        for each in reversed(dates):
            text = f"{text[: each.at[0]]}|{text[each.at[1] :]}"
        places = [place for place in places_of(text, strict=True) if place not in found.name]
        if places:
            found.places += places
            found.lines.append(entry.lines)
            return
    for entry in header:
        parts = entry.line.text.split(", ")
        if (
            1 < len(parts) < 4
            and (is_country(parts[-1]) or is_state(parts[-1]))
            and len(parts[0]) < 40
        ):
            found.places += places_of(entry.line.text, strict=True)
            found.lines.append(entry.lines)
            return


def _organised(found: Found, entry: Entry) -> None:
    """`… is organised by the X in cooperation with Y` and `X organised …` in running text."""
    by = _ORGANISED.search(entry.text)
    if by and not found.organisers:
        rest = entry.text[by.end() :]
        first, *more = _TOGETHER.split(rest[:300], maxsplit=1)
        for piece in (first, *more):
            name = _cut(piece)
            if name[:1].isupper():
                found.organisers.append(name)
        if found.organisers:
            found.lines.append(entry.lines)


_ACTIVE = re.compile(
    r"\b(?:organi[sz]ed|hosted|held|convened|arranged|staged|veranstaltete?|organisierte|"
    r"richtete|organise|"
    r"a organisé|organizó|celebró|ha organizzato|organizza|organizou|invites? you|lädt|lud|"
    r"invita|invite)\b"
)


_SUBJECT_END = re.compile(
    r"\s\(|,|\s(?:in|am|zum|zu|den|die|das|which|that|who|il|la|le|el|ha|hat|has|will)\s|$"
)


def _organiser_of(sentence: str, mention: Mention) -> list[str]:
    """Who organised the event, where the sentence says so: `On … the Foo Agency organised …`."""
    verb = _ACTIVE.search(sentence)
    if not verb or verb.end() > mention.at[0]:
        return []
    start = max([each.at[1] for each in dates_in(sentence[: verb.start()])], default=0)
    before = sentence[start : verb.start()].strip(" ,")
    text = before or sentence[verb.end() :].strip()
    text = re.sub(r"^(?:the|der|die|das|il|la|le|el|lo|l[’'])\s+", "", text, flags=re.I)
    end = _SUBJECT_END.search(text)
    name = text[: end.start() if end else len(text)].strip(" ,.")
    return [name] if name[:1].isupper() and len(name.split()) < 9 else []


_LAST_AND = re.compile(r"\s(?:and|und|et|y|e)$")


def _cut(text: str) -> str:
    end = _END.search(text)
    return _LAST_AND.sub("", text[: end.start() if end else len(text)].strip(" ,."))


def _organisations(text: str) -> list[str]:
    found: list[str] = []
    for piece in re.split(r"\s*[;]\s*|,\s+(?=[A-ZÀ-Þ])", text):
        for name in parted(piece):
            name = with_acronym(name).name.strip(" .,") if not name.endswith("V.") else name
            if name[:1].isupper() or name[:1].isdigit():
                found.append(name)
    return found
