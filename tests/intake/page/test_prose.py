from __future__ import annotations

import pytest

from clustertui.intake.page.acronyms import organisations_in
from clustertui.intake.page.prose import sentences, talks_in

from .reading import Affiliation


def told(text: str) -> list[tuple[str | None, str, list[Affiliation]]]:
    return [
        (said.title, person.name,
         [(each.organisation, each.role, each.country) for each in person.affiliations])
        for said in talks_in(text) for person in said.people
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "talks"),
    [
        ("Zur Eröffnung sprach Dr. Annegret Öhl, Vorsitzende des Netzwerks Feinwerk, über das Thema "
         "„Kleine Teile, große Wirkung“. Den Hauptvortrag „Was Chips lernen“ hielt Prof. Dr. "
         "Pierre-Yves Chet von der Haute École du Lac.",
         [("Kleine Teile, große Wirkung", "Annegret Öhl", [("Netzwerks Feinwerk", "Vorsitzende", None)]),
          ("Was Chips lernen", "Pierre-Yves Chet", [("Haute École du Lac", None, None)])]),
        ("On the first day, Professor Moira Strach (University of the Valley) will speak on "
         "\"Patient money, impatient members\". She will be followed by Jens Kalt, Director at Seed "
         "Partners, Denmark, with a talk entitled \"When clusters buy shares\".",
         [("Patient money, impatient members", "Moira Strach", [("University of the Valley", None, None)]),
          ("When clusters buy shares", "Jens Kalt", [("Seed Partners", "Director", "Denmark")])]),
        ("Dr Beata Szal of the Tisza Bank, Hungary, will present \"Guarantees that nobody calls\", "
         "and Hector Villasen from Monter Clúster Lab, Mexico, will ask \"Who needs a fund?\".",
         [("Guarantees that nobody calls", "Beata Szal", [("Tisza Bank", None, "Hungary")]),
          ("Who needs a fund?", "Hector Villasen", [("Monter Clúster Lab", None, "Mexico")])]),
        ("Andrea Costag, amministratore delegato di Vele Ligure S.p.A., ha parlato di \"Lusso e "
         "carbonio\".", [("Lusso e carbonio", "Andrea Costag",
                          [("Vele Ligure S.p.A", "amministratore delegato", None)])]),
        ("Marta Salg, directora de Tecnología de Nava Seanergas, presentó la ponencia \"De la idea "
         "al mar\".", [("De la idea al mar", "Marta Salg",
                        [("Nava Seanergas", "directora de Tecnología", None)])]),
        ("The only guest was Mette Krog, Head of Relations at Fjordlink, who gave a keynote speech.",
         [("keynote speech", "Mette Krog", [("Fjordlink", "Head of Relations", None)])]),
        ("A talk on \"x\" was given by Jan Holm, Director of Foo Institute.", []),
        ("The \"Tide of change\" was presented to all.", []),
        ("Jan Holm likes \"the sea and the sky\".", []),
        ("Jan Holm spoke for an hour.", []),
    ],
)  # fmt: skip
def test_talks_are_told_by_who_speaks_and_about_what(
    text: str, talks: list[tuple[str, str, list[Affiliation]]]
) -> None:
    assert told(text) == talks


def test_a_title_is_told_from_a_keynote_without_one() -> None:
    (quoted,) = talks_in('Jan Holm spoke on "The tide of change".')
    (plain,) = talks_in("Jan Holm gave a keynote.")
    assert quoted.quoted
    assert not plain.quoted


