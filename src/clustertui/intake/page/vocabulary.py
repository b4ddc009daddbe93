"""What the lines of a programme begin with or consist of: labels, pauses, furniture, sections.

All words are folded: lower case, without accents. A stem stands for all words that begin with it.
"""

from __future__ import annotations

from clustertui.intake.page.wordlists import phrases_of, words_of

LABELS: dict[str, str] = {
    word: meaning
    for meaning, words in {
        "date": """
            wanneer|data i miejsce|date and venue|tid|hvornar|date|dates|when|date & time|
            date and time|period|datum|termin|zeitraum|zeit|wann|quand|fecha|fechas|cuando|data|
            data e ora|quando|data i hora|dates et horaires|datum und uhrzeit|day|days
            """,
        "place": """
            miejsce|plaats|locatie|waar|sted|hvor|luogo dell'evento|venue|place|places|location|
            where|city|address|meeting venue|ort|orte|veranstaltungsort|tagungsort|wo|lieu|
            lieux|ou|adresse|lugar|lugares|donde|sede|luogo|luoghi|dove|local|onde|plats|stad
            """,
        "organiser": """
            organisatie|organizator|organizatorzy|organisator|organisatoren|arrangor|arranger|
            organizacja|comite d'organisation|organizan y convocan|an event by|organised by|
            organized by|organiser|organisers|organizer|organizers|host|hosts|hosted by|
            hosted jointly by|jointly organised by|co-organised by|organisation|
            organising institution|promoted by|convened by|veranstalter|veranstalterin|
            ausrichter|organisiert von|gastgeber|organisateur|organisateurs|organise par|
            organiza|organizan|organizador|organizadores|organizado por|organizzato da|
            organizzatore|organizzatori|organizzazione|promosso da|organizacao|organizacion|
            convoca|promotor|colloquium organizers|colloquium organisers|seminar organizers|
            seminar organisers|conference organizers|workshop organizers|workshop organisers|
            conveners|convenors
            """,
        "partner": """
            patrocinadores|patrocinador|sponsor oro|con il contributo di|con il patrocinio di|
            mit freundlicher unterstutzung|mit freundlicher unterstutzung von|
            avec le soutien de|co-organizer|co-organiser|patron medialny|media partner|
            with thanks to|unterstutzer|supporters|silver sponsors|gold sponsors|sponsored|
            supported by|in cooperation with|in collaboration with|partners|partner|sponsor|
            sponsors|sponsored by|co-funded by|funded by|with the support of|colabora|colaboran|
            con la collaborazione di|in collaborazione con|patrocinio|en partenariat avec|
            partenaires|unterstutzt von|gefordert durch|kooperationspartner|in kooperation mit|
            apoio|con el apoyo de|collabora
            """,
        "event": """
            event|event title|title of the event|name of the event|conference|workshop title|
            veranstaltung|titel der veranstaltung|evenement|intitule|evento|titolo dell'evento|
            nombre del evento|subject|betreff|objet|asunto|oggetto|re|seminar|workshop|webinar
            """,
        "title": """
            slides|talks about|speaks about|speaks on|spoke on|subject of the talk|
            title of lecture|lezione|charla|palestra|onderwerp|temat|tytul|
            titolo della relazione|titulo de la ponencia|title|titel|titre|titulo|titolo|talk|
            lecture|talk title|title of the talk|presentation title|title of presentation|
            vortrag|vortragstitel|thema|topic|intervention|expose|ponencia|conferencia|tema|
            relazione|intervento|presentation|sujet|subject of talk|theme|
            titre de l'intervention|keynote|keynote lecture|keynote speech|paper|contribution|
            beitrag|masterclass|talk by|title of talk
            """,
        "speaker": """
            uczestnicy dyskusji|w dyskusji udzial wezma|dyskutanci|w panelu|goscie|diskutujici|
            panelistky|diskutuji|i panelet|medverkande|medvirkende|deltagare i panelen|
            experts|palestrante|palestrantes|debatedor|debatedores|expositor|expositores|discussianten|
            discussiant|panelleden|speakers include|speakers included|podiumsteilnehmer|
            podiumsteilnehmende|presenting|featuring|including|participating|autour de la table|
            am tisch|on stage|auf der buhne|a table|input by|in conversation|
            panel members|discutono|ne discutono|intervengono|conversano|dialogano|respondent|
            respondents|spreker|sprekers|door|met|prelegent|prelegenci|udzial biora|paneliści|
            panelisci|paneldeelnemers|oradores|oradoras|participam|convidados|convidado|taler|
            talare|oplaegsholder|foredragsholder|guide|interviene|keynotes|speeches|mit dabei|
            gaste auf dem podium|zu gast|invites|invitee|avec la participation de|
            con la participacion de|con la partecipazione di|relazionano|relaziona|espone|
            exponen|charla de|a cura di|presenting author|teacher|teachers|tutor|tutors|
            instructor|instructors|host and speaker|speaker and title|speaker|speakers|
            keynote speaker|keynote speakers|presenter|presenters|presented by|by|given by|
            presentation by|presentations by|lecturer|lecturers|referent|referenten|referentin|
            referentinnen|referierende|vortragende|vortragender|vortragende(r)|redner|rednerin|
            sprecher|sprecherin|sprecherinnen|intervenant|intervenante|intervenants|orateur|
            oratrice|orateurs|conferencier|presente par|par|con|a cargo de|ponente|ponentes|
            ponenti|relatore|relatrice|relatori|intervienen|oratori|orador|oradora|participan|
            partecipano|panelists|panellists|panelist|panellist|discussants|discussant|
            participants|podium|teilnehmer|teilnehmende|auf dem podium|es diskutieren|
            es sprechen|mit|with|avec|diskussion mit|participants a la table ronde|discutants|
            speaker(s)|presenter(s)|author|authors|autor|autoren|auteur|auteurs|guests|guest|
            guest speaker|gast|gaste|discussion|panelistas|panelista|imparte|imparten|presenta|
            presentan|facilitates|dirige|ponen|interventi|interventi di|tavolo|
            panelists and speakers|confirmed speakers|invited speakers|impuls|impulse|
            impulsgeber|inputs|in conversation with|trainer|trainers|panel|introduced by|
            introduction by|eroffnung durch|name
            """,
        "moderator": """
            mediador|mediadora|moderadores|discussieleider|mod|
            in the chair|dagvoorzitter|moderatie|gespreksleider|coordina|coordinano|prowadzenie|
            prowadzacy|moderacja|ordstyrer|moderador de la mesa|conduce e modera|animateur|
            animatrice|presidence de seance|course director|chairs of sections|
            gastgeber und moderation|moderator|moderators|moderated by|moderation|moderiert von|
            moderatorin|moderateur|moderatrice|anime par|animation|animee par|modera|moderan|
            moderador|moderadora|moderatore|moderano|chair|chairs|chaired by|session chair|
            chairperson|chairman|chairwoman|co-chair|co-chairs|vorsitz|leitung|sitzungsleitung|
            president de seance|presidente di seduta|presidence|sous la presidence de|
            presidencia|coordinatore|facilitator|facilitators|facilitated by|facilitation|
            facilita|facilitan|facilitador|rapporteur|rapporteurs|host|diskussionsleitung|
            gesprachsleitung|preside|conduce|introduce|coordinated by|interviewer|moderacao|
            moderação|led by|moderateurs|moderatrices|voorzitter|modereert|moderator/in|
            moderatorinnen|moderatori|moderatrici|moderadoras|presidenza|discussion leader
            """,
        "organisation": """
            affiliation|affiliations|organisation|organization|institution|company|institut|
            firma|unternehmen|organismo|ente|entidad|entite|organisme|affiliazione|employer|
            institute|einrichtung|empresa|azienda|entreprise|structure
            """,
        "role": """
            position|role|function|job title|funktion|stelle|fonction|cargo|puesto|ruolo|carica|
            poste
            """,
        "country": "country|land|pays|pais|paese|nation",
        "time": "time|uhrzeit|heure|horaire|hora|horario|ora|orario|schedule|beginn|zeiten",
        "list": """
            attending|absent|guests|with apologies|aanwezig|afwezig|obecni|participants present|
            press contact|signed|written by|checked|approved|minutes|protokoll|compte rendu|
            acta|verbale|minutes by|present|excused|anwesend|entschuldigt|presents|excuses|
            attendees|apologies|asistentes|presenti|delegation|in attendance|minute taker
            """,
        "kind": "type|format|art|formato|tipo|kind|veranstaltungsart",
        "session": "track|session|block|sektion|strand|stream|bloque|sessione|sesion",
        "abstract": "abstract|summary|zusammenfassung|resume|resumen|riassunto|inhalt|description",
    }.items()
    for word in phrases_of(words)
}  # fmt: skip
"""What stands before a colon → what follows it."""

