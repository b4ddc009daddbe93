from __future__ import annotations

import pytest

from clustertui.intake.page.names import LIKELY, SURE, is_nobody, is_title, named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prof. Dr.-Ing. habil. Jürgen Kolmar", "Jürgen Kolmar"),
        ("Dott.ssa Chiara Benetti", "Chiara Benetti"),
        ("Mme Hélène Dufour", "Hélène Dufour"),
        ("Hon. Deirdre Colman", "Deirdre Colman"),
        ("D. Ignacio Lanz", "Ignacio Lanz"),
        ("Agata Kowal, PhD", "Agata Kowal"),
        ("Anna Bergh MBA", "Anna Bergh"),
        ("Laura Petrow (tbc)", "Laura Petrow"),
        ("Josep Maria Vidal i Roca", "Josep Maria Vidal i Roca"),
        ("Henk van der Meer", "Henk van der Meer"),
        ("Raymond T. Ochs", "Raymond T. Ochs"),
        ("KANG Min-Seok", "KANG Min-Seok"),
        ("Tae Hee Kim", "Tae Hee Kim"),
        ("So-Yeun Kim", "So-Yeun Kim"),
        ("Michael O’Rourke", "Michael O’Rourke"),
        ("Ruairí Ó Briain", "Ruairí Ó Briain"),
        ("S. Auerbach", "S. Auerbach"),
        ("Cornelis \"Kees\" Woud", "Cornelis \"Kees\" Woud"),
        ("Marco Drei", "Marco Drei"),
        ("Jack Ma", "Jack Ma"),
        ("Anne-Catherine Thon", "Anne-Catherine Thon"),
        ("Khalid al-Rashid", "Khalid al-Rashid"),
        ("Fergal McAllister", "Fergal McAllister"),
    ],
)  # fmt: skip
def test_a_name_is_read_without_its_titles(text: str, name: str) -> None:
    read = named(text)
    assert read.name == name
    assert read.known
    assert read.score >= 1.5


@pytest.mark.parametrize(
    "text",
    [
        "Opening remarks", "Smart Specialisation", "Shore power in small ports", "Lunch", "Korea",
        "University of Kvarn", "Company pitches", "Senior Fellow", "Ligna Cell GmbH", "Q3 2010",
        "한일유럽 지역혁신포럼", "Green Deal", "Cross-border Trade", "Innovation Digitalization", "",
        "x" * 90, "One Two Three Four Five Six Seven Eight", "eBay PayPal", "GmbH", "Hub Labs",
        "CLEAN HEAT CLUSTERS",
    ],
)  # fmt: skip
def test_what_is_no_name_scores_low(text: str) -> None:
    assert named(text).score < LIKELY


def test_two_words_with_capitals_may_be_a_name_but_are_not_known_to_be() -> None:
    read = named("Onurk Karacaz")
    assert LIKELY < read.score <= SURE
    assert not read.known


def test_a_single_word_is_hardly_a_name() -> None:
    assert -1 < named("Boessow").score < LIKELY


@pytest.mark.parametrize("text", ["N.N.", "tbc", "(TBA)", "to be confirmed", "Por confirmar"])
def test_who_is_still_to_be_found_is_no_one(text: str) -> None:
    assert is_nobody(text)
    assert named(text.strip("()")).name == ""
    assert not is_nobody("Nora Nyman")


def test_an_honorific_may_say_a_role() -> None:
    assert named("Commissioner Hal Brewer").role == "Commissioner"
    assert named("Commissioner Brewer").role is None


def test_titles_are_known_as_such() -> None:
    assert is_title("Prof.")
    assert not is_title("Profile")


def test_small_honorifics_are_parts_of_names_too() -> None:
    assert named("Ing Maria Rossa").name == "Ing Maria Rossa"
    assert named("Don Alberto").name == "Don Alberto"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pan Ihor Zawadskyj", "Ihor Zawadskyj"),
        ("Pani Anna Nowak", "Anna Nowak"),
        ("Pan Wei", "Pan Wei"),
        ("mevrouw Anna de Vries", "Anna de Vries"),
        ("Dr. Anna Berg TBD", "Anna Berg"),
    ],
)
def test_titles_before_and_remarks_behind_a_name(text: str, name: str) -> None:
    assert named(text).name == name


@pytest.mark.parametrize("text", ["professor da Universidade do Porto", "do Alto Paraguai"])
def test_what_begins_with_a_particle_within_names_is_nobody(text: str) -> None:
    assert named(text).score < 0