def test_sentences_end_at_dots_but_not_at_titles() -> None:
    assert sentences("Am 3. Mai sprach Dr. Öhl. Dann war Schluss. It ended at 3 p.m. All left.") == [
        "Am 3. Mai sprach Dr. Öhl.", "Dann war Schluss.", "It ended at 3 p.m. All left.",
    ]  # fmt: skip
    assert sentences("") == [""]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("organised by the Hverir Energy Cluster (HEC) together",
         [("Hverir Energy Cluster", "HEC")]),
        ("KICLO (Korea Industrial Complex Lot Office) is", [("Korea Industrial Complex Lot Office", "KICLO")]),
        ("the agency and the Netzwerk Feinwerk Südbaden (NFS) in", [("Netzwerk Feinwerk Südbaden", "NFS")]),
        ("appointed by the Ministry of Trade, Industry and Energy (MOTIE)", []),
        ("no brackets", []),
        ("the year (2010) and Foo (Bar)", []),
        ("the Agency for Ice and Snow of Kvarn (AISK) in", [("Agency for Ice and Snow of Kvarn", "AISK")]),
        ("( (ABC)", []),
        ("EU (Foo Bar Baz) and", []),
    ],
)  # fmt: skip
def test_organisations_are_tied_to_their_acronyms(text: str, found: list[tuple[str, str]]) -> None:
    assert organisations_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Baltic Harbour Institute for Ropes (BHIR)",
         [("Baltic Harbour Institute for Ropes", "BHIR")]),
        ("in the Lund Institute of Sea Ropes (SRI)", []),
        ("we met them (EU) and left", []),
    ],
)  # fmt: skip
def test_an_acronym_is_tied_to_the_fewest_words_that_give_its_letters(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert organisations_in(text) == found


def test_of_a_very_long_row_of_names_only_a_part_is_taken() -> None:
    names = "Anna Maria Luisa Teresa Josefa Clara Elena Sofia Paula Berg"
    (said,) = talks_in(f"{names} presented “Tides and timber”.")
    assert said.title == "Tides and timber"
    assert names.startswith(said.people[0].name)
    assert len(said.people[0].name.split()) < 9


def test_an_acronym_may_begin_with_another_word_of_the_name() -> None:
    assert organisations_in("Institute of Rope Swedish (SIR)") == [
        ("Institute of Rope Swedish", "SIR")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The first lecture was “Tides and timber” by Dr. Ida Holm and Tor Berg, Port of Lund.",
         [("Tides and timber", ["Ida Holm", "Tor Berg"])]),
        ("The lecture “Tides and timber” with Dr. Tor Berg, Port of Lund; Dr. Eva Lind, Crane Institute.",
         [("Tides and timber", ["Tor Berg", "Eva Lind"])]),
        ("The lectures were “Tides and timber” by Dr. Tor Berg and “Ropes of rye” by Prof. Eva Lind.",
         [("Tides and timber", ["Tor Berg"]), ("Ropes of rye", ["Eva Lind"])]),
        ("Dr. Ida Holm gave lectures, “Tides and timber” by the port and “Ropes of rye” by the river.",
         [("Tides and timber", ["Ida Holm"]), ("Ropes of rye", ["Ida Holm"])]),
        ("“Tides and timber” was presented by Dr. Ida Holm.", [("Tides and timber", ["Ida Holm"])]),
        ("The lecture “Tides and timber” by Nobody At All of Lund, Dr. Eva Lind said.",
         [("Tides and timber", ["Eva Lind"])]),
    ],
)  # fmt: skip
def test_whoever_is_named_behind_a_title_speaks(
    text: str, found: list[tuple[str, list[str]]]
) -> None:
    assert [(s.title, [each.name for each in s.people]) for s in talks_in(text)] == found


def untold(text: str) -> list[tuple[str | None, list[str]]]:
    return [(said.title, [person.name for person in said.people]) for said in talks_in(text)]


@pytest.mark.parametrize(
    ("text", "talks"),
    [
        ("The day opened with a presentation by Dr. Ida Holm of the Moss Institute.",
         [(None, ["Ida Holm"])]),
        ("Anna Berg and Peter Falk gave a joint presentation about roofs.",
         [(None, ["Anna Berg", "Peter Falk"])]),
        ("Zorvan Quillux gave a talk about ropes.", [(None, ["Zorvan Quillux"])]),
        ("Two projects were presented by Ms. Anna Berg (Rope Museum).", [(None, ["Anna Berg"])]),
        ("Anna Berg said that the roof leaks.", []),
        ("The keynote by Anna Berg was short.", [(None, ["Anna Berg"])]),
        ("The keynote speech by Anna Berg was short.", [("keynote speech", ["Anna Berg"])]),
    ],
)  # fmt: skip
def test_talks_that_are_told_without_a_title(
    text: str, talks: list[tuple[str | None, list[str]]]
) -> None:
    assert untold(text) == talks


@pytest.mark.parametrize(
    ("text", "talks"),
    [
        ("In the morning Peter Falk led, and “Why roofs leak” was presented by Anna Berg.",
         [("Why roofs leak", ["Anna Berg"])]),
        ("Peter Falk watched how “Proč střechy tečou” pronesla Anna Berg.",
         [("Proč střechy tečou", ["Anna Berg"])]),
        ('Next came the round table "Who pays for roofs", with the participation of Anna Berg '
         "(Manager of Foo Roofs), Peter Falk (Bar College) and Ida Holm (Moss Institute).",
         [("Who pays for roofs", ["Anna Berg", "Peter Falk", "Ida Holm"])]),
    ],
)  # fmt: skip
def test_who_speaks_is_whom_the_words_behind_a_title_name(
    text: str, talks: list[tuple[str | None, list[str]]]
) -> None:
    assert untold(text) == talks


@pytest.mark.parametrize(
    ("text", "talks"),
    [
        ("The evening featured speeches from Mr. Jon Rask – Chairman of Foo; Ida Holm, Ambassador of "
         "Finland; and Anna Berg, Chairwoman of the Bar Council.",
         [(None, ["Jon Rask"]), (None, ["Ida Holm"]), (None, ["Anna Berg"])]),
        ("Two speeches were given by Anna Berg of the Moss Institute from Germany and Peter Falk of "
         "the Rope College.",
         [(None, ["Anna Berg"]), (None, ["Peter Falk"])]),
        ("En la primera mesa, “Leche y paciencia”, intervinieron Ana Rubio, de Foo; Eva Bianchi, de la "
         "Universidad de Bar, y Luis Blanco, de Qux.",
         [("Leche y paciencia", ["Ana Rubio", "Eva Bianchi", "Luis Blanco"])]),
    ],
)  # fmt: skip
def test_all_whom_a_sentence_lists(text: str, talks: list[tuple[str | None, list[str]]]) -> None:
    assert untold(text) == talks
