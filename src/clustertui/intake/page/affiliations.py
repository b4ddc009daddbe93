"""What stands after a name: roles, organisations, countries, and which of them belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from clustertui.intake.page.callings import is_role_word
from clustertui.intake.page.organisations import (
    acronym_of,
    is_country,
    is_field,
    is_state,
    kind_of,
    organisation_score,
    parted,
    role_score,
    with_acronym,
)
from clustertui.intake.page.posts import role_and_organisation
from clustertui.intake.stated import StatedAffiliation
from clustertui.text import fold

Guesses = tuple[tuple[str, str], ...]

_OPEN_END = re.compile(r"\b(?:of|for|für|fur|der|de|des|del|della|per|para|pour|di|da|do)\b", re.I)
_UNIT = re.compile(
    r"(?:Department|Dept\.?|Faculty|Division|Unit|School of|Section|Chair of|Abteilung|Fakultät|"
    r"Lehrstuhl|Fachbereich|Dipartimento|Facoltà|Département|Faculté|Departamento|Facultad|"
    r"DG|Referat|Institut für|Institute of|Institute for)\b"
)
_ALL = re.compile(
    r"^\s*(?:both|beide|alle|all|tous deux|toutes deux|ambos|ambas|entrambi|entrambe)\s(?=[A-ZÀ-Þ])"
)
_FROM = re.compile(
    r"^\s*(?:from|of|de|du|di|da|von|vom|del|dal|dalla|della)\s"
    r"(?:the\s|la\s|el\s|los\s|las\s|les?\s|l[’'])?(?=[A-ZÀ-Þ])"
)
_SECOND = re.compile(r"\s+(?:and|und|et|y|e|&|sowie)\s+(?=[A-ZÀ-Þ])")
_ARTICLE = re.compile(r"(?:[Tt]he|[Dd]ie|[Dd]as|[Ll]a|[Ll]e|[Ee]l|[Ii]l)\s|l[’']", re.I)
_PLACE = re.compile(r"^[A-ZÀ-Þ][\w’'.-]+(?:[ -][A-ZÀ-Þ]?[\w’'.-]+){0,2}$")


def read_affiliations(parts: Iterable[str]) -> tuple[tuple[StatedAffiliation, ...], Guesses]:
    """The affiliations that the parts after a name state, and what of them is guessed."""
    parts = [_FROM.sub("", _ALL.sub("", part)) for part in parts]
    clean = [
        " ".join(part.split()).strip(" .;:–—-") if not _ends_short(part) else part.strip()
        for part in parts
    ]
    whole = _rejoined([part for part in clean if part])
    clauses = [piece for part in whole for piece in _posts(part)]
    found: list[StatedAffiliation] = []
    guessed: list[tuple[str, str]] = []
    roles: list[str] = []
    for at, part in enumerate(clauses):
        if found and (explained := _explained(found[-1], part)):
            found[-1] = explained
            continue
        kind = _kind(part, clauses[at + 1 :], bool(roles), bool(found))
        held = kind == "role" or (kind == "organisation" and _may_hold_role(part))
        split = role_and_organisation(part) if held else None
        if split:
            found += _organised(split[1], ", ".join([*roles, split[0]]))
            roles = []
        elif kind == "role":
            roles.append(part)
        elif kind == "country":
            found = _with_country(found, part)
        elif kind == "organisation":
            found += _organised(part, ", ".join(roles) or None)
            roles = []
    if roles:
        found = _late_role(found, ", ".join(roles))
    if len(found) > 1 and any(" and " in part for part in whole):
        guessed.append(("organisation", "an “and” is read as joining two organisations"))
    return tuple(found), tuple(guessed)


def _explained(last: StatedAffiliation, part: str) -> StatedAffiliation | None:
    """The affiliation with its acronym, or with what an apposition says of it; None for others."""
    if last.organisation and acronym_of(last.organisation, part):
        return last._replace(acronym=part)
    if last.organisation and _ARTICLE.match(part):
        return last._replace(country=last.country or _country_in(part))
    return None


def _may_hold_role(part: str) -> bool:
    """Whether what seems an organisation may begin with a role: `chimiste à l’École du Lac`."""
    first = re.split(r"\W", part, maxsplit=1)[0]
    return part[:1].islower() or is_role_word(fold(first))


def _country_in(part: str) -> str | None:
    """The country at the end of what explains an organisation: `The Agency for Trade in Norway`."""
    last = re.split(r"\s(?:in|en|of)\s", part)[-1]
    return last if is_country(last) else None


def _ends_short(part: str) -> bool:
    """Whether the dot at the end belongs to an abbreviation: `e.V.`, `Inc.`, `s.r.o.`."""
    return bool(
        re.search(r"(?:\b[A-Za-z]\.|\b(?:Inc|Ltd|Lda|Co|Corp|Jr|Cía|Ltda)\.)$", part.strip())
    )


def _kind(part: str, following: Sequence[str], role_known: bool, found: bool) -> str:
    kind = kind_of(part)
    if kind:
        return kind
    if found and part.isupper() and len(part) > 2 and part.isalpha():
        return "organisation"
    if found:
        return "" if _PLACE.match(part) or is_state(part) else "organisation" if role_known else ""
    if part[:1].islower() and (following or " " not in part):
        return "role"
    if following and not role_known and " " not in part and _is_open(part, following[0]):
        return "role"
    later = [kind_of(each) for each in following]
    if "organisation" in later and not role_known and later[0] != "role":
        return "" if is_state(part) else "role" if not part.isupper() else "organisation"
    return "organisation"


def _is_open(part: str, following: str) -> bool:
    """Whether a single word before what is no country can be a calling: `Buyer, Hanbit Trading`."""
    if is_country(following.split("(")[0]) or is_state(following) or not part.isalpha():
        return False
    return part[1:].islower() and kind_of(following) in ("organisation", "") and " " in following


def _rejoined(parts: Sequence[str]) -> list[str]:
    """The parts, those put together again whose comma belongs to the name of an organisation."""
    found: list[str] = []
    for part in parts:
        if found and (_continues(found[-1], part) or _is_unit(found[-1], part)):
            found[-1] = f"{found[-1]}, {part}"
        else:
            found.append(part)
    return found


def _is_unit(before: str, part: str) -> bool:
    """`DG GROW` + `European Commission`, `Department of Physics` + `University of Bar`."""
    if not _UNIT.match(before) or kind_of(before) == "role" or is_country(part):
        return False
    return organisation_score(part) >= 2 and not acronym_of(before, part)


def _continues(before: str, part: str) -> bool:
    """`Ministry of Trade` + `Industry and Energy`, `Foo Technik` + `Inc.`"""
    if fold(part).rstrip(".") in ("inc", "ltd", "llc", "s.l", "s.a", "gmbh", "e.v"):
        return True
    if is_country(part) or organisation_score(part) >= 1.4 or acronym_of(before, part):
        return False
    joined = _SECOND.search(part) or re.search(r"\b(?:and|und|et|y|e|&)\b", part)
    opens = _OPEN_END.search(before) is not None
    if not opens or not joined:
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", part) if len(word) > 3]
    if kind_of(before) == "organisation" and role_score(part) < 2:
        return bool(words) and sum(map(is_field, words)) * 2 >= len(words)
    return kind_of(before) == "role" and part[:1].islower()


def _posts(part: str) -> list[str]:
    """`Ministry of X and Professor of Y` as two parts; `Founder and CEO` stays one."""
    for found in _SECOND.finditer(part):
        right = part[found.end() :]
        first = fold(re.split(r"\W", right, maxsplit=1)[0])
        if not is_role_word(first) or kind_of(right) != "role":
            continue
        if role_and_organisation(right) and kind_of(part[: found.start()]) in (
            "organisation",
            "role",
        ):
            left = part[: found.start()]
            if kind_of(left) == "organisation" or role_and_organisation(left):
                return [left, right]
    return [part]


def _organised(text: str, role: str | None) -> list[StatedAffiliation]:
    found = []
    for name in parted(text):
        name, acronym, country = with_acronym(name)
        found.append(StatedAffiliation(name, acronym, role, country))
    return found


def _with_country(found: list[StatedAffiliation], country: str) -> list[StatedAffiliation]:
    """A country belongs to all organisations before it that have none."""
    if not found:
        return [StatedAffiliation(country=country)]
    return [each if each.country else each._replace(country=country) for each in found]


def _late_role(found: list[StatedAffiliation], role: str) -> list[StatedAffiliation]:
    """`Organisation, Role`: a role at the end belongs to the organisation before it."""
    if found and found[-1].role is None:
        return [*found[:-1], found[-1]._replace(role=role)]
    return [*found, StatedAffiliation(role=role)]
