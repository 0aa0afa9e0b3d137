"""Governance tables whose rows are bodies, with columns for their members and how often they meet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from loaders.acts.section import Section
from loaders.document import Cell, Passage, Row, Table
from loaders.readers.governance import members as sitting
from loaders.readers.governance.cells import is_mark, member_lines, name_in, names_in
from loaders.readers.governance.instances import Instance
from loaders.readers.governance.kinds import OTHER, kind_apart
from loaders.readers.governance.labels import heads_deputies, heads_groups, heads_offices, heads_what, label
from loaders.readers.governance.mentions import called, opening
from loaders.readers.governance.offices import begins_with_office
from loaders.readers.governance.untitled_columns import columns_by_content
from loaders.words.cell_kinds import mostly, shows
from loaders.words.rhythms import MEETING, frequency, is_rhythm, rhythm_apart
from loaders.words.wording import plain, sentences, tidy

_LONGEST_NAME = 100
_APPOSED = re.compile(r"(?: (?:de la|du|de cette) (?:presente )?(?:convention|ctg|contrat))?\s*(?:[:;,.(]|[–—-]\s|$)")


def columns_of_bodies(table: Table, *, steering: bool) -> dict[str, int]:
    """Return which column is which where the rows of a table are bodies and another column tells of them.

    The first row heads a column of bodies, or every row names one, or what the cells hold tells it.
    """
    columns = _columns(table)
    if "instance" not in columns or any(is_mark(row.cells[columns["instance"]]) for row in table.rows):
        return columns_by_content(table, steering=steering)
    told = "members" in columns or _names_some(table, columns["instance"])
    return columns if told else columns_by_content(table, steering=steering)


def read_rows(table: Table, columns: Mapping[str, int], section: Section) -> Iterator[Instance]:
    """Give the body of each row with its members; what its column holds is one whatever its name.

    A row without a name goes on with the body above it: its cell is merged over several rows.
    """
    found: list[Instance] = []
    for row in table.rows[1:]:
        words = row.cells[columns["instance"]].words
        if len(words.text) > _LONGEST_NAME or not (words or found):
            continue
        if words:
            found.append(_named(words, row, columns, section))
        _tell(found[-1], row, columns, section)
    yield from found


def _named(words: Passage, row: Row, columns: Mapping[str, int], section: Section) -> Instance:
    """Return the body that ``words`` name in a row, with the kind that its name, brackets or a cell beside it say."""
    name, said = kind_apart(words)
    named = opening(name)
    kind = named.kind if named and named.kind != OTHER else said or _said_to_be(row, columns)
    told = [cell.text for at, cell in enumerate(row.cells) if at not in columns.values()]
    return Instance(tidy(name.text), kind, section.convention, [words], told_of=told)


def _said_to_be(row: Row, columns: Mapping[str, int]) -> str:
    """Return the kind that a cell beside a body's own name gives it (``Comité de pilotage : il arbitre``), or "autre".

    What only begins with the name of another body (``Le comité de pilotage valide ses avis``) gives none.
    """
    told = {at for kind, at in columns.items() if kind != "other"}
    for cell in (cell for at, cell in enumerate(row.cells) if at not in told):
        named = opening(cell.words)
        if named is not None and _APPOSED.match(plain(cell.text), named.end):
            return named.kind
    return OTHER


def read_groups(table: Table, instance: Instance, section: Section) -> bool:
    """Give ``instance``, named above ``table``, those whom its rows list by groups (``Collège | Membres``), if they do.

    The first column is headed as one of groups; what heads no column of members is no such table. A table of persons
    names each by the office in a column of its own. One of members without groups has but how often they meet beside
    them (``Membres | Réunion``).
    """
    if not table.rows:
        return False
    if _lists_members(table):
        for row in table.rows[1:]:
            _tell(instance, row, _columns(table), section)
        return True
    head = table.rows[0].cells
    members = next((index for index, cell in enumerate(head) if index and heads_what(cell.words) == "members"), None)
    offices = next((index for index, cell in enumerate(head) if heads_offices(cell.words)), None)
    if offices is not None and _names_people(table, offices):
        members = offices
    elif members is None or not heads_groups(head[0].words):
        return False
    for row in table.rows[1:]:
        if members == offices:
            instance.members += list(sitting.item(row.cells[members].words.cut(0), section))
        else:
            take_members(instance, row.cells[members], section)
    return True


def _lists_members(table: Table) -> bool:
    """Whether the columns of a table are those of the members of one body and of how often it meets, and no others."""
    return set(_columns(table)) == {"members", "frequency"} and len(table.rows[0].cells) == len(_columns(table))


def _names_people(table: Table, column: int) -> bool:
    """Whether most rows name an office in a column."""
    return mostly([row.cells[column].text for row in table.rows[1:]], begins_with_office)


def is_table_of_sentences(table: Table) -> bool:
    """Whether every row names a body first and tells of it in sentences beside its name."""
    rows = [row for row in table.rows if any(row.cells)]
    told = [cell for row in rows for cell in row.cells[1:] if cell]
    return bool(names_in([row.cells[0] for row in rows])) and any(sitting.opens(plain(cell.text)) for cell in told)


def read_sentences(table: Table, section: Section) -> Iterator[Instance]:
    """Give the body of each row with what the sentences beside its name tell of it."""
    for row in (row for row in table.rows if any(row.cells)):
        name, often = rhythm_apart(row.cells[0].words)
        named = opening(name)
        kind = named.kind if named else "autre"
        instance = Instance(tidy(name.text), kind, section.convention, [row.cells[0].words], tidy(often.text))
        for cell in row.cells[1:]:
            take_told(instance, cell, section)
        yield instance


def take_told(instance: Instance, cell: Cell, section: Section) -> None:
    """Give a body what the sentences of a cell tell of it."""
    for sentence in (sentence for block in cell.blocks for sentence in sentences(block.words)):
        text = plain(sentence.text)
        if sitting.opens(text):
            instance.members += list(sitting.composed(sentence, section))
        if sitting.opens(text) or MEETING.search(text) or is_rhythm(sentence):
            instance.meets(frequency(sentence))


def take_members(instance: Instance, cell: Cell, section: Section) -> None:
    """Give a body the members that a cell lists."""
    for line in member_lines(cell.blocks):
        instance.members += list(sitting.item(line, section))


def take_frequency(instance: Instance, cell: Cell) -> None:
    """Give a body the frequency that its cell prints."""
    if cell and not instance.frequency:
        often = frequency(cell.words)
        whole = not often or cell.text.startswith(often.text)
        said = cell.words if whole and len(cell.text) <= _LONGEST_NAME else often or cell.words
        instance.frequency = tidy(said.text)
        instance.stated.append(said)


def _tell(instance: Instance, row: Row, columns: Mapping[str, int], section: Section) -> None:
    """Give a body what the cells of its row tell of it."""
    for at in (columns[kind] for kind in ("members", "deputies") if kind in columns):
        take_members(instance, row.cells[at], section)
    if "frequency" in columns:
        take_frequency(instance, row.cells[columns["frequency"]])
    if len(columns) == 1:
        for cell in (cell for at, cell in enumerate(row.cells) if at != columns["instance"]):
            take_told(instance, cell, section)


def _names_some(table: Table, column: int) -> bool:
    """Whether every row names a body in ``column``, where none is headed as their members."""
    names = [row.cells[column] for row in table.rows[1:] if row.cells[column]]
    return len(names_in(names)) > 1


def _holds_rhythms(table: Table, column: int) -> bool:
    """Whether all that a column holds below its title says how often: ``Réunion`` heads no bodies there."""
    told = [row.cells[column] for row in table.rows[1:] if row.cells[column]]
    return bool(told) and all(is_rhythm(cell.words) for cell in told)


def _names_most(table: Table, column: int) -> bool:
    """Whether most rows, two at least, name a body in ``column``."""
    names = [row.cells[column] for row in table.rows[1:]]
    return len(names) > 1 and shows(names, lambda cell: name_in(cell) is not None or called(cell.words) is not None)


def _columns(table: Table) -> dict[str, int]:
    """Return which column is which, by the words of the first row; the first is of bodies where its rows name some."""
    columns: dict[str, int] = {}
    for index, cell in enumerate(table.rows[0].cells if table.rows else ()):
        kind = "deputies" if columns.get("members") and heads_deputies(cell.words) else heads_what(cell.words)
        kind = label(cell.words) if kind in columns or (kind == "instance" and _holds_rhythms(table, index)) else kind
        if kind:
            columns.setdefault(kind, index)
    if columns and "instance" not in columns and 0 not in columns.values():
        sure = {"members", "frequency"} <= columns.keys() and _names_most(table, 0)
        if sure or _names_some(table, 0):
            columns["instance"] = 0
    return columns
