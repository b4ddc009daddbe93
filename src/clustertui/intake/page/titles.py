"""Words that titles, institutes and roles are made of, and names of people are not; folded."""

from __future__ import annotations

from clustertui.intake.page.wordlists import words_of

COMMON_WORDS = frozenset(
    words_of(
        """
    about above access action actions active activities activity advanced after against age ageing
    agri agriculture agrifood agtech air all alliance alpine along alternative american analysis
    analytics and animal annual application applications applied approach are area areas around
    art artificial asian atlantic auditorium automotive autonomous award away baltic based basic
    battery bay becoming before behind best better between beyond big bilateral bio bioeconomy
    biology biotech biotechnology black blockchain blue board body book border borders boundaries
    brand breaking bridge bridges bright bringing broadband building buildings built business by
    call can capital car carbon care case cases cash cell central chain chains challenge
    challenges champions change changes changing charging chemical chemistry chemicals children
    choice circular circularity cities citizens city civil clean clear climate clinical closing
    closure cloud cluster clusters coast coastal collective coming commercial common communities
    community companies company competence competences competitive competitiveness complex concept
    concepts conclusion conclusions connected connecting construction consumer content
    contemporary context continuous control cooperation corporate cost costs countries country
    creating creation creative creativity credit crisis critical crops cross cultural culture
    current customer cyber daily dairy data day days deal deep defence demand demo demonstration
    design designing desk destination developing digital digitalisation digitalization
    digitisation dinner discussion district diversity domestic done door down dream driven driving
    drones dynamic early earth east eastern eco ecological ecology economic economics economies
    economy ecosystem ecosystems education effective efficiency efficient electric electrical
    electricity electronic electronics emerging employment empowering end energies energy engine
    engineering enterprise enterprises entrepreneurs entrepreneurship environment environmental
    equal equity ethics eu europe european event every everyday evidence evolution example
    examples excellence exchange exchanges experience experiences expert experts exploring export
    exports extreme eye face facility factories factory facts fair family far farm farmers farming
    farms fast federal fees feed female fibre field film finance financial financing finding firms
    first fish fisheries fishing five flagship flood food foods for force foreign forest forestry
    form forward foundations four framework free freight fresh friendly from front fuel fuels full
    functional fund funding future futures game games gap garden gas gender general generation
    geothermal getting global globalisation globalization glass going good goods governance
    government grand great green greener grid group groups growing growth guide habitat hand hands
    harbour hard health healthcare healthy heart heat heating heavy here heritage high higher
    hidden home hospital hospitals hot house housing hub how human humans hydrogen hype ice idea
    ideas image impact imports improving in inclusion inclusive independent indicators industrial
    industries industry info information infrastructure infrastructures ingredients initiative
    initiatives innovating innovation innovations innovative inside insight insights institutional
    insurance integrated integrating integration intelligence intelligent interactive interest
    interim internal international internationalisation internationalization internet introduction
    inventing investing investment investments investors island islands issues its job jobs joint
    journey just keeping key keynote knowledge lab labs labour lake land landscape language large
    laser last launch law leader leaders leadership leading learned learning legal lesson lessons
    level liability life light lighting like limits line link links liquid list live living loan
    local logistics long looking low luncheon machine machinery machines made main maintenance
    making management managing manufacturing map mapping marine maritime market marketing markets
    mass master match material materials matters measurement measures measuring mechanics
    mechatronics media medical medicine medtech meet meeting meetings meets member members
    membership memory metal metals method methods metrics micro mid middle mill mind mineral mines
    mini mining mission missions mobile mobility model modelling models modern molecular money
    monitoring more motion motor moving multi municipal music nano nanotechnology national native
    natural nature navigation need needs net network networking networks neutral new news next
    night nordic north northern not novel nuclear number nursing nutrition occupational ocean
    oceans offshore oil old on one online only open opening operational operations opportunities
    opportunity optical optics or order organic organisation organisations origin other our out
    outcomes outlook over overview own owns packaging paper park parks partner partners
    partnership partnerships past path pathways patient patients people per performance personal
    perspective perspectives petrochemical pharma pharmaceutical photonics photovoltaic
    photovoltaics physical pilot pitch pitches place plan planning plans plant plants plastic
    plastics platform platforms plenary points policies policy political pollution port portfolio
    ports post potential potentials power practical practice practices precision present
    presentation presentations preserving press price prices principles privacy private process
    processes processing product production productivity products professional profile profiles
    program programme programmes progress project projects promoting promotion property prospects
    protecting protein prototype providing public pulp pump pumps quality quantum question
    questions quick quiet race rail railway raw reality recent recovery recycling reduction
    reflections reform region regional regions registration regulation regulatory remarks remote
    renewable renewables renewal repair report reporting request requests requirements research
    resilience resilient resource resources response responsible results rethinking return reuse
    review revolution right rights rise rising risk risks river road roadmap roads robot robotics
    robots role roof room roots round route routes rubber rules rural safe safety sand satellite
    scale scaling school schools science sciences scientific sea second sectors security seed
    selected selling semiconductor semiconductors sensor sensors series service services setting
    shaping share shared sharing shift ship shipping ships shop short sharing shore show shrinking
    side silver single site skill skills small smart smarter smes social societies society
    software soil soils solar solid solution solutions some sound source sources south southern
    space special specialisation specialised specialization speech speed sport stage stakeholder
    stakeholders standard standards start starting startup startups state states station status
    steel step steps still stone stories story strategic strategies strategy street strengthening
    strong structural structure study subject success successful summary summer supply support
    supporting surface survey sustainability sustainable system systemic systems table tables take
    taking tale talent talents talk talking tariffs team teams tech technical technological
    technologies technology test testing text textile textiles than that the their theory there
    thermal they things thinking third this three through tide timber time tissue to today
    together tomorrow too tool toolbox tools top total tour tourism tourist town towards towns
    trade traditional traffic training transfer transformation transforming transition transitions
    transport travel treatment tree trend trends trust turning twin two underground understanding
    union unit unity unlocking up upcoming update urban use user users using valley valorisation
    value values valuing vegetable vehicle vehicles venture versus via viable view views village
    vision visit visits vocational voice voices wall war waste water waters wave waves way ways we
    wealth weather web wealth week welcome welcoming welfare well west western what when where
    which white who why wild will wind window wine winter wireless with within without women wood
    work worker workers workforce working workplace works workshop workshops world year years
    yesterday you young your youth zero zone adventure affairs agency authority centre center
    chamber college committee conference congress consortium corporation council department
    faculty federation foundation forum garden institute institution ministry museum office
    regional secretariat seminar symposium university aktuelle alle als an analyse anforderungen
    angebot angebote ansatze arbeit arbeiten arbeitswelt auf aufbau aus ausbildung ausblick
    austausch automatisierung batterie bau bauen bedarf begrussung bei beispiel beispiele bericht
    beruf berufe beschaftigung besser besuch betrieb betriebe bildung bio brauchen bund chancen
    das daten dem den der des deutsche deutschen die dienste dienstleistung dienstleistungen
    digitale digitaler digitales digitalisierung drei ein eine einblick einblicke einem einen
    einer eines einfuhrung einsatz energie energien energiewende entwicklung erfahrung erfahrungen
    erfolg erfolge ergebnisse erneuerbare eroffnung erste ersten europa europaische europaischen
    fabrik fachkrafte fazit firma firmen forderung forschung fragen fur ganz gemeinsam gemeinsame
    gesellschaft gestalten gesundheit gewerbe gruppe grun grune grusswort grussworte gute hafen
    handel handwerk haus herausforderung heute hochschule idee ideen im industrie industrielle
    ingenieure innovationen ins internationale internationalen ist jahre kann kein keine kleine
    kleben klima klimaschutz kommunen kommune konnen kooperation kosten kraft kreislauf
    kreislaufwirtschaft kultur kunde kunden kunst kunstliche land lander landliche lander leben
    lernen leichtbau lernt licht logistik losungen luft macht markt markte maschine maschinen
    maschinenbau mehr mensch menschen mit mittelstand mobilitat modell morgen motor nach nachfrage
    nachhaltige nachhaltigkeit neu neue neuen neuer neues nicht nutzen oder ohne perspektiven
    pflege podium praxis produkte produktion projekt projekte prozesse qualitat rahmen raum region
    regionale regionalen regionen rohstoff rohstoffe schlusswort schritte schule sein sich sicher
    sicherheit sind so sonne stadt stadte stand standort start statt stein strategie strategien
    strom struktur studie system systeme technik technische technologie technologien themen tiere
    transport ubermorgen uber uberblick um umwelt und unser unsere unternehmen verfahren verkehr
    vernetzung vision vom von vor vorhaben vorstellung vorteile wachstum wald wandel warum was
    wasser wasserstoff weg wege weiter welche welt wende wer werkstoffe wettbewerb wie willkommen
    wir wirtschaft wirtschaftliche wissen wissenschaft wo wohin zahlen zeit ziel ziele zu zukunft
    zum zur zusammenarbeit zusammenfassung zwei zwischen accompagnement acteurs action agricole
    agriculture aides air alimentaire alimentation allocution alpes animation apprendre approche
    architecture atelier atouts au aux avec avenir bilan bois bonnes bois cadre cas ce ces cette
    chaine changement chantier chantiers chimie cinq cle climat cloture collaboration comment
    competences competitivite comprendre conclusion conclusions contexte cooperation creation dans
    decouverte defi defis des developpement deux donnees du durable eau echange echanges ecologie
    ecologique economie economique efficacite emploi emplois en energetique energie energies
    enjeux ensemble entre entreprise entreprises environnement essai est et etat etats etude
    europe europeenne europeens evaluation evolution experience experiences exemple exemples
    export faire femmes filiere filieres financement financer foret formation forum france
    francaise francais gestion gouvernance grand grande grands habitat hors humain idees impact
    industrie industrielle industriel industriels innover innovant international internationale
    intelligence introduction investir jeunes jour journee les leviers lieux local locale locaux
    logement lutte maison maritime marche marches mer methode metiers mise mobilite mobilites
    modele monde montagne mot mots naturel ne nos notre nouveau nouveaux nouvelle nouvelles
    numerique objectifs objets outils ouverture par partage partenariat partenariats pas
    patrimoine pays perspective perspectives plan plans point politique politiques pour pourquoi
    pratique pratiques presentation production produire produits projet projets propre propos
    quand quatre que quel quelle quelles quels qualite qui recherche reemploi regards region
    regional regionale regions relance rencontre reseau reseaux responsabilite ressources
    resultats retour retours reussir rive risques rural sante savoir secteur securite ses six
    smart sociale societe solutions son soutien strategie strategique sur synthese systeme
    systemes technique techniques technologie technologies temoignages territoire territoires
    textile tourisme tous transformation transition travail trois un une urbain usages usine
    valeur vers vie ville villes vivre voie vos votre accion actividad agricultura agua
    alimentacion alimentos ambiental ambiente analisis apertura aplicaciones aprendizaje bienestar
    bienvenida buenas cadena calidad cambio caso casos clausura cifras ciencia ciudad ciudades
    claves climatico como competitividad con conclusiones conocimiento construccion cooperacion
    crecimiento cuatro cultura datos de del desarrollo desafios digital digitalizacion donde
    economia ecosistema eficiencia ejemplos el empleo empresa empresas energetica energia entre
    era es escala espacio espana estado estrategia estrategias europa europea europeo experiencia
    experiencias fabricacion financiacion formacion fugas futuro gestion gobernanza hacia
    herramientas historia hoy impacto impulso industria industrial industriales iniciativas
    innovacion innovador internacional internacionalizacion introduccion inteligente inversion
    investigacion jornada las lecciones ley logistica los luz mar marco mas materiales medio medir
    medidas mejores mercado mercados mesa metodologia minas mirada modelo modelos movilidad
    mujeres mundo nacional negocio negocios nueva nuevas nuevo nuevos oportunidad oportunidades
    para paisaje pais palabras perspectivas pesca plan politica politicas por practica practicas
    presente produccion productos programa proyecto proyectos puede puertos que quien red redes
    regadio region regional regiones residuos resultados reto retos riego riesgo riesgos salud
    sector seguridad servicios ser sin sistema sistemas situacion sobre social sociedad soluciones
    somos sostenibilidad sostenible su sus talento tecnica tecnologia tecnologias tendencias
    territorio territorios tierra todo todos trabajo tradicion transformacion transicion
    transporte tres turismo un una uso usos valle valor verde vida viejas vision acqua agricola
    agroalimentare alimentare alla alle ambiente analisi anni apertura applicazioni aree attivita
    aziende bando benvenuto buone cambiamento cambiare caso casi catena che chi chiusura circolare
    citta collaborazione come competenze competitivita comunicazione conclusioni conoscenza
    contesto cooperazione cosa costa costruire crescita creativita cultura dal dalla dalle dati
    dei del della delle dello digitale digitali digitalizzazione distretti distretto domani dove
    due e economia economica ecosistema edilizia efficienza energetica energia energie esperienza
    esperienze europa europea fabbrica fare filiera filiere finanza finanziamento formare
    formazione forno forni fra futuro gestione giornata gli governo idee il imprese impresa
    incontro industria industriale industriali innovativa innovative innovativi innovazione
    insieme intelligente intelligenza internazionale internazionali introduzione investimenti la
    laboratorio lavori lavoro le legno lezioni locale locali logistica luce manifattura mare
    materiali materia mercati mercato metodi mobilita modelli modello mondo moda montagna nel
    nella nelle non nuova nuove nuovi nuovo oggi opportunita ospiti paese parole patto per
    percorsi perche persone politica politiche porto porti pratiche presentazione prodotti
    prodotto produzione progetti progetto prospettive punto qualita quale quali quando quanto
    rapporti regionale regionali regione regioni rete reti ricerca rilancio rifiuti rischi risorse
    ristorante risultati ruolo salute saluti scienza scuola servizi settore sfida sfide sicurezza
    sistema sistemi smart societa sociale soluzioni sostenibile sostenibilita stato storia storie
    strategia strategie strumenti sud sui sul sulla suo sviluppo tecnica tecnici tecnologia
    tecnologie tempo terra territori territorio tra trasformazione transizione trasporti tre
    tutela tutti un una uso valore valorizzazione verde verso vetro via viaggio vita abertos
    abertura algas aos apresentacao clusters com da das dados do dos economia encerramento energia
    investigacao inovacao mar na nas no nos nova novas novo novos ondas os pela pelo pesca pescas
    para projetos que redes rede regioes sessao sustentavel tecnologia territorio uma boas vindas
    address addresses congratulatory remarks remark ballroom hall saal sala salle foyer aula floor
    lobby hotel plenary salon salone raum horsaal parking entrance tent terrace campus downtown
    palace tba tbc prof keynotes poster posters demo lightning ceramic ceramica ceramics chamber
    bus bicycle train ferry boat truck lorry village river lake roof wall bridge
    photovoltaic aviation aerospace composite composites palazzo palais palacio palau palast
    schloss castello castle chateau teatro theatre theater inn tavern piazza plaza platz porch
    atrium pavilion court library arsenale biblioteca bibliotheque museo musee cinema mall kaserne
    """
    )
)
"""Folded words of titles; one of them in a supposed name speaks against it."""

ENDINGS = tuple(
    words_of(
        """
    tion tions sion sions ment ments ness ship ships ity ities ology ologies ogy graphy ics ing
    ings ism isms ance ances ence ences ung ungen keit keiten heit schaft schaften lich isch ische
    ischen tat aten cion ciones sion idad idades miento mientos zione zioni mento menti ita ite
    ites age ages logie nomie ique iques cao coes dade dades ware wise able ible ful less ous ive
    ives ical ional ial ured ised ized technik wirtschaft industrie verfahren bau technologie
    system systeme tech
    """
    )
)
"""Ends of words that are no names, folded; only words of seven letters or more are asked."""

PARTICLES = frozenset(
    words_of(
        """
    van von der den de del della di da do dos das du des le la les los el al bin ibn ben ter ten
    te zu zum zur af av d' dell' degli dei y i e ap mac mc san st st. vom of o' 't op in 't und
    """
    )
)
"""Small words within names of people, folded."""
NAME_PARTICLES = PARTICLES - {"of", "und", "in", "op", "e"} | {"op", "e"}
"""Particles that may stand in lower case within a name."""