PANEL = phrases_of(
    """
        dyskusja panelowa|debata|dyskusja|streitgesprach|conversa|conversation|paneldiscussie|
        panel dyskusyjny|panelova diskuse|paneldebatt|panelsamtal|kerekasztal|
        mesa de experiencias|debate panel|panel discussion|panel|round table|roundtable|
        round-table discussion|round table discussion|roundtable discussion|podiumsdiskussion|
        podiumsgesprach|podium|paneldiskussion|table ronde|mesa redonda|mesa de debate|
        tavola rotonda|debate|debat|diskussionsrunde|expertenrunde|gesprachsrunde|
        plenary debate|fireside chat|fishbowl|talkrunde|coloquio|dibattito|high-level panel|
        panneau|panel de discussion|paneldebatte|expert panel
        """
)
"""What a discussion of several people is called."""

FORMATS = phrases_of(
    """
        ponencia marco|opening lecture|special lecture|referaat|lezing|foredrag|prezentacja|
        wyklad|workshop talk|keynote speech|keynote lecture|keynote address|
        keynote presentation|keynote talk|keynote|plenary lecture|plenary talk|opening keynote|
        closing keynote|invited talk|invited lecture|presentation|lecture|talk|vortrag|
        impulsvortrag|impuls|hauptvortrag|fachvortrag|expose|conference|ponencia|
        ponencia inaugural|conferencia|conferencia inaugural|relazione|intervento|
        lectio magistralis|intervention|presentazione|presentacion|pitch|case study|fallstudie|
        best practice|good practice|praxisbeispiel|temoignage|masterclass|demo|short talk|input|
        briefing|invited speech|interview|testimonianza|palestra|conference inaugurale|
        conference introductive|conference de cloture|conference d'ouverture|
        conference pleniere|plenary session|seminar|training|pleniere|seance pleniere|
        sesion plenaria|sessione plenaria|plenary
        """
)
"""What a single contribution is called before the colon that precedes its title."""

