"""Avenants: the numbered one on which a deliberation decides, where its convention is not named beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.deliberations.reader import decision_zone
from loaders.words.wording import plain

_SIGNS = re.compile(
    r"\bsigner (?:l'|un |cet |ledit |le present |le projet d')avenant\b(?:\W*n\W{0,3}(?P<number>\d(?:[\w./-]*\w)?))?"
)


def avenants_to_sign(section: Section) -> Iterator[tuple[str, Passage]]:
    """Give the number of each avenant, as printed, whose signature a deliberation authorises, empty for none of it."""
    for words in decision_zone(section.blocks) if section.kind == "deliberation" else ():
        for found in _SIGNS.finditer(plain(words.text)):
            yield words.text[slice(*found.span("number"))] if found["number"] else "", words
