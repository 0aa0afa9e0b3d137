"""Layouts of tables of équipements: which column holds what, by the headers or by the types that stand in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.document import Cell, Row, Table
from loaders.readers.equipments.addresses import split
from loaders.readers.equipments.entries import Supporter
from loaders.readers.equipments.labels import names_kind
from loaders.readers.equipments.labels import supporter as named_supporter
from loaders.readers.equipments.types import is_theme, known, leading, mended
from loaders.resolve import fold
from loaders.vocabulary import groups
from loaders.words.numerals import figure

_MOST = 1000
_FEWEST_TITLES = 3
_TOLD = frozenset(("address", "postcode", "commune", "capacity", "manager"))
"""What the lines below an équipement's name say of it."""

_JOINED = re.compile(r"\s+et\s+|\s?[/,+]\s?")


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column holds what (roles of the vocabulary), which are a supporter's, if the first row is a header.

    ``kinds`` are the columns that a type heads (empty for a theme), of a table crossed with the collectivités.
    """

    roles: Mapping[str, int]
    supporters: Mapping[int, Supporter]
    width: int
    header: bool
    kinds: Mapping[int, str] = field(default_factory=dict)

    @property
    def is_sized(self) -> bool:
        """Whether it tells how many an équipement takes, or its address."""
        return bool({"capacity", "address"} & set(self.roles))


def layout_of(section: Section, table: Table, *, listed: bool, before: Layout | None) -> Layout | None:
    """Return the layout of a table of équipements, None for another table.

    ``listed`` where the table stands under the heading of a list; ``before`` is the layout that it may go on with.
    """
    first = table.rows[0].cells
    blank = table.header and not any(first)
    titled = (table.header and not blank) or _names_columns(section, first)
    if not titled and before is not None and before.width == len(first):
        return replace(before, header=blank)
    supporters = _supporters(section, first) if titled else {}
    roles = _roles(first, supporters) if titled else {}
    if (kinds := _crossed(table, roles, listed=listed)) and not supporters:
        return Layout(roles, {}, len(first), header=True, kinds=kinds)
    alone = listed and 1 < len(supporters) == len(first)  # a column a supporter, and nothing else
    if alone or (("name" in roles or (supporters and "type" in roles)) and (listed or _placed(table, roles))):
        return Layout(roles, supporters, len(first), header=True)
    return _shown(section, table) or (_untitled(table, header=blank) if listed else None)


def tells_of(text: str) -> bool:
    """Tell whether a line says where an équipement is, or its size, behind a label: ``Adresse : 3 rue X``."""
    label, colon, said = text.partition(":")
    return bool(colon and said.strip()) and _titled(label) in _TOLD


def upright(table: Table) -> Table:
    """Return a table whose first column has the titles with them as its first row; any other as it is."""
    roles = [_titled(row.cells[0].text) for row in table.rows]
    if len(roles) < _FEWEST_TITLES or "name" not in roles or not all(roles) or len(set(roles)) < len(roles):
        return table
    if len(table.rows[0].cells) < 2 or _are_titles(table.rows[0].cells):
        return table
    return Table(tuple(Row(cells) for cells in zip(*(row.cells for row in table.rows), strict=True)), header=True)


def _crossed(table: Table, roles: Mapping[str, int], *, listed: bool) -> dict[int, str]:
    """Return the columns of a table of collectivités that types head, or themes in a list; none for any other table.

    Their cells name équipements, and do not count them.
    """
    kinds: dict[int, str] = {}
    if not {"supporter", "commune"} & set(roles) or "name" in roles or "type" in roles:
        return kinds
    for index, cell in enumerate(table.rows[0].cells):
        if index not in roles.values() and (known(cell.text) or (listed and is_theme(cell.text))):
            kinds[index] = mended(cell.text) if known(cell.text) else ""
    held = [row.cells[index].text for row in table.rows[1:] for index in kinds if row.cells[index]]
    named = sum(any(map(str.isupper, text)) and len(text) > 1 for text in held)
    return kinds if len(kinds) > 1 and named > len(held) / 2 else {}


def _names_columns(section: Section, first: Sequence[Cell]) -> bool:
    """Tell a row of titles that nothing marks as such: titles of columns, or one beside types or collectivités."""
    titles = [cell for cell in first if _titled(cell.text)]
    rest = [cell.text for cell in first if not _titled(cell.text)]
    crossed = all(map(known, rest)) or all(text and specific(section, text) is not None for text in rest)
    return _are_titles(first) or (len(titles) == 1 < len(rest) and crossed)


def _are_titles(first: Sequence[Cell]) -> bool:
    """Tell whether every cell of a row is the title of a column, no two of the same."""
    roles = [role for cell in first if (role := _titled(cell.text))]
    return len(roles) > 1 and len(set(roles)) == len(roles) == len(first)


def _titled(text: str) -> str:
    """Return the role of a column with this very title, of the first where it joins several; empty for none.

    What a title says besides of the things in its column tells no role: ``Équipements soutenus``.
    """
    folded = fold(text)
    role = _role(folded) or _role(_qualified().sub("", folded).strip())
    if role or not _JOINED.search(text):
        return role
    joined = [_titled(part) for part in _JOINED.split(text)]
    return joined[0] if all(joined) else ""


def _role(folded: str) -> str:
    """Return the role of a column with this very title, folded; empty for none."""
    return next((role for role, names in _headers().items() if folded in names), "")


def _placed(table: Table, roles: Mapping[str, int]) -> bool:
    """Tell a table of équipements outside a list: a column of types or of structures, and one that places them."""
    if not {"address", "commune", "supporter", "capacity"} & set(roles):
        return False
    if any(_titled(cell.text) == "other" for cell in table.rows[0].cells):
        return False
    names = [row.cells[roles["name"]].text for row in table.rows] if "name" in roles else [""]
    structures = re.search(r"structure|equipement|etablissement", fold(names[0]))
    typed = sum(bool(leading(name)) for name in names[1:]) > len(names[1:]) / 2
    return bool(structures or typed) or "type" in roles


def _shown(section: Section, table: Table) -> Layout | None:
    """Return the layout of a table by what its columns hold, where its titles say nothing or were badly scanned.

    It must have collectivités in one column, types in another, and names beside them.
    """
    body = table.rows[1:]
    columns = [[cell.text for cell in cells if cell] for cells in zip(*(row.cells for row in body), strict=True)]
    roles: dict[str, int] = {}
    for index, texts in enumerate(columns):
        roles.setdefault(_held(section, texts), index)
    if not {"supporter", "type", "name"} <= set(roles):
        return None
    roles.pop("", None)
    return Layout(roles, {}, len(columns), header=not names_kind(table.rows[0].cells[roles["supporter"]].text))


def _held(section: Section, texts: Sequence[str]) -> str:
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


def _untitled(table: Table, *, header: bool) -> Layout | None:
    """Return the layout of a list's table without titles: names alone, or types and names and more of each."""
    width = len(table.rows[0].cells)
    typed = [row.cells[0] for row in table.rows if row.cells[0]]
    if width == 1:
        return Layout({"name": 0}, {}, width, header)
    if width < 2 or sum(known(cell.text) for cell in typed) <= len(typed) / 2:
        return None
    behind = [_told([row.cells[index].text for row in table.rows]) for index in range(2, width)]
    roles = {role: index for index, role in enumerate(behind, 2) if role}
    return Layout({"type": 0, "name": 1, **roles}, {}, width, header) if len(roles) == width - 2 else None


