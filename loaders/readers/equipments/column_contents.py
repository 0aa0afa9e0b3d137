"""Contents of the columns of a table of équipements: which role each has by what stands in it.

Authors call the columns as they like (``Maison``, ``Appellation``, ``Ce qu'on y trouve``); what these hold stays alike.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from loaders.acts.section import Section
from loaders.readers.equipments.addresses import split
from loaders.readers.equipments.entries import is_here
from loaders.readers.equipments.labels import names_kind
from loaders.readers.equipments.types import known, leading
from loaders.words.cell_kinds import which_hold
from loaders.words.numerals import figure

_POSTED = re.compile(r"\d{2} ?\d{3}(?!\d)[\s,–-]*[^\W\d]\D*|\d{5}")
_BY_CONTENTS = frozenset(("type", "name", "address"))
"""What a title says and the cells must show: ``Lieu`` stands above names, beside the addresses."""


def roles_of_contents(
    section: Section, columns: Sequence[Sequence[str]], titled: Mapping[str, int] | None = None
) -> dict[str, int]:
    """Return the column of each role by what it holds, or by its title (``titled``); none where nothing holds types.

    Those are types alone, beside any names, or names that begin with one; an address may stand behind each name. How
    many each takes is told by cells only where there are no titles.
    """
    kinds = which_hold(columns, {"type": lambda text: bool(kind_in(text))})
    typed = {} if kinds else which_hold(columns, {"name": _is_typed_name})
    if not kinds and not typed:
        return {}
    told = {role: n for role, n in (titled or {}).items() if n not in kinds.values()}
    found = {role: n for role, n in told.items() if role not in _BY_CONTENTS} | kinds | typed
    asked: dict[str, Callable[[str], bool]] = {
        "supporter": names_kind,
        "commune": partial(_is_commune, section),
        "address": _is_address,
        **({"capacity": _is_size} if titled is None else {}),
    }
    found |= which_hold(columns, asked, tuple(found.values()))
    found |= {role: n for role, n in told.items() if role not in found and n not in found.values()}
    if "name" not in found:
        found |= which_hold(columns, {"name": _is_worded}, tuple(found.values()))
    if "name" not in found and "address" in found:
        found["name"] = found.pop("address")
    return found


def kind_in(text: str) -> str:
    """Return the type that a cell is, alone or with how many it takes: ``EAJE, 24 places``; empty for any other."""
    if known(text):
        return text
    part = split(text)
    return part.name if part.capacity and known(part.name) else ""


def _is_typed_name(text: str) -> bool:
    """Tell whether a cell begins with a type and goes on with a name."""
    return bool(leading(text)) and not known(text)


def _is_worded(text: str) -> bool:
    """Tell whether a cell holds words, and is no figure."""
    return any(map(str.isalpha, text)) and figure(text) is None


def _is_commune(section: Section, text: str) -> bool:
    """Tell whether a cell is a commune of the département, or one behind its postcode."""
    return _POSTED.fullmatch(text.strip()) is not None or is_here(section, text)


def _is_address(text: str) -> bool:
    """Tell whether a cell is an address: it has a postcode, or a street and no name before it."""
    part = split(text)
    return bool(part.postcode or (part.street and not part.name)) and any(map(str.isalpha, text))


def _is_size(text: str) -> bool:
    """Tell whether a cell is a number, or a number of places and nothing else."""
    read = figure(text)
    return (read is not None and read.value is not None) or bool((part := split(text)).capacity and not part.name)
