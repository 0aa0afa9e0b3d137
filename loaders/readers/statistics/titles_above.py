"""What stands above a list of figures: a title whose number is theirs, or a territory whose they are."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.acts.section import Section
from loaders.acts.territories import mentions
from loaders.acts.territory_codes import Named, specific
from loaders.document import Item
from loaders.readers.outline import Standing
from loaders.readers.statistics.whose import told_of
from loaders.readers.statistics.years import says_when, single_year
from loaders.words.numerals import NUMBER
from loaders.words.wording import plain, tidy

_KEYED = re.compile(rf"\W*[^:;.]{{3,100}}:\s*(?:{NUMBER})")
_IN_YEAR = re.compile(
    r"(?:\b(?:[Tt]erritoire|[Vv]ille|[Cc]ommune|[Cc]ommunauté(?: de communes)?|[Ii]ntercommunalité|[Aa]gglomération"
    r"|[Pp]ays|[Mm]étropole|[Dd]épartement|[Pp]opulation|[Ff]amilles|[Hh]abitants|[Ee]nfants|[Jj]eunes)"
    r"|\b[A-ZÀ-Ý][\w'’-]{1,40}) (?:en|fin) (?:19|20)\d\d\s*(?:$|[,:–—-])"
)
"""Who or what lives or lies there in a year: ``La ville en 2022``, ``Le Trièves en 2021, comparé à l'Isère``."""
_FOR = re.compile(
    r"\b(?:pour|sur|dans|concernant|a l'echelle d[eu']"
    r"|(?:chiffres|donnees|indicateurs|statistiques|population|portrait|profil|situation)(?: [a-z]+){0,2} d[eu'])"
    r" ?(?:la |le |les |l')?$"
)
"""Before whose figures are announced: who only counted them stands behind ``par``."""


def territory_over(section: Section, standing: Standing) -> Named | None:
    """Return the territory whose name, and no more, is the title right above a block; None where it is another."""
    title = standing.titles[-1].words.text.strip(" :") if standing.titles else ""
    return specific(section, title) if title else None


def territory_announced(section: Section, text: str) -> Named | None:
    """Return the one territory for which ``text`` announces figures: ``Le diagnostic relève pour la ville de X :``.

    In the act of a commune, that of which it speaks: ``Les besoins de notre commune se mesurent ainsi :``.
    """
    if not text.rstrip().endswith(":"):
        return None
    told = [one for one in mentions(section, text) if _FOR.search(plain(text[: text.find(one.printed)]))]
    return told[0] if len(told) == 1 else told_of(section, text)


def year_over(standing: Standing) -> str:
    """Return the year that a title above a block gives to what stands below it: ``Chiffres clés 2021``."""
    told = (single_year(says_when(title.words) or _in_year(title.words.text)) for title in reversed(standing.titles))
    return next((year for year in told if year), "")


def _in_year(title: str) -> str:
    """Return a title that says in which year it describes a territory or its people, not when something was done."""
    return title if _IN_YEAR.search(title) else ""


def number_over(section: Section, standing: Standing) -> str:
    """Return the number of the section in which figures stand; that of the act itself, a point of minutes, is none."""
    own = tidy(section.head.title.text)
    titles = tuple(title for title in standing.titles if not own or own not in tidy(title.words.text))
    return replace(standing, titles=titles).number


def number_over_item(section: Section, standing: Standing) -> str:
    """Return the number of the section of an item that is a figure and what it counts, empty for any other block."""
    listed = isinstance(standing.block, Item) and _KEYED.match(plain(standing.block.words.text))
    return number_over(section, standing) if listed else ""
