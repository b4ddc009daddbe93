"""What the lines of a page are, the doubtful ones in the light of those that are sure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from clustertui.intake.page.clock import at_times, leading
from clustertui.intake.page.dates import dates_in
from clustertui.intake.page.entries import THOSE_WHO, Entry, columns_of, entry_of
from clustertui.intake.page.footnotes import with_footnotes
from clustertui.intake.page.lines import Line
from clustertui.intake.page.names import named
from clustertui.intake.page.organisations import kind_of, organisation_score
from clustertui.intake.page.people import read_people
from clustertui.intake.page.reading import Reading, title_of
from clustertui.intake.page.readings import readings
from clustertui.intake.page.repetition import (
    numbered,
    speaker_labels,
    with_days,
    with_names,
    with_values,
)
from clustertui.intake.page.signs import PAGE, STORED, SURE, is_day, meaning_of
from clustertui.intake.page.titling import is_panel
from clustertui.text import fold


def read_entries(lines: Sequence[Line]) -> list[Entry]:
    """What each line is, the doubtful ones in the light of those that are sure."""
    lines, noted = with_footnotes(lines)
    lines = with_days(_in_pieces(numbered(with_values(with_names(lines)))))
    found = [entry_of(line) for each in lines for line in _with_day(each)]
    found = [
        each._replace(kind="furniture") if each.line.number in noted else each for each in found
    ]
    repeated = _repeated(found) | _captions(found)
    found = [
        each._replace(kind="furniture") if at in repeated else each for at, each in enumerate(found)
    ]
    return _in_context(_settled(_with_labels(_with_tables(found))))


def _in_pieces(lines: Sequence[Line]) -> list[Line]:
    """The lines, each that a page ran together out of several timed ones in its pieces."""
    return [
        _as_item(line, piece)._replace(gap=line.gap and not at)
        for line in map(_out_of_cell, lines)
        for at, piece in enumerate(_pieces(line.text) if not line.cells else [line.text])
    ]


def _as_item(line: Line, piece: str) -> Line:
    """A piece of a line; one behind a bullet is an item of a list."""
    if piece.startswith("• "):
        return line._replace(text=piece[2:], bullet="•", indent=line.indent + 2)
    return line._replace(text=piece)


def _out_of_cell(line: Line) -> Line:
    """A row of one cell with a list in it, as a line."""
    filled = [cell for cell in line.cells if cell]
    alone = len(filled) == 1 and " • " in filled[0]
    return line._replace(text=filled[0], cells=()) if alone else line


_QUOTED = re.compile(r"[“«\"][^“”«»\"]{4,160}[”»\"]\s+[A-ZÀ-Þ][^“”«»\"]{5,200}")
"""A title in quotation marks and its people right behind."""


def _pieces(text: str) -> list[str]:
    """The pieces of a line: a day, and timed items or titles in quotation marks run together."""
    return [
        piece
        for timed in _timed_pieces(text)
        for each in _listed_pieces(timed)
        for piece in _quoted_pieces(each)
    ]


def _listed_pieces(text: str) -> list[str]:
    """`Session • Title – Name • Title – Name`: what bullets part, where people stand there."""
    first, *rest = [piece.strip(" |") for piece in text.split(" • ")]
    if not rest or not any(_names_people(each) for each in rest):
        return [text]
    return [*filter(None, [first]), *(f"• {each}" for each in rest if each)]


def _names_people(text: str) -> bool:
    read = readings(text)[0]
    return read.people is not None and read.title is not None and read.score >= 2


def _quoted_pieces(text: str) -> list[str]:
    quoted = list(_QUOTED.finditer(text))
    first = quoted[0].start() if quoted else 0
    if len(quoted) < 2 or sum(len(each[0]) for each in quoted) < len(text) - first:
        return [text]
    people = [read_people(re.split(r"[”»\"]\s", each[0], maxsplit=1)[1]) for each in quoted]
    if not all(read.people and read.score >= SURE for read in people):
        return [text]
    return [*filter(None, [text[:first].strip()]), *(each[0].strip() for each in quoted)]


def _timed_pieces(text: str) -> list[str]:
    dated = STORED.match(text)
    rest = text[dated.end() :].strip() if dated else ""
    return [dated[0].strip(), *at_times(rest)] if dated and rest else at_times(text)


def _with_day(line: Line) -> Iterator[Line]:
    """A line that begins with a day set apart as two: the day, and what happens on it."""
    day, sign, rest = line.text.partition(" | ")
    if (
        sign
        and len(line.cells) in (0, 2)
        and len(day) < 30
        and is_day(day, dates_in(day))
        and rest[:1].isupper()
    ):
        yield line._replace(text=day, bullet="", cells=())
        line = line._replace(text=rest, gap=False, cells=())
    yield line


def _with_tables(found: list[Entry]) -> list[Entry]:
    """Rows only where there is a table: a few of them, with times or under names of columns."""
    rows = [each for each in found if each.kind == "row"]
    timed = sum(any(leading(cell) for cell in each.line.cells[:2] if cell) for each in rows)
    headed = sum(len(columns_of(each.line.cells)) > 1 for each in rows)
    if timed > 1 or (headed and len(rows) > 2):
        return found
    return [
        entry_of(each.line._replace(cells=())) if each.kind == "row" else each for each in found
    ]


def _with_labels(found: list[Entry]) -> list[Entry]:
    """The entries, with the words for speakers that only this page uses as labels."""
    kinds = ("both", "title", "people", "post")
    texts = [
        each.line.text if each.kind in kinds and not each.timed and not each.line.gap else None
        for each in found
    ]
    return [
        each._replace(kind="label", text=said[1], label="speaker", said=said[0], reading=None)
        if (said := labels.get(at)) else each
        for labels in [speaker_labels(texts)]
        for at, each in enumerate(found)
    ]  # fmt: skip


def _repeated(found: Sequence[Entry]) -> set[int]:
    """Lines at the edges of printed pages: beside a page number, and there more than once."""
    pages = [at for at, each in enumerate(found) if PAGE.match(fold(each.text.strip()))]
    if len(pages) < 2:
        return set()
    beside = [at + step for at in pages for step in (-1, 1) if 0 <= at + step < len(found)]
    counts = Counter(_without_numbers(found[at].text) for at in beside)
    return {
        at for at in beside if counts[_without_numbers(found[at].text)] > 1 and not found[at].timed
    }


def _captions(found: Sequence[Entry]) -> set[int]:
    """Names that stand alone more than once on a page without a programme: under its pictures."""
    if any(each.timed for each in found):
        return set()
    alone = [
        at
        for at, each in enumerate(found)
        if each.kind in ("people", "title")
        and each.line.gap
        and len(each.text) < 60
        and not each.line.bullet
        and not each.line.level
        and (at + 1 == len(found) or (found[at + 1].line.gap and found[at + 1].kind != "post"))
        and each.reading is not None
        and each.reading.layout in ("people", "title")
    ]
    counts = Counter(found[at].text for at in alone)
    return {at for at in alone if counts[found[at].text] > 1}


def _without_numbers(text: str) -> str:
    return re.sub(r"[\d\s]+", " ", text).strip()


def _settled(found: list[Entry]) -> list[Entry]:
    """The entries, with doubtful lines read as the sure ones are: by their names and layout."""
    found = _titles_behind_names(found)
    names = _names_of(found)
    found = [_reread(each, lambda read: 2.0 * _all_named(read, names)) for each in found]
    layouts = Counter(
        each.reading.layout
        for each in found
        if each.kind == "both" and each.reading and each.reading.score >= 2
    )
    total = sum(layouts.values())
    if total < 2:
        return found
    return [_reread(each, lambda read: 1.5 * layouts[read.layout] / total) for each in found]


def _titles_behind_names(found: list[Entry]) -> list[Entry]:
    """The entries; `Name - Title` where most lines so have no post behind the name."""
    parts = {at: read for at, each in enumerate(found) if (read := _behind_name(each)) is not None}
    kinds = {at: kind_of((read.title or "").split(",")[0]) for at, read in parts.items()}
    posts = sum(bool(kind) for kind in kinds.values())
    if len(parts) < 2 or posts * 5 > len(parts) * 2:
        return found
    if len(parts) - posts > 2 and posts * 4 <= len(parts):  # so many that the rest is the same
        for at, each in enumerate(found):
            read = parts.get(at) or _behind_name(each, doubtful=True)
            if read is not None and kinds.get(at) != "role":
                parts[at], kinds[at] = read, ""
    return [
        each._replace(kind="both", reading=parts[at]) if at in parts and not kinds[at] else each
        for at, each in enumerate(found)
    ]


def _behind_name(entry: Entry, *, doubtful: bool = False) -> Reading | None:
    """A line as a name, a dash and a title."""
    if entry.kind not in ("people", "both", "title", "prose") or entry.line.cells:
        return None
    if (entry.kind == "prose" or entry.timed) and not doubtful:
        return None
    name, dash, title = entry.text.partition(" - ")
    if not dash:
        name, dash, title = entry.text.partition(" – ")
    read = named(name)
    least = 0.2 if doubtful else 1.9
    alone = dash and read.score >= least and " " in read.name and len(title.split()) > 1
    known = read.known or entry.kind == "people" or doubtful
    if not alone or not known or named(title).score > 1:
        return None
    return Reading(title_of(title), read_people(name), "people–", 2.2)


def _names_of(found: Sequence[Entry]) -> set[str]:
    """The names of people whom the page surely names somewhere, folded."""
    return {
        fold(person.name)
        for each in found
        if each.reading and each.reading.people and each.reading.score >= 2
        for person in each.reading.people.people
        if person.affiliations and each.reading.people.tied
    }


def _all_named(read: Reading, names: set[str]) -> bool:
    people = read.people.people if read.people else ()
    return bool(people) and all(fold(person.name) in names for person in people)


def _reread(entry: Entry, bonus: Callable[[Reading], float]) -> Entry:
    """The entry in the reading that is best with the bonus that the rest of the page gives it."""
    if entry.kind not in ("title", "both", "people") or entry.reading is None:
        return entry
    options = [each for each in readings(entry.text) if each.people is not None]
    if not options or entry.reading.layout in ("told", "people–"):
        return entry
    best = max(options, key=lambda each: each.score + bonus(each))
    if best.score + bonus(best) < SURE:
        return entry
    if bonus(best):
        best = best._replace(score=best.score + bonus(best))
    return entry._replace(kind="people" if best.title is None else "both", reading=best)


def _in_context(found: list[Entry]) -> list[Entry]:
    """The entries, a doubtful name taken for one where a post stands under it."""
    above = _titles_above(found)
    for at in [*_names_by_place(found), *_names_in_lists(found)]:
        found[at] = found[at]._replace(kind="people", reading=readings(found[at].text)[0])
    for at, each in enumerate(found[:-1]):
        after = found[at + 1]
        before = found[at - 1] if at else None
        if before and before.kind == "prose" and _is_remark(each):
            found[at] = each = each._replace(kind="prose")
        if before and before.kind in ("date", "time") and _is_told(each):
            found[at] = each = each._replace(kind="both")
        if meaning := _bare_label(each, after):
            found[at] = each._replace(kind="label", text="", label=meaning, said=each.text)
        elif _announces(each, after) or (before and _heads_speakers(each, before, found[at + 1 :])):
            said = each.text.rstrip(" :")
            found[at] = each._replace(kind="label", text="", label="speaker", said=said)
        if at in above:
            found[at] = each._replace(kind="title")
        if each.kind == "title" and not after.line.gap and _is_posted(after):
            read = readings(each.text)[0]
            if read.layout == "people" and read.score > 0:
                found[at] = each._replace(kind="people", reading=read)
    return found


def _is_remark(entry: Entry) -> bool:
    """Whether a line under running text is a short sentence of it."""
    words = entry.text.split()
    plain = not (entry.line.gap or entry.line.bullet or entry.timed)
    return entry.kind == "title" and plain and entry.text.endswith(".") and len(words) > 3


def _is_told(entry: Entry) -> bool:
    """Whether a line under a day says in one sentence who speaks: `Ropes with Dr. Name, Foo.`"""
    read = entry.reading
    if entry.kind != "prose" or entry.line.gap or read is None or read.people is None:
        return False
    return bool(read.title) and read.score >= 3.5 and ". " not in entry.text.replace("Dr. ", "")


def _is_posted(entry: Entry) -> bool:
    """Whether a line says what someone is or where, so that a name may stand above it."""
    if entry.kind == "post":
        return True
    plain = entry.kind == "title" and not entry.timed and not entry.line.bullet
    return plain and len(entry.text) < 90 and organisation_score(entry.text) >= 2


def _announces(entry: Entry, after: Entry) -> bool:
    """Whether a word with a colon, such as `Featuring:`, stands above people."""
    if entry.kind not in ("title", "post") or entry.timed or not entry.text.endswith(":"):
        return False
    words = [fold(word).rstrip(":") for word in entry.text.split()]
    announces = {words[0], words[-1]} & _ANNOUNCING or words[-1].endswith(THOSE_WHO)
    follows = words[0] in ("followed", "gefolgt", "suivi", "seguido", "seguita")
    known = follows or (announces and len(words) < 4)
    return bool(known) and len(words) < 8 and after.kind == "people" and not after.timed


def _bare_label(entry: Entry, after: Entry) -> str:
    """What a label such as `Moderators` means that stands alone above people, without a colon."""
    alone = entry.kind in ("title", "post") and not entry.timed and not entry.line.level
    if not alone or len(entry.text) > 30 or after.kind != "people" or after.timed:
        return ""
    meaning = "" if is_panel(entry.text) else meaning_of(entry.text)
    return meaning if meaning in ("moderator", "speaker") else ""


def _heads_speakers(entry: Entry, before: Entry, below: Sequence[Entry]) -> bool:
    """Whether a few words with a colon stand between a title and several people: who they are."""
    if entry.kind not in ("title", "post") or entry.timed or not entry.text.endswith(":"):
        return False
    if before.kind not in ("title", "section", "prose") or len(entry.text.split()) > 4:
        return False
    named = [each.reading.people for each in below[:2] if each.kind == "people" and each.reading]
    return sum(len(read.people) for read in named if read is not None) > 1


_ANNOUNCING = {"featuring", "including", "with", "participating", "starring", "mit", "con", "avec"}


def _names_by_place(found: Sequence[Entry]) -> list[int]:
    """Doubtful names that stand where most blocks of the page name people: in their second line."""
    places: dict[int, list[int]] = {}
    depth = 0
    for at, each in enumerate(found):
        begins = each.line.gap or each.timed or each.kind in ("date", "section", "pause")
        depth = 0 if begins else depth + 1
        if 0 < depth < 4 and not each.line.bullet:
            places.setdefault(depth, []).append(at)
    doubtful: list[int] = []
    for lines in places.values():
        people = sum(found[at].kind == "people" for at in lines)
        if people > 1 and people * 2 > len(lines):
            doubtful += [
                at for at in lines if found[at].kind == "title" and _may_name(found[at].text)
            ]
    return doubtful


def _names_in_lists(found: Sequence[Entry]) -> list[int]:
    """Doubtful names in lists of which most lines name people."""
    doubtful: list[int] = []
    run: list[int] = []
    for at, each in enumerate(found):
        begins = not run or each.line.bullet != found[run[0]].line.bullet
        if begins or each.timed or each.kind not in ("people", "title", "post"):
            doubtful += _doubtful_of(found, run)
            run = []
        if each.line.bullet and not each.timed:
            run.append(at)
    return doubtful + _doubtful_of(found, run)


def _doubtful_of(found: Sequence[Entry], run: Sequence[int]) -> list[int]:
    people = sum(found[at].kind == "people" for at in run)
    if people < 2 or people * 3 < len(run) * 2:
        return []
    return [at for at in run if found[at].kind != "people" and _may_name(found[at].text)]


def _may_name(text: str) -> bool:
    read = readings(text)[0]
    return read.layout == "people" and read.score > 0.2


def _titles_above(found: Sequence[Entry]) -> set[int]:
    """Lines read as title and people where most alike have a title only, above people."""
    above = [
        at
        for at, each in enumerate(found[:-1])
        if (each.timed or any(map(str.isdigit, each.line.bullet)))
        and found[at + 1].kind == "people"
        and not (found[at + 1].line.gap or found[at + 1].timed or found[at + 1].line.bullet)
    ]
    sure = sum(found[at].kind == "title" for at in above)
    doubtful = [at for at in above if found[at].kind == "both" and _is_doubtful(found[at])]
    return set(doubtful) if sure >= 2 and sure > len(doubtful) else set()


def _is_doubtful(entry: Entry) -> bool:
    """Whether the people of a line are told by their capitals and a comma alone."""
    reading = entry.reading
    return reading is not None and reading.layout in (",", "–", "people:") and reading.score < 3
