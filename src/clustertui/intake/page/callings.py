"""The words of organisations and of roles, folded, as stems of the languages pages are read in."""

from __future__ import annotations

from clustertui.intake.page.wordlists import words_of

_ORGANISATIONS = frozenset(
    words_of(
        """
    forening foreningen stiftelse hogskol myndighet forbund sallskap handelskammar kulturhus
    naringsliv hoyskole hojskole direktorat yliopist liitto ministerio keskus tutkimuslaitos
    muzeum muzea muzej wojewodz stacj urzad urzed spoldzieln towarzystw szkol klastr svaz sdruzen
    spolecnost univerzit cabildo rede reseau barreau mutuelle
    stichting cooperati kenniscentrum vereniging gemeente waterschap
    bundnis genootschap hogeschool syndicat
    universi uniwersy institut istitut politec polytech politech hochschul fachhochschul academ
    akadem agenc agentur agenzia agjenc ministr ministerio ministere cluster netzwerk network
    stiftung foundation fundacion fundacio fundacao fondazione fondation association asociacion
    associacio associacao associazione verband verein chamber kammer camara camera chambre
    council commission kommission comision commissione centre center zentrum centro consorzio
    consortium konsortium consorcio gesellschaft compan corporation kooperative cooperativ
    genossenschaft laborator laboratoi college kolleg school schule ecole scuola escuela escola
    lycee societ sociedad federation foderation federacion federazione bundesamt bundesanstalt
    landesamt division rectorat landesamt stadtwerk stadtverwaltung sparkass bank banque banca
    banco enterprise department
    dipartimento departament abteilung fakultat facult office bureau buro oficina ufficio amt
    authority behorde board committee union unione alliance allianz alianza alleanza alliance
    partnership platform plattform plataforma piattaforma initiative iniciativa forum technopark
    technopole tecnoparc technologiepark sciencepark innopolis incubator inkubator accelerator
    observatory observatorio osservatorio museum museo musee hospital klinik clinic krankenhaus
    ospedale parliament parlament bundestag landtag regierung government gobierno gouvernement
    governo generalitat regierungs embassy botschaft ambassad embajada consulat konsulat
    delegation secretariat sekretariat industries werke werk holding group gruppe gruppo grupo
    groupe partners solicitors consult beratung advisory services solutions systems technologies
    ventures capital labs studio cooperative district distretto distrito region regione province
    provincia provinz municipality municipio comune gemeinde kommune ayuntamiento ajuntament
    mairie rathaus diputacion forschungszentrum research fraunhofer helmholtz leibniz planck hub
    guild trust programme secretaria secretaria directorate direktion direction direccion
    direzione observatoire pole polo grappe sindacat gewerkschaft syndicat unternehmen fabrik
    factory yards instituto yayin vakfi universitesi dernegi organisation organization
    organizacion organizzazione servic registry archive library biblio publishing verlag press
    energie automotive comunidad comunidade communaute comunita mancomunidad oddział izba
    stowarzyszenie collective collectif kollektiv society valley chapter mission interreg
    eurocluster fund fonds fondo distribution productions films bodegas rederij kanzlei koleje
    club klub junta ateneo estaleiro sindicat confederat confederacion consell conselleria xunta
    junta camera administration verwaltung bundes bezirks landkreis stadt atelier
    """
    )
)
"""Beginnings of words that tell an organisation; a short one stands for the whole word."""

ORGANISATION_ENDS = tuple(
    words_of(
        """
    werk werke gmbh netz verband verein haus stiftung kammer institut zentrum agentur bank
    akademie gesellschaft hochschule universitat universiteit schule netzwerk holding forum
    kreis labor amt anstalt kasse betriebe ministerium cluster net med tech soft lab labs park
    """
    )
)
"""Ends of words that tell an organisation; only words of seven letters or more are asked."""

_FORMS = frozenset(
    words_of(
        """
    gmbh ag kg ohg ug mbh ggmbh e.v. ev ltd ltd. llc inc inc. plc corp corp. co. co s.a. sa s.l.
    sl s.r.l. srl s.p.a. spa s.a.s. sas sarl s.a.r.l. bv b.v. nv n.v. ab a.b. as a.s. a/s aps oy
    oyj ab. se kft zrt nyrt d.o.o. doo d.d. z.s. sp. z o.o. s.r.o. sro a.s uab sia lda lda. ltda
    oü ou ehf hf pty pvt e.g. eg gbr scrl asbl vzw vof kk k.k. ry bhd snc s.n.c. eeig ewiv aisbl
    """
    )
)
"""Legal forms of companies, folded."""

