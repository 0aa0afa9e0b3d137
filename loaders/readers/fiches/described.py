"""Tables that describe actions without naming a fiche: under a title each, or a column each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.document import Block, Cell, Heading, Passage, Row, Table
from loaders.readers.fiches.signs import ACTION, CODE, FICHE, describes_action
from loaders.words.numbering import numbered
from loaders.words.rubrics import leading, rubric
from loaders.words.wording import plain

_LONGEST = 250
_PAIR = 2
_REACH = 3


def described(block: Block) -> Iterator[Block]:
    """Give each action that a table describes as a title of no level and a table of keys; any other block as it is."""
    if not isinstance(block, Table):
        yield block
    elif titles := tuple(_titles(block)):
        yield from _by_title(block, titles)
    else:
        yield block


def heads_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give ``blocks``, as a title each table of one row that is a number and what it numbers, over keys not far below.

    ``A1 | Ouvrir un café`` is a table of its own above that which says who does it, when, for whom.
    """
    for index, block in enumerate(blocks):
        title = _numbered_row(block)
        below = blocks[index + 1 : index + 1 + _REACH]
        yield Heading(title) if title and any(map(describes_action, below)) else block


def _numbered_row(block: Block) -> Passage:
    """Return the words of a table of one row that is a number beside a title; empty for any other block."""
    if not isinstance(block, Table) or len(block.rows) != 1 or len(block.rows[0].cells) != _PAIR:
        return Passage(())
    key, value = block.rows[0].cells
    if not value or not CODE.fullmatch(f"{key.text.strip(' .')} ") or not _may_name(value.text):
        return Passage(())
    return key.words + value.words


def _titles(table: Table) -> Iterator[tuple[int, Passage]]:
    """Give the rows that are titles over keys which describe an action, each with its index and the title."""
    found = [(index, title) for index, row in enumerate(table.rows) if (title := _title(row))]
    for index, title, below in _parts(table, found):
        if describes_action(below):
            yield index, title


def _parts(table: Table, titles: Sequence[tuple[int, Passage]]) -> Iterator[tuple[int, Passage, Table]]:
    """Give each of ``titles`` with its index and the rows below it, up to the next."""
    limits = pairwise((*(index for index, _ in titles), len(table.rows)))
    for (_, title), (index, end) in zip(titles, limits, strict=True):
        yield index, title, Table(table.rows[index + 1 : end])


def _title(row: Row) -> Passage:
    """Return the title that a row is: merged over the table, beside its number or its key; empty for any other row."""
    filled = [cell for cell in row.cells if cell]
    if len(row.cells) < _PAIR or not filled or len(filled[-1].text) > _LONGEST:
        return Passage(())
    if len(filled) == 1:
        return filled[0].words if _may_name(filled[0].text) else Passage(())
    key, value = filled[:_PAIR]
    if len(filled) > _PAIR or not row.cells[0] or not _may_name(value.text):
        return Passage(())
    if rubric(key.text) == "titre" or plain(key.text).strip(" :") == "action":
        return value.words
    return key.words + value.words if _is_number(key.text) else Passage(())


def _may_name(text: str) -> bool:
    """Whether ``text`` may be an action's title: it is neither a rubric nor that of an enjeu or an objectif.

    A word that a plan has for an enjeu may be what the act calls its actions: ``Chantier A1 — Ouvrir un café``.
    """
    head = numbered(text)
    named = head is None or head.level in ("", "action") or ACTION.match(plain(text)) is not None
    return named and not rubric(text) and leading(text) is None


def _is_number(text: str) -> bool:
    """Whether ``text`` is no more than an action's number: ``Action 3``, ``2.1``."""
    head = numbered(f"{text} x")
    return ACTION.fullmatch(plain(text)) is not None or (
        head is not None and head.level in ("", "action") and f"{text} x"[head.start :] == "x"
    )


def _by_title(table: Table, titles: Sequence[tuple[int, Passage]]) -> Iterator[Block]:
    """Give what stands above the first of ``titles``, then each and the keys below it."""
    if above := table.rows[: titles[0][0]]:
        yield Table(above, table.header)
    for _, title, below in _parts(table, titles):
        yield Heading(title)
        yield below


def has_columns(table: Table) -> bool:
    """Whether each column behind a first one of keys is a fiche: the first row names them all."""
    if not table.rows or len(table.rows[0].cells) <= _PAIR:
        return False
    key, *heads = table.rows[0].cells
    named = all(FICHE.match(plain(head.text)) or ACTION.match(plain(head.text)) for head in heads)
    titled = rubric(key.text) == "titre" and not any(rubric(head.text) for head in heads)
    return all(heads) and (named or titled) and describes_action(_keys(table, 1))


def by_column(table: Table) -> Iterator[Block]:
    """Give the head of each column of values as a title, then the keys with what the column says."""
    for column in range(1, len(table.rows[0].cells)):
        yield Heading(table.rows[0].cells[column].words)
        yield _keys(table, column)


def _keys(table: Table, column: int) -> Table:
    """Return the keys of ``table`` below its first row, beside the values of one ``column``."""
    pairs: list[tuple[Cell, Cell]] = [(row.cells[0], row.cells[column]) for row in table.rows[1:]]
    return Table(tuple(map(Row, pairs)))
