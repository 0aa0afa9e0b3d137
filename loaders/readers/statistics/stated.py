"""A figure that words state of a territory, as a fact; whose it is where a bracket compares it with another's."""

from __future__ import annotations

import re

from loaders.acts.section import Section
from loaders.acts.territory_codes import Named, convention_of, named
from loaders.document import Passage
from loaders.readers.statistics.prose import Printed
from loaders.readers.statistics.years import undated
from loaders.resolve import bare
from loaders.words.wording import tidy
from maillage.facts import Statistic

_BESIDE = re.compile(r"[(;,/]\s*(?:l[ea]s?\s|l['’])?(?P<name>[^\W\d][^():;,/\d]{2,60}?)\s*:\s*$", re.IGNORECASE)

_INDEX = "indice"
_INDEXED = re.compile(r"\W*(?:indices?|ratio)\b", re.IGNORECASE)


def stated(
    section: Section,
    words: Passage,
    label: tuple[int, int],
    printed: Printed,
    territory: Named,
    year: str,
    indicator: str = "",
) -> Statistic:
    """Return the fact of a figure whose indicator is the words at ``label`` of ``words``, unless it is given."""
    return Statistic(
        place=section.place(words.cut(*label), words.cut(printed.start, printed.end)),
        act=section.act,
        rule="statistics.sentence",
        tier="derived",
        convention=convention_of(section, territory.territory),
        territory=_whole_name(territory),
        territory_code=territory.code,
        indicator=indicator or undated(tidy(words.text[slice(*label)])),
        year=year,
        value=printed.value,
        unit="%" if printed.percent else _INDEX if _INDEXED.match(words.text[slice(*label)]) else "nombre",
    )


def _whole_name(named_: Named) -> str:
    """Return the name of a territory without its article, unless that is part of it: ``La Rochelle``."""
    name = bare(named_.printed)
    official = named_.territory.name if named_.territory is not None else ""
    return official if bare(official) == name else name


def beside(section: Section, before: str) -> tuple[bool, Named | None]:
    """Tell whether a word and a colon stand right before a figure, ``(département : 14 %)``, and whom they name."""
    found = _BESIDE.search(before)
    return found is not None, named(section, found["name"]) if found else None
