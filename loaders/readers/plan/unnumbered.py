"""What states nodes of a plan without their numbers: titles, lists, fields before a colon, sentences, rubrics."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.readers.plan.announcements import rubric_of, states_aims
from loaders.readers.plan.frame import Frame
from loaders.readers.plan.lines import level_of_line, part_of
from loaders.readers.plan.nodes import Node, Plan
from loaders.readers.plan.open import OpenNodes, child_of
from loaders.readers.plan.prose import Told, titled, within
from loaders.readers.plan.titles import rank_of
from loaders.resolve import fold
from loaders.themes import themes
from loaders.words.lost_breaks import split_lost

_HEADING = "plan.heading"
_PROSE = "plan.prose"
_LONGEST_PROSE = 800
_LONGEST_FIELD = 5
"""Words of the name of a field: ``Accès aux droits``."""


class Unnumbered:
    """Adds to ``plan``, below the nodes that are ``open`` in its ``frame``, those that bear no number.

    ``ranks`` are those of the titles that are nodes, by the identity of these.
    """

    def __init__(self, plan: Plan, open_: OpenNodes, frame: Frame) -> None:
        self._plan = plan
        self._open = open_
        self._frame = frame
        self.ranks: dict[int, int] = {}

    def read(self, block: Heading | Paragraph | Item, following: Block | None) -> None:
        """Read what stands in the plan without a number: an item, a sentence that tells nodes, a title, prose."""
        words, part, last = block.words, self._frame.part, self._open.last
        if part and (named := titled(words)) is not None:
            self._frame.unlabel()
            self.tell([named])
        elif self._frame.inside and isinstance(block, Item):
            leaves = self._frame.leaves if last is not None else ""
            self._open.add_item(block, self._frame.label or leaves or self._frame.listed)
        elif part and isinstance(block, Paragraph) and self._field(words, following):
            return
        elif part and not isinstance(block, Heading) and (nodes := tuple(within(words))):
            self.tell(nodes)
        elif part and (isinstance(block, Heading) or _heads_list(block, following)):
            self._heading(Heading(words, block.level if isinstance(block, Heading) else 0), following)
        elif part and last is not None and last.rule == _HEADING and last.kind == "enjeu":
            self._prose(words)
        elif self._frame.inside and not part:
            self._frame.close()

    def rubric(self, words: Passage, following: Block | None) -> bool:
        """Open the enjeu that a rubric names, where ``words`` are one and no table stands below it."""
        if isinstance(following, Table) or not (self._frame.inside or self._states_aims(words, following)):
            return False
        rubric = rubric_of(words.text)
        if rubric is None:
            return False
        name, label = words.cut(*rubric.span("name")), part_of(words, rubric.span("label"))
        self._frame.in_table = False
        self._frame.listed = self._frame.listed or "objectif"
        socles = [node for node in self._plan.nodes if node.kind == "socle"]
        if label and any(fold(socle.label) == fold(label.text) for socle in socles):
            self._open.add(Node("socle", "", [label]))
        elif following is not None and level_of_line(following) == "enjeu":
            self._open.clear()  # it only groups enjeux
        else:
            self._open.close_from("enjeu")
            self._open.add(Node("enjeu", "", [name], rule="plan.rubric"))
        return True

    def tell(self, nodes: Iterable[Told]) -> None:
        """Add the nodes that a sentence tells."""
        for node in nodes:
            self._open.add(Node(node.level, node.number, [node.words], rule=_PROSE))

    def _states_aims(self, words: Passage, following: Block | None) -> bool:
        """Whether a rubric outside the plan says by itself what it is (``Au titre de ..., il s'agira de :``)."""
        return not self._frame.elsewhere and isinstance(following, Item) and states_aims(words.text)

    def _field(self, words: Passage, following: Block | None) -> bool:
        """Open the enjeu that a field before a colon is, with what is listed behind it (``Jeunesse : ... ; ...``)."""
        name, colon, _ = words.text.partition(":")
        short = name[:1].isupper() and len(name.split()) <= _LONGEST_FIELD
        if not (colon and short and themes(name)) or any(node.number for node in self._open.nodes):
            return False
        pieces = several(words.cut(len(name) + 1))
        if len(pieces) < 2 and (pieces or not isinstance(following, Item)):
            return False
        self._frame.unlabel()
        self._open.close_from("enjeu")
        self._open.add(Node("enjeu", "", [words.cut(0, len(name))], rule="plan.rubric"))
        self.tell(Told("objectif", "", piece) for piece in pieces)
        return True

    def _heading(self, block: Heading, following: Block | None) -> None:
        """Open the node that a title names, where a list, prose or table of the plan follows it.

        It is an enjeu, or stands below the node whose title is of a higher rank.
        """
        if following is None or isinstance(following, Heading):
            return
        if isinstance(following, Table):
            if not self._frame.in_table:
                return
        elif level_of_line(following) in ("socle", "enjeu"):  # it entitles these, and is none itself
            return
        self._frame.unlabel()
        rank = rank_of(block)
        above = (node for node in reversed(self._open.nodes) if 0 < self.ranks.get(id(node), 0) < rank)
        level = next((child_of(node.kind) for node in above), "enjeu")
        self._open.close_from(level)
        added = self._open.add(Node(level, "", [block.words], rule=_HEADING))
        self.ranks[id(added)] = rank

    def _prose(self, words: Passage) -> None:
        """Add the objectives that stand as sentences below a title."""
        if len(words.text) <= _LONGEST_PROSE:
            for piece in split_lost(words):
                self._plan.add(Node("objectif", "", [piece], self._open.last))


def _heads_list(block: Paragraph | Item, following: Block | None) -> bool:
    """Whether a paragraph is the title of the list below it that no print shows as one: a field alone on its line."""
    text = block.words.text.strip()
    short = len(text.split()) <= _LONGEST_FIELD and text[:1].isupper() and text[-1:].isalpha()
    return isinstance(block, Paragraph) and isinstance(following, Item) and short and bool(themes(text))


def several(words: Passage) -> list[Passage]:
    """Return what semicolons part behind the name of a level (``Actions : créer ... ; former ...``)."""
    pieces, start = [], 0
    for sign in [*re.finditer(r"\s?;\s*", words.text), None]:
        piece = words.cut(start, sign.start() if sign else len(words.text.rstrip(" .")))
        pieces.extend([piece] if piece else [])
        start = sign.end() if sign else 0
    return pieces