_ROLES = frozenset(
    words_of(
        """
    archivist commentator columnist publizist historiker historian sociologist soziologe soziologin
    geologist geologe geologin agricoltor agricult urbanist philosoph ethnolog anthropologist
    psychologist psychologe linguist botanist zoologist mathematician statistician geographer
    jurist juristin komponist filmemach regisseur illustrator sculptor composer musician poet
    novelist potter weaver carpenter beekeeper imkerin eclusier boulang apicult
    maitre arzt arztin chefarzt arztlich rectrice sindaca maestra director direct direktor direttor
    direttric directeur directric head lead leader chief
    manager manag professor profess prof ceo cto cfo coo cio cso cmo evp svp president prasident
    presiden chair minister ministr secretary sekretar secretari segretari staatssekretar
    officer coordinat koordinat coordonnat coordin coordenad advisor adviser consult berater
    conseill consejer consiglier expert experte researcher forscher chercheu investigad ricercat
    engineer ingenieur ingenier ingegner founder cofounder grunder fondat fundador owner inhaber
    partner lecturer dozent docente lektor fellow scientist wissenschaft analyst analist teacher
    lehrer leiter leitung geschaftsfuhr vorstand vorsitz referent projektleit projektmanag
    burgermeister mayor maire alcald sindaco vice deputy stellvertret vize adjoint responsable
    responsabile verantwortlich charge chef jefe jefa capo gerente gestor delegat deleg
    commissioner kommissar ambassador botschafter embajador attache senator councillor
    counsellor stadtrat gemeinderat abgeordnet member mitglied membre miembro socio dean dekan
    doyen decan rector rektor recteur provost principal preside senior junior assistant
    associate assistent supervisor specialist spezialist especialista specialista technician
    technik architect architekt architett arquitect lawyer anwalt avocat abogad avvocat notary
    journalist periodist giornalist editor redakteur moderat facilitat speaker sprecher portavoz
    spokes representative vertreter representant rappresentant captain kapitan capitan capita
    doctoral postdoc phd student doktorand mitarbeit sachgebiet dezernent amtsleit
    abteilungsleit bereichsleit teamleit developer entwickler agronom chemist biolog physicist
    economist okonom economista planner planer designer curator kurator trainer coach mentor
    practitioner policy team programme project projekt projet proyecto progetto projecte
    vertrieb sales marketing business account investor administrator administrad amministrat
    governor vicepresident vicesegret chairman chairwoman chairperson chancellor kanzler
    treasurer schatzmeister comptroller auditor inspector inspekt superintendent commander
    general vereador vereadora presidenta catedratic profesor xerente tecnic alumn rapporteur
    animat dirigent dirigeant gerant operat trustee patron patient advocate pioneer host
    convenor convener curat obmann obfrau intendant sachbearbeit werksleit betriebsleit landrat
    vicerect prorekt spokesperson spokesman bereichsleiter standortleit vice-dean co-founder
    co-chair editor-in-chief geschaftsleit inhaberin hauptgeschaftsfuhr prokurist
    wirtschaftsforder clustermanag netzwerkmanag board presidente programm scholar trainee
    translator artist author autor writer farmer photographer pilot veterinar pharmacist nurse
    physician surgeon doctor winemaker brewer baker diretor investigador coordenador engenheir
    buyer broker oenolog vintner agent economist dramaturg presidencia secretario cientist
    profesor capitao veread cluster-manag hospodar dyrektor prezes kierown reditel vedouci
    jednatel mudur baskan yonetic direktore valdes predsednik toimitusjohtaja johtaja daglig
    leder forfatter gobernad goberna alcaldia intendent viceminister staatsminist referentin
    chef pdg cheffe audytor onderzoek adviseur wethouder maestro vogal titolare enolog barrister
    librarian skipper tutkija forskare igazgato vezeto encargad cofondat statiker
    meister voorzitter hoogleraar bestuurder mechanic producer producent
    pesquisador prefeit reitor empresari produtor jornalist palestrant
    czlonek czlonkin ekspertk wiceprezes wojt burmistrz doradca rolnik redaktor
    przewodnicz wicemarszal marszalek starosta naczelnik specjalist ekspert pelnomocn dziekan
    adiunkt wicedyrekt zastepca
    namest prezident predsed hejtman manazer analytik poradce odborni tajemni primator
    styreleder styremedlem naeringssjef naringssjef prosjektleder prosjektkoord ordforer radgiver
    forsker kommunalrad statssekret festivaldirektor avdelingsleder fagsjef
    verksamhetsled projektled ordforande landshovding radgivare utredare generaldirektor vd
    kehityspaallik projektipaallik puheenjohtaja erikoistutkija
    burgemeester elnok polgarmester kutato ugyvezeto
    concejal rettrice funzionari affineu enseignant stadtrat ranger solicitor chaplain midwife
    publisher sygeplejerske direktionsmedlem kommunaldirektor
    """
    )
)
"""Beginnings of words that tell a role; a short one stands for the whole word."""

