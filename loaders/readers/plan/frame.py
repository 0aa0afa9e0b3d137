"""The frame of a plan: which part of the act, or which list, is open, as titles and sentences announce and end them."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.document import Block, Heading, Item, Paragraph
from loaders.readers.plan.announcements import (
    announced_level,
    announces_plan,
    is_foreword,
    is_part,
    is_roman_part,
    looks_back,
    outer_of,
    speaks_of_other,
)
from loaders.readers.plan.column_titles import label_of
from loaders.readers.plan.lines import number_of, opens_plan
from loaders.readers.plan.marks import Mark, closes_plan, mark_of
from loaders.readers.plan.nodes import LEVELS, Node, Plan
from loaders.readers.plan.open import OpenNodes, within_of
from loaders.readers.plan.titles import rank_of, says_levels
from loaders.words.numbering import Numbered


@dataclass(slots=True)
class Frame:
    """What is open at a block of an act.

    A *part* is open from a title that announces the plan to the next part of the act; a *list* from a sentence that
    announces it (``... se déclinent sur les axes suivants :``) to the next sentence. ``listed`` is the list's level,
    ``label`` the level that a label within the plan gives to the list below it; what is ``muted`` is none of the
    plan's. ``elsewhere`` where the act speaks of another scheme; ``in_table`` while a table of the plan can go on;
    ``headed`` where the last numbered line was a title; ``behind`` the last line that its number among others places.
    """

    plan: Plan
    open: OpenNodes
    part: bool = False
    listed: str = ""
    label: str = ""
    muted: bool = False
    elsewhere: bool = False
    in_table: bool = False
    headed: bool = False
    behind: bool = False
    _nest: bool = False
    _roman: bool = False
    _level: int = 0
    _title: int = 0
    _over: int = 0
    _past: int = 0
    _foreword: int = 0
    _known: int = 0
    _seen: Mark | None = None
    _own: Mark | None = None

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
        self._note(block)
        if self._nest and self.behind and not isinstance(block, Item) and number_of(block) is None:
            self._nest = False
            self._leave()
        if self.part and self._begins_anew(block):
            self.plan.drop(self._known)
            self._leave()
        if self.part and self._ends(block):
            self._leave()
            self._note(block)
        elif self.in_table and isinstance(block, Heading) and self._passes(block):
            self.in_table = False
        if self._opens_part(block, following):
            return True
        if isinstance(block, Heading):
            if self._announced_again(block, following):
                return True
            self._keep_foreword(block)
        return self._opens_list(block)

    def sees(self, block: Heading | Paragraph | Item) -> None:
        """Keep whether the act speaks of another scheme, or of the past, from the title ``block`` on."""
        if isinstance(block, Heading) or is_part(block) or _is_capital(block) or speaks_of_other(block.words.text):
            self.elsewhere = speaks_of_other(block.words.text) or self._looks_back(block)

    def begins(self, head: Numbered, following: Block | None, *, evident: bool) -> bool:
        """Open a part where a plan begins that nothing announces: an enjeu, and by its own name a level within it."""
        if self.elsewhere or not (evident or opens_plan(head, following)):
            return False
        self.part, self._level, self._own = True, self._title, self._seen
        return True

    def opens_nest(self) -> None:
        """Open a part where a line stands that its number among others places; what had none before it was a guess."""
        given = self.plan.nodes[self._known :] if self.part else []
        if given and not self._nest and all(node.rule == "plan.heading" or not node.number for node in given):
            self.plan.drop(self._known)
            self.open.clear()
        if not self.part:
            self.part, self._level, self._own = True, self._title, self._seen
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
        roman = is_roman_part(block) and (self._roman if self.part else announces_plan(block))
        if not (is_part(block) or roman or (not self.part and _is_title(block, following))):
            return False
        self._leave()
        self.part = announces_plan(block)
        self._own = mark_of(block) or self._seen
        self._roman = roman and self.part
        self._level = block.level if isinstance(block, Heading) else 0
        self._known = len(self.plan.nodes)
        return True

    def _announced_again(self, heading: Heading, following: Block | None) -> bool:
        """Close what a heading ends; return whether it announces once more the plan that has given no node yet."""
        if self.listed and not self.part and self.open.holds and not self.headed:
            self.close()
        if self.part and 0 < heading.level <= self._level and number_of(heading) is None:
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
        if self._own is not None or mark_of(block) is None or not says_levels(block):
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

    def _ends(self, block: Heading | Paragraph | Item) -> bool:
        """Whether ``block`` is the title of what stands after the plan: numbered after its title, or named so."""
        mark = mark_of(block)
        if mark is not None and mark.follows(self._own) and not self.open.counts(mark.style):
            return True
        head = number_of(block)
        sentence = block.words.text.rstrip().endswith((".", ";", ","))
        if isinstance(block, Paragraph) and head and head.level == "action" and head.number and not sentence:
            return False
        if isinstance(block, Heading) and 0 < block.level <= self._level and looks_back(block.words.text):
            return True
        titled = isinstance(block, Heading) or mark is not None
        return closes_plan(block) and (titled or not isinstance(block, Item))

    def tabled(self, *, found: bool) -> None:
        """Keep whether a table was one of the plan, and the level of the title below which it stands."""
        self.in_table, self._over = found, self._title

    def _passes(self, heading: Heading) -> bool:
        """Whether ``heading`` is as high as the title over a table of a plan that no part is: nothing of it goes on."""
        head = number_of(heading)
        named = (head is not None and bool(head.level)) or announces_plan(heading)
        return not self.part and 0 < heading.level <= self._over and not named

    def _note(self, block: Heading | Paragraph | Item) -> None:
        """Keep the mark and the level of the last title before the plan."""
        if not self.part:
            self._seen = mark_of(block) or self._seen
            self._title = block.level if isinstance(block, Heading) else self._title

    def _looks_back(self, block: Heading | Paragraph | Item) -> bool:
        """Whether ``block`` is the title of a diagnosis or an assessment, or stands below such a title."""
        level = block.level if isinstance(block, Heading) else 1 if _is_capital(block) else -1
        if level >= 0 and not (self._past and level > self._past):
            self._past = max(level, 1) if looks_back(block.words.text) and not self.part else 0
        return bool(self._past)


def _is_capital(block: Heading | Paragraph | Item) -> bool:
    """Whether ``block`` is the title of a part that only its number and its capitals show: ``2) BILAN``."""
    return not isinstance(block, Heading) and block.words.text.isupper() and mark_of(block) is not None


def _is_title(block: Heading | Paragraph | Item, following: Block | None) -> bool:
    """Whether ``block`` is a title that announces the plan, neither a node of it nor an item among others."""
    if isinstance(block, Item) and isinstance(following, Item) and (below := number_of(following)) is not None:
        return says_levels(block) and bool(below.level)
    head = number_of(block)
    return announces_plan(block) and (head is None or not head.level)
