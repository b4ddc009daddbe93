"""Which column of a table holds what, by the words of its header row."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence

from clustertui.text import words

_NAMES = {
    "title": "title; talk; talk title; presentation; paper title; topic; subject; lecture;"
    " contribution; titel; vortrag; vortragstitel; thema; beitrag; titre; sujet; exposé;"
    " présentation; intitulé; título; titulo; ponencia; charla; tema; titolo; intervento",
    "speaker": "speaker; speakers; presenter; presenters; speaker name; speaker names;"
    " lecturer; author; authors; panelists; referent; referenten; referentin;"
    " sprecher; sprecherin; vortragende; vortragender; redner; orateur; orateurs; oratrice;"
    " intervenant; intervenants; conférencier; ponente; ponentes; orador; oradores; conferenciante;"
    " relatore; relatori; person; personne; persona",
    "organisation": "organisation; organization; organisations; organizations; affiliation;"
    " affiliations; company; institution; institute; employer; firma; unternehmen; einrichtung;"
    " institut; zugehörigkeit; organisme; société; entreprise; établissement; organización;"
    " empresa; institución; entidad; afiliación; organizzazione; azienda; ente",
    "role": "role; function; position; job title; job; funktion; rolle; fonction; poste; rôle;"
    " cargo; función; puesto; rol; ruolo",
    "country": "country; land; pays; país; paese; nation; herkunftsland",
    "event": "event; event name; event title; conference; workshop; veranstaltung; konferenz;"
    " tagung; événement; manifestation; colloque; evento; congreso; conferencia",
    "date": "date; day; datum; tag; jour; fecha; día; data; giorno; event date",
    "start": "start; begin; begins; starts; start date; start time; startdate; starttime; from;"
    " beginn; anfang; von; startzeit; début; de; inicio; comienzo; hora de inicio; inizio",
    "end": "end; ends; end date; end time; enddate; endtime; until; ende; bis; endzeit; fin; à;"
    " hora de fin; final; fine",
    "time": "time; hour; zeit; uhrzeit; heure; horaire; hora; ora; time slot; slot",
    "room": "room; hall; stage; raum; saal; bühne; salle; sala; aula",
    "session": "session; track; block; session title; stream; strang; sitzung; sesión; sessione",
    "url": "url; link; website; web; webseite; lien; enlace; homepage; page",
    "abstract": "abstract; description; summary; zusammenfassung; beschreibung; kurzfassung;"
    " résumé; descriptif; resumen; descripción; descrizione; riassunto",
    "language": "language; sprache; langue; idioma; lingua; lang",
    "kind": "kind; type; format; category; talk type; session type; art; typ; kategorie; genre;"
    " catégorie; tipo; categoría; formato",
    "place": "place; city; town; location; venue; ort; stadt; veranstaltungsort; lieu; ville;"
    " ciudad; lugar; luogo; città; sede",
    "organiser": "organiser; organizer; organised by; organized by; host; veranstalter;"
    " organisateur; organizador; organizzatore",
    "email": "email; e mail; mail; speaker email; correo; courriel",
    "id": "id; talk id; number; no; code; nr; nummer; numéro; número",
    "given": "first name; given name; firstname; vorname; prénom; nombre",
    "family": "last name; family name; surname; lastname; nachname; familienname; nom; apellido;"
    " apellidos; cognome",
    "name": "name; full name; nom complet; nombre completo",
}
COLUMNS = tuple(_NAMES)
"""Our names of the columns."""
DELIMITERS = (",", ";", "\t", "|")


_PLURAL = re.compile(r"[(/*:_]-?(?:s|es|en|in|innen|n|nen|r|rice|rices|a|as|e)\)?$", re.IGNORECASE)


def folded(header: str) -> str:
    """A column's name as it is compared: `Speaker(s)` is `speaker`."""
    return " ".join(words(_PLURAL.sub("", header.strip())))


_KNOWN = {folded(each): column for column, names in _NAMES.items() for each in names.split(";")} | {
    column: column for column in _NAMES
}
_LISTS = frozenset(
    ["speakers", "presenters", "authors", "panelists", "referenten", "orateurs",
     "intervenants", "ponentes", "oradores", "relatori", "speaker names", "vortragende"]
)  # fmt: skip


def recognised(cells: Sequence[str]) -> int:
    """How many of some cells are names of columns, each counted once."""
    return len({_KNOWN[each] for each in map(folded, cells) if each in _KNOWN})


def delimiter_of(line: str, given: Mapping[str, str]) -> str:
    """What parts the cells of a header row: that by which most of them are known."""
    wanted = {folded(each) for each in given.values()}

    def fit(delimiter: str) -> tuple[int, int]:
        cells = split(line, delimiter)
        own = sum(1 for each in cells if folded(each) in wanted)
        return own + recognised(cells), len(cells)

    return max(DELIMITERS, key=fit)


def split(line: str, delimiter: str) -> list[str]:
    """The cells of one line."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def columns_of(header: Sequence[str], given: Mapping[str, str]) -> dict[str, int]:
    """Our column → its place. What the user says comes first, then the first of each name.

    Raises LookupError with the name that the user gives and that is not there.
    """
    names = [folded(each) for each in header]
    places: dict[str, int] = {}
    for column, theirs in given.items():
        if column not in COLUMNS:
            raise LookupError(column)
        if folded(theirs) not in names:
            raise LookupError(theirs)
        places[column] = names.index(folded(theirs))
    taken = set(places.values())
    for place, name in enumerate(names):
        column = _KNOWN.get(name, "")
        if column and column not in places and place not in taken:
            places[column] = place
    if "name" in places:  # whose name it is depends on what else the table is about
        place = places.pop("name")
        column = "speaker" if "title" in places else "event"
        if not (column == "speaker" and "given" in places):
            places.setdefault(column, place)
    return places


def names_several(header: str) -> bool:
    """Whether a column's name says that a cell holds several people."""
    return folded(header) in _LISTS or _PLURAL.search(header.strip()) is not None
