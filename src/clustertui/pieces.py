"""Pieces of SQL that several kinds of record share."""

from __future__ import annotations

ORGANISATION = "coalesce(o.acronym, o.name)"
FULL_ORGANISATION = (
    "o.name || CASE WHEN o.acronym IS NULL OR instr(o.name, o.acronym) THEN ''"
    " ELSE ' (' || o.acronym || ')' END"
)
TALK = "coalesce(t.title, '(untitled ' || t.kind || ') ' || t.subject)"
ROLE_FOR = (
    "CASE WHEN a.organisation_id IS NULL THEN a.role"
    " WHEN a.role IS NULL THEN 'for' ELSE a.role || ', for' END"
)
LF = "char(10)"


def lines(label: str, text: str, tables: str) -> str:
    """SQL for one `label: text` line a row of `tables`, as `entries.also` holds them."""
    return (
        f"coalesce((SELECT group_concat(line, '') FROM (SELECT DISTINCT"
        f" {label} || ': ' || {text} || {LF} AS line FROM {tables})), '')"
    )


def line(label: str, text: str) -> str:
    """SQL for one `label: text` line, or nothing where the text is NULL."""
    return f"coalesce('{label}: ' || {text} || {LF}, '')"


def names(name: str, key: str, tables: str) -> str:
    """SQL for the names of the rows of `tables` in one text; `key` tells namesakes apart."""
    return f"(SELECT group_concat(name, ', ') FROM {distinct(name, key, tables)})"


def array(name: str, key: str, tables: str) -> str:
    """SQL for the same names as a JSON list."""
    return f"(SELECT json_group_array(name) FROM {distinct(name, key, tables)})"


def distinct(name: str, key: str, tables: str) -> str:
    """SQL for a table of the different rows of `tables`, in their order."""
    return f"(SELECT DISTINCT {key}, {name} AS name FROM {tables})"


def cited(kind: str, id_: str) -> str:
    """SQL for the citations of a record as a JSON list."""
    return array(
        "c.source_id || coalesce(':' || c.first_line || CASE WHEN c.last_line > c.first_line"
        " THEN '-' || c.last_line ELSE '' END, '#' || c.item)",
        "c.id",
        f"citations c WHERE c.kind = '{kind}' AND c.record_id = {id_} ORDER BY c.id",
    )


SPEAKING = "affiliations a JOIN people p ON p.id = a.person_id"
FOR = "affiliations a JOIN organisations o ON o.id = a.organisation_id"

TALK_PEOPLE = f"{SPEAKING} WHERE a.talk_id = t.id ORDER BY a.id"
