"""Layouts of tables of équipements: which column holds what, by its title or by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.document import Cell, Row, Table
from loaders.readers.equipments.column_contents import roles_of_contents
from loaders.readers.equipments.column_titles import are_titles, names_columns, role_of_title, roles_of_titles
from loaders.readers.equipments.labels import names_kind
from loaders.readers.equipments.labels import supporter as named_supporter
from loaders.readers.equipments.supporters import Supporter
from loaders.readers.equipments.types import is_theme, known, leading, mended
from loaders.resolve import fold
from loaders.words.cell_kinds import mostly

_PLACES = frozenset(("commune",))
_SITES = frozenset(("address", "commune", "capacity", "supporter"))


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

    def title(self, table: Table, role: str) -> str:
        """Return the title of the column of ``role`` in a ``table`` so laid out, empty for none."""
        return table.rows[0].cells[self.roles[role]].text if self.header and role in self.roles else ""


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
    if any(mostly([row.cells[index].text for row in table.rows[1:]], _is_figure) for index in supporters):
        return None  # what each has or gets, and no équipement of it
    roles = _typed(table, roles_of_titles(first, supporters)) if titled else {}
    roles = _owned(section, table, roles)
    if (kinds := _crossed(table, roles, listed=listed)) and not supporters:
        return Layout(roles, {}, len(first), header=True, kinds=kinds)
    alone = listed and 1 < len(supporters) == len(first)  # a column a supporter, and nothing else
    shown = listed or bool(supporters and "type" in roles) or _placed(table, roles)
    if alone or (("name" in roles or (supporters and "type" in roles)) and shown):
        return Layout(roles, supporters, len(first), header=True)
    if supporters or _is_about_others(table):
        return None
    shaped = _by_contents(section, table, roles if titled else None)
    return shaped or (_untitled(section, table, header=blank) if listed and not titled else None)


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


def _owned(section: Section, table: Table, roles: dict[str, int]) -> dict[str, int]:
    """Return the roles of columns with that of a first one without a title that names collectivités by their kind."""
    column = [row.cells[0].text for row in table.rows]
    untitled = bool(roles or known(table.rows[0].cells[-1].text)) and not column[0]
    return (
        {**roles, "supporter": 0} if untitled and "supporter" not in roles and mostly(column[1:], names_kind) else roles
    )


def _holds_types(table: Table, index: int) -> bool:
    """Tell whether most cells of a column below its title are types of équipement."""
    return mostly([row.cells[index].text for row in table.rows[1:]], known)


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
    held = [row.cells[index].text for row in table.rows[1:] for index in kinds]
    named = mostly(held, lambda text: any(map(str.isupper, text)) and len(text) > 1)
    return kinds if len(kinds) > 1 and named else {}


def _placed(table: Table, roles: Mapping[str, int]) -> bool:
    """Tell a table of équipements outside a list: a column of types or of structures, and one that places them."""
    if not {"address", "commune", "supporter", "capacity"} & set(roles):
        return False
    if any(role_of_title(cell.text) == "other" for cell in table.rows[0].cells):
        return False
    title, *names = [row.cells[roles["name"]].text for row in table.rows] if "name" in roles else [""]
    structures = re.search(r"structure|equipement|etablissement", fold(title))
    return bool(structures) or mostly(names, lambda name: bool(leading(name))) or "type" in roles


def _by_contents(section: Section, table: Table, titled: Mapping[str, int] | None) -> Layout | None:
    """Return the layout of a table by what its columns hold, where its titles (``titled``) tell some of them at most.

    Besides names it must say where each is, how many it takes, or whose it is; without titles, types and whose. Names
    that begin with a type, beside nothing but communes, may be planned, or say where people met: ``Micro-crèche à
    ouvrir | Mens``.
    """
    columns = _columns(table.rows[1:])
    roles = roles_of_contents(section, columns, titled)
    told = _SITES & set(roles)
    if "name" not in roles or not told or (titled is None and not {"supporter", "type"} <= set(roles)):
        return None
    if "type" not in roles and (told <= _PLACES or any(":" in text for text in columns[roles["name"]])):
        return None
    above = table.rows[0].cells[roles["supporter"]].text if "supporter" in roles else ""
    return Layout(roles, {}, len(columns), header=not names_kind(above))  # titles, or a row that a scan set as such


def _untitled(section: Section, table: Table, *, header: bool) -> Layout | None:
    """Return the layout of a list's table without titles: names alone, or types and names and more of each."""
    columns = _columns(table.rows)
    if len(columns) == 1:
        return Layout({"name": 0}, {}, 1, header)
    roles = roles_of_contents(section, columns)
    whole = {"type", "name"} <= set(roles) and len(roles) == len(columns)
    return Layout(roles, {}, len(columns), header) if whole else None


def _columns(rows: Sequence[Row]) -> list[list[str]]:
    """Return the texts of each column of ``rows``."""
    return [[cell.text for cell in cells] for cells in zip(*(row.cells for row in rows), strict=True)]


def _is_about_others(table: Table) -> bool:
    """Tell whether a title or money shows that a table is about something else than équipements."""
    if any(role_of_title(cell.text) == "other" for cell in table.rows[0].cells):
        return True
    return any("€" in cell.text for row in table.rows[1:] for cell in row.cells)


def _is_figure(text: str) -> bool:
    """Tell whether a cell is a number, be it of euros."""
    return text[:1].isdigit() and not any(map(str.isalpha, text))


def _supporters(section: Section, header: Sequence[Cell]) -> dict[int, Supporter]:
    """Return the supporters that the headers of columns name; a commune can be called as a column is: Rue, Ville."""
    found: dict[int, Supporter] = {}
    for index, cell in enumerate(() if are_titles(header) else header):
        if specific(section, cell.text) is not None:
            found[index] = named_supporter(section, cell.text)
    return found