GREETINGS = frozenset(
    words_of(
        """
    welcome opening closing conclusions introduction saluti conclusioni introduzione apertura
    chiusura bienvenida inauguracion clausura conclusiones presentacion abertura encerramento
    boas-vindas accueil ouverture cloture conclusion bienvenue begrussung grusswort eroffnung
    schlusswort einfuhrung synthese synthesis wrap-up allocutions powitanie otwarcie
    podsumowanie velkommen avslutning oppsummering valkommen invigning avaus
    afsluiting welkom benvenuto
    """
    )
)
"""What is said at the beginning and the end, in one word; folded."""

PAUSES = frozenset(
    words_of(
        """
    recepcio dinar sopar esmorzar rececao acolhimento shuttle coffee tea lunch break pause
    kaffeepause mittagspause kaffee mittagessen mittagsimbiss
    imbiss mittagsbuffet buffetlunch breakfast fruhstuck registration anmeldung einlass
    akkreditierung cafe dejeuner accueil enregistrement inscription almuerzo descanso
    inscripcion registro acreditacion acreditaciones pranzo colazione registrazione
    accreditamento iscrizioni aperitivo aperitif apero almoco intervalo inscricao registo
    kaffe refreshments networking dinner abendessen diner cocktail check-in anreise
    abreise lunchbreak coffeebreak teabreak get-together abfahrt ruckfahrt ruckreise
    umtrunk ausklang stehempfang sektempfang pausa kava lanch luncheon brunch jantar
    abendempfang recepcion vermut sign-in welcome-coffee networkingpause networkinglunch pausen
    lunches
    breakfasts rinfresco accreditation inloop koffie borrel lunchpauze koffiepauze przerwa
    obiad rejestracja kawowa frokost pauze merenda prestavka registrace obed kavova kolace
    accoglienza refreshment poczestunek inscricoes mingel fika aperitief aperitivos adjourn badge
    badges bilateral matchmaking b2b
    one-to-one recepcao banquet banquete banchetto bankett supper icebreaker mixer degustazione
    degustation degustacion inschrijving onthaal poczestunek kolacja vecere ebed vacsora
    illallinen lounas kahvi
    """
    )
)
"""Words of items that are none: nobody speaks there."""
PAUSE_ENDS = (
    "pause", "pauze", "kaffee", "koffie", "imbiss", "maaltijd", "mahlzeit", "empfang", "fruhstuck",
    "mittagessen", "abendessen", "ontvangst", "lunsj", "middag", "lounas", "kahvi",
)  # fmt: skip
"""Ends of such words where a language writes several as one: `Broodjesmaaltijd`."""

