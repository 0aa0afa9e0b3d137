"""Contents of the columns of a table of équipements: which role a column has by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.readers.equipments.addresses import split
from loaders.readers.equipments.entries import is_here
from loaders.readers.equipments.labels import names_kind
from loaders.readers.equipments.types import known, leading
from loaders.words.numerals import figure

_MOST = 1000
_POSTED = re.compile(r"\d{2} ?\d{3}(?!\d)[\s,–-]*(?P<commune>[^\d]*)")


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
    """Return the role of a column without a title that holds ``texts``: places, addresses, communes; else nothing."""
    filled = [text for text in texts if text]
    if all(_is_size(text) for text in filled):
        return "capacity"
    if all(_POSTED.fullmatch(text.strip()) for text in filled):
        return "commune"
    return "address" if all((part := split(text)).postcode or part.street for text in filled) else ""


def _is_size(text: str) -> bool:
    """Tell whether a cell is a number, or a number of places and nothing else."""
    read = figure(text)
    return (read is not None and read.value is not None) or bool((part := split(text)).capacity and not part.name)


def kind_in(text: str) -> str:
    """Return the type that a cell is, alone or with how many it takes: ``EAJE, 24 places``; empty for any other."""
    if known(text):
        return text
    part = split(text)
    return part.name if part.capacity and known(part.name) else ""


def holds_kinds(texts: Sequence[str]) -> bool:
    """Tell whether most of what a column holds is a type of équipement."""
    return sum(bool(kind_in(text)) for text in texts) > len(texts) / 2


def holds_typed_names(texts: Sequence[str]) -> bool:
    """Tell whether most of what a column holds begins with a type and goes on with a name."""
    return sum(bool(leading(text)) and not known(text) for text in texts) > len(texts) / 2


def holds_sites(section: Section, texts: Sequence[str]) -> str:
    """Return the role of a column that says where things are, or whose; empty for any other."""
    if not texts:
        return ""
    if all(map(names_kind, texts)):
        return "supporter"
    if all(_POSTED.fullmatch(text.strip()) or is_here(section, text) for text in texts):
        return "commune"
    sited = [split(text) for text in texts if any(map(str.isalpha, text))]
    return (
        "address" if sum(bool(one.postcode or (one.street and not one.name)) for one in sited) > len(texts) / 2 else ""
    )
