"""Names that tell a person from a thing, folded: given names, and family names.

They stand in text files beside this module, in alphabetical order; a name that is an ordinary word
as well, in a language of the pages, is left out.
"""

from __future__ import annotations

from pathlib import Path

from clustertui.intake.page.wordlists import words_of


def _names(file: str) -> frozenset[str]:
    return frozenset(words_of(Path(__file__).with_name(file).read_text(encoding="ascii")))


GIVEN_NAMES = _names("given_names.txt")
FAMILY_NAMES = _names("family_names.txt")
"""Said of the last word of a name; organisations and places are called so, too."""
SURE_FAMILY_NAMES = frozenset(
    words_of(
        """
    ahn an andersson bae baek bang becker bianchi brown byrne byun cha chang chen cho choe choi
    choung chu chung davies deng eom evans feng fernandez ferrari ferreira fischer gao garcia
    gonzalez guo gupta ha han hansen he heo hoang hoffmann hong horvat hu huang hur hwang im ito
    jang jensen jeon jeong jin jo johansson johnson jones joo ju jun jung kang karlsson kato kelly
    khan kim ko kobayashi koh kowalski kumar kwak kwon larsen le lee li liang lim lin liu lopez
    luo ma martinez meyer min moon mueller muller mun murphy na nakamura nam nguyen nielsen
    nilsson noh novak nowak oh olsen paik park patel pereira perez pham phan pyo rao rhee
    rodriguez roh rossi russo ryan ryu sanchez santos sasaki sato schmidt schneider schulz seo
    sharma shim shin silva sim sin singh smith sohn son song suh sun suzuki tanaka tang taylor
    tran um vu wagner walsh wang watanabe weber williams woo wu xiao xie xu yamada yamamoto yang
    yi yim yoo yoon yoshida yu yun zhang zhao zheng zhou zhu
    """
    )
)
"""Those of Korea, China, India and Vietnam that stand before or behind any given name."""