RIDES = frozenset(
    words_of(
        """
    transfer bus train flight return transport travel stretching doors boarding hotel
    fahrt zugfahrt flug tram leg stretch sandwiches soup cake buns chai vino vin photo
    fotopause snacks arrival arrivo llegada arrivee ankunft departure depart salida
    partenza partida reception empfang gala cena comida drinks credentials coctel buffet
    """
    )
)
"""First words of short items that are none: rides, meals that are other things too."""
NOT_PAUSES = frozenset(
    words_of(
        """
    visit visita visite besuch besichtigung excursion exkursion tour workshop panel speech seminar
    keynote talk presentation introduction report session debate conference besichtigungen field
    """
    )
)
"""Words that make an item of a line in spite of a word for a pause."""

EMPTY_ITEMS = frozenset(phrases_of(
    """
        goodbye|bye bye|doors open|q&a|q & a|questions|questions and answers|questions & answers|
        questions/answers|
        discussion|general discussion|diskussion|fragen|fragen und antworten|echanges|debat|
        discussions|questions/reponses|questions et reponses|preguntas|coloquio|
        ruegos y preguntas|domande|dibattito|tbc|tba|tbd|n.n.|nn|free time|end|
        end of the conference|end of the event|end of the meeting|end of day|end of day 1|
        end of day 2|end of day one|end of the workshop|end of the day|end of workshop|
        end of conference|end of meeting|end of the seminar|ende|ende der veranstaltung|
        veranstaltungsende|fin|fin de la journee|fine|fine lavori|fine dei lavori|
        fin de la jornada|any other business|aob|verschiedenes|tour de table|group photo|
        family photo|gruppenfoto|photo de groupe|foto de familia|foto di gruppo|
        parallel sessions|parallel session|parallel workshops|parallele workshops|
        parallele sessions|workshops|sessions paralleles|ateliers paralleles|sesiones paralelas|
        sessioni parallele|breakout sessions|end of programme|end of program|end of first day|
        end of the first day|ende des ersten tages|to be confirmed|to be announced|
        por confirmar|a confirmer|da confermare|wird noch bekannt gegeben|close|meeting ends|
        domande e risposte|discussione|q&a session|panel q&a|gemeinsames essen|dyskusja|
        diskuse|debate|debates|
        debats|perguntas|perguntas e respostas|perguntas e debates|preguntas y respuestas|
        turno de preguntas|einde|fim|slut|koniec|konec|vege|schluss|online only|on zoom|
        via zoom|tbs|        cierre de la jornada|time for questions|open questions|ausklang|
        discussion and questions|questions and discussion|questions from the floor|programme|
        program
        """
))  # fmt: skip
"""Whole items, folded, that have no content of their own."""


SECTION_WORDS = frozenset(
    words_of(
        """
    session sessions block teil part partie sesion sessao sessione seduta sektion section
    themenblock modul module track strand stream parallel atelier bloque parte blocco
    forum-session plenum table axe volet plenary plenaire sitzung seance parallelsession slot
    chapter theme breakout
    """
    )
)
"""First words of the heading of several talks."""

PROGRAMME = frozenset(
    phrases_of(
    """
        programme|program|programm|programma|programa|agenda|schedule|tagesordnung|ablauf|
        deroule|ordre du jour|orden del dia|ordine del giorno|timetable|zeitplan|
        provisional programme|draft programme|final programme|preliminary programme|
        draft agenda|provisional agenda|final agenda|contents and programme|
        speakers and contributions|vortrage|presentations|talks|contributions|horaire|horario|
        conference programme|workshop programme|workshop agenda|vorlaufiges programm|
        programme provisoire|programma provvisorio|programa provisional|
        presentations and speakers|lectures|interventions|ponencias|relazioni|
        programme of the day|meeting agenda|draft program|preliminary program|full programme|
        detailed programme|programmablauf|tagungsprogramm|programmpunkte|veranstaltungsprogramm|
        agenda of the day|programme de la journee|programma della giornata|
        programa de la jornada
        """
))  # fmt: skip
"""Headings, folded, after which the programme begins."""

