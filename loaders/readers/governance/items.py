"""Items of a part about bodies: bodies named beside one another, and below each of them who sits in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from loaders.document import Block, Heading, Item, Paragraph
from loaders.readers.governance.bodies import Bodies
from loaders.readers.governance.labels import label
from loaders.readers.governance.lines import is_section, names_people
from loaders.readers.governance.members import item
from loaders.readers.governance.mentions import Mention, behind_comma, called_so, headed
from loaders.readers.governance.sentences import read_labelled

_NO_DEPTH = 99


class Items:
    """The items of the part of ``bodies``; ``_depth`` is how deep the one stands that names the body spoken of.

    ``_passed_over`` is how deep an item stands whose own tell other things of it than its members.
    """

    def __init__(self, bodies: Bodies) -> None:
        self._bodies = bodies
        self._depth = self._passed_over = _NO_DEPTH

    def leave(self) -> None:
        """Say that a title names the body spoken of, and no item."""
        self._depth = _NO_DEPTH

    def begin(self, block: Heading | Paragraph | Item) -> None:
        """Say that ``block`` names the body spoken of."""
        self._depth = block.depth if isinstance(block, Item) else _NO_DEPTH
        self._passed_over = _NO_DEPTH

    def stand_beside(self, block: Heading | Paragraph | Item, named: Mention) -> bool:
        """Whether an item is the name of a body and stands beside that of another."""
        beside = isinstance(block, Item) and block.depth == self._depth
        return beside and not block.words.text[named.end :].strip(" .;")

    def read(self, block: Item, following: Sequence[Block]) -> bool:
        """Read an item that names a body beside others, begins a section, or names members of the body spoken of.

        ``following`` are the blocks below it, as many as tell what it lists.
        """
        bodies = self._bodies
        beside = block.depth == self._depth
        if bodies.current and beside and (body := called_so(block.words) or self._sibling(block, following)):
            instance = bodies.add(body, block.words, ())
            instance.meets(behind_comma(block.words))
            bodies.speak_of(instance, block.words)
            bodies.listing = True
        elif is_section(block) or (beside and headed(block.words) and not label(block.words)):
            bodies.leave()
        elif bodies.listing or (block.depth > self._depth and bodies.spoken_of is not None):
            self._line(block)
        else:
            return False
        return True

    def _sibling(self, block: Item, following: Sequence[Block]) -> Mention | None:
        """Return the body of whatever name that stands beside bodies whose members are listed, where its own are."""
        listing = self._bodies.current is not None and bool(self._bodies.current.members) and not label(block.words)
        deeper = list(takewhile(lambda one: isinstance(one, Item) and one.depth > block.depth, following))
        return headed(block.words) if listing and names_people(deeper) else None

    def _line(self, block: Item) -> None:
        """Read an item below a body's name: what its label heads, else members; below some other label, nothing."""
        if block.depth > self._passed_over:
            return
        kind = read_labelled(block.words, self._bodies)
        self._passed_over = block.depth if kind == "other" else _NO_DEPTH
        if not kind:
            self._bodies.take(item(block.words, self._bodies.section))
