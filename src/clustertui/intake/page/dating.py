"""When an event is: by its label, the top of the page, its days or running text, in turn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import chain, pairwise

from clustertui.intake.page.datelines import OTHER_DATES, past_dateline
from clustertui.intake.page.dates import Dated, dates_in, with_year
from clustertui.intake.page.entries import Entry
from clustertui.intake.page.found import Found, Told

COMING = re.compile(
    r"(?:the|our|das|der|die|unser\w*|la|le|el|il|o|a)?\s?"
    r"((?:next|nächste\w?|prochaine?|próxim[ao]|prossim[oa])\s[^\W\d_]{4,40})\s"
    r"(?:is|will|ist|findet|wird|aura|se|tendrá|si|sarà|será)\b",
    re.I,
)
"""The start of a sentence that announces another event: `The next summit is to be held`."""

MOST_OF_TOP = 16
"""Lines without a programme below that can be the top of a page."""


def give_date(
    found: Found,
    header: Sequence[Entry],
    entries: Sequence[Entry],
    mention: Told | None,
) -> None:
    """Gives the event its date: a label, the top of the page, its days, running text, in turn."""
    known = known_days(entries)
    main = known[0].year if len({day.year for day in known}) == 1 else None
    told = [(found.dated, mention.entry)] if found.dated and mention else []
    dated, entry = next(chain(told, _candidates(header, entries, mention)), (None, None))
    if dated is None or entry is None:
        return
    days = [each for each in _days(entries, known, main) if each.start]
    resolved = _widened(with_year(dated, known, main), days)
    if resolved.precision == "month" and entry.kind != "label":
        resolved = _day_told(resolved, entries)
    if resolved.precision == "year" and entry.kind != "label" and entry.lines not in found.lines:
        return  # the year of something else that the page tells of
    if entry.kind in ("date", "prose") or _diary_day(entry):
        timed = sum(each.timed for each in entries)
        bare = sum(_is_bare_day(each) for each in entries)
        loose = timed == 0 or (timed <= 2 * bare and bare == len({each.start for each in days}))
        resolved = _to_last_day(resolved, days, loose)
    found.dated = _stated_span(resolved, entries)
    found.lines.append(entry.lines)
    if resolved.guessed:
        found.guessed += [("start", resolved.guessed), ("end", resolved.guessed)]


def _is_bare_day(entry: Entry) -> bool:
    """Whether a line says nothing but a day."""
    dates = entry.dates if entry.kind == "date" else ()
    return bool(dates) and len(dates[0].text) + 6 > len(entry.text)


def _widened(dated: Dated, days: Sequence[Dated]) -> Dated:
    """A month made exact by the days that head the programme."""
    if dated.precision in ("month", "year", "season") and days and dated.start and dated.end:
        starts = [
            each.start for each in days if each.start and dated.start <= each.start <= dated.end
        ]
        if starts:
            return dated._replace(start=min(starts), end=max(starts), precision="day")
    return dated


def _day_told(month: Dated, entries: Sequence[Entry]) -> Dated:
    """A month made exact by the only day in it that running text at the top names."""
    told = [
        each
        for entry in entries[:12]
        if entry.kind in ("prose", "title") and not OTHER_DATES.match(entry.line.text)
        for each in dates_in(entry.line.text[:1500])
        if each.day_and_month and month.start and all(
            day and number == month.start.month for day, number in each.day_and_month
        )
    ]  # fmt: skip
    if month.start is None or not told or len({each.day_and_month for each in told}) > 1:
        return month
    exact = with_year(told[0], [month.start], month.start.year)
    return exact if exact.start else month


def _stated_span(dated: Dated, entries: Sequence[Entry]) -> Dated:
    """A day, or the first of several, with the end of the span that the page states elsewhere."""
    if dated.precision != "day" or dated.start is None or dated.end is None:
        return dated
    for entry in entries[:MOST_OF_TOP]:
        if entry.kind == "furniture" or OTHER_DATES.match(entry.line.text):
            continue
        for each in dates_in(entry.line.text[:1500]):
            told = with_year(each, [dated.start], dated.start.year)
            same = told.precision == "day" and told.start == dated.start and told.end
            if same and told.end and dated.end < told.end <= dated.start + timedelta(days=14):
                return dated._replace(end=told.end)
    return dated


def spanned(dated: Dated | None, days: Sequence[date]) -> Dated | None:
    """The date of an event whose talks have days of their own: from the first to the last.

    A day that none of them has, or a span that the page states, stays.
    """
    if dated is None or len(set(days)) < 2 or dated.start is None or dated.end is None:
        return dated
    vague = dated.precision in ("season", "month", "year")
    if not vague and (dated.start != dated.end or dated.start not in days):
        return dated
    if vague and not any(dated.start <= day <= dated.end for day in days):
        return dated
    return dated._replace(start=min(days), end=max(days), precision="day")


def _to_last_day(dated: Dated, days: Sequence[Dated], loose: bool) -> Dated:
    """The first of several days that head the programme, up to the last of them.

    Days far from each other are one series only where nothing is timed, `loose`.
    """
    ends = [each.end for each in days if each.end]
    starts = [each.start for each in days if each.start]
    if not dated.start or dated.start != dated.end or not ends or min(starts) != dated.start:
        return dated
    last = max(ends)
    series = (
        loose
        and len(set(starts)) > 2
        and starts == sorted(starts)
        and (last - dated.start).days < 400
    )
    return dated._replace(end=last) if series or (last - dated.start).days < 10 else dated


def _candidates(
    header: Sequence[Entry], entries: Sequence[Entry], mention: Told | None
) -> Iterable[tuple[Dated, Entry]]:
    """Every date that can be the event's, the likeliest first."""
    header, entries = _without_sending(header), _without_sending(entries)
    weak: list[tuple[Dated, Entry]] = []
    yield from _labelled(header)
    posted = _posted(header, entries)
    at_the_top = list(_at_the_top(header[:MOST_OF_TOP]))
    if posted:
        at_the_top = [each for each in at_the_top if each[1] is not posted[0]]
    seasons = () if any(dated.precision == "day" for dated, _ in at_the_top) else ("season",)
    for dated, entry in at_the_top:
        if dated.precision in ("day", *seasons) or (dated.precision == "none" and dated.names_days):
            yield dated, entry
        else:
            weak.append((dated, entry))
    yield from _labelled(entries)
    if mention:
        yield mention.dated, mention.entry
    if posted:
        yield posted[1], posted[2]
    running = list(_told_of(entries))
    of_this = [each for each in running if not COMING.match(each[1].line.text)]
    yield from (each for each in of_this if is_held(past_dateline(each[1].line.text), each[0]))
    yield from (each for each in of_this if each[0].precision == "day" and each[1].kind == "prose")
    yield from _by_its_days(entries)
    yield from weak
    yield from of_this
    yield from running


