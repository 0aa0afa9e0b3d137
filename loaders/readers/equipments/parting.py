"""Parting: list items and tables in which several were taken for one, cut where their lines or rows show it."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.document import Block, Cell, Item, Paragraph, Passage, Row, Table
from loaders.formats.making.continuation import begins_low
from loaders.readers.equipments.addresses import is_address, split
from loaders.readers.equipments.column_titles import role_of_title, upright
from loaders.readers.equipments.headings import inline_start
from loaders.readers.equipments.labels import names_kind, unmarked
from loaders.readers.equipments.types import known, leading
from loaders.words.wording import gathered, lines, sentences

_LONGEST_NAME = 80
_CARD = 3


def parted(block: Block) -> Iterator[Block]:
    """Give ``block`` itself, or the parts of an item or a table that holds more than one."""
    if isinstance(block, Paragraph):
        yield from _announced(block)
    elif isinstance(block, Table):
        yield from _stretches(upright(block))
    else:
        yield from _lines(block)


def _announced(block: Paragraph) -> Iterator[Block]:
    """Give a paragraph, or the line that heads it and each entry below: it names a collectivité, or ends with a colon.

    A type can stand alone above its entries too. A line that begins with a small letter, or an address, goes on with
    the entry above. A paragraph is parted into its sentences where each is a list with its heading: ``Équipements
    portés par X : ...``.
    """
    if (card := _labelled(block)) is not None:
        yield card
        return
    told = sentences(block.words)
    if len(told) > 1 and all(inline_start(one.text) for one in told):
        yield from map(Paragraph, told)
        return
    first, *below = lines(block.words) or (block.words,)
    entries = tuple(gathered(below, lambda _, line: not (begins_low(line.text) or is_address(line.text))))
    typed = known(unmarked(first.text))
    each = all(leading(unmarked(one.text)) or (typed and split(one.text).postcode) for one in entries)
    if entries and each and (typed or _heads(first.text)):
        yield Paragraph(first)
        yield from map(Item, entries)
    else:
        yield block


def _labelled(block: Paragraph) -> Table | None:
    """Return the lines of a card, each behind a label of its own, as a table: ``Nom : Les Lutins``, ``Type : EAJE``."""
    printed = lines(block.words) if ":" in block.words.text else ()
    if len(printed) < _CARD:
        return None
    ends = [len(line.text.partition(":")[0]) for line in printed]
    roles = [role_of_title(line.text[:end]) for line, end in zip(printed, ends, strict=True)]
    if not all(roles) or len(set(roles)) < len(roles) or not {"name", "type"} <= set(roles):
        return None
    halves = [(line.cut(0, end), line.cut(end + 1)) for line, end in zip(printed, ends, strict=True)]
    rows = (Row(tuple(Cell((Paragraph(half),)) for half in part)) for part in zip(*halves, strict=True))
    return Table(tuple(rows), header=True)


def _heads(text: str) -> bool:
    """Tell whether a line can stand above a list: it ends with a colon, or is the name of a collectivité."""
    return text.endswith(":") or (names_kind(text) and len(text) <= _LONGEST_NAME and not text.endswith((",", ".")))


def _stretches(table: Table) -> Iterator[Block]:
    """Give a table's rows in stretches, and as a paragraph each row in which one cell names a collectivité."""
    kept: list[Row] = []
    header = table.header
    for row in table.rows:
        filled = [cell for cell in row.cells if cell]
        if len(filled) != 1 or len(row.cells) < 2 or not names_kind(filled[0].text):
            kept.append(row)
            continue
        if kept:
            yield Table(tuple(kept), header)
            header = False
        kept = []
        yield Paragraph(filled[0].words)
    if kept:
        yield Table(tuple(kept), header)


def _lines(block: Block) -> Iterator[Block]:
    """Give ``block`` itself, or an item's lines one by one from where one is a type, or a type and a colon."""
    printed = lines(block.words) if isinstance(block, Item) else ()
    if not isinstance(block, Item) or len(printed) < 2 or not any(_label(line.text) for line in printed):
        yield block
        return
    held, listed = Passage(()), False
    for line in printed:
        alone = known(unmarked(line.text))
        if held and (listed or _label(line.text)):
            yield Item(held, block.depth, block.marker)
            held = Passage(())
        if alone:
            yield Paragraph(line)
        else:
            held += line
        listed = listed or alone
    if held:
        yield Item(held, block.depth, block.marker)


def _label(text: str) -> str:
    """Return the type that a line is, or has before its colon; empty for none."""
    label = unmarked(text.partition(":")[0])
    return label if known(label) and (":" in text or known(unmarked(text))) else ""
