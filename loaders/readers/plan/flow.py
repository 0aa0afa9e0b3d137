"""The flow of a plan: titles, numbered lines and lists in the order of the act, with its tables among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.readers.fiches.signs import speaks_of_fiche
from loaders.readers.plan.announcements import rubric_of, states_aims
from loaders.readers.plan.columns import columns
from loaders.readers.plan.frame import Frame
from loaders.readers.plan.lines import apart, heads_table, is_of_act, level_of_line, number_of, part_of
from loaders.readers.plan.nodes import Node, Plan
from loaders.readers.plan.open import OpenNodes, child_of
from loaders.readers.plan.orientations import is_orientation
from loaders.readers.plan.prose import Told, counted, told, within
from loaders.readers.plan.series import evident
from loaders.readers.plan.tables import PlanTables
from loaders.resolve import fold
from loaders.themes import themes
from loaders.words.lost_breaks import split_lost
from loaders.words.numbering import Numbered

_HEADING = "plan.heading"
_PROSE = "plan.prose"
_LONGEST_LINE = 400
_BOLD = 9
"""The rank of a title that is only printed in bold."""
_LONGEST_PROSE = 800
_LONGEST_FIELD = 5
"""Words of the name of a field before a colon: ``Accès aux droits :``."""


class PlanFlow:
    """Reads an act block by block and adds to ``plan`` the nodes that it states, below those that are open."""

    def __init__(self, plan: Plan, *, rows_are_fiches: bool | None = False, outermost: bool = False) -> None:
        """Read into ``plan``; ``outermost`` where orientations stand above its objectifs (else they are some)."""
        self._plan = plan
        self._outermost = outermost
        self._open = OpenNodes(plan)
        self._frame = Frame(plan, self._open)
        self._tables = PlanTables(plan, of_fiches=rows_are_fiches)
        self._evident: frozenset[int] = frozenset()
        self._ranks: dict[int, int] = {}

    def read(self, blocks: Sequence[Block]) -> None:
        """Read the blocks of an act."""
        blocks = [part for block in blocks for part in apart(block)]
        self._evident = evident(blocks)
        for block, following in zip(blocks, [*blocks[1:], None], strict=False):
            if isinstance(block, Table):
                self._table(block)
            elif block.words and not self._announces(block, following):
                self._block(block, following)

    def _table(self, table: Table) -> None:
        """Read a table of the plan below the socle or enjeu that is open."""
        if self._frame.elsewhere and not self._frame.part:
            return
        found, _ = columns(table) or ((), 0)
        outermost = next((column.level for column in found if column.level not in ("", "number")), "")
        outer = self._open.above(outermost) if outermost else self._open.last
        self._frame.in_table = self._tables.read(table, outer, goes_on=self._frame.in_table, inside=self._frame.part)
        self._open.items = []

    def _announces(self, block: Heading | Paragraph | Item, following: Block | None) -> bool:
        """Whether ``block`` only says what follows it, or is a sentence that says all its nodes itself."""
        return self._frame.turns(block, following) or self._counted(block) or self._frame.labels(block)

    def _counted(self, block: Heading | Paragraph | Item) -> bool:
        """Add the nodes that a sentence counts and then names (``trois axes : la santé, le logement et l'emploi``)."""
        free = not self._frame.part and not self._frame.elsewhere and not level_of_line(block)
        found = counted(block.words) if free and isinstance(block, Paragraph) else ()
        for node in found:
            self._plan.add(Node(node.level, node.number, [node.words], rule=_PROSE))
        return bool(found)

    def _block(self, block: Heading | Paragraph | Item, following: Block | None) -> None:
        """Read a block that announces nothing."""
        if self._rubric(block.words, following):
            return
        head = self._head(block)
        if head is not None and (is_of_act(block, head, following) or speaks_of_fiche(block.words.text)):
            return
        if head is not None and self._states_node(block, head, following):
            self._numbered(block, head)
        elif not self._frame.muted:
            self._unnumbered(block, following)

    def _head(self, block: Heading | Paragraph | Item) -> Numbered | None:
        """Return the number of a line; an orientation is an enjeu where no other level stands above the objectifs."""
        head = number_of(block)
        return replace(head, level="enjeu") if head and self._outermost and is_orientation(block) else head

    def _unnumbered(self, block: Heading | Paragraph | Item, following: Block | None) -> None:
        """Read what stands in the plan without a number: an item, a sentence that tells nodes, a title, prose."""
        words, part, last = block.words, self._frame.part, self._open.last
        if self._frame.inside and isinstance(block, Item):
            self._open.add_item(block, self._frame.label or self._frame.listed)
        elif part and isinstance(block, Paragraph) and self._field(words, following):
            return
        elif part and not isinstance(block, Heading) and (nodes := tuple(within(words))):
            self._tell(nodes)
        elif part and isinstance(block, Heading):
            self._heading(block, following)
        elif part and last is not None and last.rule == _HEADING and last.kind == "enjeu":
            self._prose(words)
        elif self._frame.inside and not part:
            self._frame.close()

    def _states_node(self, block: Heading | Paragraph | Item, head: Numbered, following: Block | None) -> bool:
        """Whether a numbered line states a node: within the plan, above a table of it, or where a plan begins."""
        if self._frame.inside or heads_table(head, following):
            return True
        return self._frame.begins(head, following, evident=id(block) in self._evident)

    def _rubric(self, words: Passage, following: Block | None) -> bool:
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

    def _states_aims(self, words: Passage, following: Block | None) -> bool:
        """Whether a rubric outside the plan says by itself what it is (``Au titre de ..., il s'agira de :``)."""
        return not self._frame.elsewhere and isinstance(following, Item) and states_aims(words.text)

    def _numbered(self, block: Heading | Paragraph | Item, head: Numbered) -> None:
        """Add the node that a numbered line states (``ENJEU 1 : ...``, ``1.2 ...``, ``1.`` as the mark of an item)."""
        words, frame = block.words.cut(head.start), self._frame
        if not head.level and not frame.listed and self._open.ends_at(head.number):
            frame.close()
        elif isinstance(block, Paragraph) and head.level and not head.number and len(several := _several(words)) > 1:
            self._tell(Told(head.level, "", piece) for piece in several)
        elif words and len(words.text) <= _LONGEST_LINE:
            kind = head.level or self._open.level_of_number(head.number, frame.listed)
            frame.in_table = frame.in_table and kind == "enjeu"
            frame.headed = isinstance(block, Heading)
            frame.unlabel()
            title, nodes = told(words) if isinstance(block, Paragraph) else (words, ())
            listed = isinstance(block, Item) or bool(nodes)
            node = Node(kind, head.number, [title], complement=head.complement, listed=listed, implied=not head.level)
            added = self._open.add(node) if head.level else self._open.add_numbered(node)
            self._ranks[id(added)] = _rank(block) if isinstance(block, Heading) else 0
            self._tell(nodes)

    def _tell(self, nodes: Iterable[Told]) -> None:
        """Add the nodes that a sentence tells."""
        for node in nodes:
            self._open.add(Node(node.level, node.number, [node.words], rule=_PROSE))

    def _field(self, words: Passage, following: Block | None) -> bool:
        """Open the enjeu that a field before a colon is, with what is listed behind it (``Jeunesse : ... ; ...``)."""
        name, colon, _ = words.text.partition(":")
        short = name[:1].isupper() and len(name.split()) <= _LONGEST_FIELD
        if not (colon and short and themes(name)) or any(node.number for node in self._open.nodes):
            return False
        several = _several(words.cut(len(name) + 1))
        if len(several) < 2 and (several or not isinstance(following, Item)):
            return False
        self._frame.unlabel()
        self._open.close_from("enjeu")
        self._open.add(Node("enjeu", "", [words.cut(0, len(name))], rule="plan.rubric"))
        self._tell(Told("objectif", "", piece) for piece in several)
        return True

    def _heading(self, block: Heading, following: Block | None) -> None:
        """Open the node that a title names, where a list, prose or table of the plan follows it.

        It is an enjeu, or stands below the node whose title is of a higher rank.
        """
        if following is None or isinstance(following, Heading):
            return
        if isinstance(following, Table) and not self._frame.in_table:
            return
        self._frame.unlabel()
        rank = _rank(block)
        above = (node for node in reversed(self._open.nodes) if 0 < self._ranks.get(id(node), 0) < rank)
        level = next((child_of(node.kind) for node in above), "enjeu")
        self._open.close_from(level)
        added = self._open.add(Node(level, "", [block.words], rule=_HEADING))
        self._ranks[id(added)] = rank

    def _prose(self, words: Passage) -> None:
        """Add the objectives that stand as sentences below a title."""
        if len(words.text) <= _LONGEST_PROSE:
            for piece in split_lost(words):
                self._plan.add(Node("objectif", "", [piece], self._open.last))


def _rank(title: Heading) -> int:
    """Return how far a title stands from the outermost: its level; a line in bold print comes after all levels."""
    return title.level or _BOLD


def _several(words: Passage) -> list[Passage]:
    """Return what semicolons part behind the name of a level (``Actions : créer ... ; former ...``)."""
    pieces, start = [], 0
    for sign in [*re.finditer(r"\s?;\s*", words.text), None]:
        piece = words.cut(start, sign.start() if sign else len(words.text.rstrip(" .")))
        pieces.extend([piece] if piece else [])
        start = sign.end() if sign else 0
    return pieces