PEOPLE_LISTS = frozenset(
    phrases_of(
    """
        speakers a-z|referenten a-z|
        who|wer|chi|quien|bios|speaker bios|speakers' bios|speakers’ bios|about our speakers|
        who teaches|who learns|who speaks|who is who|who's who|wer spricht|teachers|trainers|
        lecturers|faculty|chi parla|qui parle|quien habla|nuestros ponentes|die vortragenden|
        about the speakers|meet the speakers|speaker biographies|biographies|teilnehmerliste|
        deltagare|deelnemers|sprekers|prelegenci|uczestnicy|relatrici e relatori|speakers a–z|
        order of speakers|the delegation|die delegation|membres de la delegation|speakers|
        our speakers|the speakers|keynote speakers|confirmed speakers|invited speakers|speaker|
        participants|list of participants|referenten|referentinnen und referenten|referierende|
        unsere referenten|unsere referentinnen|teilnehmer|teilnehmende|intervenants|
        les intervenants|liste des participants|ponentes|participantes|relatori|i relatori|
        partecipanti|oradores|steering committee|programme committee|organising committee|
        committee|who will be there|delegation|members of the delegation|die referenten|
        sprecher|mitwirkende|our experts|experts|present|excused|anwesend|entschuldigt|presents|
        excuses|asistentes|presenti|attendees|apologies|in attendance|jury|beirat|vorstand|
        our team|team|contact persons|ansprechpartner|contacts
        """
))  # fmt: skip
"""Headings, folded, of lists of people who need not speak."""

POINT_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("expected outcome", ("expected outcome", "expected result", "outcome", "expected impact",
        "resultats attendu", "resultados esperado", "risultati attesi", "erwartete ergebniss",
        "erwartetes ergebnis", "ergebniss", "deliverable", "resultados", "resultats", "risultati",
        "expected output", "outputs", "results expected", "what we expect", "take-away",
        "takeaways",
        "erwartete resultate", "impact attendu", "resultados previstos")),
    ("challenge", ("challenge", "herausforderung", "defis", "defi ", "retos", "reto ", "sfide",
        "desafio", "problems", "difficult", "obstacle", "barrier", "hindernis", "issues",
        "probleme", "bottleneck", "criticita", "ostacoli", "enjeux", "schwierigkeit",
        "offene fragen",
        "open questions", "hurdle", "difficulte", "dificultad")),
    ("aim", ("aim", "objective", "goal", "purpose", "ziel", "zwecke", "objectif", "but de", "buts",
        "objetivo", "finalidad", "obiettiv", "finalita", "scopo", "scopi", "objectius", "priorit",
        "want to", "intend", "zweck", "wir wollen", "wir mochten", "seeks to", "mission of the")),
    ("approach", ("approach", "ansatz", "approche", "enfoque", "approccio", "principle", "strategy",
        "strategie", "estrategia", "strategia", "method", "vorgehen", "demarche", "grundsatz",
        "principios", "principi", "lessons learn", "success factor", "erfolgsfaktor", "lessons",
        "abordagem", "measures", "massnahmen", "pillars", "saulen", "model rests", "model has")),
)  # fmt: skip
"""Kind of a point → the folded beginnings of words that announce a list of them, in this order."""

