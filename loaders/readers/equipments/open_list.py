"""The list of équipements that is open: which blocks open and close it, and name a supporter or a type within it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.acts.section import Section
from loaders.acts.territories import mentions
from loaders.document import Block, Heading, Item, Paragraph, Table
from loaders.readers.equipments.addresses import split
from loaders.readers.equipments.entries import Supporter
from loaders.readers.equipments.headings import (
    announces,
    closes,
    decides,
    is_bare,
    names_things,
    opened,
    subheading,
    unmarked,
)
from loaders.readers.equipments.layouts import Layout, layout_of
from loaders.readers.equipments.types import known, leading, mended
from loaders.readers.outline import Standing
from loaders.resolve import bare
from loaders.themes import themes
from loaders.words.wording import plain, tidy

_NEAR = 3
_SHOWN = 2
_BY_COMMUNE = re.compile(r"\b(?:de la (?:ville|commune)|communaux|municipaux)\b")
_LONGEST_THEME = 4  # words


@dataclass(frozen=True, slots=True)
class OpenList:
    """Whose list is open (None: there is none), the type above and its depth among list items, the last table's layout.

    A supporter without a name is the act's own territory.
    """

    supporter: Supporter | None = None
    kind: str = ""
    depth: int = -1
    layout: Layout | None = None

    def kind_above(self, block: Heading | Item | Paragraph) -> str:
        """Return the type that stands above ``block``; an item beside the one that names the type has none."""
        below = not isinstance(block, Item) or block.depth > self.depth
        return self.kind if below else ""


def turned(section: Section, standings: Sequence[Standing], index: int, current: OpenList) -> OpenList | None:
    """Return what is open after a block that opens, parts or closes a list; None after any other block."""
    block = standings[index].block
    if isinstance(block, Table):
        return None
    following = [one.block for one in standings[index + 1 : index + 1 + _NEAR]]
    text = block.words.text
    heading = opened(section, text) or _announced(section, text, following) or _bare(section, text, following)
    if heading is not None:
        return OpenList(heading)
    if current.supporter is None:
        return None
    if closes(text) or decides(text):
        return OpenList()
    return _parted(section, block, following, current, titled=standings[index].is_title)


def _parted(
    section: Section, block: Heading | Item | Paragraph, following: Sequence[Block], current: OpenList, *, titled: bool
) -> OpenList | None:
    """Return what is open after a block that names a supporter or a type in a list, or is a title; else None."""
    below = subheading(section, block.words.text, titled=titled, body=not isinstance(block, Item))
    if below is not None:
        return OpenList(below, layout=current.layout)
    label = unmarked(block.words.text)
    if known(label) and _heads(block, following):
        return OpenList(current.supporter, mended(label), block.depth if isinstance(block, Item) else -1)
    if titled:
        return OpenList(current.supporter) if _is_theme(label) else OpenList()
    return None


def _announced(section: Section, text: str, following: Sequence[Block]) -> Supporter | None:
    """Return the supporter of a list that a sentence announces (``les services suivants :``).

    It is the one that the sentence names, else the act's own territory. The first item must begin with a type of
    équipement.
    """
    first = following[0] if following else None
    if not isinstance(first, Item) or not leading(first.words.text) or not announces(text):
        return None
    return _named_in(section, text)


def _named_in(section: Section, text: str) -> Supporter:
    """Return the collectivité that a text names, without a name where it names none; ``la Ville`` is who decides."""
    giver = next(mentions(section, text), None)
    if giver is not None:
        return Supporter(bare(giver.printed), giver.code)
    host = section.head.home
    if host is None or host.kind != "commune" or not _BY_COMMUNE.search(plain(text)):
        return Supporter("")
    return Supporter(bare(tidy(section.head.housed.text)), host.code)


def _bare(section: Section, text: str, following: Sequence[Block]) -> Supporter | None:
    """Return the supporter of a list that its title does not say to be supported; without an owner, the act's own.

    One of the blocks below must designate an équipement; where the title says more than ``Équipements``, the first two,
    or a table of them that stands first.
    """
    if is_bare(text):
        return Supporter("") if any(_designates(section, block) for block in following) else None
    below = [block for block in following if not isinstance(block, Heading)][:_SHOWN]
    whole = below[:1] if below and isinstance(below[0], Table) else below if len(below) == _SHOWN else []
    shown = bool(whole) and names_things(text) and all(_designates(section, block) for block in whole)
    return _named_in(section, text) if shown else None


def _designates(section: Section, block: Block) -> bool:
    """Whether a block designates an équipement: by a type and a place, by a type and a name, or in a table of them."""
    if isinstance(block, Table):
        return layout_of(section, block, listed=False, before=None) is not None
    return bool(leading(block.words.text) and split(block.words.text).postcode) or _is_typed(block)


def _is_typed(block: Heading | Item | Paragraph) -> bool:
    """Whether an item is a type, a colon and a name: ``EAJE : Les Lutins``."""
    kind, colon, name = block.words.text.partition(":")
    return isinstance(block, Item) and bool(colon and name.strip()) and known(kind)


def _heads(block: Heading | Item | Paragraph, following: Sequence[Block]) -> bool:
    """Tell whether a type's name heads what follows: it is no list item, ends with a colon, or has items below it."""
    if not isinstance(block, Item):
        return True
    first = following[0] if following else None
    below = isinstance(first, Item) and first.depth > block.depth
    return below or block.words.text.rstrip().endswith(":")


def _is_theme(label: str) -> bool:
    """Whether a title is the name of a theme and little else: it parts a list, and does not end it."""
    return len(label.split()) <= _LONGEST_THEME and bool(themes(label))
