"""The words of calendars: months, weekdays and seasons in the languages that pages are read in.

All words are folded: lower case, without accents.
"""

from __future__ import annotations

from clustertui.intake.page.wordlists import words_of

_MONTHS = """
january jan januari styczen stycznia ledna leden januar janner jaenner janvier janv enero ene
gennaio gen janeiro janvier januari; february feb luty lutego unora febr februar fevrier fevr
fev febrero febbraio febb fevereiro februari; march mar marts marca marzec brezna mars marz
maerz mrz mars marzo marco maart; april apr kwiecien kwietnia dubna avril avr abril abr aprile;
may mai maj maja kvetna mayo maggio mag maio mei; june jun czerwiec czerwca cervna juni juin
junio giugno giu junho juno; july jul lipiec lipca cervence juli juli juillet juil julio luglio
lug julho; august aug sierpien sierpnia srpna augusti aout agosto ago augustus; september sep
wrzesien wrzesnia zari sept septembre septiembre settembre set sett setembro; october oct
pazdziernik pazdziernika rijna okt oktober octobre octubre ottobre ott outubro out; november nov
listopad listopada novembre noviembre novembro; december dec grudzien grudnia prosince desember
dez dezember decembre diciembre dic dicembre dezembro
"""
MONTHS: dict[str, int] = {
    word: number for number, words in enumerate(_MONTHS.split(";"), 1) for word in words.split()
}
"""Name or abbreviation of a month → its number."""

AMBIGUOUS_MONTHS = frozenset(
    words_of(
        """
    mar mai may mars out set ago gen mag ene sep marco juno dic
    """
    )
)
"""Months that are also other words: they need a number beside them."""

_WEEKDAYS = """
monday mon poniedzialek mandag pondeli montag mo lundi lun lunes lunedi segunda maandag; tuesday
tue wtorek tirsdag utery tues dienstag di mardi martes martedi terca dinsdag; wednesday wed
sroda onsdag streda weds mittwoch mi mercredi mer miercoles mie mercoledi quarta woensdag;
thursday thu czwartek torsdag ctvrtek thur thurs donnerstag do jeudi jeu jueves jue giovedi gio
quinta donderdag; friday fri piatek fredag patek freitag fr vendredi ven viernes vie venerdi
sexta vrijdag; saturday sat sobota lordag samstag sonnabend sa samedi sam sabado sab sabato
zaterdag; sunday sun niedziela sondag nedele sonntag so dimanche dim domingo dom domenica zondag
"""
WEEKDAYS: dict[str, int] = {
    word: number for number, words in enumerate(_WEEKDAYS.split(";")) for word in words.split()
}
"""Name or abbreviation of a weekday → its number, Monday first."""

_SEASONS = """
spring fruhjahr fruhling fruehjahr printemps primavera voorjaar; summer sommer ete verano estate
verao zomer; autumn fall herbst automne otono autunno outono herfst; winter hiver invierno
inverno
"""
SEASONS: dict[str, int] = {
    word: 3 * number
    for number, words in enumerate(_SEASONS.split(";"), 1)
    for word in words.split()
}
"""Name of a season → the month it begins in."""

JOINS = frozenset(
    words_of(
        """
    and und et y e i & + en u
    """
    )
)
"""Words that join two days of a list."""
RANGES = frozenset(
    words_of(
        """
    to until till bis au al ate a - – — − through thru → > - tot
    """
    )
)
"""Words and signs between the first and the last day."""
FILLERS = frozenset(
    words_of(
        """
    of the de del di den dem der des le la les el los il i gli du dal vom von from on am da do
    al'al' ce jeudi-le feira mes month in im en
    """
    )
)
"""Words that may stand within a date and say nothing of it."""
