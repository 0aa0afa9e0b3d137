"""The frame of a plan: which part of the act, or which list, is open, as titles and sentences announce and end them."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.document import Block, Heading, Item, Paragraph
from loaders.readers.plan.announcements import (
    announced_level,
    announces_plan,
    is_foreword,
    is_part,
    is_roman_part,
    outer_of,
)
from loaders.readers.plan.bounds import Bounds
from loaders.readers.plan.column_titles import label_of
from loaders.readers.plan.elsewhere import Elsewhere
from loaders.readers.plan.lines import number_of, opens_plan
from loaders.readers.plan.marks import mark_of
from loaders.readers.plan.nodes import LEVELS, Node, Plan
from loaders.readers.plan.open import OpenNodes, within_of
from loaders.readers.plan.titles import rank_of, says_levels
from loaders.words.numbering import Numbered
from loaders.words.turns import decides, gathers
from loaders.words.wording import sentences

_ANNOUNCING = 2
"""The sentences of a paragraph that can say of what it announces a list: the last, and the one that this points to."""


@dataclass(slots=True)
class Frame:
    """What is open at a block of an act.

    A *part* is open from a title that announces the plan to the next part of the act; a *list* from a sentence that
    announces it (``... se déclinent sur les axes suivants :``) to the next sentence. ``listed`` is the list's level,
    ``label`` the level that a label within the plan gives to the list below it; what is ``muted`` is none of the
    plan's. ``in_table`` while a table of the plan can go on; ``headed`` where the last numbered line was a title;
    ``behind`` the last line that its number among others places.
    """

    plan: Plan
    open: OpenNodes
    part: bool = False
    listed: str = ""
    label: str = ""
    muted: bool = False
    in_table: bool = False
    headed: bool = False
    behind: bool = False
    _nest: bool = False
    _foreword: int = 0
    _known: int = 0
    _bounds: Bounds = field(default_factory=Bounds)
    _elsewhere: Elsewhere = field(default_factory=Elsewhere)

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
        return self.muted or bool(self._foreword)

    def close(self) -> None:
        """Close the part or the list, and all nodes in it."""
        self.part, self.listed = False, ""
        self.unlabel()
        self.open.clear()

    def unlabel(self) -> None:
        """Forget what the last label said of the list below it."""
        self.label, self.muted = "", False

    def turns(self, block: Heading | Paragraph | Item, following: Block | None) -> bool:
        """Open or close a part or a list, where ``block`` announces one; return whether it does no more than that."""
        self.sees(block)
        if not self.part:
            self._bounds.keep_title(block)
        if self._nest and self.behind and not isinstance(block, Item) and number_of(block) is None:
            self._nest = False
            self._leave()
        if self.part and self._begins_anew(block):
            self.plan.drop(self._known)
            self._leave()
        if self.part and self._bounds.end_at(block, self.open):
            self._leave()
            self._bounds.keep_title(block)
        elif self.in_table and isinstance(block, Heading) and not self.part and self._bounds.pass_table(block):
            self.in_table = False
        if self.inside and _turns_away(block):
            self._leave()
            return True
        if self._opens_part(block, following):
            return True
        if isinstance(block, Heading):
            if self._announced_again(block, following):
                return True
            self._keep_foreword(block)
        return self._opens_list(block)

    def sees(self, block: Heading | Paragraph | Item) -> None:
        """Keep whether the act speaks of another scheme, or of the past, from the title ``block`` on."""
        self._elsewhere.sees(block, part=self.part)

    def begins(self, head: Numbered, following: Block | None, *, evident: bool) -> bool:
        """Open a part where a plan begins that nothing announces: an enjeu, and by its own name a level within it."""
        if self.elsewhere or not (evident or opens_plan(head, following)):
            return False
        self.part = True
        self._bounds.begin_below()
        return True

    def opens_nest(self) -> None:
        """Open a part where a line stands that its number among others places; what had none before it was a guess."""
        given = self.plan.nodes[self._known :] if self.part else []
        if given and not self._nest and all(node.rule == "plan.heading" or not node.number for node in given):
            self.plan.drop(self._known)
            self.open.clear()
        if not self.part:
            self.part = True
            self._bounds.begin_below()
            self._known = len(self.plan.nodes)
        self._nest = True

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

    def _opens_part(self, block: Heading | Paragraph | Item, following: Block | None) -> bool:
        """Close what is open where a part of the act begins, and open the plan's where its title announces the plan."""
        roman = is_roman_part(block) and (self._bounds.roman if self.part else announces_plan(block))
        if not (is_part(block) or roman or (not self.part and _is_title(block, following))):
            return False
        self._leave()
        self.part = announces_plan(block)
        self._bounds.begin_at(block, roman=roman and self.part)
        self._known = len(self.plan.nodes)
        return True

    def _announced_again(self, heading: Heading, following: Block | None) -> bool:
        """Close what a heading ends; return whether it announces once more the plan that has given no node yet."""
        if self.listed and not self.part and self.open.holds and not self.headed:
            self.close()
        if self.part and self._bounds.reach(heading) and number_of(heading) is None:
            self._leave()
        return self.part and not self._begun and _is_title(heading, following)

    @property
    def _begun(self) -> bool:
        """Whether the part that is open has given a node."""
        return self.open.last is not None or len(self.plan.nodes) > self._known

    def _begins_anew(self, block: Heading | Paragraph | Item) -> bool:
        """Whether a numbered title says levels where the part had none: what opened it is the title of the whole act.

        ``4 – Nos quatre ambitions`` below ``Notre projet de territoire``, ``1 – Qui s'engage ?`` ...
        """
        if self._bounds.own is not None or mark_of(block) is None or not says_levels(block):
            return False
        given = self.plan.nodes[self._known :]
        return bool(given) and all(node.implied for node in given)

    def _keep_foreword(self, heading: Heading) -> None:
        """Keep the rank of a foreword's title, from it to the next title that does not stand below it."""
        rank = rank_of(heading)
        if not 0 < self._foreword < rank:
            opens = self.part and not self._begun and is_foreword(heading.words.text)
            self._foreword = rank if opens else 0

    def _opens_list(self, block: Heading | Paragraph | Item) -> bool:
        """Open the list that ``block`` announces; return whether it does no more than that."""
        level = "" if self.elsewhere else announced_level(block, within=self.part)
        if not level:
            return False
        outer, number = outer_of(block.words.text) if not self.part else ("", "")
        self.listed = within_of(outer, level) if number else level
        if self.part:
            self.open.close_from(level)
        else:
            self.open.clear()
        if number:
            self.open.nodes = [Node(outer, number, [])]
        return not isinstance(block, Heading) or not self.part

    def _leave(self) -> None:
        """Close the part or the list; no table goes on behind its end."""
        self.close()
        self.in_table = False
        self._foreword = 0

    def tabled(self, *, found: bool) -> None:
        """Keep whether a table was one of the plan, and the level of the title below which it stands."""
        self.in_table = found
        self._bounds.keep_table()


def _turns_away(block: Heading | Paragraph | Item) -> bool:
    """Whether a paragraph announces who meets in a body, or what an assembly decides: no node stands in that list."""
    if not isinstance(block, Paragraph) or not block.words.text.rstrip().endswith(":"):
        return False
    return any(gathers(one.text) or decides(one.text) for one in sentences(block.words)[-_ANNOUNCING:])


def _is_title(block: Heading | Paragraph | Item, following: Block | None) -> bool:
    """Whether ``block`` is a title that announces the plan, neither a node of it nor an item among others."""
    if isinstance(block, Item) and isinstance(following, Item) and (below := number_of(following)) is not None:
        return says_levels(block) and bool(below.level)
    head = number_of(block)
    return announces_plan(block) and (head is None or not head.level)
