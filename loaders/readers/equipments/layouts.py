"""Layouts of tables of équipements: which column holds what, by its title or by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.document import Cell, Table
from loaders.readers.equipments.column_contents import role_of_contents, role_of_untitled
from loaders.readers.equipments.column_titles import names_columns, role_of_title, roles_of_titles
from loaders.readers.equipments.entries import Supporter
from loaders.readers.equipments.labels import names_kind
from loaders.readers.equipments.labels import supporter as named_supporter
from loaders.readers.equipments.shapes import roles_by_shape
from loaders.readers.equipments.types import is_theme, known, leading, mended
from loaders.resolve import fold


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
    titled = (table.header and not blank) or names_columns(section, first)
    if not titled and before is not None and before.width == len(first):
        return replace(before, header=blank)
    supporters = _supporters(section, first) if titled else {}
    roles = _typed(table, roles_of_titles(first, supporters)) if titled else {}
    if (kinds := _crossed(table, roles, listed=listed)) and not supporters:
        return Layout(roles, {}, len(first), header=True, kinds=kinds)
    alone = listed and 1 < len(supporters) == len(first)  # a column a supporter, and nothing else
    shown = listed or bool(supporters and "type" in roles) or _placed(table, roles)
    if alone or (("name" in roles or (supporters and "type" in roles)) and shown):
        return Layout(roles, supporters, len(first), header=True)
    if titled and not supporters and (shaped := roles_by_shape(section, table, roles)):
        return Layout(shaped, {}, len(first), header=True)
    return _shown(section, table) or (_untitled(table, header=blank) if listed else None)


def _typed(table: Table, roles: dict[str, int]) -> dict[str, int]:
    """Return the roles of columns: of two for names, ``Service`` and ``Nom``, the first has types where it says so."""
    untitled = next((n for n, cell in enumerate(table.rows[0].cells) if not cell and _holds_types(table, n)), -1)
    if "type" not in roles and untitled >= 0:
        return {**roles, "type": untitled}
    first = roles.get("name", -1)
    others = [n for n, cell in enumerate(table.rows[0].cells) if n != first and role_of_title(cell.text) == "name"]
    if "type" in roles or not others or not _holds_types(table, first):
        return roles
    return {**roles, "type": first, "name": others[0]}


def _holds_types(table: Table, index: int) -> bool:
    """Tell whether most cells of a column below its title are types of équipement."""
    held = [row.cells[index].text for row in table.rows[1:] if row.cells[index]]
    return sum(map(known, held)) > len(held) / 2


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


def _placed(table: Table, roles: Mapping[str, int]) -> bool:
    """Tell a table of équipements outside a list: a column of types or of structures, and one that places them."""
    if not {"address", "commune", "supporter", "capacity"} & set(roles):
        return False
    if any(role_of_title(cell.text) == "other" for cell in table.rows[0].cells):
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
        roles.setdefault(role_of_contents(section, texts), index)
    if not {"supporter", "type", "name"} <= set(roles):
        return None
    roles.pop("", None)
    return Layout(roles, {}, len(columns), header=not names_kind(table.rows[0].cells[roles["supporter"]].text))


def _untitled(table: Table, *, header: bool) -> Layout | None:
    """Return the layout of a list's table without titles: names alone, or types and names and more of each."""
    width = len(table.rows[0].cells)
    typed = [row.cells[0] for row in table.rows if row.cells[0]]
    if width == 1:
        return Layout({"name": 0}, {}, width, header)
    if width < 2 or sum(known(cell.text) for cell in typed) <= len(typed) / 2:
        return None
    behind = [role_of_untitled([row.cells[index].text for row in table.rows]) for index in range(2, width)]
    roles = {role: index for index, role in enumerate(behind, 2) if role}
    return Layout({"type": 0, "name": 1, **roles}, {}, width, header) if len(roles) == width - 2 else None


def _supporters(section: Section, header: Sequence[Cell]) -> dict[int, Supporter]:
    """Return the supporters that the headers of columns name."""
    found: dict[int, Supporter] = {}
    for index, cell in enumerate(header):
        if specific(section, cell.text) is not None:
            found[index] = named_supporter(section, cell.text)
    return found
