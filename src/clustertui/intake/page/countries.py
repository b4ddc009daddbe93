"""The names of countries in the languages that pages are read in, folded."""

from __future__ import annotations

from clustertui.intake.page.wordlists import words_of

_NAMES = """
afghanistan; albania/albanien/albanie; algeria/algerien/algerie/argelia; andorra; angola;
argentina/argentinien/argentine; armenia/armenien/armenie; australia/australien/australie;
austria/osterreich/oesterreich/autriche; azerbaijan/aserbaidschan/azerbaidjan; bahrain;
bangladesh; belarus/weissrussland/bielorussie; belgium/belgien/belgique/belgica/belgio/belgie;
benin; bolivia/bolivien/bolivie; bosnia and herzegovina/bosnia-herzegovina/bosnia/bosnien;
botswana; brazil/brasil/brasilien/bresil/brasile; bulgaria/bulgarien/bulgarie; burkina faso;
cambodia/kambodscha; cameroon/kamerun/cameroun; canada/kanada; cape verde/cabo verde;
chile/chili/cile; china/chine/cina/p.r. china/pr china; colombia/kolumbien/colombie; costa rica;
croatia/kroatien/croatie/croacia/croazia/hrvatska; cuba/kuba; cyprus/zypern/chypre/chipre/cipro;
czech republic/czechia/tschechien/republique tcheque/tchequie/republica checa/chequia/repubblica
ceca/tschechische republik; denmark/danemark/daenemark/dinamarca/danimarca/danmark; dominican
republic; ecuador; egypt/agypten/egypte/egipto/egitto; el salvador;
estonia/estland/estonie/eesti; ethiopia/athiopien/ethiopie; faroe islands;
finland/finnland/finlande/finlandia/suomi; france/frankreich/francia/franca;
georgia/georgien/georgie; germany/deutschland/allemagne/alemania/germania/alemanha/duitsland;
ghana; greece/griechenland/grece/grecia/hellas; greenland; guatemala; honduras; hong kong;
hungary/ungarn/hongrie/hungria/ungheria; iceland/island/islande/islandia/islanda;
india/indien/inde; indonesia/indonesien/indonesie; iran; iraq/irak;
ireland/irland/irlande/irlanda/republic of ireland; israel/israele; italy/italien/italie/italia;
jamaica; japan/japon/giappone/japao; jordan/jordanien/jordanie; kazakhstan/kasachstan;
kenya/kenia; kosovo; kuwait; korea/south korea/republic of korea/sudkorea/suedkorea/coree/coree
du sud/corea/corea del sur/corea del sud/r.o. korea/rok; kyrgyzstan;
latvia/lettland/lettonie/letonia/lettonia/latvija; lebanon/libanon/liban; liechtenstein;
lithuania/litauen/lituanie/lituania/lietuva; luxembourg/luxemburg/luxemburgo/lussemburgo;
madagascar; malaysia; malta/malte; mauritius; mexico/mexiko/mexique/messico;
moldova/moldawien/moldavie; monaco; mongolia/mongolei; montenegro;
morocco/marokko/maroc/marruecos/marocco; mozambique/mosambik/mocambique; namibia; nepal;
netherlands/the netherlands/niederlande/pays-bas/paises bajos/paesi bassi/nederland/holland; new
zealand/neuseeland/nouvelle-zelande; nigeria; north macedonia/macedonia/nordmazedonien;
norway/norwegen/norvege/noruega/norvegia/norge; oman; pakistan; panama; paraguay; peru/perou;
philippines/philippinen; poland/polen/pologne/polonia/polska; portugal/portogallo; puerto rico;
qatar; romania/rumanien/rumaenien/roumanie/rumania; russia/russland/russie/rusia/russian
federation; rwanda/ruanda; saudi arabia/saudi-arabien; senegal; serbia/serbien/serbie;
singapore/singapur/singapour; slovakia/slowakei/slovaquie/eslovaquia/slovacchia/slovak republic;
slovenia/slowenien/slovenie/eslovenia/slovenija; south africa/sudafrika/afrique du sud;
spain/spanien/espagne/espana/spagna/espanha; sri lanka;
sweden/schweden/suede/suecia/svezia/sverige; switzerland/schweiz/suisse/suiza/svizzera; taiwan;
tajikistan; tanzania; thailand/thailande; tunisia/tunesien/tunisie;
turkey/turkiye/turkei/turquie/turquia/turchia; uganda; ukraine/ucrania/ucraina; united arab
emirates/uae/u.a.e.; united kingdom/uk/u.k./great britain/england/scotland/wales/northern
ireland/vereinigtes konigreich/grossbritannien/royaume-uni/reino unido/regno unito/schottland;
united states/usa/u.s.a./us/u.s./united states of america/etats-unis/estados unidos/stati
uniti/vereinigte staaten; uruguay; uzbekistan; venezuela; vietnam/viet nam; zambia; zimbabwe;
barbados; trinidad and tobago; bahamas; haiti; guyana; suriname; belize; nicaragua; ivory
coast/cote d'ivoire/costa de marfil; dr congo/congo; mali; niger; togo; sierra leone; liberia;
gambia; guinea; gabon; chad; sudan; eritrea; somalia; malawi; libya; syria; yemen; laos;
myanmar; brunei; bhutan; maldives; fiji; tschechische republik; czechy/cesko; niemcy;
slowacja/slovensko; wegry; litwa; lotwa; wielka brytania; belgie; luksemburg; szwecja; norwegia;
dania; finlandia; wlochy; hiszpania; francja; duitsland; verenigd koninkrijk; oostenrijk;
tyskland; storbritannien; osterrike; belgien; wales/gales
"""
COUNTRIES = frozenset(
    name.strip() for group in _NAMES.replace("\n", " ").split(";") for name in group.split("/")
)
"""Folded names of countries."""

MONTH_FIRST = frozenset(words_of(
    """
    usa u.s.a. us u.s. united states philippines
    """
)) | {
    "united states", "united states of america",
}  # fmt: skip
"""Countries that write the month before the day."""

CODES = frozenset(
    words_of(
        """
    AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IL IS IT JP KR LT LU LV MT NL NO PL PT RO
    RS SE SI SK TR UA UK US CA CN BR AUT BEL BGR CHE CZE DEU GER DNK ESP EST FIN FRA GBR GRC HRV
    HUN IRL ITA JPN KOR LTU LUX LVA NLD NOR POL PRT ROU SRB SVK SVN SWE TUR UKR USA
    """
    )
)
"""Codes of countries, as written in capitals."""
AMERICAN_STATES = frozenset(
    words_of(
        """
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
    minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania
    tennessee texas utah vermont virginia wisconsin wyoming
    """
    )
)
"""States of the United States, which write the month first too."""
