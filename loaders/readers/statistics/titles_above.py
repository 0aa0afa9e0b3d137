"""What stands above a list of figures: a title whose number is theirs, or a territory whose they are."""

from __future__ import annotations

import re

from loaders.acts.section import Section
from loaders.acts.territory_codes import Named, specific
from loaders.document import Item
from loaders.readers.outline import Standing
from loaders.readers.statistics.years import says_when, single_year
from loaders.words.numerals import NUMBER
from loaders.words.wording import plain

_KEYED = re.compile(rf"\W*[^:;.]{{3,100}}:\s*(?:{NUMBER})")


def territory_over(section: Section, standing: Standing) -> Named | None:
    """Return the territory whose name, and no more, is the title right above a block; None where it is another."""
    title = standing.titles[-1].words.text.strip(" :") if standing.titles else ""
    return specific(section, title) if title else None


def year_over(standing: Standing) -> str:
    """Return the year that a title above a block gives to what stands below it: ``Chiffres clés 2021``."""
    told = (single_year(says_when(title.words)) for title in reversed(standing.titles))
    return next((year for year in told if year), "")


def number_over(section: Section, standing: Standing) -> str:
    """Return the number of the title above an item that is a figure and what it counts, empty for any other block.

    A deliberation's own number, among those of a session, is that of no part of a diagnosis.
    """
    listed = isinstance(standing.block, Item) and _KEYED.match(plain(standing.block.words.text))
    return standing.number if listed and section.kind != "deliberation" else ""
