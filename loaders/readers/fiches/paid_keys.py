"""Keys of a fiche that no title is known for, told to be of money by what stands beside them: ``Caf : 20 000 €``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.document import Cell, Passage
from loaders.readers.funding.mentions import mentions
from loaders.readers.funding.rates import sums
from loaders.readers.funding.words import cued
from loaders.words.wording import plain

_PAIR = 2
_OPENS = re.compile(r"\W*(?:environ |pres de |(?:soit )?au total |en tout )?$")
_BETWEEN = re.compile(r"[\s:,(–—-]*(?:a hauteur de |pour )?$|[^.;:€\d]{0,60} ?: ?$")
_GOES_ON = re.compile(
    r"\s*(?:(?:ttc|ht|par an|/ ?an|annuels?|chaque annee|en (?:19|20)\d\d"
    r"|(?:sur|pour) (?:la duree|\w+ ans)\b[^,;]*)\s*)*"
    r"(?:$|[,;:.()+–—-]|\b(?:dont|pris|financ|cofinanc|apport|a la charge|verse|de la|du)\w*)"
)


def is_paid(key: str, values: Sequence[Passage]) -> bool:
    """Tell whether what stands beside a strange ``key`` is money: each line is an amount, or whose that is and it.

    A threshold, a price or an income is none.
    """
    told = [value.text for value in values if value]
    said = " ".join((key, *told))
    return bool(told) and not cued("refused", said) and all(map(_is_sum, told))


def paid_by(cells: Sequence[Cell]) -> Passage:
    """Return the words of a row that is but who pays and how much (``Caf | 20 000 €``); none of any other row."""
    if len(cells) != _PAIR or not (named := mentions(cells[0].text)):
        return Passage(())
    whole = named[0].kind != "autre" and named[0].start == 0 and named[0].end == len(cells[0].text.rstrip(" :"))
    return cells[0].words + cells[1].words if whole and is_paid("", [cells[1].words]) else Passage(())


def _is_sum(text: str) -> bool:
    """Tell whether ``text`` begins with an amount, or with who gives it right before it."""
    first = next(iter(sums(text)), None)
    if first is None:
        return False
    before = text[: first.start]
    named = next(iter(mentions(before)), None)
    opens = _OPENS.match(plain(before)) or (
        named is not None and named.start == 0 and _BETWEEN.match(plain(before[named.end :]))
    )
    return bool(opens) and _GOES_ON.match(plain(text[first.end :])) is not None
