"""Times of day: `9:00`, `14.20 – 15.00`, `9h30`, `2 pm`, `10:15 h.`, `13:00 Uhr`, `0930-1000`."""

from __future__ import annotations

import re
from datetime import time
from typing import NamedTuple

from clustertui.intake.page.months import WEEKDAYS
from clustertui.intake.page.vocabulary import PAUSES
from clustertui.intake.page.wordlists import words_of
from clustertui.text import fold

_HALF = r"(?:\s?(?P<half{n}>[ap]\.?\s?m(?:\b|(?=(?-i:[A-ZÀ-Þ][a-z])))\.?))"
_UNITS = r"Uhr|uur|hrs|heures?|horas|hs"
_CLOCK = (
    r"(?:(?P<hour{n}>\d{{1,2}})"
    r"(?:\s?[:.](?P<minute{n}>[0-5]\d)(?::[0-5]\d)?|,(?P<comma{n}>[0-5]\d)(?=\s?h\b)|"
    r"(?P<lone{n}>(?=\s?[-–]\s?\d{{1,2}}[.:][0-5]\d(?![.\d])))|\s?h\s?(?P<french{n}>[0-5]\d)|(?P<bare{n}>\s?h)\b)"
    r"(?!\d|:\d|[.]\d)" + _HALF.replace("{n}", "{n}a") + r"?"
    r"|(?P<four{n}>(?:0\d|1[0-8]|2[1-3])[0-5]\d)(?![\d.,:/])"
    r"|(?P<whole{n}>\d{{1,2}})"
    r"(?:" + _HALF.replace("{n}", "{n}b") + r"|\s?(?:" + _UNITS + r")\b))"
)
_UNIT = (
    r"(?:\s?(?:" + _UNITS + r"|u|hrs?|hs?|s\.t|c\.t|sharp|"
    r"[CEW]E?S?T|[ECMP][SD]T|GMT|UTC|BST|[IJKMS][SG]?T|EAT|WAT|CAT|SAST|WIB|PHT|HKT|AE[SD]T|BRT|ET|PT)"
    r"\b\.?){0,2}(?:\s?\((?:[A-Z]{2,4}|(?:GMT|UTC)\s?[+-]\s?\d{1,2}|local time)\))?"
)
_JOIN = (
    r"(?:\s*(?:--?|[–—‐‒−~>»→]|to\b|bis\b|until\b|till\b|tot\b|do\b|à\b|a\b|al\b|alle\b(?:\sore\b)?|às\b|hasta\b)"
    r"\s*(?:las\b\s*|le\b\s*)?|\s(?=\d\d[:h][0-5]\d\b))"
)
_SPAN = _CLOCK.format(n=1) + _UNIT + r"(?:" + _JOIN + _CLOCK.format(n=2) + _UNIT + r")?"
_LEAD = (
    r"[\[(]?(?:(?:à partir de|a partir d[aeo]s?(?: las)?|desde las|a partire dalle|circa|ore|ab|"
    r"von|um|de|van|à|at|from|kl|klo|alle ore|dalle ore|dalle|alle|a las|"
    r"ca|approx|godz|h|o)\b\.?:?\s+)?"
)
_START = re.compile(_LEAD + _SPAN + r"[\])]?", re.I)
_ANYWHERE = re.compile(r"(?<![\d.,:/-])" + _SPAN, re.I)
_AT_END = re.compile(r"(?:[\s.·…_]{3,}|\s*\|\s*|\s[\[(])" + _SPAN + r"[\])]?$", re.I)
_BARE_HOURS = re.compile(
    r"(?P<a>\d{1,2})\s?[-–]\s?(?P<b>\d{1,2})\s?(?:(?P<half>[ap])\.?m\b\.?|(?:Uhr|uur|heures)\b)",
    re.I,
)
_DAY = re.compile(r"(?P<day>[^\W\d_]{2,10})\.?,?\s+(?=\d)")
_MARK = re.compile(r"[»▸►→>•·~*]+\s+(?=\d)")
_NO_TIME = re.compile(
    r"\s*(?:[%€$£°]|(?:million|billion|milliard|mio|mrd|euro|eur|percent|per cent|prozent|"
    r"pour cent|por ciento|per cento|km|kg|mm?|g|kr|tonnes?|ha|mw|gw|kwh)\b|[.]\d)",
    re.I,
)
_ELSEWHERE = re.compile(r"\s*[/(]\s*" + _SPAN + r"\)?", re.I)
"""The same time in another zone."""
_NOON = re.compile(r"^(?:12(?::00)? )?(?:noon|midday)\b", re.I)
_SPACED = re.compile(r"(?<=^\d\d)(?:: | :)(?=[0-5]\d\b)")
_COUNTED = re.compile(r"\d{1,2}[.)]\s+(?=\d{1,2}[:.h][0-5]\d\s?(?:[ap]m\s?)?[-–—])")
_LENGTH = re.compile(r"\d{1,2}\s?h\s?\d{0,2}\s?(?:['’′]|min)", re.I)
_REST = re.compile(r"^[\s:;,.|–—·\-‒▸»→>~]+")


