"""Counts of two years: what a territory counts, whatever it be, compared with what it counted in another year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.section import Section
from loaders.acts.territories import place_before
from loaders.acts.territory_codes import Named, named
from loaders.seeking import Sought
from loaders.words.numerals import NUMBER

_COUNTS = Sought(r"(?:^|[,:;]) ?(?P<who>[^,:;.()]{2,80}?) compt(?:e|ait) (?:encore |environ )?(?=\d)")
_IN_YEAR = r" (?:en|fin|au 1er janvier) (?:19|20)\d\d(?!\d)"
_OVER_YEARS = re.compile(
    rf"(?:{NUMBER})\s(?P<label>[a-z][a-z' -]{{2,50}}?)(?={_IN_YEAR},? \(?contre (?:{NUMBER})(?: [a-z]+)?{_IN_YEAR})"
)


def over_years(section: Section, printed: str, text: str, there: Named) -> Iterator[re.Match[str]]:
    """Give the figure and the ``label`` of each count of a territory of which those of two years are told.

    ``printed`` is the sentence that ``text`` is in plain letters, ``there`` where it is. Who else counts
    (``L'école de X compte ...``) is no territory.
    """
    for counts in _COUNTS.finditer(text):
        found = _OVER_YEARS.match(text, counts.end())
        who = named(section, printed[slice(*counts.span("who"))]) if found is not None else None
        where = place_before(section, printed[: counts.end("who")]) or there
        if found is not None and who is not None and who.code == where.code:
            yield found
