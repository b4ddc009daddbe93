"""Roles that a label gives: `Moderator:` says what a person is, `Moderated by` what is done."""

from __future__ import annotations

from clustertui.intake.page.callings import ROLE_HEADS
from clustertui.intake.page.wordlists import words_of
from clustertui.intake.stated import StatedAffiliation, StatedPerson
from clustertui.text import fold


def with_role(person: StatedPerson, label: str) -> StatedPerson:
    """The person with the role that a label such as `Moderator:` says, if no other is known."""
    word = fold(label).strip()
    single = word[:-1] if word.endswith("s") else word
    if single not in ROLES_OF_LABELS:
        return person
    if not person.affiliations:
        return person._replace(affiliations=(StatedAffiliation(role=_singular(label)),))
    first = person.affiliations[0]
    if first.role:
        return person
    rest = person.affiliations[1:]
    return person._replace(affiliations=(first._replace(role=_singular(label)), *rest))


def _singular(label: str) -> str:
    return label[:-1] if label.endswith("s") else label


ROLES_OF_LABELS = (
    ROLE_HEADS
    & frozenset(
        words_of(
            """
    moderator moderatorin chair chairman chairwoman chairperson
    """
        )
    )
    | frozenset(
        words_of(
            """
    rapporteur facilitator co-chair session chair discussant interviewer moderatore moderatrice
    moderador moderadora moderateur host
    """
        )
    )
    | {"session chair"}
)
"""Labels that say what a person is, folded; `Moderated by` says what is done."""
