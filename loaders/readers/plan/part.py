"""The part of an act in which its plan stands: where it begins, what it has given, where it ends."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.document import Block, Heading, Item, Paragraph
from loaders.readers.plan.announcements import announces_plan, is_title_of_plan
from loaders.readers.plan.bounds import Bounds
from loaders.readers.plan.lines import number_of
from loaders.readers.plan.marks import mark_of
from loaders.readers.plan.nodes import Node
from loaders.readers.plan.open import OpenNodes
from loaders.readers.plan.part_titles import is_part, is_roman_part
from loaders.readers.plan.titles import says_levels


@dataclass(slots=True)
class Part:
    """A part of the plan, where one is ``open``: from a title that announces it to the next part of the act.

    ``_known`` is how many nodes the plan had before it, ``_nest`` whether lines stand in it that their numbers among
    others place.
    """

    nodes: OpenNodes
    open: bool = False
    _nest: bool = False
    _known: int = 0
    _bounds: Bounds = field(default_factory=Bounds)

    @property
    def begun(self) -> bool:
        """Whether the part that is open has given a node."""
        return self.nodes.last is not None or bool(self._given)

    @property
    def _given(self) -> list[Node]:
        """The nodes that the part has given."""
        return self.nodes.plan.nodes[self._known :]

    def sees(self, block: Heading | Paragraph | Item) -> None:
        """Keep the title ``block`` where no part is open: what it bounds can be one."""
        if not self.open:
            self._bounds.keep_title(block)

    def sees_table(self) -> None:
        """Keep the level of the title below which a table stands."""
        self._bounds.keep_table()

    def passes_table(self, heading: Heading) -> bool:
        """Whether ``heading`` ends what stands below the title over the last table, where no part is open."""
        return not self.open and self._bounds.pass_table(heading)

    def begins_below(self) -> None:
        """Begin below the last title, which announces nothing."""
        self.open = True
        self._bounds.begin_below()

    def begins_at(self, block: Heading | Paragraph | Item, following: Block | None) -> bool:
        """Begin where ``block`` is a title that announces the plan; return whether it opens any part of the act."""
        roman = is_roman_part(block) and (self._bounds.roman if self.open else announces_plan(block))
        if not (is_part(block) or roman or (not self.open and is_title_of_plan(block, following))):
            return False
        self.open = announces_plan(block)
        self._bounds.begin_at(block, roman=roman and self.open)
        self._known = len(self.nodes.plan.nodes)
        return True

    def nests(self) -> None:
        """Begin where a line stands that its number among others places; what had none before it was a guess."""
        given = self._given if self.open else []
        if given and not self._nest and all(node.rule == "plan.heading" or not node.number for node in given):
            self.nodes.plan.drop(self._known)
            self.nodes.clear()
        if not self.open:
            self.begins_below()
            self._known = len(self.nodes.plan.nodes)
        self._nest = True

    def ends_at(self, block: Heading | Paragraph | Item, *, behind: bool) -> bool:
        """End where ``block`` is the title of what follows, or stands ``behind`` all lines that numbers place.

        What a part has given that the title of the whole act opened is taken back.
        """
        if self._nest and behind and not isinstance(block, Item) and number_of(block) is None:
            self._nest = self.open = False
            return True
        if self.open and self._begins_anew(block):
            self.nodes.plan.drop(self._known)
            self.open = False
            return True
        if self.open and self._bounds.end_at(block, self.nodes):
            self._bounds.keep_title(block)
            self.open = False
            return True
        return False

    def ends_above(self, heading: Heading) -> bool:
        """End where a title without number is as high as the one that opened the part; return whether it is."""
        if not (self.open and self._bounds.reach(heading) and number_of(heading) is None):
            return False
        self.open = False
        return True

    def _begins_anew(self, block: Heading | Paragraph | Item) -> bool:
        """Whether a numbered title says levels where the part had none: what opened it is the title of the whole act.

        ``4 – Nos quatre ambitions`` below ``Notre projet de territoire``, ``1 – Qui s'engage ?`` ...
        """
        if self._bounds.own is not None or mark_of(block) is None or not says_levels(block):
            return False
        return bool(self._given) and all(node.implied for node in self._given)