def _posted(header: Sequence[Entry], entries: Sequence[Entry]) -> tuple[Entry, Dated, Entry] | None:
    """The day on which a page was published, and the later one that it tells of, with its line.

    The first stands alone at the top and is named once only; a day named again is the event's.
    """
    top = [each for each in entries if each.kind != "furniture"][:5]
    alone = (
        one for one, after in pairwise(top)
        if one in header and _is_bare_day(one) and after.line.number - one.line.last > 1
    )  # fmt: skip
    found = next(alone, None)
    day = found.dates[0].start if found else None
    if found is None or day is None:
        return None
    told: tuple[Dated, Entry] | None = None
    for entry in entries:
        if entry is found or OTHER_DATES.match(entry.line.text) or len(entry.line.text) > 3000:
            continue
        if entry.timed and told is None:
            return None
        for each in dates_in(entry.line.text):
            resolved = with_year(each, [day], day.year)
            if resolved.precision != "day" or resolved.start is None:
                continue
            after = (resolved.start - day).days
            back = -250 if is_held(entry.line.text, each) else -60
            if not (2 < after < 250 or (back < after < 0 and entry.kind == "prose")):
                return None
            told = told or (resolved, entry)
    return (found, *told) if told else None


def _labelled(entries: Sequence[Entry]) -> Iterable[tuple[Dated, Entry]]:
    """The dates that labels such as `When:` give."""
    for entry in entries:
        labelled = entry.kind == "label" and entry.label in ("date", "time")
        if labelled and not OTHER_DATES.match(entry.said):
            yield from _dates_of(entry, entry.text)


