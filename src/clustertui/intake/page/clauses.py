"""People without brackets: `Name – Role, Organisation`, `Name, Name and Name`, `Post, Name`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from clustertui.intake.page.affiliations import read_affiliations
from clustertui.intake.page.callings import (
    ROLE_HEADS,
    is_legal_form,
    is_organisation_word,
    is_role_word,
)
from clustertui.intake.page.names import LIKELY, SURE, Named, named
from clustertui.intake.page.organisations import (
    is_country,
    is_field,
    kind_of,
    organisation_score,
    role_score,
)
from clustertui.intake.page.pointing import pointed
from clustertui.intake.page.vocabulary import GREETINGS
from clustertui.intake.stated import StatedAffiliation, StatedPerson
from clustertui.text import fold


class People(NamedTuple):
    """A text read as people."""

    people: tuple[StatedPerson, ...]
    score: float
    """How likely it is that the text names people and nothing else."""
    tied: bool = False
    """Whether an organisation or a role stands with a name."""
    known: bool = True
    """Whether more than capitals tells that they are people."""


NO_PEOPLE = People((), -9.0)


CONNECTED = re.compile(
    r"\s*(?:;|\s/\s|\||(?<=\s)(?:and|und|et|y|e|i|en|och|og|oraz|ja|sowie|with|&|\+)(?=\s)|,\s*(?:and|und|et|"
    r"&)(?=\s))\s*"
)


EDGES = " ,;:|–—-·/&"


LEAD = re.compile(
    r"^(?:da|dal|dalla|por|and|und|et|y|e|with|mit|avec|con|by|von|par|sowie|&)\s+(?=[A-ZÀ-Þ])"
)


_DASH = re.compile(r"\s[–—-]{1,2}\s|\s?[—]\s?|\s[|·]\s|\s/\s")


_MORE = re.compile(r"\s[–—|·/]\s|\s-\s|\s?—\s?")


_DEGREE = re.compile(
    r"(?:Ph\.?\s?D|MBA|M\.?Sc|M\.?A|B\.?Sc|LL\.?M|MD|M\.D|DPhil|CBE|OBE|MBE|Jr)\.?$"
)


_OF = re.compile(
    r"\s(?:from|of|at|vom|von der|von dem|von|vom|de la|de l[’']|du|de|della|dell[’']|del|di|"
    r"der|des|"
    r"bei der|bei|bij|presso|chez|da|do)\s(?:the\s)?",
    re.I,
)


def in_role(known: tuple[StatedAffiliation, ...], role: str) -> tuple[StatedAffiliation, ...]:
    """The affiliations with a role for the first of them, where it has none."""
    if not known:
        return (StatedAffiliation(role=role),)
    return (known[0]._replace(role=known[0].role or role), *known[1:])


def listed(text: str) -> People:
    """People without brackets: parted by signs, each with what follows after a dash or commas."""
    clauses = [clause for part in _CLAUSES.split(pointed(text)) if (clause := part.strip(EDGES))]
    found = [_clause(clause) for clause in clauses]
    if not found:
        return NO_PEOPLE
    if len(found) > 1 and found[0].people and found[0].score >= LIKELY and _is_post(clauses[1]):
        return _several_posts(found[0], clauses[1:])
    read = _together(found)
    if len(found) > 1 and read.score > 0 and all(each.tied for each in found):
        return read._replace(score=(read.score + max(each.score for each in found)) / 2)
    return read


_SURNAME = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]{1,20}, [A-ZÀ-Þ][a-zà-ÿ]+(?:[- ][A-Za-zÀ-ÿ][a-zà-ÿ]*\.?){0,2}(?=,|$|\s\()"
)
"""`SURNAME, Given` as lists of participants have it."""
_TURNED = re.compile(r"([A-ZÀ-Þ][^\W\d_]+(?:-[^\W\d_]+)?), ([A-ZÀ-Þ][^\W\d_]+(?:-[^\W\d_]+)?):\s")


_CLAUSES = re.compile(
    r"\s*;\s*|\s+//\s+|,?\s(?:and|und|et|y|e|en|i)\s(?=(?:Dr|Prof|Mr|Ms|Mrs|Frau|Herr|Mme|Dott|Ing|"
    r"Dra|Dña|Dª)\b\.?(?:ssa)?\s[^,;()]*\s(?:of|from|von|de|di|van)\s)"
)


def _together(found: Sequence[People]) -> People:
    """Several clauses as one text of people."""
    people = tuple(person for each in found for person in each.people)
    score = min(each.score for each in found)
    known = any(each.known for each in found)
    return People(people, score, any(each.tied for each in found), known)


def _is_post(clause: str) -> bool:
    """Whether a role or an organisation stands after a semicolon, and no name."""
    first = clause.split(",")[0]
    kind, name = kind_of(first), named(first)
    held = kind == "role" and not name.known and not _DASH.search(first)
    if held and is_role_word(fold(first.split()[-1])):
        return True
    sure = name.score >= SURE and (name.known or kind != "role")
    if sure or kind not in ("role", "organisation"):
        return False
    read = _clause(clause)
    return not (read.people and (read.known or read.tied) and read.score >= SURE)


def _several_posts(read: People, clauses: Sequence[str]) -> People:
    """`Name, Role, Org; Role, Org`: what follows a semicolon is another post of the same person."""
    more: list[StatedAffiliation] = []
    for clause in clauses:
        if kind_of(clause.split(",")[0]) == "" and organisation_score(clause) < 1:
            return NO_PEOPLE
        more += read_affiliations(clause.split(","))[0]
    person = read.people[-1]
    person = person._replace(affiliations=(*person.affiliations, *more))
    return People((*read.people[:-1], person), read.score, True)


def _chain(text: str) -> People | None:
    """`Name, Role | Org - Name and Name, Org`: a dash between people, each with a name."""
    parts = _PLAIN_DASH.split(text)
    if len(parts) < 2:
        return None
    found = [_clause(part) for part in parts]
    if all(each.people and each.known and each.score >= SURE for each in found):
        return _together(found)
    return None


_PLAIN_DASH = re.compile(r"\s[–-]\s")


def _clause(text: str) -> People:
    chain = _chain(text)
    if chain:
        return chain
    dash = _DASH.search(text)
    if dash and "/" in dash[0] and _is_name_after(text[dash.end() :]):
        dash = None  # `Name / Name`
    if dash and "," in text[: dash.start()]:
        return _clause(_MORE.sub(", ", text))
    if dash:
        left, right = _with_comma(text[: dash.start()]), text[dash.end() :]
        if "," in left:
            return _clause(f"{left}, {right}")
        names = _names(left)
        if names and min(each.score for each in names) > -1:
            return _tied(names, _MORE.sub(", ", right).split(","), 0.4)
        return NO_PEOPLE
    turned = _family_name_first(text)
    if turned:
        return turned
    if text.find(": ") > 0:
        return _colon(*text.split(": ", 1))
    posted = _post_of(text)
    if posted:
        return posted
    parts = [part.strip() for part in _with_comma(text).split(",")]
    return _post_first(parts) or _commas(parts)


def _family_name_first(text: str) -> People | None:
    """`MOSS, Anna, Foo Institute`, `Moss, Anna: Foo`: the family name and a comma first."""
    listed_so = _SURNAME.match(text)
    if listed_so and not is_role_word(fold(listed_so[0].split(",")[0])):
        name = named(listed_so[0].replace(",", ""))
        if name.score > 0:
            name = name._replace(name=listed_so[0], known=True)
            return _tied([name], text[listed_so.end() :].split(","), 1.0)
    turned = _TURNED.match(text)
    if turned and named(turned[2]).known:
        return _clause(f"{turned[2]} {turned[1]}, {text[turned.end() :]}")
    return None


def _colon(before: str, after: str) -> People:
    """`Foo Institute: Name, Role`, `Name: Role, Foo Institute`."""
    first, *more = after.split(",")
    names = _names(first)
    if organisation_score(before) >= 1.4 and names and names[0].known:
        return _tied(names, [*more, before], 0.0)
    names = _names(before)
    if names and kind_of(first) in ("role", "organisation"):
        return _tied(names, [first, *more], 0.0)
    return NO_PEOPLE


def _with_comma(text: str) -> str:
    """`Name Role, Organisation` and `Name University of Foo` with a comma behind the name."""
    words = text.split(",")[0].split()
    for at in range(2, min(len(words) - 1, 6) + 1):
        if at == len(words) or not _begins_post(words[at:]):
            continue
        name = named(" ".join(words[:at]))
        if name.known and name.score >= SURE and " " in name.name and not name.role:
            return f"{' '.join(words[:at])}, {text[len(' '.join(words[:at])) :].strip()}"
        return text
    return text


def _begins_post(words: Sequence[str]) -> bool:
    """Whether a role, or an organisation of several words, begins here."""
    first = fold(words[0]).strip(".")
    if not words[0][:1].isupper():
        return False
    if first in ROLE_HEADS or first.partition("-")[0] in ("vice", "deputy", "co"):
        return True
    if len(words) > 1 and fold(words[1]).strip(".") in ROLE_HEADS and is_role_word(first):
        return True
    return len(words) > 1 and is_organisation_word(first) and kind_of(" ".join(words)) != ""


def _is_name_after(text: str) -> bool:
    """Whether a name, and no organisation, stands between a slash and the next sign."""
    part = re.split(r",|\s/\s", text)[0]
    return named(part).known and organisation_score(part) < 1.4


_ARTICLE = re.compile(
    r"^(?:(?:and|und|et|y|e)\s)?(?:the|der|die|das|le|la|l['’]|el|il|lo|o|a|i)(?:\s|(?<=['’]))(?=\w)",
    re.I,
)


def _post_first(parts: Sequence[str]) -> People | None:
    """`President of the Foo Institute, Dr. Name`: the post stands before the name."""
    parts = [_ARTICLE.sub("", parts[0]), *parts[1:]]
    if len(parts) < 2 or kind_of(parts[0]) != "role" or fold(parts[0].split()[0]) in GREETINGS:
        return None
    names = _names(parts[-1])
    placed = any(each.organisation for each in read_affiliations(parts[:-1])[0])
    least = 1.0 if placed and " " in parts[-1] else SURE
    if not names or not all((each.known or placed) and each.score >= least for each in names):
        return None
    if named(parts[0]).score > 0:
        return None
    return _tied(names, parts[:-1], -0.5)


def _post_of(text: str) -> People | None:
    """`Name of the Foo Institute`, `Name von der Hochschule Bar`."""
    first, *more = text.split(",")
    if any(named(part).known and not is_country(part) for part in more):
        return None
    for found in _OF.finditer(first):
        left, right = first[: found.start()], first[found.end() :]
        names = _names(left)
        if not names or not right[:1].isupper() or min(each.score for each in names) < SURE:
            continue
        sure = all(each.honoured or each.role for each in names) and found[0].strip() in _PLAIN_OF
        if organisation_score(right) >= 1.4 or (sure and len(right.split()) < 7):
            return _tied(names, [right, *more], 0.0)
    return None


_PLAIN_OF = ("of", "of the", "from", "at", "bij", "bei", "chez", "von")


def _commas(parts: list[str]) -> People:
    """`Name, Role, Organisation, Country`, several times, or names only."""
    if len(parts) > 2 and all(_may_be_name(part) for part in parts):
        return _together([_tied(_names(part), [], 0.0) for part in parts])
    found: list[People] = []
    names: list[Named] = []
    rest: list[str] = []
    subject = False
    for at, each in enumerate(parts):
        part = LEAD.sub("", each)
        if not part or _DEGREE.match(part):
            subject = bool(part)
            continue
        subject, of_degree = False, subject and len(part.split()) < 3 and not kind_of(part)
        if of_degree and is_field(part.split()[-1]):
            continue
        if not names:
            names = _names(part)
            if not names:
                return NO_PEOPLE
            continue
        joined = part != each and _may_be_name(part) and organisation_score(part) < 1
        new = _names(part) if joined or _starts_person(part) else []
        if new:
            found.append(_tied(names, rest, 0.0))
            names, rest = new, []
            continue
        clauses = _next_person(part, parts[at + 1 : at + 2])
        if clauses:
            rest.append(clauses[0])
            found.append(_tied(names, rest, 0.0))
            names, rest = _names(clauses[1]), []
        else:
            rest.append(part)
    if not names:
        return NO_PEOPLE
    found.append(_tied(names, rest, 0.0))
    return _together(found)


def _may_be_name(part: str) -> bool:
    """Whether a part of a list is two words or more that can be a name and nothing else."""
    names = _names(part)
    return bool(names) and all(
        each.score >= 1.9 and " " in each.name and kind_of(each.name) == "" for each in names
    )


def _starts_person(part: str) -> bool:
    """Whether a part after a comma is the next person and no organisation of the last one."""
    first = CONNECTED.split(part)[0]
    read = named(first)
    if is_country(part) or organisation_score(first) >= 1.4:
        return False
    if is_legal_form(part.split()[-1]):
        return False
    if read.honoured and read.score >= SURE:
        return True
    return read.score >= 2.0 and read.known and role_score(part) < 1


def _next_person(part: str, following: Sequence[str]) -> tuple[str, str] | None:
    """`Org and Name`: the end of one person's post and the name of the next.

    A name that a role follows may be less sure.
    """
    posted = any(kind_of(each) == "role" for each in following)
    for sign in (" and ", " und ", " et ", " y ", " e ", " & ", " sowie "):
        left, found, right = part.rpartition(sign)
        if (
            found
            and left
            and (named(right).known or posted)
            and named(right).score >= (1.5 if posted else 2.6)
            and " " in named(right).name
            and kind_of(right) == ""
        ):
            return left, right
    return None


def _names(text: str) -> list[Named]:
    """The names that a text without commas holds, or none when one of them is no name."""
    whole = named(text)
    pieces = [piece for piece in CONNECTED.split(text) if piece and piece.strip()]
    if len(pieces) > 1:
        read = [named(piece) for piece in pieces]
        one = whole.score >= 3 and any(" " not in each.name for each in read)
        if not one and all(each.score > -0.7 and each.name for each in read):
            return read
    return [whole] if whole.score > -0.7 and (whole.name or whole.score == 3.0) else []


_BETWEEN = re.compile(r"\s(?:&|and|und|et|y|e)\s|\s?/\s?")


def _apart(parts: Sequence[str], count: int) -> list[tuple[StatedAffiliation, ...]]:
    """`A & B, Foo College & Bar University`: to each the own organisation, in order."""
    if count < 2 or len(parts) != 1:
        return []
    pieces = [piece.strip() for piece in _BETWEEN.split(parts[0])]
    if len(pieces) != count or not all(organisation_score(piece) >= 1.4 for piece in pieces):
        return []
    return [(StatedAffiliation(piece),) for piece in pieces]


def _tied(names: list[Named], parts: Sequence[str], bonus: float) -> People:
    """The people of these names, all with the same affiliations."""
    score = min(each.score for each in names) + bonus
    affiliations, guessed = read_affiliations(parts)
    if any(
        each.organisation and organisation_score(each.organisation) >= 1.4 for each in affiliations
    ):
        score += 1.5
    elif affiliations:
        score += (
            1.0 if any(each.role and role_score(each.role) >= 1 for each in affiliations) else 0.3
        )
    if any(": " in part for part in parts):
        score -= 3
    if parts and any(len(part) > 110 or part.rstrip().endswith("?") for part in parts):
        score -= 2
    if any((each.organisation or "")[:1].islower() for each in affiliations):
        score -= 2
    if len(parts) > 5:
        score -= 0.5
    people = []
    apart = _apart(parts, len(names))
    for at, each in enumerate(names):
        if each.name:
            own = apart[at] if apart else affiliations
            own = in_role(own, each.role) if each.role else own
            people.append(StatedPerson(each.name, None, own, guessed=guessed))
    return People(tuple(people), score, bool(affiliations), any(each.known for each in names))
