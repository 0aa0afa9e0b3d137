"""Parting: list items and tables in which several were taken for one, cut where their lines or rows show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.document import Block, Heading, Item, Paragraph, Passage, Row, Table
from loaders.readers.equipments.headings import inline_start, names_kind, unmarked
from loaders.readers.equipments.layouts import tells_of, upright
from loaders.readers.equipments.types import known, leading
from loaders.readers.outline import Standing
from loaders.words.wording import lines, sentences


def parted(block: Block) -> Iterator[Block]:
    """Give ``block`` itself, or the parts of an item or a table that holds more than one."""
    if isinstance(block, Paragraph):
        yield from _announced(block)
    elif isinstance(block, Table):
        yield from _stretches(upright(block))
    else:
        yield from _lines(block)


def _announced(block: Paragraph) -> Iterator[Block]:
    """Give a paragraph, or its first line and each below it where that ends with a colon and these begin with types.

    It is parted into its sentences where each is a list with its heading: ``Équipements portés par X : ...``.
    """
    told = sentences(block.words)
    if len(told) > 1 and all(inline_start(one.text) for one in told):
        yield from map(Paragraph, told)
        return
    first, *below = lines(block.words) or (block.words,)
    if below and first.text.endswith(":") and all(leading(unmarked(line.text)) for line in below):
        yield Paragraph(first)
        yield from map(Item, below)
    else:
        yield block


def cards(standings: Iterable[Standing]) -> Iterator[Standing]:
    """Give blocks, the lines that say an équipement's address or places with the one above that names it."""
    held: Standing | None = None
    for one in standings:
        above, below = held.block if held is not None else None, one.block
        if held is None or above is None or isinstance(above, Table) or not _tells_of(above, below):
            if held is not None:
                yield held
            held = one
        elif not isinstance(below, Table):
            joined = (
                Item(above.words + below.words) if isinstance(above, Item) else Paragraph(above.words + below.words)
            )
            held = replace(held, block=joined, is_title=False)
    if held is not None:
        yield held


def _tells_of(above: Heading | Item | Paragraph, below: Block) -> bool:
    """Whether ``below`` says nothing but where the équipement that ``above`` names is, or how many it takes."""
    if isinstance(below, Table) or not leading(above.words.text):
        return False
    printed = lines(below.words)
    return bool(printed) and all(tells_of(line.text) for line in printed)


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
