"""Contents of the columns of a table of équipements: which role a column has by what stands in it."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.readers.equipments.addresses import split
from loaders.readers.equipments.labels import names_kind
from loaders.readers.equipments.types import known
from loaders.words.numerals import figure

_MOST = 1000


def role_of_contents(section: Section, texts: Sequence[str]) -> str:
    """Return the role of a column that holds ``texts``, most of them; empty for one that tells nothing."""
    if not texts:
        return ""
    whose = sum(names_kind(text) and specific(section, text) is not None for text in texts)
    if whose >= max(2, len(texts) - 1):
        return "supporter"
    if sum(map(known, texts)) > len(texts) / 2:
        return "type"
    figures = [read for text in texts if (read := figure(text)) is not None and read.value is not None]
    if not figures:
        return "address" if all(split(text).postcode for text in texts) else "name"
    counted = all(read.unit == "" and read.value is not None and read.value < _MOST for read in figures)
    return "capacity" if counted and len(figures) == len(texts) else ""


def role_of_untitled(texts: Sequence[str]) -> str:
    """Return the role of a column without a title that holds ``texts``: places or addresses; empty for any other."""
    filled = [text for text in texts if text]
    if all((read := figure(text)) is not None and read.value is not None for text in filled):
        return "capacity"
    return "address" if all((part := split(text)).postcode or part.street for text in filled) else ""
