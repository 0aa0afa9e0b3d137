"""Spelt numbers: the numbers that French spells in words, ``trente et un``, ``deux mille vingt-cinq``."""

from __future__ import annotations

import re

from loaders.vocabulary import values
from loaders.words.wording import alternatives

_NUMBERS = dict(values("dates", "numbers"))
NUMBER_WORD = alternatives(list(_NUMBERS))
"""Any one word of a spelt number, as a pattern on plain words."""

SEVERAL = alternatives([word for word, number in _NUMBERS.items() if number > 1])
"""One that counts several, as a pattern on plain words."""

SPELT_NUMBER = rf"{NUMBER_WORD}(?:(?:[ -]+et[ -]+|[ -]+){NUMBER_WORD}){{0,7}}"
"""A whole spelt number, as a pattern on plain words."""


def count(words: str) -> int:
    """Return the number that ``words`` (plain) spell or write in figures, 0 for none."""
    if words.strip().isdecimal():
        return int(words)
    total = current = 0
    for word in re.split(r"[ -]+", words.strip()):
        number = _NUMBERS.get(word, 0)
        if number == 1000:
            total, current = (current or 1) * 1000, 0
        elif number == 100:
            current = (current or 1) * 100
        elif number == 20 and current % 100 == 4:
            current += 76
        else:
            current += number
    return total + current
