"""Who and where: the people, organisations and places that one document names, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from clustertui.entities import Affiliation, Citation, Organisation, Person, Place
from clustertui.intake.naming import Ids, Named, identifier, said, short_slug
from clustertui.intake.stated import StatedAffiliation, StatedPerson, StatedPlace, Where
from clustertui.text import fold, likeness, name_key

ALIKE = 88
"""Per cent of likeness from which two names may be those of one person."""


class Cast:
    """Gives a person, organisation or place the id it has already, or a new one."""

    def __init__(
        self, ids: Ids, source: Callable[[], str],
        cite: Callable[[Sequence[Where]], tuple[Citation, ...]],
        doubt: Callable[[Sequence[Where], str, str], None],
    ) -> None:  # fmt: skip
        self._ids, self._source, self._cite, self._doubt = ids, source, cite, doubt
        self._people: dict[tuple[str, str], Named] = {}
        """Identifier and name → person; the one that has nothing but a name has no identifier."""
        self._organisations: dict[str, Named] = {}
        self._acronyms: dict[str, Named | None] = {}
        """None where several have one acronym."""
        self._places: dict[tuple[str, str], Place] = {}

    def people(self, guesses: bool = False) -> tuple[Person, ...]:
        """Everybody who was named; with `guesses`, what is not certain is to be reviewed."""
        return tuple(each.record(Person, guesses) for each in self._people.values())

    def organisations(self, guesses: bool = False) -> tuple[Organisation, ...]:
        """Every organisation that was named, under whatever name; `guesses` as above."""
        found = {each.id: each for each in self._organisations.values()}
        return tuple(each.record(Organisation, guesses) for each in found.values())

    def places(self) -> tuple[Place, ...]:
        """Every place that was named."""
        return tuple(self._places.values())

    def person(self, stated: StatedPerson, where: Sequence[Where]) -> str | None:
        """The id of a person; None without a name, which is a doubt."""
        where = stated.where or where
        name = said(stated.name)
        if name is None:
            self._doubt(where, "a person without a name", "person")
            return None
        key = said(stated.key)
        place = (key, "") if key else ("", name_key(name))
        known = self._people.get(place)
        if key and known and not _may_be_one(known.values["name"], name):
            place = (key, name_key(name))
            if place not in self._people:
                message = f"“{name}” has the identifier of “{known.values['name']}”"
                self._doubt(where, f"{message}; taken as two people", "")
            known = self._people.get(place)
        if known is None:
            base = short_slug(name) or "person"
            known = Named(self._ids.new("people", base, f"{base}-{self._source()}"))
            self._people[place] = known
            if key:
                known.values["identifiers"] = (identifier(self._source(), key),)
        known.merge(self._cite(where), stated.guessed, name=name, url=said(stated.url))
        return known.id

    def organisation(
        self, name: str | None, where: Sequence[Where], acronym: str | None = None,
        guessed: Sequence[tuple[str, str]] = (), **values: Any,
    ) -> str | None:  # fmt: skip
        """The id of an organisation; None where none is named."""
        name, short = said(name), said(acronym)
        if name is None:
            return None
        key = name_key(name)
        known = self._organisations.get(key) or self._acronyms.get(key)
        if short and name_key(short) != key:
            known = self._with_acronym(known, name, name_key(short))
        if known is None:
            known = Named(self._ids.new("organisations", short_slug(name) or "organisation"))
        self._organisations[key] = known
        values = {each: said(value) if isinstance(value, str) else value
                  for each, value in values.items()}  # fmt: skip
        known.merge(self._cite(where), guessed, name=name, acronym=short, **values)
        return known.id

    def _with_acronym(self, known: Named | None, name: str, acronym: str) -> Named:
        """The organisation of a name; what has stood there under its bare acronym becomes it."""
        bare = self._organisations.get(acronym)
        if known is None and bare and name_key(bare.values["name"]) == acronym:
            known = bare
            known.values["name"] = name
        known = known or Named(self._ids.new("organisations", short_slug(name) or "organisation"))
        if self._acronyms.setdefault(acronym, known) is not known:
            self._acronyms[acronym] = None
        return known

    def place(self, stated: StatedPlace) -> str | None:
        """The id of a place; None where none is named."""
        name = said(stated.name)
        if name is None:
            return None
        key = (fold(name), fold(stated.country or ""))
        if key not in self._places:
            base = short_slug(name) or "place"
            id_ = self._ids.new("places", base, f"{base}-{short_slug(key[1])}".strip("-"))
            self._places[key] = Place(id=id_, name=name, country=said(stated.country))
        return self._places[key].id

    def affiliations(
        self, people: Iterable[StatedPerson], where: Sequence[Where]
    ) -> tuple[Affiliation, ...]:
        """The people of a talk or an event, each for every organisation that is stated."""
        found: dict[Affiliation, None] = {}
        for person in people:
            id_ = self.person(person, where)
            if id_ is None:
                continue
            for stated in person.affiliations or (StatedAffiliation(),):
                organisation = self.organisation(
                    stated.organisation, person.where or where, stated.acronym,
                    country=stated.country,
                )  # fmt: skip
                role = said(stated.role)
                found[Affiliation(person=id_, organisation=organisation, role=role)] = None
        return tuple(found)


def _may_be_one(one: str, other: str) -> bool:
    return one == other or likeness(one, other) >= ALIKE