class Times(NamedTuple):
    """The time a line begins or ends with, and the rest of it."""

    start: time
    end: time | None
    rest: str


def leading(text: str) -> Times | None:
    """The time that a text begins with, or None; a weekday or a mark may stand before it."""
    text = _without_lead(_NOON.sub("12:00", _SPACED.sub(":", text), count=1))
    if not any(map(str.isdigit, text[:16])):
        return None
    bare = _BARE_HOURS.match(text)
    if bare:
        start = _time(bare["a"], None, bare["half"])
        end = _time(bare["b"], None, bare["half"])
        return Times(start, end, _rest(text, bare.end())) if start and end else None
    found = _START.match(text)
    if not found or _NO_TIME.match(text, found.end()) or not _stands_alone(text, found):
        return None
    start, end = _both(found)
    elsewhere = _ELSEWHERE.match(text, found.end())
    at = elsewhere.end() if elsewhere else found.end()
    return Times(start, end, _rest(text, at)) if start else None


def trailing(text: str) -> Times | None:
    """The time that a line ends with, set apart by dots, blanks, a bar or brackets."""
    if not text[-1:].isdigit() and text[-1:] not in ")]mr.":
        return None
    found = _AT_END.search(text[-60:])
    if not found:
        return None
    start, end = _both(found)
    rest = text[: len(text) - len(found[0])].rstrip(" .·…_|")
    return Times(start, end, rest) if start and rest else None


def at_times(text: str) -> list[str]:
    """The pieces of a line that a page ran together, each with the time it begins with.

    Three times at least, in the order of the day, none of them behind a word such as `at`.
    """
    if len(text) < 60 or text.count(":") + text.count(".") + text.count("h") < 3:
        return [text]
    places: list[int] = []
    before: time | None = None
    for found in _ANYWHERE.finditer(text):
        start, _ = _both(found)
        after = text[found.end() :].lstrip(" –—-:.|)")[:1]
        last = text[: found.start()].rstrip(" (").rpartition(" ")[2]
        plain = fold(last) not in _BEFORE_TIMES and not last.endswith(("-", "–"))
        begins = not found.start() or text[found.start() - 1] in " )("
        word = text[found.end() :].lstrip(" –—-:.|)").partition(" ")[0]
        new = after.isupper() or after in '“"„«' or fold(word).strip(",.") in PAUSES
        if start and found["hour1"] and begins and plain and new:
            if before is not None and start < before:
                return [text]
            places, before = [*places, found.start()], start
    if len(places) < 3:
        return [text]
    ends = [*places[1:], len(text)]
    head = [text[: places[0]].strip()] if text[: places[0]].strip() else []
    pieces = [text[at:end].strip() for at, end in zip(places, ends, strict=True)]
    return head + [part for piece in pieces for part in _SESSION.split(piece)]


