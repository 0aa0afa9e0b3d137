"""The frame of a plan: which part of the act, or which list, is open, as titles and sentences announce and end them."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.document import Block, Heading, Item, Paragraph, Table
from loaders.readers.plan.announcements import announced_level, announces_actions, is_title_of_plan, outer_of
from loaders.readers.plan.column_titles import label_of
from loaders.readers.plan.elsewhere import Elsewhere, Foreword, turns_away
from loaders.readers.plan.lines import level_of_line, opens_plan
from loaders.readers.plan.nodes import LEVELS, OUTER, Node
from loaders.readers.plan.open import OpenNodes, within_of
from loaders.readers.plan.orientations import announces_orientations
from loaders.readers.plan.part import Part
from loaders.words.numbering import Numbered


@dataclass(slots=True)
class Frame:
    """What is open at a block of an act.

    A *part* is open from a title that announces the plan to the next part of the act; a *list* from a sentence that
    announces it (``... se déclinent sur les axes suivants :``) to the next sentence. ``listed`` is the list's level,
    ``label`` the level that a label within the plan gives to the list below it, ``leaves`` the one that a sentence
    above its first node gives to all lists in it; what is ``muted`` is none of the
    plan's. ``in_table`` while a table of the plan can go on; ``headed`` where the last numbered line was a title;
    ``behind`` the last line that its number among others places; ``outermost`` where orientations are its enjeux.
    """

    open: OpenNodes
    outermost: bool = False
    listed: str = ""
    label: str = ""
    leaves: str = ""
    muted: bool = False
    in_table: bool = False
    headed: bool = False
    behind: bool = False
    _part: Part = field(init=False)
    _elsewhere: Elsewhere = field(default_factory=Elsewhere)
    _foreword: Foreword = field(default_factory=Foreword)

    def __post_init__(self) -> None:
        self._part = Part(self.open)

    @property
    def part(self) -> bool:
        """Whether a part of the plan is open."""
        return self._part.open

    @property
    def elsewhere(self) -> bool:
        """Whether the act speaks of another scheme, or of the past."""
        return self._elsewhere.speaks

    @property
    def inside(self) -> bool:
        """Whether a part or a list of the plan is open."""
        return self.part or bool(self.listed)

    @property
    def aside(self) -> bool:
        """Whether what stands without a number here is none of the plan's."""
        return self.muted or self._foreword.speaks

    def close(self) -> None:
        """Close the part or the list, and all nodes in it."""
        self._part.open = False
        self._empty()

    def unlabel(self) -> None:
        """Forget what the last label said of the list below it."""
        self.label, self.muted = "", False

    def sees(self, block: Heading | Paragraph | Item) -> None:
        """Keep whether the act speaks of another scheme, or of the past, from the title ``block`` on."""
        self._elsewhere.sees(block, part=self.part)

    def tabled(self, *, found: bool) -> None:
        """Keep whether a table was one of the plan, and the level of the title below which it stands."""
        self.in_table = found
        self._part.sees_table()

    def turns(self, block: Heading | Paragraph | Item, following: Block | None) -> bool:
        """Open or close a part or a list, where ``block`` announces one; return whether it does no more than that."""
        self.sees(block)
        self._part.sees(block)
        if self._part.ends_at(block, behind=self.behind):
            self._leave()
        elif self.in_table and isinstance(block, Heading) and self._part.passes_table(block):
            self.in_table = False
        if self.inside and turns_away(block):
            self._part.open = False
            self._leave()
            return True
        if self._part.begins_at(block, following):
            self._leave()
            return True
        if isinstance(block, Heading):
            if self._announced_again(block, following):
                return True
            self._foreword.sees(block, opens=self.part and not self._part.begun)
        if not self.elsewhere and following is not None and _heads_list(following) and announces_actions(block):
            self.leaves = "action"
        return self._opens_list(block)

    def begins(self, head: Numbered, following: Block | None, *, evident: bool) -> bool:
        """Open a part where a plan begins that nothing announces: an enjeu, and by its own name a level within it."""
        if self.elsewhere or not (evident or opens_plan(head, following)):
            return False
        self._part.begins_below()
        return True

    def opens_nest(self) -> None:
        """Open a part where a line stands that its number among others places."""
        self._part.nests()

    def labels(self, block: Heading | Paragraph | Item) -> bool:
        """Keep what a label within the plan says of the list below it: its level, or that it is none of the plan's.

        ``Objectifs opérationnels :`` below an axe gives the level, ``Constats :`` mutes what follows to the next node.
        """
        column = label_of(block) if self.part and self.open.last is not None else None
        if column is None:
            return False
        self.label = column.level if column.level in LEVELS else ""
        self.muted = not self.label
        self.open.items = []
        return True

    def _announced_again(self, heading: Heading, following: Block | None) -> bool:
        """Close what a heading ends; return whether it announces once more the plan that has given no node yet."""
        if self.listed and not self.part and self.open.holds and not self.headed:
            self.close()
        if self._part.ends_above(heading):
            self._leave()
        return self.part and not self._part.begun and is_title_of_plan(heading, following)

    def _opens_list(self, block: Heading | Paragraph | Item) -> bool:
        """Open the list that ``block`` announces; return whether it does no more than that."""
        level = "" if self.elsewhere else announced_level(block, within=self.part)
        if not level:
            return False
        level = "enjeu" if self.outermost and announces_orientations(block) else level
        outer, number = outer_of(block.words.text) if not self.part else ("", "")
        self.listed = within_of(outer, level) if number else level
        if self.part:
            self.open.close_from(level)
        else:
            self.open.clear()
        if number:
            self.open.nodes = [Node(outer, number, [])]
        return not isinstance(block, Heading) or not self.part

    def _empty(self) -> None:
        """Close the list and all nodes of what is at its end."""
        self.listed = self.leaves = ""
        self.unlabel()
        self.open.clear()

    def _leave(self) -> None:
        """Close what stood in a part or a list that is at its end; no table goes on behind it."""
        self._empty()
        self.in_table = False
        self._foreword = Foreword()


def _heads_list(block: Block) -> bool:
    """Whether a line names, with its number, a level that actions stand below."""
    return not isinstance(block, Table) and level_of_line(block) in OUTER
