"""What belongs to a page and not to its matter: navigation, notices, letters’ ends; folded."""

from __future__ import annotations

from clustertui.intake.page.wordlists import phrases_of

FURNITURE_STARTS = phrases_of(
    """
        with support from|with the support of|co-sponsored by|sponsored by the|info & tickets|
        share this|share on|print this|back to top|back to overview|back to the|skip to|cookie|
        cookies|we use cookies|this site uses|this website uses|wir verwenden cookies|
        nous utilisons des cookies|privacy policy|follow us|siguenos|suivez-nous|seguici|
        folgen sie|all rights reserved|copyright|(c)|powered by|terms of use|
        terms and conditions|add to calendar|you are here|sie sind hier|vous etes ici|
        zum seitenanfang|this e-mail and any|tel.|tel:|phone:|fax|e-mail:|email:|www.|http:|
        https:|tags:|last updated|last modified|zuletzt aktualisiert|alle rechte|
        todos los derechos|tous droits|tutti i diritti|register here|register now|
        jetzt anmelden|loading|lire la suite|third country|posted in|filed under|published in|
        from:|to:|cc:|an:|von:|sent:|gesendet:|datum gesendet|photo:|foto:|image:|bild:|credit:|
        link to the|for more information, please contact|more information:|contact:|kontakt:|
        contacto:|contatti:|renseignements|for further information|weitere informationen|
        view this email|unsubscribe|kind regards|best regards|with best wishes|best wishes|
        yours sincerely|sincerely|warm regards|regards|mit freundlichen|viele grusse|
        cordialement|saludos|cordiali saluti|dear|liebe|lieber|sehr geehrte|chers|cheres|
        estimad|gentili|hallo|hello|the program is subject|programme subject to|
        subject to change|anderungen vorbehalten|sous reserve de|share:|teilen:|
        working language|participation is|die teilnahme ist|la participation est|
        la partecipazione e|la asistencia|the event is free|attendance is|registration is|
        registration:|anmeldung bis|anmeldung unter|anmeldung:|inscription :|inscription:|
        inscripcion:|iscrizioni|inscricoes|segreteria organizzativa|how to register|
        inscriptions|read more|leer mas|mehr lesen|related articles|related news|see also|©
        """
)
"""What lines begin with that belong to the page and not to its matter; folded."""


FURNITURE_WORDS = frozenset(
    phrases_of(
        """
            home|about|about us|events|event|members|contact|contact us|news|imprint|impressum|
            datenschutz|privacy|sitemap|site map|plan du site|mentions legales|aviso legal|
            note legali|facebook|twitter|linkedin|xing|instagram|youtube|whatsapp|x|share|
            share this page|print|teilen|drucken|print page|print this page|e-mail|email|mail|
            log in|login|logout|sign in|menu|search|suche|startseite|inicio|accueil|home page|
            homepage|agenda|aktuelles|actualites|noticias|kontakt|anfahrt|berichte|back|
            back to top|top|nach oben|zuruck|newsletter|subscribe|more|previous|next|weiter|
            cookies|cookie settings|cookie policy|privacy policy|accept all|accept|
            manage preferences|preferences|legal notice|legal|terms|terms of use|accessibility|
            jobs|presse|press|media|gallery|download|downloads|pdf|rss|de|en|fr|es|it|english|
            deutsch|francais|espanol|italiano|partager|imprimer|compartir|condividi|stampa|
            tweet|pin|like|registration form|register|add to calendar|permalink|close|
            schliessen|edit|links|archive|archiv|publications|projects|projekte|servicios|
            services|site officiel|loading|politica de cookies|politique de confidentialite|
            politica de privacidad|informativa privacy|jornadas|mapa del sitio|mappa del sito|
            third country|all rights reserved|international|share this article|share this|
            trwa ladowanie strony|wczytywanie strony|podziel sie|udostepnij|przejdz do tresci|
            prejit na obsah|sdilet|ga till sidans huvudinnehall|hoppa till innehall|
            hopp til hovedinnhold|ga til hovedindhold|siirry sisaltoon|ugras a tartalomra|
            previous page|next page|table of contents|previous pagetable of contentsnext page|
            telecharger la presentation|voir la presentation|download presentation|
            download the presentation|download slides|view presentation|view slides|
            ver presentacion|descargar presentacion|scarica la presentazione|
            scarica presentazione|prasentation herunterladen|baixar apresentacao|
            related|social media|follow us|ok|faq|help|hilfe
            """
    )
)
"""Words of navigation; a line made of nothing else is furniture; folded."""


FAREWELLS = (
    "regards",
    "wishes",
    "grusse",
    "grussen",
    "saluti",
    "saludos",
    "cordialement",
    "sincerely",
    "hilsen",
    "groeten",
)
"""Last words of the line that ends a letter; names below it are who signs."""


NOT_NAMES = frozenset(
    phrases_of(
        """
            press release|press release — for immediate release|save the date|einladung|
            invitation|for immediate release|
            for immediate use|for release|uitnodiging|invito|invitacion|minutes|protokoll|
            nota de prensa|
            communique de presse|pressemitteilung|comunicato stampa|poster session|
            workshop report|notes|terminhinweis|newsletter|rundbrief|alumni talk|
            list of participants|call for papers|book of abstracts|industry programme|
            for immediate release|for immediate use|zur sofortigen veroffentlichung|
            pour diffusion immediate|cooperation news|project news|
            announcement|agenda|verbale|acta|compte rendu|memo|memorandum|
            speakers & talks|talks & speakers|speakers and talks|key speakers|keynotes|panels|
            conference schedule|lecture preview|upcoming seminar|upcoming seminars|upcoming talks|
            in-person event|online event|virtual event|skip to main content|skip to content|
            salta al contenido principal|saltar al contenido|aller au contenu|
            aller au contenu principal|zum inhalt springen|vai al contenuto|plan spotkania
            """
    )
)
"""Headlines that say what a page is, and name no event; folded."""