_SESSION = re.compile(r"\s(?=Session (?:\d|[IVX]+|one|two|three|four|five|six)\b)")


_BEFORE_TIMES = frozenset(
    words_of(
        """
    at from until till to by around about before after um ab bis von gegen a as la las las' le
    les de des vers alle ore dalle ca and und et y e between zwischen entre
    """
    )
)
"""Words before a time that is said in a sentence; folded."""


def anywhere(text: str) -> Times | None:
    """The first time of day that a line with a date says; what else it says is not told apart."""
    for found in _ANYWHERE.finditer(text):
        sign = ":" in found[0] or any(found[f"half1{kind}"] for kind in "ab") or found["bare1"]
        start, end = _both(found)
        if start and sign:
            return Times(start, end, "")
    return None


def _without_lead(text: str) -> str:
    """The text without a mark or a weekday before its time."""
    mark = _MARK.match(text) or _COUNTED.match(text)
    if mark:
        text = text[mark.end() :]
    day = _DAY.match(text)
    if (
        day
        and fold(day["day"]) in WEEKDAYS
        and re.match(r"\d{1,2}[:.h]\d\d(?![.\d])", text[day.end() :])
    ):
        return text[day.end() :]
    return text


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    """Whether `9h` or `0930` is a time: in `4H clubs` and `1200 firms` it is none."""
    after = text[found.end() :]
    if after[:1] == "." and "." in found[0] and int(found["minute1"] or 99) <= 12:
        return False  # 23.11. is a day
    if _LENGTH.match(text):
        return False
    if found["bare1"] and not found["hour2"]:
        return "H" not in found[0] and after[:1] in ("", " ", ":", ",", ".", "–", "\t", ")")
    if found["four1"] and not found["four2"] and found[0].rstrip()[-1].isdigit():
        return (
            after.startswith("   ") or not after or (after[:1] == " " and after.strip().isupper())
        )
    return True


def _both(found: re.Match[str]) -> tuple[time | None, time | None]:
    ends = []
    halves = [found[f"half{n}a"] or found[f"half{n}b"] for n in (1, 2)]
    hours = [_hour(found, n) for n in (1, 2)]
    end = _time(*hours[1], halves[1])
    half = halves[0]
    if half is None and halves[1] and end and hours[0][0]:
        half = "a" if end.hour >= 12 and int(hours[0][0]) % 12 > end.hour % 12 else halves[1]
    ends = [_time(*hours[0], half), end]
    return ends[0], ends[1]


def _hour(found: re.Match[str], number: int) -> tuple[str | None, str | None]:
    """Hour and minute of the first or second time of a span, as printed."""
    four = found[f"four{number}"]
    if four:
        return four[:2], four[2:]
    hour = found[f"hour{number}"] or found[f"whole{number}"]
    minutes = (found[f"{kind}{number}"] for kind in ("minute", "french", "comma"))
    return hour, next(filter(None, minutes), None)


def _time(hour: str | None, minute: str | None, half: str | None) -> time | None:
    if hour is None:
        return None
    number = int(hour)
    if half and number <= 12:
        number = number % 12 + (12 if half[0] in "pP" else 0)
    return time(number, int(minute or 0)) if number < 24 else None


def _rest(text: str, at: int) -> str:
    return _REST.sub("", text[at:]).strip()


def without_times(text: str) -> str:
    """The text with other characters where times stand, so that no date is seen there."""
    if not any(map(str.isdigit, text)):
        return text
    return _ANYWHERE.sub(_masked, text)


def _masked(found: re.Match[str]) -> str:
    if found["four1"]:
        return found[0]
    if "." in found[0] and ":" not in found[0] and not found["half1a"]:
        after = found.string[found.end() : found.end() + 1]
        if int(found["hour1"] or 0) > 24 or (int(found["minute1"] or 99) <= 12 and after == "."):
            return found[0]  # 23.11. is a day
    return "\x01" * len(found[0])