EVENT_KINDS: tuple[tuple[str, str], ...] = tuple(
    (stem, kind)
    for kind, stems in (
        ("matchmaking", "matchmaking/brokerage/b2b/partnering/kooperationsborse/match-making/"
            "rencontres d'affaires/pitching/partnersuche"),
        ("cluster day", "cluster day/clustertag/cluster-tag/cluster days/marine day/"),
        ("mission", "mission/delegationsreise/unternehmerreise/mision/missione/trade trip/trip/"
            "study tour/studienreise"),
        ("visit", "visit/besuch/visite/visita/site tour"),
        ("fair", "fair/messe/expo/exhibition/salon/feria/fiera/ausstellung/utility week"),
        ("hackathon", "hackathon"),
        ("webinar", "webinar/webinaire/webinario/online-seminar"),
        ("training", "training/schulung/summer school/academy/akademie/formation/course/kurs/"
            "curso/corso/winter school/masterclass/bootcamp/autumn school/lehrgang/"
            "weiterbildung/formazione"),
        ("workshop", "workshop/atelier/taller/laboratorio di/exchange/werkstatt/jornada/journee"),
        ("seminar", "seminar/seminaire/seminario/kolloquium/colloquium/colloque"),
        ("forum", "forum/foro/dialog/dialogue"),
        ("meeting", "meeting/sitzung/treffen/reunion/riunione/assembly/versammlung/assemblee/"
            "asamblea/info day/info session/information session/seance d'information/"
            "sesion informativa/sessione informativa/sessao informativa/infoveranstaltung/infotag/"
            "steering group/encuentro/incontro/rencontre/gathering/stammtisch/retreat/"
            "klausurtagung/infoday/netzwerktreffen/treff/meet-up/meetup/spotkanie/seminaari/"
            "bijeenkomst/vergadering/setkani/talalkozo"),
        ("conference", "conference/konferenz/tagung/kongress/congress/congres/conferencia/"
            "congreso/conferenza/convegno/congresso/symposium/symposion/simposio/summit/gipfel/"
            "sommet/cumbre/vertice/giornata/days/tage/day/journees/tag/jornadas/giornate/"
            "convention/encontro/encontros/jornades/simposium/conferinta/konferencja/"
            "konferens/assises/fachtag/festival/week/woche/semaine/dag/dagen"),
        ("event", "event/veranstaltung/evento/evenement/launch/ceremony/gala/celebration/preis/"
            "award"),
    )
    for stem in stems.split("/") if stem
)  # fmt: skip
"""Word of an event's name, folded → the kind of the event; the first that is found decides."""

NOBODY = frozenset(
    words_of(
        """
    n.n. nn n.n n/n tbc tba tbd t.b.c. t.b.a. t.b.d. t.b.c t.b.a t.b.d n.a. ??? … ... ?
    """
    )
) | frozenset(
    phrases_of(
        """
            to be confirmed|to be announced|to be defined|por confirmar|a confirmar|
            por determinar|a confirmer|a definir|da confermare|da definire|
            wird noch bekannt gegeben|angefragt|invited|noch offen|speaker tbc|
            speaker to be confirmed|to be named|in planung|nomen nominandum|speaker tba|
            speaker to be announced|asked|requested|all|alle|all participants|tous|todos|tutti|
            all speakers|the audience|everybody|everyone
            """
    )
)
"""What stands where a speaker would stand and names none; folded."""

COLUMNS: dict[str, str] = {
    word: meaning
    for meaning, words in {
        "time": """day/time|day time|date/time|date and time|when|time|start|slot|uhrzeit|zeit|
            hour|horaire|hora|ora|heure|orario|wann|
            quand""",
        "title": """
            oggetto|lecture|lectures|talks|talk|title of talk|what|topic|topics|item|items|
            programme|activity|presentation title|was|thema|contents|content|titel des vortrags|
            programmpunkt|inhalt|contenu|contenido|attivita|actividad|activite|session title|
            subject|title of presentation|argomento|asunto
            """,
        "speaker": """
            lecturer|teacher|teachers|trainer|relatore|ponente|orateur|who|name|names|wer|qui|
            quien|chi|person|nom|nombre|nome|first and last name|participant|full name|
            vortragende|moderator speaker|presenters|speakers|speaker
            """,
        "session": "session|block|track|theme|panel|day",
        "organisation": """from|affiliation|from organisation|cluster|organisations|affiliations|
            company""",
        "role": "title role|position|function|role",
        "room": "room|raum|saal|sala|salle|venue|hall|where|place|ort|lieu|luogo|lugar|location",
        "number": "no|nr|n|#|number|module|modul|item|pos",
    }.items()
    for word in phrases_of(words)
}
"""Name of a column, folded → what stands in it, where that is not the label's meaning."""
ROOMS = frozenset(
    words_of(
        """
    room raum saal sala salle hall aula auditorium foyer auditorio salon amphitheatre amphi
    horsaal zaal sali
    """
    )
)
"""First words of a line that says in which room something takes place."""
ROOMS_LAST = frozenset(
    words_of("room hall auditorium ballroom theatre theater lounge saal horsaal aula zaal lobby")
)
"""Last words of such a line."""
VISITS = (
    "visit", "besuch", "visite", "visita", "besichtigung", "site visit", "company visit",
    "excursion", "exkursion", "field trip", "tour",
)  # fmt: skip
"""First words of an item that is a visit; folded."""
NUMBERED = frozenset(
    phrases_of(
        """forum|workshop|atelier|round|ronde|runde|item|punkt|theme|case|part|taller|table|lab|
        sesion"""
    )
)
"""What is a format only with a number behind it: `Forum 2`."""