def _told(texts: Sequence[str]) -> str:
    """Return the role of a column without a title that holds ``texts``: places or addresses; empty for any other."""
    filled = [text for text in texts if text]
    if all((read := figure(text)) is not None and read.value is not None for text in filled):
        return "capacity"
    return "address" if all((part := split(text)).postcode or part.street for text in filled) else ""


def _roles(header: Sequence[Cell], supporters: Mapping[int, Supporter]) -> dict[str, int]:
    """Return the column of each role that a header announces, the first one each."""
    roles: dict[str, int] = {}
    for index, cell in enumerate(header):
        if index in supporters:
            continue
        folded = fold(cell.text)
        role = _titled(cell.text)
        if not role:
            role = next((role for role, names in _headers().items() if folded.startswith(names)), "")
        if role:
            roles.setdefault(role, index)
    return roles


def _supporters(section: Section, header: Sequence[Cell]) -> dict[int, Supporter]:
    """Return the supporters that the headers of columns name."""
    found: dict[int, Supporter] = {}
    for index, cell in enumerate(header):
        if specific(section, cell.text) is not None:
            found[index] = named_supporter(section, cell.text)
    return found


@cache
def _qualified() -> re.Pattern[str]:
    """Return the pattern of what stands behind the word that tells a column: ``... de la structure``."""
    headings = groups("equipments", "headings")
    return re.compile(rf"(?:(?<= )(?:{'|'.join([*headings['supported'], *headings['qualifying']])}) ?)+$")


@cache
def _headers() -> dict[str, tuple[str, ...]]:
    """Return the roles of columns and the folded headers that announce them."""
    return {role: tuple(fold(name) for name in names) for role, names in groups("equipments", "columns").items()}
