"""Titles of the columns of a budget: what the one over a column says of it, and of what stands below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.document import Cell, Passage, Row
from loaders.readers.funding.amount_cells import amount
from loaders.readers.funding.column_roles import role_of
from loaders.readers.funding.donors import donors_of
from loaders.readers.funding.giving import paying
from loaders.readers.funding.mentions import SHARE_OF, mentions
from loaders.readers.funding.named_getters import named_getter
from loaders.readers.funding.objects import known_object
from loaders.readers.funding.rates import is_priced
from loaders.readers.funding.words import schemes
from loaders.resolve import fold
from loaders.words.amounts import amounts
from loaders.words.cell_kinds import mostly, shows
from loaders.words.dates import WHOLE_YEAR
from loaders.words.wording import plain

_NO_HEADER = Passage(())
_ONLY_EUROS = re.compile(r"\W*[km]?€\W*", re.IGNORECASE)
_THOUSANDS = re.compile(r"\bk\s?(?:€|euros?\b)|\bmilliers? (?:d['’])?euros?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its role (a key of the vocabulary, or empty), its header, and what this names.

    That is a year, a funder with its kind, a scheme, what the money is for, who gets it; each empty where not named.
    ``multiple`` is what its amounts count by (``en K€``: 1000).
    """

    role: str
    header: Passage = _NO_HEADER
    year: str = ""
    funder: str = ""
    scheme: str = ""
    kind: str = ""
    purpose: str = ""
    multiple: int = 1
    recipient: str = ""


def scale(text: str) -> int:
    """Return what the amounts below ``text``, a header or caption, count by: ``en K€``, ``(milliers d'euros)``."""
    return 1000 if _THOUSANDS.search(text) else 1


def column_under(section: Section | None, index: int, title: Cell, body: Sequence[Row]) -> Column:
    """Return the column under ``title``: by its header's words, or as amounts of the funder or year it names."""
    text = title.text
    years = WHOLE_YEAR.findall(text)
    role, year, scheme = _role(text), years[0] if len(years) == 1 else "", ";".join(schemes(text))
    cells = [row.cells[index].text for row in body]
    if role == "scheme" and _are_objects(cells):
        role = "object"
    if role == "year" and not years and not any(map(WHOLE_YEAR.search, cells)):  # over the years of the columns beside
        role = ""
    if role == "funder" and shows(cells, _is_amount):
        role = "amount"
    if role == "amount" and is_priced(text):
        return Column("", title.words)
    if not any((read := amount(cell)) and read.value is not None for cell in cells):
        return Column(_named_role(cells) if role == "amount" else role, title.words, year, scheme=scheme)
    giver = _giver(section, text, role, scheme)
    if giver is not None:
        return replace(giver, header=title.words, year=year)
    if (role in ("", "year") and years) or (role in ("", "scheme") and scheme):
        return Column("amount", title.words, year, scheme=scheme)
    if not role and known_object(text):
        return Column("amount", title.words, year, purpose=text)
    to = named_getter(donors_of(section), text) if section is not None and role == "amount" else ""
    return Column(role, title.words, year, scheme=scheme, recipient=to)


def _are_objects(cells: Sequence[str]) -> bool:
    """Tell whether ``cells`` say what money is for, and none a scheme: ``Au titre de`` can stand over both."""
    full = [text for text in cells if text]
    return bool(full) and all(known_object(text) and not schemes(text) for text in full)


def _is_amount(text: str) -> bool:
    """Tell whether a cell prints an amount and nothing else: below ``Recettes`` stand those of the givers beside."""
    read = amount(text)
    return read is not None and read.value is not None


def _role(text: str) -> str:
    """Return the role that a header announces: by its words, or a bare sign of euros."""
    return role_of(fold(text)) or ("amount" if _ONLY_EUROS.fullmatch(text) else "")


def _giver(section: Section | None, text: str, role: str, scheme: str) -> Column | None:
    """Return the column of the amounts of whom its title ``text`` names as giving; None where it names nobody."""
    found = next(iter(mentions(text)), None)
    place, bare = None, WHOLE_YEAR.sub(" ", text)
    share = found is not None and SHARE_OF.fullmatch(plain(text[: found.start])) is not None
    if section is not None and not share and (found is None or found.start) and not (role and " " not in fold(bare)):
        place = specific(section, bare)
    if place is not None:
        return Column("amount", funder=place.printed, kind="commune")
    if found is not None and (found.start == 0 or role == "amount" or share):
        return Column("amount", funder=found.printed, kind=found.kind, scheme=scheme)
    by, to = paying(text)
    if by and scheme:
        return Column("amount", funder=by, scheme=scheme, kind=found.kind if found else "", recipient=to)
    return None


def _named_role(cells: Sequence[str]) -> str:
    """Return what a column holds whose header only speaks of money: who gives it (``Financement``), or its schemes."""
    if mostly(cells, _names_giver):
        return "funder"
    full = [text for text in cells if text]
    return "scheme" if full and all(map(schemes, full)) else ""


def _names_giver(text: str) -> bool:
    """Tell whether a cell begins with an organisation, and states no amount."""
    found = next(iter(mentions(text)), None)
    return found is not None and found.start == 0 and not any(amounts(text))
