"""Tables of équipements known by their shape: types or typed names in a column, where each stands beside it.

Authors call the columns as they like (``Maison``, ``Appellation``, ``Ce qu'on y trouve``); what these hold stays alike.
"""

from __future__ import annotations

from collections.abc import Mapping

from loaders.acts.section import Section
from loaders.document import Row, Table
from loaders.readers.equipments.column_contents import holds_kinds, holds_sites, holds_typed_names
from loaders.readers.equipments.column_titles import role_of_title
from loaders.words.numerals import figure

_FEWEST = 2
_PLACES = frozenset(("commune",))
_SITES = frozenset(("address", "commune", "capacity", "supporter"))


def roles_by_shape(section: Section, table: Table, titled: Mapping[str, int]) -> dict[str, int]:
    """Return the columns of a table of équipements by what they hold, ``titled`` those that a title tells.

    None where it is no such table: nothing says what things are, or where each is or whose; or a title or money shows
    that it is about something else.
    """
    body = table.rows[1:]
    about_others = any(role_of_title(cell.text) == "other" for cell in table.rows[0].cells)
    if len(body) < _FEWEST or about_others or any("€" in cell.text for row in body for cell in row.cells):
        return {}
    columns = [[row.cells[n].text for row in body if row.cells[n]] for n in range(len(body[0].cells))]
    roles = _sited(section, columns, titled)
    kind = next((n for n, texts in enumerate(columns) if texts and holds_kinds(texts)), -1)
    taken = {kind, *(column for role, column in roles.items() if role not in ("name", "type"))}
    free = [n for n, texts in enumerate(columns) if texts and n not in taken]
    named = next((n for n in free if holds_typed_names(columns[n])), -1)
    if kind >= 0:
        roles["type"] = kind
        named = roles.get("name", -1) if roles.get("name", kind) != kind else next(iter(_wordy(body, free)), named)
    told = _SITES & set(roles)
    if named < 0 or not told or (kind < 0 and (told <= _PLACES or any(":" in name for name in columns[named]))):
        return {}  # ``Micro-crèche à ouvrir | Mens`` is a plan, or says where people met
    return {**roles, "name": named}


def _sited(section: Section, columns: list[list[str]], titled: Mapping[str, int]) -> dict[str, int]:
    """Return the roles that titles tell, and those of columns that say where things are; these before the titles.

    What a title calls a place and holds none is none: ``Lieu`` above names, beside the addresses.
    """
    found: dict[str, int] = {}
    for index, texts in enumerate(columns):
        if role := holds_sites(section, texts):
            found.setdefault(role, index)
    kept = {role: n for role, n in titled.items() if n not in found.values()}
    if "address" in found:
        kept.pop("address", None)
    return {**found, **kept}


def _wordy(body: tuple[Row, ...], free: list[int]) -> list[int]:
    """Return which of the columns ``free`` hold names: words in every row."""
    return [n for n in free if all(row.cells[n] and figure(row.cells[n].text) is None for row in body)]
