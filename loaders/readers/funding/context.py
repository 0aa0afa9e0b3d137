"""What a sentence that speaks of money is read with: its act, what stands above it, what announces it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.acts.own_territory import name_above, stands_above
from loaders.acts.section import Section
from loaders.acts.territory_codes import specific
from loaders.document import Block, Item, Passage, Table
from loaders.readers.funding.announcing import announces
from loaders.readers.funding.donors import Donors
from loaders.readers.funding.mentions import mentions
from loaders.readers.parties.establishments import own_establishment
from loaders.resolve import fold
from loaders.words.amounts import amounts

_NOTHING = Passage(())
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence is read with.

    These are the act's organisations, the blocks above, the sentence that announces a list ("La Caf verse :"), the
    sentence before, what stands before the first of several amounts, what its sentence says at its end of all of them,
    and the text of the whole block. It ``shares`` where it is one of several lines of who gives how much.
    """

    section: Section
    donors: Donors
    above: Sequence[Block]
    lead: Passage
    before: Passage = _NOTHING
    opening: Passage = _NOTHING
    closing: str = ""
    around: str = ""
    shares: bool = False

    @property
    def home(self) -> str:
        """The name of the act's own territory that stands nearest above, else of the establishment that decides."""
        board = own_establishment(self.section)
        return (board and stands_above(self.section, self.above)) or board or name_above(self.section, self.above)

    def is_home(self, name: str) -> bool:
        """Tell whether ``name`` is that of the act's own territory, under whatever form, that of its kind alone too."""
        found = specific(self.section, name) if name else None
        home = self.section.territory
        said = next(iter(mentions(name)), None)
        same = found is not None and home is not None and found.code == home.code
        of_kind = said is not None and home is not None and said.kind == home.kind
        alone = said is not None and fold(name) == fold(said.printed)
        return same or (of_kind and alone) or fold(name) == fold(self.home)


def next_lead(block: Block, lead: Passage, above: Sequence[Block]) -> Passage:
    """Return the announcing sentence in force after ``block``: itself with a colon at its end, ``lead`` in a list.

    A short block without a full stop announces list items too, but no sentence. The list is at its end where what
    stands last ``above`` is an item, and the block is none.
    """
    if isinstance(block, Table):
        return _NOTHING
    text = block.words.text.rstrip()
    if text.endswith(":") or (not isinstance(block, Item) and not any(amounts(text)) and announces(text)):
        return block.words
    if isinstance(block, Item) and not any(amounts(text)) and names_alone(text):
        return block.words
    if isinstance(block, Item) or (any(amounts(text)) and not ended(above)):
        return lead
    return block.words if len(text) <= _LONGEST_TITLE and not text.endswith((".", ";", ",")) else _NOTHING


def ended(above: Sequence[Block]) -> bool:
    """Tell whether the blocks ``above`` end with an item: what follows, if it is none, is no part of its list."""
    return bool(above) and isinstance(above[-1], Item)


def names_alone(text: str) -> bool:
    """Tell whether ``text`` is the name of an organisation and nothing else: it heads what stands below it."""
    return any(one.start == 0 and one.end == len(text.rstrip(" :")) for one in mentions(text))
