"""Amounts as the cells of a budget print them: ``45 000 €``, ``45 000 € par an``, ``12 000 € TTC``, ``env. 3 k€``.

How often they are paid, and in which year, can stand in columns of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.readers.funding.column_roles import says_total
from loaders.readers.funding.words import period
from loaders.remembering import remembered_texts
from loaders.words.amounts import amounts
from loaders.words.dates import WHOLE_YEAR
from loaders.words.numerals import Figure, figure
from loaders.words.wording import plain

_BESIDE = re.compile(
    r"\W*(?:(?:par|chaque|l'|/)\s?(?:an|annee|mois)|annuels?|an|mois|ht|ttc|environ|env|maximum|max|estimee?s?"
    r"|(?:en )?une (?:seule )?fois|acquis|sollicitee?s?|demandee?s?|prevue?s?|soit|jusqu'a"
    r"|\d{1,3} ?%|\W)*"
)

_LONGEST_PERIOD = 25
_ONLY_YEAR = re.compile(rf"(?:(?:annee|exercice|an|en) )?{WHOLE_YEAR.pattern}(?: ?\([^()]*\))?")


@remembered_texts(2_048)
def amount(text: str) -> Figure | None:
    """Return the figure that a cell's ``text`` is, with or without how often, about or before tax; None for words."""
    whole = figure(text)
    if whole is not None:
        return whole
    found = list(amounts(text))
    said = plain(text)
    if len(found) != 1 or not _BESIDE.fullmatch(said[: found[0].start]) or not _BESIDE.fullmatch(said[found[0].end :]):
        return None
    return Figure(found[0].euros, "€")


def are_periods(cells: Sequence[str]) -> bool:
    """Tell whether each of ``cells`` says no more than how often something is paid: ``Par an``, ``Unique``."""
    full = [text for text in cells if text]
    return bool(full) and all(len(text) <= _LONGEST_PERIOD and period(text) and not any(amounts(text)) for text in full)


def are_years(cells: Sequence[str]) -> bool:
    """Tell whether each of ``cells``, those of totals apart, is a year and no more: ``2024``, ``Année 2024``."""
    full = [text for text in cells if text and not says_total(text)]
    return bool(full) and all(_ONLY_YEAR.fullmatch(plain(text).strip()) for text in full)
