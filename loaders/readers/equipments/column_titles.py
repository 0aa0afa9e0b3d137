"""Titles of the columns of a table of équipements: which role each tells, by the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.document import Cell, Row, Table
from loaders.readers.equipments.entries import is_here
from loaders.readers.equipments.supporters import Supporter
from loaders.readers.equipments.types import known, leading
from loaders.remembering import remembered_texts
from loaders.resolve import fold
from loaders.vocabulary import groups

_FEWEST_TITLES = 3
_TOLD = frozenset(("address", "postcode", "commune", "capacity", "manager"))
"""What the lines below an équipement's name say of it."""

_PLACED = re.compile(r"\((?:(?:toutes )?à )?(?:(?P<code>\d{2} ?\d{3})\s)?(?P<commune>[^()\d]{2,50})\)\s*$")
_JOINED = re.compile(r"\s+et\s+|\s?[/,+]\s?")


def tells_of(text: str) -> bool:
    """Tell whether a line says where an équipement is, or its size, behind a label: ``Adresse : 3 rue X``."""
    label, colon, said = text.partition(":")
    return bool(colon and said.strip()) and role_of_title(label) in _TOLD


def place_in_titles(section: Section, table: Table) -> tuple[str, str]:
    """Return the postcode and commune that the title of a column says of all in it: ``Adresse (38710 Mens)``."""
    for cell in table.rows[0].cells if table.rows else ():
        found = _PLACED.search(cell.text)
        told = role_of_title(cell.text[: found.start()]) if found is not None else ""
        if found is not None and told in ("address", "name") and is_here(section, found["commune"]):
            return (found["code"] or "").replace(" ", ""), found["commune"].strip()
    return "", ""


def upright(table: Table) -> Table:
    """Return a table whose first column has the titles with them as its first row; any other as it is."""
    roles = [role_of_title(row.cells[0].text) for row in table.rows]
    if roles and not table.rows[0].cells[0]:
        heads = [cell.text for cell in table.rows[0].cells[1:]]
        roles[0] = "type" if all(map(known, heads)) else "name" if all(map(leading, heads)) else ""
    if len(roles) < _FEWEST_TITLES or "name" not in roles or not all(roles) or len(set(roles)) < len(roles):
        return table
    if len(table.rows[0].cells) < 2 or are_titles(table.rows[0].cells):
        return table
    return Table(tuple(Row(cells) for cells in zip(*(row.cells for row in table.rows), strict=True)), header=True)


def roles_of_titles(header: Sequence[Cell], supporters: Mapping[int, Supporter]) -> dict[str, int]:
    """Return the column of each role that a header announces, the first one each."""
    roles: dict[str, int] = {}
    for index, cell in enumerate(header):
        if index in supporters:
            continue
        folded = fold(cell.text)
        role = role_of_title(cell.text)
        if not role:
            begun = (
                role for role, names in _headers().items() if folded.startswith(tuple(f"{name} " for name in names))
            )
            role = next(begun, "")
        if role:
            roles.setdefault(role, index)
    return roles


def names_columns(section: Section, first: Sequence[Cell]) -> bool:
    """Tell a row of titles that nothing marks as such: titles of columns, or one beside types or collectivités."""
    titles = [cell for cell in first if role_of_title(cell.text)]
    rest = [cell.text for cell in first if not role_of_title(cell.text)]
    crossed = all(map(known, rest)) or all(text and specific(section, text) is not None for text in rest)
    return are_titles(first) or (len(titles) == 1 < len(rest) and crossed)


def are_titles(first: Sequence[Cell]) -> bool:
    """Tell whether every cell of a row is the title of a column, no two of the same."""
    roles = [role for cell in first if (role := role_of_title(cell.text))]
    return len(roles) > 1 and len(set(roles)) == len(roles) == len(first)


@remembered_texts(1_024)
def role_of_title(text: str) -> str:
    """Return the role of a column with this very title, of the first where it joins several; empty for none.

    What a title says besides of the things in its column tells no role: ``Équipements soutenus``.
    """
    folded = fold(text)
    role = _role(folded) or _role(_qualified().sub("", folded).strip())
    if role or not _JOINED.search(text):
        return role
    joined = [role_of_title(part) for part in _JOINED.split(text)]
    return joined[0] if all(joined) else ""


def _role(folded: str) -> str:
    """Return the role of a column with this very title, folded; empty for none."""
    return next((role for role, names in _headers().items() if folded in names), "")


@cache
def _qualified() -> re.Pattern[str]:
    """Return the pattern of what stands behind the word that tells a column: ``... de la structure``."""
    headings = groups("equipments", "headings")
    return re.compile(rf"(?:(?<= )(?:{'|'.join([*headings['supported'], *headings['qualifying']])}) ?)+$")


@cache
def _headers() -> dict[str, tuple[str, ...]]:
    """Return the roles of columns and the folded headers that announce them."""
    return {role: tuple(fold(name) for name in names) for role, names in groups("equipments", "columns").items()}
