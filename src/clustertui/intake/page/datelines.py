"""Days that are no event's: of the report, of the letter, of a deadline."""

from __future__ import annotations

import re

from clustertui.intake.page.dates import dates_in

OTHER_DATES = re.compile(
    r"\s*(?:date (?=(?:19|20)\d\d-\d\d)|"
    r"published|posted|created|submitted|updated|last (?:updated|modified)|by:|copyright|©|"
    r"publi\w+|pubblicat\w+|veröffentlicht|version|stand\b|status|draft|programme as of|"
    r"sent|gesendet|am \d+.*schrieb|\w{3}, \d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d|"
    r"deadline|due|expires|apply|call closes|save by|early bird|rsvp|registr\w*|anmeld\w*|"
    r"inscri\w*|iscri\w*|frist|einsendeschluss|date limite|plazo|scadenza|"
    r"next meeting|nächst\w+|prochaine?|próxim\w+|prossim\w+)\b",
    re.I,
)
"""What lines begin with whose date is another: a deadline, the day a letter was sent."""

_PLACE = re.compile(r"[^\W\d_][^.:;!?\d]{0,40}?[\s,(/]*$")
_SIGN = re.compile(r"[)\].]*\s?(?:[–—:]|-(?=\s)|(?<=[).])(?=\s)|\|)\s*")


def past_dateline(text: str) -> str:
    """The text after a dateline, `Oslo, 3 May 2010 –`; all of it where no date follows."""
    head = text[:90]
    dates = dates_in(head)
    if not dates or dates[0].precision != "day":
        return text
    start, end = dates[0].at
    sign = _SIGN.match(text, end)
    if sign is None or not _is_place(text[:start]):
        return text
    rest = text[sign.end() :]
    return (
        rest if any(each.precision in ("day", "none") for each in dates_in(rest[:3000])) else text
    )


def _is_place(before: str) -> bool:
    """Whether what stands before the date can be a place: a few words, the first a capital."""
    words = before.strip(" ,(/").split()
    return 0 < len(words) < 6 and words[0][:1].isupper() and _PLACE.fullmatch(before) is not None
