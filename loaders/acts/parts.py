"""An act about several conventions, taken apart: what stands under a title that names a territory is about its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.acts.section import Section
from loaders.acts.territories import mentioned
from loaders.acts.territory_codes import Named, convention_of
from loaders.document import Block, Table
from loaders.remembering import remembered

_LONGEST_TITLE = 120


@remembered(2)
def by_convention(section: Section) -> tuple[Section, ...]:
    """Return ``section`` itself, or where it is about several conventions its parts in order, each about its own."""
    return tuple(_parts(section))


def _parts(section: Section) -> Iterator[Section]:
    if section.convention or len(section.mentions) < 2:
        yield section
        return
    blocks: list[Block] = []
    part = section
    for block in section.blocks:
        titled = _titled(section, block)
        if titled is not None:
            yield replace(part, blocks=tuple(blocks))
            blocks = []
            key = convention_of(section, titled.territory)
            part = replace(section, territory=titled.territory, convention=key)
        blocks.append(block)
    yield replace(part, blocks=tuple(blocks))


def _titled(section: Section, block: Block) -> Named | None:
    """Return the territory of one of the act's conventions that ``block``, a title, names."""
    if (
        isinstance(block, Table)
        or len(block.words.text) > _LONGEST_TITLE
        or block.words.text.rstrip().endswith((".", ";", ","))
    ):
        return None
    return next(
        (found for found in mentioned(section, block.words.text) if convention_of(section, found.territory)), None
    )
