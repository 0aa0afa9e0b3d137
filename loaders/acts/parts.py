"""An act about several conventions, taken apart: what stands under a title that names a territory is about its own.

It is so up to the next title of the same row or a higher one: what stands there is about all of them. A title can run
on into its paragraph: ``1.1 Convention territoriale globale du Val d'Or 2025-2029. Elle prend la suite de …``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from loaders.acts.convention_cues import MENTION
from loaders.acts.part_titles import leaves, title_of
from loaders.acts.section import Section
from loaders.acts.territories import mentioned
from loaders.acts.territory_codes import Named, convention_of
from loaders.document import Block, Heading
from loaders.remembering import remembered
from loaders.words.naming import territory_at
from loaders.words.own_names import own_names
from loaders.words.wording import plain


@remembered(2)
def by_convention(section: Section) -> tuple[Section, ...]:
    """Return ``section`` itself, or where it is about several conventions its parts in order, each about its own."""
    return tuple(_parts(section))


def _parts(section: Section) -> Iterator[Section]:
    if section.convention or len(section.mentions) < 2:
        yield section
        return
    blocks: list[Block] = []
    part, opener = section, None
    for index, block in enumerate(section.blocks):
        titled = _titled(section, block)
        key = convention_of(section, titled.territory) if titled is not None else part.convention
        if titled is not None and key != part.convention:
            heads = _heads_below(blocks)
            yield replace(part, blocks=tuple(blocks[: len(blocks) - heads]))
            blocks = blocks[len(blocks) - heads :]
            part = replace(section, territory=titled.territory, convention=key)
        elif titled is None and opener is not None and leaves(section.blocks, index, opener):
            yield replace(part, blocks=tuple(blocks))
            blocks, part, opener = [], section, None
        opener = block if titled is not None else opener
        blocks.append(block)
    yield replace(part, blocks=tuple(blocks))


def _heads_below(blocks: Sequence[Block]) -> int:
    """Return how many titles stand last: they head what the title right below them is about."""
    return sum(1 for _ in takewhile(lambda block: isinstance(block, Heading), reversed(blocks)))


def _titled(section: Section, block: Block) -> Named | None:
    """Return the territory of one of the act's conventions that ``block``, a title, names; one of several is of all."""
    text = title_of(block).text
    if not text:
        return None
    known = (found for found in mentioned(section, text) if convention_of(section, found.territory))
    named = {convention_of(section, found.territory): found for found in (*_called_bare(section, text), *known)}
    return next(iter(named.values())) if len(named) == 1 else None


def convention_called(section: Section, text: str) -> str:
    """Return that of the act's conventions whose territory ``text`` names; nothing where it names none of them."""
    whole = replace(section, convention="")
    named = (found.territory for found in (*mentioned(whole, text), *_called_bare(whole, text)))
    return next((key for territory in named if (key := convention_of(whole, territory))), "")


def _called_bare(section: Section, text: str) -> Iterator[Named]:
    """Give the territories of the act's conventions that ``text`` calls by their bare names: ``CTG Vallée d'Or``.

    A name that can be another's as well is that of the convention only right behind what it is called.
    """
    for agreement in section.agreements:
        for start, end in own_names(text, agreement.territory, alone=True):
            yield Named(text[start:end], agreement.code, agreement.territory)
    for mention in MENTION.finditer(plain(text)):
        found = territory_at(text, mention.end(), section.gazetteer, section.territory)
        if found is not None and convention_of(section, found.territory):
            yield Named(found.printed, found.territory.code, found.territory)
