"""Lines that a page breaks in the middle of a sentence or a name, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clustertui.intake.page.clock import leading
from clustertui.intake.page.countries import COUNTRIES
from clustertui.intake.page.lines import Line
from clustertui.intake.page.names import is_nobody, named
from clustertui.intake.page.signs import is_day_number
from clustertui.intake.page.titles import NAME_PARTICLES
from clustertui.intake.page.wordlists import words_of
from clustertui.text import fold

_HYPHEN = re.compile(r"[^\W\d_]{2}-$")
_LABEL = re.compile(r"[^\s:][^:.]{1,30}\s?:\s")
_OPEN_WORDS = frozenset(
    words_of(
        """
    and of the for in on with to from a an by at or as der die das und für von mit im zur zum des
    den de la le les et du el los las y con para por di della del dei e il lo un una per à au aux
    & über bei einer eines
    """
    )
)
"""Words that no line of its own ends with."""
_WITH = ("avec ", "mit ", "with ", "con ", "by ", "von ", "par ")
WIDE = 58
"""Letters from which a line may have been broken for want of room."""


def joined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, each with those that only go on with it."""
    found: list[Line] = []
    for line in lines:
        if found and len(found[-1].text) < 3000 and _goes_on(found[-1], line):
            found[-1] = _with(found[-1], line)
        else:
            found.append(line)
    return tuple(found)


def _with(first: Line, second: Line) -> Line:
    if _HYPHEN.search(first.text) and not first.text.endswith("--"):
        keep = second.text[:1].isupper()
        text = (first.text if keep else first.text[:-1]) + second.text
    else:
        text = f"{first.text} {second.text}"
    return first._replace(text=text, last=second.last)


def _goes_on(first: Line, second: Line) -> bool:
    """Whether a line goes on with the one before it."""
    if second.gap or second.bullet or second.level or second.cells or first.cells:
        return False
    if second.number != first.last + 1 or leading(second.text) or _is_whole(first, second):
        return False
    if first.level and not _HYPHEN.search(first.text):
        return False
    before, after = first.text, second.text
    if _HYPHEN.search(before):
        return after[:1].isalpha() and (after[:1].islower() or len(before) > 12)
    if before.count("“") > before.count("”") and "„" not in before and "”" in after[:90]:
        return len(before) < 200
    if before.count("(") > before.count(")") and before.rfind("(") > len(before) - 200:
        return ")" in after
    if after.startswith("(") and _ends_with_name(before):
        return True
    if (
        after.startswith("(")
        and before[-1] not in ".:;?!)"
        and after.rstrip("0123456789.:| ").endswith(")")
    ):
        return len(before) > 20
    begins_low = after[:1].islower() and fold(after.split()[0]) not in NAME_PARTICLES
    if before[-1] in ".!?:;":
        return before[-1] == ";" and begins_low and len(before) > WIDE
    return not _begins_anew(after) and _is_open(before, after, begins_low)


def _is_whole(first: Line, second: Line) -> bool:
    """Whether a line with a time ends with its people in brackets, and another one begins."""
    return (
        first.text.endswith(")") and second.text[:1].isupper() and leading(first.text) is not None
    )


def _begins_anew(after: str) -> bool:
    """Whether a line begins with a label, or with who speaks."""
    if _LABEL.match(after) or "....." in after or is_day_number(after) or " | " in after[:30]:
        return True
    if is_nobody(after):
        return True
    return after.startswith(_WITH) and _begins_with_name(after.split(None, 1)[1])


def _is_open(before: str, after: str, begins_low: bool) -> bool:
    """Whether a line ends in the middle of something that the next one goes on with."""
    last = before.rsplit(None, 1)[-1]
    if last.lower() in _OPEN_WORDS:
        return True
    if begins_low:
        return (len(before) > 30 or last.islower()) and not after.startswith(("www", "http"))
    if last.endswith(",") and len(before) > 30 and len(before) + len(after) > WIDE:
        return not _begins_with_name(after)
    if fold(f"{last} {after.split(',')[0]}") in COUNTRIES and len(before) > 30:
        return True
    return _is_running(before) and _is_running(after) and not _begins_with_name(after)


def _begins_with_name(text: str) -> bool:
    return named(text.split(",")[0].split("(")[0].split(" – ")[0]).score >= 2


def _ends_with_name(text: str) -> bool:
    read = named(" ".join(text.split(";")[-1].split()[-2:]))
    return ";" in text and read.known and read.score >= 2


def _is_running(text: str) -> bool:
    """Whether a line is part of running text: long, and full of small words."""
    words = text.split()
    small = sum(word[:1].islower() for word in words)
    return len(text) > WIDE and small * 2 >= len(words)