ROLE_HEADS = frozenset(
    words_of(
        """
    director directora direktor direktorin direttore direttrice directeur directrice head lead
    leader chief manager managerin professor professorin professore professoressa profesor
    profesora professeur ceo cto cfo coo cio cso president presidente presidenta prasident
    prasidentin chair chairman chairwoman chairperson minister ministre ministro ministra
    secretary secretario secretaria segretario segretaria officer coordinator koordinator
    koordinatorin coordinatore coordinatrice coordinador coordinadora coordinateur advisor
    adviser consultant expert researcher engineer founder co-founder cofounder owner partner
    lecturer fellow scientist analyst teacher leiter leiterin geschaftsfuhrer geschaftsfuhrerin
    vorstand vorsitzender vorsitzende referent referentin projektleiter projektleiterin
    burgermeister burgermeisterin mayor maire alcalde alcaldesa sindaco vice-president
    responsable responsabile chef jefe jefa capo gerente commissioner ambassador dean rector
    rektor rektorin principal member mitglied membre specialist architect representative
    chercheur chercheuse ricercatore ricercatrice investigador investigadora staatssekretar
    staatssekretarin moderator moderatorin vertreter vertreterin sprecher sprecherin dozent
    dozentin clustermanager clustermanagerin delegue deleguee conseiller conseillere adjunct
    chancellor governor editor assessore assessora assessor consigliere consigliera consejero
    consejera captain trainer presidentin chargee charge analista tecnico dirigente socio
    postdoc student agent senator counsellor councillor inhaber inhaberin grunder grunderin
    curator kurator kuratorin conservateur conservatrice
    mep mp mdb archivist commentator vicepresidente catedratico catedratica decano vice-dean
    vice-rector superintendent pesquisador pesquisadora prefeito prefeita reitor reitora prezes
    wiceprezes dyrektor kierownik starosta burmistrz wojt doradca reditel reditelka predseda
    predsedkyne prezident prezidentka namestek namestkyne vedouci jednatel jednatelka manazer
    manazerka hejtman styreleder ordforer prosjektleder radgiver forsker verksamhetsledare
    projektledare ordforande direktor toimitusjohtaja johtaja voorzitter burgemeester wethouder
    projectleider hoogleraar lector jornalista conservator
    """
    )
)
"""Words one of which a role of its own always has."""

