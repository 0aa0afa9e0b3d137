"""What tables outside the sheets say of each fiche: a row a fiche, by its number or title, a column a rubric."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from loaders.acts.section import Section
from loaders.document import Cell, Row, Table
from loaders.readers.fiches.fields import Field
from loaders.readers.fiches.keyed import keyed
from loaders.readers.fiches.sheets import outside
from loaders.readers.fiches.signs import number_named
from loaders.readers.plan.reader import plan_of
from loaders.remembering import remembered
from loaders.resolve import fold
from loaders.words.wording import plain

_NUMBER = re.compile(r"(?:n\s?[°o]\s*)?(?P<number>[a-z]{0,2}[.-]?\d{1,2}(?:\.\d{1,2})*(?: ?(?:bis|ter))?|[a-h]|[ivx]+)")

Annexed = Mapping[str, Sequence[Field]]


@remembered(2)
def annexed(section: Section) -> Annexed:
    """Return what tables of an act outside its sheets, that of the plan too, say of each fiche, by number or title."""
    found: dict[str, list[Field]] = {}
    heads: tuple[str, ...] = ()
    for block in outside(section.blocks):
        if not isinstance(block, Table) or not block.rows:
            heads = ()
            continue
        named, at = keyed(block)
        heads = named or (heads if len(heads) == len(block.rows[0].cells) else ())
        for row in block.rows[at:] if heads else ():
            if key := _key(row.cells[0]):
                found.setdefault(key, []).extend(_fields(heads, row))
    for node in plan_of(section).nodes:
        if node.fiche and node.fields:
            found.setdefault(fold(node.number or node.label), []).extend(node.fields)
    return found


def added(fields: Sequence[Field], said: Annexed, number: str, title: str) -> list[Field]:
    """Return ``fields``, and what tables say of the fiche of this number or title in rubrics that it has not itself."""
    own = {field.kind for field in fields if field.blocks}
    others = said.get(fold(number)) or said.get(fold(title)) or ()
    return [*fields, *(field for field in others if field.kind not in own)]


def _key(cell: Cell) -> str:
    """Return the number of the fiche that a cell names, else its words, folded."""
    text = plain(cell.text).strip(" .:")
    alone = _NUMBER.fullmatch(text)
    return fold(number_named(text) or (alone["number"] if alone is not None else cell.text))


def _fields(heads: Iterable[str], row: Row) -> Iterator[Field]:
    for kind, cell in zip(heads, row.cells, strict=False):
        if kind and cell:
            yield Field(kind, list(cell.blocks))
