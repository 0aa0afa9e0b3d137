"""The flow of a plan: titles, numbered lines and lists in the order of the act, with its tables among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.document import Block, Heading, Item, Paragraph, Table
from loaders.readers.fiches.signs import speaks_of_fiche
from loaders.readers.plan.coded_rows import with_levels
from loaders.readers.plan.columns import columns
from loaders.readers.plan.frame import Frame
from loaders.readers.plan.lines import heads_table, is_of_act, level_of_line, number_of, speaks_of_several
from loaders.readers.plan.nodes import Node, Plan
from loaders.readers.plan.open import OpenNodes
from loaders.readers.plan.orientations import is_orientation
from loaders.readers.plan.prose import Told, told
from loaders.readers.plan.rows import RowKind
from loaders.readers.plan.sentences import stated
from loaders.readers.plan.series import evident
from loaders.readers.plan.tables import PlanTables
from loaders.readers.plan.taken_apart import apart
from loaders.readers.plan.titles import rank_of
from loaders.readers.plan.titles_apart import title_apart
from loaders.readers.plan.titles_below import with_titles
from loaders.readers.plan.unnumbered import Unnumbered, several
from loaders.words.numbering import Numbered

_LONGEST_LINE = 400


class PlanFlow:
    """Reads an act block by block and adds to ``plan`` the nodes that it states, below those that are open."""

    def __init__(self, plan: Plan, *, rows: RowKind = RowKind.ACTIONS, outermost: bool = False) -> None:
        """Read into ``plan``; ``outermost`` where orientations stand above its objectifs (else they are some)."""
        self._plan = plan
        self._outermost = outermost
        self._open = OpenNodes(plan)
        self._frame = Frame(self._open, outermost)
        self._tables = PlanTables(plan, rows=rows)
        self._evident: frozenset[int] = frozenset()
        self._levelled: dict[int, Numbered] = {}
        self._unnumbered = Unnumbered(plan, self._open, self._frame)

    def read(self, blocks: Sequence[Block]) -> None:
        """Read the blocks of an act."""
        above = [None, *blocks]
        parts = [part for block, before in zip(blocks, above, strict=False) for part in apart(block, before)]
        parts = [piece for part in parts for piece in title_apart(part)]
        blocks, self._levelled = with_levels(list(with_titles(parts)))
        self._evident = evident(blocks)
        self._last = max((at for at, block in enumerate(blocks) if id(block) in self._levelled), default=-1)
        for index, (block, following) in enumerate(zip(blocks, [*blocks[1:], None], strict=False)):
            if not isinstance(block, Table) and self._placed(block):
                continue
            self._frame.behind = 0 <= self._last < index
            if isinstance(block, Table):
                self._table(block, blocks[index - 1] if index else None)
            elif block.words and not self._announces(block, following):
                self._block(block, following)

    def _placed(self, block: Heading | Paragraph | Item) -> bool:
        """Add the node that ``block`` is by its number among others; return whether it is one."""
        head = self._levelled.get(id(block))
        if head is None:
            return False
        if isinstance(block, Heading):
            self._frame.sees(block)
        if self._frame.elsewhere:
            return False
        self._frame.opens_nest()
        self._numbered(block, head)
        return True

    def _table(self, table: Table, before: Block | None) -> None:
        """Read a table of the plan below the socle or enjeu that is open, and the block ``before`` it."""
        if self._frame.elsewhere and not self._frame.part:
            return
        found, _ = columns(table) or ((), 0)
        outermost = next((column.level for column in found if column.level not in ("", "number")), "")
        outer = self._open.above(outermost) if outermost else self._open.last
        planned = self._tables.read(table, outer, goes_on=self._frame.in_table, inside=self._frame.part, before=before)
        self._frame.tabled(found=planned)
        self._open.items = []

    def _announces(self, block: Heading | Paragraph | Item, following: Block | None) -> bool:
        """Whether ``block`` only says what follows it, or is a sentence that says all its nodes itself."""
        return self._frame.turns(block, following) or self._stated(block) or self._frame.labels(block)

    def _stated(self, block: Heading | Paragraph | Item) -> bool:
        """Add the nodes that the sentences of a paragraph state by themselves (``trois axes : la santé, ...``)."""
        if self._frame.elsewhere or not isinstance(block, Paragraph) or level_of_line(block):
            return False
        found = stated(block.words, part=self._frame.part)
        self._unnumbered.tell(found)
        if found and not self._frame.part:
            self._open.clear()
        return bool(found)

    def _block(self, block: Heading | Paragraph | Item, following: Block | None) -> None:
        """Read a block that announces nothing."""
        if self._unnumbered.rubric(block.words, following):
            return
        head = self._head(block)
        speaks = speaks_of_fiche(block.words.text) or (head is not None and speaks_of_several(block, head))
        if head is not None and (is_of_act(block, head, following) or speaks):
            return
        if head is not None and self._states_node(block, head, following):
            self._numbered(block, head)
        elif not self._frame.aside:
            self._unnumbered.read(block, following)

    def _head(self, block: Heading | Paragraph | Item) -> Numbered | None:
        """Return the number of a line; an orientation is an enjeu where no other level stands above the objectifs."""
        head = number_of(block)
        return replace(head, level="enjeu") if head and self._outermost and is_orientation(block) else head

    def _states_node(self, block: Heading | Paragraph | Item, head: Numbered, following: Block | None) -> bool:
        """Whether a numbered line states a node: within the plan, above a table of it, or where a plan begins."""
        if self._frame.inside or heads_table(head, following):
            return True
        return self._frame.begins(head, following, evident=id(block) in self._evident)

    def _numbered(self, block: Heading | Paragraph | Item, head: Numbered) -> None:
        """Add the node that a numbered line states (``ENJEU 1 : ...``, ``1.2 ...``, ``1.`` as the mark of an item)."""
        words, frame = block.words.cut(head.start), self._frame
        if not head.level and not frame.listed and self._open.ends_at(head.number):
            frame.close()
        elif isinstance(block, Paragraph) and head.level and not head.number and len(pieces := several(words)) > 1:
            self._unnumbered.tell(Told(head.level, "", piece) for piece in pieces)
        elif words and len(words.text) <= _LONGEST_LINE:
            kind = head.level or self._open.level_of_number(head.number, frame.listed)
            frame.in_table = frame.in_table and kind == "enjeu"
            frame.headed = isinstance(block, Heading)
            frame.unlabel()
            title, nodes = told(words) if isinstance(block, Paragraph) else (words, ())
            listed = isinstance(block, Item) or bool(nodes) or self._goes_on_a_list()
            node = Node(kind, head.number, [title], complement=head.complement, listed=listed, implied=not head.level)
            added = self._open.add(node) if head.level else self._open.add_numbered(node)
            self._unnumbered.ranks[id(added)] = rank_of(block) if isinstance(block, Heading) else 0
            self._unnumbered.tell(nodes)

    def _goes_on_a_list(self) -> bool:
        """Whether the line of the innermost open node ends as an entry of a list does that is no list by its print."""
        last = self._open.last
        return last is not None and bool(last.words) and last.words[-1].text.rstrip().endswith(";")
