"""Whole pages, one for each layout: invented events, people and organisations."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clustertui.intake.document import Document, IntakeError
from clustertui.intake.page import importer
from clustertui.intake.stated import (
    Doubt,
    StatedEvent,
    StatedOrganisation,
    StatedSource,
    StatedTalk,
)

from .reading import (
    Spoken,
    document_of,
    events,
    points,
    spoken,
    statements,
    talks,
    titles,
    unaccounted,
    verdicts,
)

IN_BRACKETS = """\
    11/23/2015 - 11/25/2015 | Gent and Brugge, Belgium

    Harbour workshop in Flanders

    A workshop on harbours was arranged by the QUAYNET consortium from 23-25 November 2015.
    Some partners came together. The aim of the workshop was:
    (a) to see how ports are run; and
    (b) to compare fees.

    The results will be the basis for the 2nd Quaynet Forum to be held in Spring 2016 in Italy.

    - Introduction of the QUAYNET project (Steinhuber, Bureau of Quays at DLW, Germany)

    Tides and offers of northern ports (Mollerup, QDI/QDE-IT, Germany)

    - Cranes: Method and Tidal Works (Frankfurt, Hafenwerk Nord and ELBA Crane Network, Germany)

    Presentation by Korean participants

    - Port policy of KIPCO (Hye Kim, Korea Inland Port Corporation, KIPCO)

    - Current status of cranes, prospects of work with EU (Hyung Ahn, Crane Program Director, Ministry of Ports and Professor of Kvarn University)

    Share this Article
    """


def test_titles_with_their_people_in_brackets() -> None:
    assert spoken(IN_BRACKETS) == [
        ("Introduction of the QUAYNET project",
         [("Steinhuber", [("Bureau of Quays at DLW", None, "Germany")])]),
        ("Tides and offers of northern ports", [("Mollerup", [("QDI/QDE-IT", None, "Germany")])]),
        ("Cranes: Method and Tidal Works",
         [("Frankfurt", [("Hafenwerk Nord", None, "Germany"), ("ELBA Crane Network", None, "Germany")])]),
        ("Port policy of KIPCO", [("Hye Kim", [("Korea Inland Port Corporation", None, None)])]),
        ("Current status of cranes, prospects of work with EU",
         [("Hyung Ahn", [("Ministry of Ports", "Crane Program Director", None),
                         ("Kvarn University", "Professor", None)])]),
    ]  # fmt: skip
    main, following = events(IN_BRACKETS)
    assert (main.name, main.kind) == ("Harbour workshop in Flanders", "workshop")
    assert (main.start, main.end, main.precision) == (date(2015, 11, 23), date(2015, 11, 25), "day")
    assert [place.name for place in main.places] == ["Gent", "Brugge", "Belgium"]
    assert main.organisations == (("QUAYNET consortium", "organiser"),)
    assert main.follow_ups == (following.key,)
    assert (following.name, following.precision) == ("2nd Quaynet Forum", "season")
    assert points(IN_BRACKETS) == [("aim", "to see how ports are run"), ("aim", "to compare fees")]
    assert talks(IN_BRACKETS)[3].session == "Presentation by Korean participants"
    assert verdicts(IN_BRACKETS)[24] == "furniture"


PAGES: dict[str, tuple[str, list[Spoken]]] = {
    "time, title, speaker on one line": (
        """\
        Blue Quays Conference
        Gdynia, 21 September 2017
        AGENDA
        08:30 – 09:00 Registration and welcome coffee
        09:00 – 09:15 Welcome address, Marta Ziel (City of Gdynia)
        09:15 – 09:45 Keynote: Ships do not wait, Prof. Henk van der Meer (Delta University)
        10:15 – 10:30 Coffee break

        Session A: Fuels (Room Neptun)
        10:30 – 11:00 Retrofitting ferries, Paweł Gorski and Anna Liss (Yards Cluster)
        11:30 – 12:00 (tbc)
        12:00 Lunch
        13:30 – 14:30 Panel: How fast can we go?
              Moderator: Jakub Now (Maritime Cluster)
              Ingrid Sol (Ocean Cluster)
        """,
        [
            ("Welcome address", [("Marta Ziel", [("City of Gdynia", None, None)])]),
            ("Ships do not wait", [("Henk van der Meer", [("Delta University", None, None)])]),
            ("Retrofitting ferries", [("Paweł Gorski", [("Yards Cluster", None, None)]),
                                      ("Anna Liss", [("Yards Cluster", None, None)])]),
            ("How fast can we go?", [("Jakub Now", [("Maritime Cluster", "Moderator", None)]),
                                     ("Ingrid Sol", [("Ocean Cluster", None, None)])]),
        ],
    ),
    "time, title and speaker on lines of their own": (
        """\
        Alpine Cluster Days
        Innsbruck, 30 November – 2 December 2015

        DAY 1 – Monday, 30 November 2015

        14.00
        Welcome
        Johann Egg – Managing Director, Tyrol Cluster

        15.40 Coffee

        DAY 2 – Tuesday, 1 December 2015

        9.00
        Clusters across borders: the case of the lake
        Reto Amman – Secretary General, Precision Cluster
        Marco Zanel – Project Manager, Ropeways and Mobility Institute

        11.00
        Round table: Who trains them?
        Moderation: Johann Egg – Managing Director, Tyrol Cluster
        Andrea Pich – Head of Training, Chamber of Crafts

        DAY 3 – Wednesday, 2 December 2015
        9.00 – 12.00
        Company visit: Seilwerk GmbH (bus leaves at 8.30)
        """,
        [
            ("Welcome", [("Johann Egg", [("Tyrol Cluster", "Managing Director", None)])]),
            ("Clusters across borders: the case of the lake",
             [("Reto Amman", [("Precision Cluster", "Secretary General", None)]),
              ("Marco Zanel", [("Ropeways and Mobility Institute", "Project Manager", None)])]),
            ("Who trains them?",
             [("Johann Egg", [("Tyrol Cluster", "Managing Director", None)]),
              ("Andrea Pich", [("Chamber of Crafts", "Head of Training", None)])]),
            ("Company visit: Seilwerk GmbH", []),
        ],
    ),
    "speaker above the title": (
        """\
        GIORNATA DELLA CERAMICA
        Faenza, venerdì 12 aprile 2019
        PROGRAMMA

        ore 9.30
        Dott.ssa Chiara Benet, Direttrice, Distretto Ceramico
        Saluti e apertura

        ore 10.30
        Prof. Ing. Stefano Malag, Professore, Politecnico di Ravenna
        Dalla piastrella al sensore

        ore 12.45 Tavola rotonda: Formare i tecnici
        Modera: Chiara Benet, Distretto Ceramico
        Partecipano:
        • Stefano Malag, Politecnico di Ravenna
        • Paola Nera, Preside, Istituto Tecnico Ball
        """,
        [
            ("Saluti e apertura", [("Chiara Benet", [("Distretto Ceramico", "Direttrice", None)])]),
            ("Dalla piastrella al sensore",
             [("Stefano Malag", [("Politecnico di Ravenna", "Professore", None)])]),
            ("Formare i tecnici",
             [("Chiara Benet", [("Distretto Ceramico", None, None)]),
              ("Stefano Malag", [("Politecnico di Ravenna", None, None)]),
              ("Paola Nera", [("Istituto Tecnico Ball", "Preside", None)])]),
        ],
    ),
    "people in a list under a panel, in Markdown": (
        """\
        # MEDTECH CLUSTER FORUM

        Galway, Ireland · 6 & 7 June 2018

        ## Opening plenary

        Keynote speech
        * Hon. Deirdre Colman, Minister of State for Regions, Ireland

        ## Panel 1: Patients at the table

        How do clusters bring them together?

        * Dr. Nora Lind, Medical Director, Care Innovation Agency
        * Laura Petrow (tbc)

        Moderated by Dr. Fergal Keane, Cluster Manager, Atlantic Cluster

        ## Pitches

        * Stitchless – Tomasz Wron, Kraków Biomaterials
        """,
        [
            ("Keynote speech",
             [("Deirdre Colman", [(None, "Minister of State for Regions", "Ireland")])]),
            ("Patients at the table",
             [("Nora Lind", [("Care Innovation Agency", "Medical Director", None)]),
              ("Laura Petrow", []),
              ("Fergal Keane", [("Atlantic Cluster", "Cluster Manager", None)])]),
            ("Stitchless", [("Tomasz Wron", [("Kraków Biomaterials", None, None)])]),
        ],
    ),
    "a table with names of columns": (
        "Photonics Day\n"
        "Date:\t11 March 2014\n"
        "Place:\tJena, Germany\n\n"
        "Time\tTitle\tSpeaker\tOrganisation\tCountry\n"
        "09:00\tWelcome\tDr. Uwe Lorenz\tLichtnetz e.V.\tGermany\n"
        "10:15\tCoffee break\t\t\t\n"
        "11:15\tTwo clusters\tNiamh Tiern / Gareth Pugh\tWest Light Agency / Light Alliance\tIreland / UK\n"
        "11:45\tStandards\tN.N.\tMetrology Office\tGermany\n",
        [
            ("Welcome", [("Uwe Lorenz", [("Lichtnetz e.V.", None, "Germany")])]),
            ("Two clusters", [("Niamh Tiern", [("West Light Agency", None, "Ireland")]),
                              ("Gareth Pugh", [("Light Alliance", None, "UK")])]),
            ("Standards", []),
        ],
    ),
    "a table without names of columns": (
        """\
        Fórum do Mar – Peniche, 22 e 23 de maio de 2014

        | 22/05/2014 | Auditório | |
        | 09:30 | Sessão de abertura | Manuel Vascon, Presidente, Agência Mar |
        | 10:40 | Pausa para café | |
        | 23/05/2014 | Auditório | |
        | 09:30 | Surf e território | Sílvia Rebel, Vereadora, Câmara Municipal de Peniche |
        """,
        [
            ("Sessão de abertura", [("Manuel Vascon", [("Agência Mar", "Presidente", None)])]),
            ("Surf e território",
             [("Sílvia Rebel", [("Câmara Municipal de Peniche", "Vereadora", None)])]),
        ],
    ),
    "labelled blocks": (
        """\
        Innovationsforum Textil
        Wann: 27.–28. März 2017
        Wo: Textilmuseum, Augsburg
        Veranstalter: Textilnetz Süd

        Vorträge

        Vortrag: Smarte Stoffe für die Pflege
        Referentin: Prof. Dr. Yvonne Josef, TU Bergakademie Ost

        Vortrag: Nähroboter – Wunsch und Wirklichkeit
        Referenten: Michael Fraed (Sewbo GmbH), Dr. Ilka Schön (STFE)

        Vortrag: Kreislauf
        Referent: N.N.
        """,
        [
            ("Smarte Stoffe für die Pflege",
             [("Yvonne Josef", [("TU Bergakademie Ost", None, None)])]),
            ("Nähroboter – Wunsch und Wirklichkeit",
             [("Michael Fraed", [("Sewbo GmbH", None, None)]), ("Ilka Schön", [("STFE", None, None)])]),
            ("Kreislauf", []),
        ],
    ),
    "lines of commas": (
        """\
        Cluster Policy Seminar
        Ljubljana, Slovenia, 11.06.2012

        Speakers and contributions

        Evaluation without tears, Maja Hriba, Head of Unit, Ministry of Growth, Slovenia
        Why we closed, Lars Ekma, Programme Manager, Agency for Growth, Sweden
        Clusters, universities and the young, Ana Horvat, Vice-Dean, University of Varazd, Croatia

        Rapporteur: Matej Zupa, University of Celj
        """,
        [
            ("Evaluation without tears",
             [("Maja Hriba", [("Ministry of Growth", "Head of Unit", "Slovenia")])]),
            ("Why we closed", [("Lars Ekma", [("Agency for Growth", "Programme Manager", "Sweden")])]),
            ("Clusters, universities and the young",
             [("Ana Horvat", [("University of Varazd", "Vice-Dean", "Croatia")])]),
        ],
    ),
    "HTML": (
        """\
        <html><head><title>Heat Below | Cluster</title><script>"Speaker: Nobody (None)"</script></head>
        <body><nav><a>Home</a></nav>
        <div hidden>10:00 Secret, Jon Doe (Nowhere Ltd)</div>
        <h1>Heat Below: Geothermal Workshop</h1>
        <p>Akureyri, Iceland &mdash; 5&ndash;6&nbsp;September 2022</p>
        <h2>Programme</h2>
        <h3>Monday, 5 September</h3>
        <ul>
          <li>09:00 &ndash; 09:20 <b>Opening</b>, Guðrún Helga (Hverir Cluster)</li>
          <li>10:00 Coffee</li>
          <li>10:20 <b>Fish &amp; spas: what is left</b>, Páll Einar (Hverir Cluster) and Mari Hosh (Onsen Council, Japan)</li>
        </ul>
        <footer>&copy; 2022</footer></body></html>
        """,
        [
            ("Opening", [("Guðrún Helga", [("Hverir Cluster", None, None)])]),
            ("Fish & spas: what is left", [("Páll Einar", [("Hverir Cluster", None, None)]),
                                           ("Mari Hosh", [("Onsen Council", None, "Japan")])]),
        ],
    ),
    "names, posts and lives, each with a lecture": (
        """\
        Our speakers

        The Adriatic Academy takes place in Rijeka, Croatia, from 9 to 13 July 2018.

        Prof. Dr. Vesna Marus
        Professor of Economics, University of Kvarn
        Vesna Marus has studied towns for twenty years. She plays the cello.
        Lecture: "What is left when the yard closes"

        Luca Ferrar
        Partner, Nodari & Partners; Lecturer, Scuola di Trieste
        Luca advises clusters on contracts and disputes.
        Lecture: "Agreements, line by line"
        """,
        [
            ("What is left when the yard closes",
             [("Vesna Marus", [("University of Kvarn", "Professor of Economics", None)])]),
            ("Agreements, line by line",
             [("Luca Ferrar", [("Nodari & Partners", "Partner", None),
                               ("Scuola di Trieste", "Lecturer", None)])]),
        ],
    ),
    "times at the end of the line": (
        """\
        Fair "Machines" 2022 – Forum
        Poznań, Poland, 7 June 2022

        Welding gloves with a pulse / Sylwia Rata, SafeHand GmbH .......... 10:00
        Opening session (0930–0945)
          Flurin Cadu, Grison Network
        Lunch ............................................................ 13:00
        """,
        [
            ("Welding gloves with a pulse", [("Sylwia Rata", [("SafeHand GmbH", None, None)])]),
            ("Opening session", [("Flurin Cadu", [("Grison Network", None, None)])]),
        ],
    ),
    "titles above their times": (
        """\
        Packaging Seminar
        Lugano, 16 April 2024

        Paper that keeps
        09:15
        Noemi Gianin – Head of Design, Carta Viva SA

        Coffee
        10:45

        Empty shelves
        11:00
        Lina Mung – Manager, Talmarkt AG
        """,
        [
            ("Paper that keeps", [("Noemi Gianin", [("Carta Viva SA", "Head of Design", None)])]),
            ("Empty shelves", [("Lina Mung", [("Talmarkt AG", "Manager", None)])]),
        ],
    ),
    "parallel sessions in a grid": (
        """\
        Robots Workshop, Odense, 3 Sept. 2020

        Time | Hall 1: Machines | Hall 2: People
        09.00 | Welcome, Birgitte Skov (Funen Cluster) | |
        09.30 | Used robots, Lars Friis (ReArm ApS) | Fear of robots, Maud Leroy (Travail Institut)
        11.00 | Coffee | Coffee
        """,
        [
            ("Welcome", [("Birgitte Skov", [("Funen Cluster", None, None)])]),
            ("Used robots", [("Lars Friis", [("ReArm ApS", None, None)])]),
            ("Fear of robots", [("Maud Leroy", [("Travail Institut", None, None)])]),
        ],
    ),
    "minutes of a meeting": (
        """\
        3rd meeting of the Plastics Cluster
        Kufstein, 04.02.2020, 10:30–15:00

        Present: Sabine Auer (Kunststoffnetz), Franca Moser (Handelskammer Bozen)
        Excused: Dr. Regina Stadl (Hochschule Rosen)

        1. Formalities
        2. Report on the trial
        Presentation by Hans-Peter Lind (Polymer e.V.)
        5. Any other business

        Next meeting: 12.05.2020, Bolzano
        """,
        [("Report on the trial", [("Hans-Peter Lind", [("Polymer e.V.", None, None)])])],
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", PAGES)
def test_each_layout_is_read(layout: str) -> None:
    page, said = PAGES[layout]
    assert spoken(page) == said


@pytest.mark.parametrize("layout", PAGES)
def test_every_line_of_a_page_is_accounted_for(layout: str) -> None:
    assert unaccounted(PAGES[layout][0]) == set()


NEWS = """\
    Home / News

    Danish model meets Korean yards

    Submitted by Karen Holm on 19 November 2019

    On 12th November 2019 the Busan Marine Industry Agency (BMIA), which runs policy, organised the Korean Marine Cluster Day in Busan with 1.200 participants.

    The agency looks after 47 yards, which stand for 21.7% of the exports of the region.

    Several challenges were named that sound familiar:

    o   how to find welders

    o   how to share data

    The only guest was Mette Krog, Head of Relations at Fjordlink, The Organisation for the Sea in Denmark, who gave a keynote speech on the Danish approach:

    o   Members pay first

    o   One cluster for each field

    A visit of the Korean delegation to Aalborg is set for Tuesday the 4th of February, on the eve of the Nordic Maritime Matchmaking on 5th-6th February 2020 in Gothenburg.

    For more information, please contact Mette Krog
    """


def test_news_are_read_as_an_event_a_talk_and_what_was_said() -> None:
    main, visit, matchmaking = events(NEWS)
    assert (main.name, main.kind) == ("Korean Marine Cluster Day", "cluster day")
    assert (main.start, main.date_text) == (date(2019, 11, 12), "12th November 2019")
    assert [place.name for place in main.places] == ["Busan"]
    assert main.organisations == (("Busan Marine Industry Agency", "organiser"),)
    assert (visit.start, visit.guessed[0][0]) == (date(2020, 2, 4), "start")
    assert (matchmaking.start, matchmaking.end) == (date(2020, 2, 5), date(2020, 2, 6))
    assert spoken(NEWS) == [
        ("keynote speech", [("Mette Krog", [("Fjordlink", "Head of Relations", "Denmark")])])
    ]
    assert talks(NEWS)[0].guessed == (("title", "read out of running text"),)
    assert points(NEWS) == [
        ("challenge", "how to find welders"), ("challenge", "how to share data"),
        ("approach", "Members pay first"), ("approach", "One cluster for each field"),
    ]  # fmt: skip
    source = next(each for each in statements(NEWS) if isinstance(each, StatedSource))
    assert (source.author, source.published) == ("Karen Holm", date(2019, 11, 19))
    (agency,) = (each for each in statements(NEWS) if isinstance(each, StatedOrganisation))
    assert (agency.name, agency.acronym) == ("Busan Marine Industry Agency", "BMIA")
    assert unaccounted(NEWS) == set()


def test_a_talk_knows_its_moment_and_its_lines() -> None:
    page, _ = PAGES["time, title, speaker on one line"]
    first = talks(page)[0]
    assert (first.start, first.end) == (datetime(2017, 9, 21, 9), datetime(2017, 9, 21, 9, 15))
    assert [str(where) for where in first.where] == ["line 5"]
    assert talks(page)[1].kind == "keynote"
    assert talks(page)[3].kind == "panel"
    assert talks(page)[2].session == "Session A: Fuels"


def test_people_of_a_list_lend_their_posts_to_their_talks() -> None:
    page = """\
        Journée « Construire en bois »
        Date : jeudi 14 novembre 2019
        Lieu : Maison de la Forêt, Épinal
        Organisateurs : Grappe Bois et Agence de l’Habitat

        Intervenants :
        - Mme Hélène Ducas, Présidente, Grappe Bois
        - M. Kurt Aesch, Directeur, Berner Holzverbund, Suisse

        Déroulé
        9h00 – Accueil café
        9h30 – Ouverture – Hélène Ducas
        14h00 – Visite de la scierie
        """
    assert spoken(page) == [
        ("Ouverture", [("Hélène Ducas", [("Grappe Bois", "Présidente", None)])]),
        ("Visite de la scierie", []),
    ]
    (event,) = events(page)
    assert event.name == "Construire en bois"
    assert [person.name for person in event.people] == ["Kurt Aesch"]
    assert [name for name, _ in event.organisations] == ["Grappe Bois", "Agence de l’Habitat"]
    (speaker,) = talks(page)[0].people
    assert [str(where) for where in speaker.where] == ["line 7"]
    assert speaker.guessed == (("affiliations", "the page gives the affiliation elsewhere"),)


@pytest.mark.parametrize(
    "page",
    [
        "Rye bread\n\nYou need\n- 500 g flour\n\nDay 1\nMix half of the flour with water and leave it.\n"
        "9:00 Add the rest of the flour, the salt and water.\n11:00 Form a loaf.\n12:30 Bake it.\n",
        "A LICENCE\nVersion 2, June 1991\n\n1. You may copy this work in any medium you want to use.\n"
        "2. You must keep all the notices that refer to it.\n\nJames Hacker, President of Vice\n",
        "BUS TIMETABLE\nValid from 1 May 2019\n\nHarbour\n06:15 daily\n06:45 daily\n",
        "Membership\n\nFees\n• Companies: 240 euro\n\nOffice hours: Monday to Thursday 9:00 – 16:00\n",
        "Job: Cluster Manager\n\nWe look for a manager from 1 June 2020. You report to Maria Hub.\n",
        "한국어로만 쓰인 쪽입니다.\n아무것도 이해되지 않습니다.\n",
        "x" * 1_000_000,
        "((((" * 10_000 + "\n" + "- " * 10_000,
    ],
    ids=["recipe", "licence", "timetable", "fees", "job", "script", "one line", "signs"],
)  # fmt: skip
def test_a_page_that_is_no_programme_states_nothing(page: str) -> None:
    found = statements(page)
    assert not [each for each in found if isinstance(each, StatedEvent | StatedTalk)]
    assert set(verdicts(page).values()) <= {"not understood", "furniture"}
    assert any(map(str.isalpha, page)) is ("not understood" in verdicts(page).values())
    assert unaccounted(page) == set()


def test_broken_letters_are_read_and_stay_as_printed() -> None:
    page = (
        "Betreff: Programm â€žCluster trifft Ortâ€œ, 24.06.2015 in LÃ¼beck\n\n"
        "10:00 - 10:15 BegrÃ¼ÃŸung, Birgit Hans (Hansebelt Initiative)\n"
        "10:15 - 10:45 Wohin?, Dr. JÃ¶rg Peters (Stadtplanung GmbH)\n"
        "11:15 Kaffeepause\n"
    )
    assert spoken(page) == [
        ("BegrÃ¼ÃŸung", [("Birgit Hans", [("Hansebelt Initiative", None, None)])]),
        ("Wohin?", [("JÃ¶rg Peters", [("Stadtplanung GmbH", None, None)])]),
    ]
    (event,) = events(page)
    assert (event.name, event.start) == ("Cluster trifft Ort", date(2015, 6, 24))
    assert [place.name for place in event.places] == ["LÃ¼beck"]


def test_the_user_may_name_the_event() -> None:
    document = document_of(
        "10:00 Tides, Anna Bergh (Foo Cluster)\n11:00 Ebb, Jan Holm (Bar GmbH)\n"
    )
    named = Document(**{**{f: getattr(document, f) for f in ("name", "open", "size", "head")},
                        "event": "Quay Days"})  # fmt: skip
    (event,) = (
        each
        for each in importer.read(named, lambda done, size: None)
        if isinstance(each, StatedEvent)
    )
    assert event.name == "Quay Days"


def test_a_programme_without_a_name_is_called_after_its_file() -> None:
    (event,) = events("10:00 Tides, Anna Bergh (Foo Cluster)\n11:00 Ebb, Jan Holm (Bar GmbH)\n")
    assert event.name == "page"
    assert event.guessed[0][0] == "name"


def test_an_endless_page_says_how_far_it_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from clustertui.intake.page import lines

    monkeypatch.setattr(lines, "MOST_LINES", 2)
    page = "one\ntwo\nthree\n\nfour\n"
    (doubt,) = (each for each in statements(page) if isinstance(each, Doubt))
    assert (doubt.where.first_line, doubt.where.last_line) == (3, 5)
    assert verdicts(page)[5] == "not understood"


def test_any_text_is_recognised_and_a_folder_is_not(tmp_path: object) -> None:
    assert importer.recognises(document_of("anything"))
    from pathlib import Path

    assert not importer.recognises(Document("x", document_of("").open, folder=Path()))


def test_what_cannot_be_read_is_said() -> None:
    def refuse() -> None:
        raise OSError(5, "Input/output error")

    with pytest.raises(IntakeError, match="Input/output error"):
        list(importer.read(Document("x", refuse), lambda done, size: None))  # type: ignore[arg-type]


FRAGMENTS = st.sampled_from(
    [
        "9:00", "10.30 – 11.00", "Anna Bergh", "Dr. Jan Holm", "(Foo Cluster, Norway)", "Director",
        "University of Kvarn", " – ", ", ", ": ", "; ", " and ", "Title of a talk", "Coffee break",
        "Session 1", "Panel", "Moderator: ", "Speakers:", "Aims:", "- ", "• ", "\t", " | ", "#",
        "3 May 2010", "Monday", "“", "”", "(", ")", "[1]", "<p>", "</p>", "<li>", "N.N.", "Programme",
        "The workshop was held in Gent.", "1. ", "o   ", "35.5 %", "Share", "Page 1", "\u00a0", "Ã¼",
        "presented \"Tides of change\"", "Venue: Gent", "Time\tTitle\tSpeaker", "한국", "...... 9:30",
    ]
)  # fmt: skip
LINES = st.lists(FRAGMENTS, max_size=7).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=12).map("\n".join))
def test_any_page_is_read_with_every_line_accounted_for(page: str) -> None:
    assert unaccounted(page) == set()
    assert titles(page) is not None