ROLE_LINKS = (
    " at ", " @ ", " bei ", " beim ", " chez ", " presso ", " at the ", " with the ", " en el ",
    " en la ", " all’", " all'", " alla ", " allo ",
    " an der ", " am ", " im ", " bei der ", " at: ", " till ", " auprès de ", " à l’",
    " à l'", " à la ", " au ", " bij ", " aan de ", " aan ", " på ",
    " ved ", " vid ", " hos ", " w ", " pela ", " no ", " na ",
)  # fmt: skip
"""What stands between a role and its organisation."""
OF_LINKS = (
    " of the ", " of ", " der ", " des ", " vom ", " von ", " de la ", " de l’", " de l'", " du ",
    " della ", " dell’", " dell'", " dello ", " del ", " de los ", " de las ", " dels ", " de ",
    " di ", " da ", " do ", " van de ", " van het ", " van ", " d'", " d’", " for ", " für ",
)  # fmt: skip
"""What stands between a role and its organisation when the rest names one; longer ones first."""
HONORIFICS = frozenset(
    words_of(
        """
    baroness baron rt brigadier profa. profa amb. mod. bgm. lhstv. honorable hon'ble shri smt sri
    h.h. hrh tan sri
    dato datuk engr ar. atty atty. rtd brig maj lt
    dr dr. drs drs. prof prof. professor univ.-prof. univ.prof. apl. prof.dr. prof.in mr mr. mrs
    mrs. ms ms. mx miss sir dame lord lady hon hon. honourable rt. h.e. he. herr herrn frau hr.
    fr. m. mme mme. mlle monsieur madame me d. dna. dna don dona da. sr sr. sra sra. srta. senor
    senora dra dra. dott. dott dott.ssa dottssa dr.ssa drssa prof.ssa profssa ing ing. arch.
    arch avv. avv sig. sig sig.ra signor signora geom. dr.-ing. dr.ing. dipl.-ing. dipl.ing.
    dipl.-kfm. dipl.-phys. dipl.-chem. dipl.-kffr. dipl.-geogr. dipl.-biol. dipl.-betriebsw.
    dipl. mag. mag di dkfm. (fh) (tu) habil. habil. h.c. ddr. em. emer. dr.h.c. h. c. jun.-prof.
    pd priv.-doz. privatdoz. ass.-prof. assoc. assoz. rer. nat. oec. pol. phil. med. jur. iur.
    techn. sc. agr. eng eng. engr. eng.a eng.o doutor doutora prof.a dr.a arq. arq doktor dokt.
    univ doz. mudr engenheiro eng.º eng.ª ir. ir mgr mgr. inz. inz dr.inz. doc. rndr. phdr.
    judr. mudr. paeddr. csc. prof.dr.-ing. rev. rev fr capt. col. gen. minister commissioner
    senator councillor ambassador h.e.mr. exc. exc excmo. excma. ilmo. ilma. on. on sen. cav.
    p.i. per. dtt. drd. msgr. maitre lic. licda. mtro. mtra. dipl.-ing.(fh) associate assistant
    dipl.-wirt.-ing. dipl.-volksw. dipl.-inf. dipl.-math. da mª emerita emeritus consul dr.in
    wet. lek. pan pani hab hab. inż inż. ph ph.d ph.d. mevrouw mevr mevr. dhr dhr. mw mw. heer
    rain dr.in. bmstr. bmstr univ.-doz. red. pr pr. st.-sekr. mdb mdl ra stb. dra.a dr.a prof.a
    """
    )
)
"""Titles that stand before a name and are no part of it, folded."""
SPOKEN_ROLES = frozenset(["commissioner", "senator", "councillor", "minister", "ambassador"])
"""Honorifics that say a role too."""

DEGREES = frozenset(
    words_of(
        """
    phd ph.d ph.d. dphil d.phil. mba m.b.a. msc m.sc. m.sc ma m.a. bsc b.sc. b.a. ba md m.d. llm
    ll.m. jd j.d. cbe obe mbe mp mep mdb mdl frs cpa pmp cfa dba d.b.a. edd m.eng. meng beng
    b.eng. emba mpa m.p.a. mph m.p.h. mpp dsc d.sc. csc drsc. rn esq. esq jr. jr sr. m.ed. mfa
    llb fh m.res. pe p.e. ph.d.h.c. dipl.-ing. m.phil. mphil hab. ii iii
    """
    )
)
"""Degrees and the like that stand after a name and are no part of it, folded."""

_SHORT = 4
_LONG_ORGANISATIONS = tuple(stem for stem in _ORGANISATIONS if len(stem) > _SHORT)
_SHORT_ORGANISATIONS = frozenset(stem for stem in _ORGANISATIONS if len(stem) <= _SHORT)
_LONG_ROLES = tuple(stem for stem in _ROLES if len(stem) > _SHORT)
_SHORT_ROLES = frozenset(stem for stem in _ROLES if len(stem) <= _SHORT)
_PLAIN_FORMS = frozenset(form.replace(".", "") for form in _FORMS)
_WRITTEN_FORMS = frozenset(
    words_of(
        """
    gmbh ggmbh ltd inc lda ltda corp oyj oy ab aps spa srl sarl pty llc plc
    """
    )
)


_UNITS = ("directorat", "direction", "direccion", "direzione", "direktion", "managing-board")
"""Parts of organisations whose names begin like roles."""


def is_organisation_word(key: str) -> bool:
    """Whether a folded word tells an organisation: `universidad`, `hub`."""
    if key in _SHORT_ORGANISATIONS or key.rstrip("s") in _SHORT_ORGANISATIONS:
        return True
    return key.startswith(_LONG_ORGANISATIONS)


def is_role_word(key: str) -> bool:
    """Whether a folded word tells a role: `directora`, `ceo`."""
    if key.startswith(_UNITS):
        return False
    if key in _SHORT_ROLES or key.rstrip("s") in _SHORT_ROLES:
        return True
    return key.startswith(_LONG_ROLES)


def is_legal_form(word: str) -> bool:
    """Whether a word as printed is a legal form: `GmbH`, `S.p.A.`, but not `As`."""
    key = word.lower().replace(".", "")
    if key not in _PLAIN_FORMS:
        return False
    return (word.isupper() and len(key) > 1) or "." in word.strip(".") or key in _WRITTEN_FORMS