def _without_sending(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The lines but for the day on which a letter was sent, near its `From:`."""
    senders = [each.line.number for each in entries if _SENDER.match(each.line.text)]
    if not senders:
        return entries
    return [
        each for each in entries
        if each.label != "date" or abs(each.line.number - senders[0]) > _LETTER_HEAD
    ]  # fmt: skip


_SENDER = re.compile(r"(?:From|Von|De|Da|Van)\s?:\s[^:]*[@<]")
_LETTER_HEAD = 4
"""Lines between the sender of a letter and its day."""


def _told_of(entries: Sequence[Entry]) -> Iterable[tuple[Dated, Entry]]:
    """The dates of running text, and of lines that are nothing else."""
    for entry in entries:
        if entry.kind in ("prose", "title") and not OTHER_DATES.match(entry.line.text):
            yield from _dates_of(entry, past_dateline(entry.line.text[:3000]))


def _at_the_top(header: Sequence[Entry]) -> Iterable[tuple[Dated, Entry]]:
    for entry in header:
        text = entry.line.text
        if entry.kind not in ("prose", "furniture") and not OTHER_DATES.match(text):
            for dated in dates_in(text):
                if not is_aside(text, dated):
                    yield dated, entry


def _by_its_days(entries: Sequence[Entry]) -> Iterable[tuple[Dated, Entry]]:
    """From the first to the last day that heads a part of the programme."""
    days = [
        (each, entry)
        for entry in entries
        if entry.kind in ("date", "row") and not OTHER_DATES.match(entry.line.text)
        for each in dates_in(entry.line.text)
        if each.start and each.precision == "day"
    ]
    if days:
        (first, entry), (last, _) = days[0], days[-1]
        text = first.text if first is last else f"{first.text} – {last.text}"
        ends = [each.end for each, _ in days if each.end]
        yield first._replace(end=max(ends), text=text), entry


def is_held(text: str, dated: Dated) -> bool:
    """Whether a sentence says that something is held on a day: `takes place on`."""
    return _IS_HELD.search(text[: dated.at[0]][-40:]) is not None


_IS_HELD = re.compile(
    r"\b(?:t(?:akes?|ook) place|(?:will be|was|were|is|are) held|begins?|starts?|"
    r"statt|beginnt|aura lieu|"
    r"a eu lieu|se tient|se tiendra|tendrán? lugar|se celebra\w*|tuvo lugar|se realiz\w+|"
    r"si (?:terrà|tiene|svolge\w*|è tenut\w)|terá lugar|realiza-se|inicia|arrenca)\b",
    re.I,
)
"""Words right before the day on which an event is held."""


def is_aside(text: str, dated: Dated) -> bool:
    """Whether a date tells of the document: `(version 3, 28.02.2014)`."""
    before = text[: dated.at[0]]
    return bool(
        re.search(
            r"(?:version|stand|published|deadline|draft|as of|provi\w+|vorläuf\w+|status)[^)]*$",
            before,
            re.I,
        )
    )


def _dates_of(entry: Entry, text: str) -> Iterable[tuple[Dated, Entry]]:
    for dated in dates_in(text):
        yield dated, entry


def stated_days(entries: Sequence[Entry]) -> list[date]:
    """Every day that the page states with its year: first its first, then all in order."""
    told = [
        each.start
        for entry in entries
        if (entry.kind != "prose" or len(entries) < 400) and not OTHER_DATES.match(entry.line.text)
        for each in dates_in(entry.line.text[:2000])
        if each.start and each.precision == "day" and not is_aside(entry.line.text, each)
    ]
    main = [
        each.start
        for entry in entries
        for each in entry.dates
        if each.start in told and each.precision == "day"
    ][:1]
    return [*filter(None, main), *sorted(set(told))]


def known_days(entries: Sequence[Entry]) -> list[date]:
    """Every day that the page states with its year, and the first days of its years."""
    found: list[date] = []
    for entry in entries:
        text = entry.line.text
        if len(text) < 4000 and any(map(str.isdigit, text)):
            found += [
                each.start for each in dates_in(text) if each.start and each.precision == "day"
            ]
    if not found:
        for entry in entries[:12]:
            found += [
                each.start
                for each in dates_in(entry.line.text[:400])
                if not found and each.start and 1990 < each.start.year < 2060
            ]
    return found


def _days(entries: Sequence[Entry], known: Sequence[date], main: int | None) -> list[Dated]:
    """Every day that heads a part of the page, the lines of a diary among them."""
    diary = [each for each in map(_diary_day, entries) if each]
    heads = [
        each
        for entry in entries
        if entry.kind == "date" and not OTHER_DATES.match(entry.line.text)
        for each in (entry.dates or dates_in(entry.text))
    ]
    return [with_year(each, known, main) for each in heads + (diary if len(diary) > 2 else [])]


def _diary_day(entry: Entry) -> Dated | None:
    """The day with which a line begins that tells more: `Day 2, Monday 10 June 2019. We …`."""
    if entry.kind == "date" or not _DIARY.match(entry.line.text):
        return None
    found = dates_in(entry.line.text[:60])
    return found[0] if found and found[0].precision in ("day", "none") else None


_DIARY = re.compile(r"(?:day|tag|jour|día|dia|giorno|dag|dzień)\s\d", re.I)
