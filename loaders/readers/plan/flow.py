"""The flow of a plan: titles, numbered lines and lists in the order of the act, with its tables among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.readers.plan.announcements import (
    announced_level,
    announces_plan,
    is_part,
    is_roman_part,
    looks_back,
    outer_of,
    rubric_of,
    speaks_of_other,
    states_aims,
)
from loaders.readers.plan.columns import columns, label_of
from loaders.readers.plan.lines import apart, heads_table, level_of_line, number_of, opens_plan, part_of
from loaders.readers.plan.marks import Mark, closes_plan, mark_of
from loaders.readers.plan.nodes import LEVELS, Node, Plan
from loaders.readers.plan.open import OpenNodes, within_of
from loaders.readers.plan.prose import Told, counted, told, within
from loaders.readers.plan.series import evident
from loaders.readers.plan.tables import PlanTables
from loaders.readers.plan.titles import says_levels
from loaders.resolve import fold
from loaders.words.lost_breaks import split_lost
from loaders.words.numbering import Numbered

_HEADING = "plan.heading"
_PROSE = "plan.prose"
_LONGEST_LINE = 400
_LONGEST_PROSE = 800


class PlanFlow:
    """Reads an act block by block and adds to ``plan`` the nodes that it states.

    A *part* is open from a title that announces the plan to the next part of the act; a *list* from a sentence that
    announces it (``... se déclinent sur les axes suivants :``) to the next sentence.
    """

    def __init__(self, plan: Plan, *, rows_are_fiches: bool = False) -> None:
        self._plan = plan
        self._open = OpenNodes(plan)
        self._tables = PlanTables(plan, of_fiches=rows_are_fiches)
        self._part = self._roman = False
        self._list = ""
        self._level = 0
        self._headed = False
        self._in_table = False
        self._elsewhere = False
        self._evident: frozenset[int] = frozenset()
        self._seen: Mark | None = None
        self._own: Mark | None = None
        self._label = ""
        self._muted = False
        self._past = 0
        self._known = 0

    def read(self, blocks: Sequence[Block]) -> None:
        """Read the blocks of an act."""
        blocks = [part for block in blocks for part in apart(block)]
        self._evident = evident(blocks)
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            if isinstance(block, Table):
                self._table(block)
            elif block.words and not self._opens(block, following) and not self._labels(block):
                self._block(block, following)

    def _table(self, table: Table) -> None:
        """Read a table of the plan below the socle or enjeu that is open."""
        if self._elsewhere and not self._part:
            return
        found = columns(table)
        outermost = (
            next((column.level for column in found[0] if column.level not in ("", "number")), "") if found else ""
        )
        outer = self._open.above(outermost) if outermost else self._open.last
        self._in_table = self._tables.read(table, outer, goes_on=self._in_table)
        self._open.items = []

    def _ends(self, block: Heading | Paragraph | Item) -> bool:
        """Whether ``block`` is the title of what stands after the plan: numbered after its title, or named so."""
        mark = mark_of(block)
        if mark is not None and mark.follows(self._own) and not self._open.counts(mark.style):
            return True
        titled = isinstance(block, Heading) or mark is not None
        return closes_plan(block) and (titled or not isinstance(block, Item))

    def _note(self, block: Heading | Paragraph | Item) -> None:
        """Keep the mark of the last title before the plan."""
        if not self._part:
            self._seen = mark_of(block) or self._seen

    def _looks_back(self, block: Heading | Paragraph | Item) -> bool:
        """Whether ``block`` is the title of a diagnosis or an assessment, or stands below such a title."""
        if isinstance(block, Heading) and not (self._past and block.level > self._past):
            self._past = max(block.level, 1) if looks_back(block.words.text) and not self._part else 0
        return bool(self._past)

    def _labels(self, block: Heading | Paragraph | Item) -> bool:
        """Keep what a label within the plan says of the list below it: its level, or that it is none of the plan's.

        ``Objectifs opérationnels :`` below an axe gives the level, ``Constats :`` mutes what follows to the next node.
        """
        column = label_of(block) if self._part and self._open.last is not None else None
        if column is None:
            return False
        self._label = column.level if column.level in LEVELS else ""
        self._muted = not self._label
        self._open.items = []
        return True

    def _opens(self, block: Heading | Paragraph | Item, following: Block | None) -> bool:
        """Open or close a part or a list, where ``block`` announces one; return whether it does no more than that."""
        if isinstance(block, Heading) or is_part(block) or speaks_of_other(block.words.text):
            self._elsewhere = speaks_of_other(block.words.text) or self._looks_back(block)
        self._note(block)
        if self._part and self._ends(block):
            self._close()
            self._in_table = False
            self._note(block)
        roman = is_roman_part(block) and (self._roman if self._part else announces_plan(block))
        if is_part(block) or roman or (not self._part and _is_title(block, following)):
            self._close()
            self._in_table = False
            self._part = announces_plan(block)
            self._own = mark_of(block) or self._seen
            self._roman = roman and self._part
            self._level = block.level if isinstance(block, Heading) else 0
            self._known = len(self._plan.nodes)
            return True
        if self._list and not self._part and isinstance(block, Heading) and self._open.holds and not self._headed:
            self._close()
        if self._part and isinstance(block, Heading) and 0 < block.level <= self._level and number_of(block) is None:
            self._close()
            self._in_table = False
        if self._part and isinstance(block, Heading) and not self._begun and _is_title(block, following):
            return True
        level = "" if self._elsewhere else announced_level(block)
        if not level:
            free = not self._part and not self._elsewhere and not level_of_line(block)
            return free and self._counted(block)
        outer, number = outer_of(block.words.text) if not self._part else ("", "")
        self._list = within_of(outer, level) if number else level
        if self._part:
            self._open.close_from(level)
        else:
            self._open.clear()
        if number:
            self._open.nodes = [Node(outer, number, [])]
        return not isinstance(block, Heading) or not self._part

    @property
    def _begun(self) -> bool:
        """Whether the part of the plan that is open has given a node."""
        return self._open.last is not None or len(self._plan.nodes) > self._known

    def _counted(self, block: Heading | Paragraph | Item) -> bool:
        """Add the nodes that a sentence counts and then names (``trois axes : la santé, le logement et l'emploi``)."""
        found = counted(block.words) if isinstance(block, Paragraph) else ()
        for node in found:
            self._plan.add(Node(node.level, node.number, [node.words], rule=_PROSE))
        return bool(found)

    def _close(self) -> None:
        self._part, self._list, self._label, self._muted = False, "", "", False
        self._open.clear()

    def _block(self, block: Heading | Paragraph | Item, following: Block | None) -> None:
        """Read a block that announces nothing."""
        words, inside = block.words, self._part or bool(self._list)
        head = number_of(block)
        rubric = rubric_of(words.text) if inside or self._states_aims(words, following) else None
        if rubric is not None and not isinstance(following, Table):
            self._rubric(words.cut(*rubric.span("name")), part_of(words, rubric.span("label")), following)
        elif head is not None and (
            inside or heads_table(head, following) or self._begins(head, following, evident=id(block) in self._evident)
        ):
            self._numbered(block, head)
        elif self._muted:
            return
        elif inside and isinstance(block, Item):
            self._open.add_item(block, self._label or self._list)
        elif self._part and not isinstance(block, Heading) and (nodes := tuple(within(words))):
            self._tell(nodes)
        elif self._part and isinstance(block, Heading):
            self._heading(block, following)
        elif self._part and self._open.last is not None and self._open.last.rule == _HEADING:
            self._prose(words)
        elif inside and not self._part:
            self._close()

    def _begins(self, head: Numbered, following: Block | None, *, evident: bool) -> bool:
        """Open a part where a plan begins that nothing announces: an enjeu, and by its own name a level within it."""
        if self._elsewhere or not (evident or opens_plan(head, following)):
            return False
        self._part, self._level, self._own = True, 0, self._seen
        return True

    def _states_aims(self, words: Passage, following: Block | None) -> bool:
        """Whether a rubric outside the plan says by itself what it is (``Au titre de ..., il s'agira de :``)."""
        return not self._elsewhere and isinstance(following, Item) and states_aims(words.text)

    def _rubric(self, name: Passage, label: Passage, following: Block | None) -> None:
        """Open the enjeu that a rubric names; one that only groups enjeux is none itself, but may name a socle."""
        self._in_table = False
        self._list = self._list or "objectif"
        socles = [node for node in self._plan.nodes if node.kind == "socle"]
        if label and any(fold(socle.label) == fold(label.text) for socle in socles):
            self._open.add(Node("socle", "", [label]))
        elif following is not None and not isinstance(following, Table) and level_of_line(following) == "enjeu":
            self._open.clear()
        else:
            self._open.close_from("enjeu")
            self._open.add(Node("enjeu", "", [name], rule="plan.rubric"))

    def _numbered(self, block: Heading | Paragraph | Item, head: Numbered) -> None:
        """Add the node that a numbered line states (``ENJEU 1 : ...``, ``1.2 ...``, ``1.`` as the mark of an item)."""
        words = block.words.cut(head.start)
        if not head.level and not self._list and self._open.ends_at(head.number):
            self._close()
            return
        kind = head.level or self._open.level_of_number(head.number, self._list)
        if words and len(words.text) <= _LONGEST_LINE:
            self._in_table = self._in_table and kind == "enjeu"
            listed = isinstance(block, Item)
            self._headed = isinstance(block, Heading)
            self._label, self._muted = "", False
            title, nodes = told(words) if isinstance(block, Paragraph) else (words, ())
            node = Node(kind, head.number, [title], complement=head.complement, listed=listed or bool(nodes))
            node.implied = not head.level
            self._open.add(node) if head.level else self._open.add_numbered(node)
            self._tell(nodes)

    def _tell(self, nodes: Iterable[Told]) -> None:
        """Add the nodes that a sentence tells."""
        for node in nodes:
            self._open.add(Node(node.level, node.number, [node.words], rule=_PROSE))

    def _heading(self, block: Heading, following: Block | None) -> None:
        """Open the enjeu that a title names, where a list, prose or table of the plan follows it."""
        if following is None or isinstance(following, Heading) or (isinstance(following, Table) and not self._in_table):
            return
        self._label, self._muted = "", False
        self._open.close_from("enjeu")
        self._open.add(Node("enjeu", "", [block.words], rule=_HEADING))

    def _prose(self, words: Passage) -> None:
        """Add the objectives that stand as sentences below a title."""
        if len(words.text) <= _LONGEST_PROSE:
            for piece in split_lost(words):
                self._plan.add(Node("objectif", "", [piece], self._open.last))


def _is_title(block: Heading | Paragraph | Item, following: Block | None) -> bool:
    """Whether ``block`` is a title that announces the plan, neither a node of it nor an item among others."""
    head = number_of(block)
    if isinstance(block, Item) and isinstance(following, Item) and number_of(following) is not None:
        following_head = number_of(following)
        return says_levels(block) and following_head is not None and bool(following_head.level)
    return announces_plan(block) and (head is None or not head.level)
