"""Whose the figures are that the act of a commune tells by a common word: ``notre commune``, ``le territoire``.

The convention is mostly of an EPCI: what the council of one of its communes says of « la commune » is of this one.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.acts.own_territory import own
from loaders.acts.section import Section
from loaders.acts.territories import mentioned
from loaders.acts.territory_codes import Named, deciding_commune
from loaders.readers.statistics.prose import declared
from loaders.seeking import Sought
from loaders.words.wording import alternatives, plain


def told_of(section: Section, text: str) -> Named | None:
    """Return which of the commune that decides and the convention's territory ``text`` says to count, or names first.

    None where it speaks of neither, and in the act of anybody else, whose figures are the convention's territory's.
    """
    commune = deciding_commune(section)
    if commune is None:
        return None
    own_commune = Named(commune.name, commune.code, commune)
    around = own(section)
    codes = {commune.code: own_commune, around.code: around}
    name = next((one for one in mentioned(section, text) if one.code in codes), None)
    said = plain(text)
    words = list(_spoken_of().finditer(said))
    word = next((one for one in words if _counts().match(said, one.end())), words[0] if words else None)
    if word is not None and (name is None or word.start() < text.find(name.printed)):
        return own_commune if word["commune"] else around
    return codes[name.code] if name is not None else None


@cache
def _spoken_of() -> Sought:
    """Return the pattern of the words for the commune that decides, or for the territory of the convention."""
    return Sought(rf"\b(?:(?P<commune>{alternatives(declared('communal'))})|{alternatives(declared('around'))})\b")


@cache
def _counts() -> re.Pattern[str]:
    """Return the pattern of a verb that counts, behind its subject."""
    return re.compile(rf" (?:y )?{alternatives(declared('counting'))}\b")
