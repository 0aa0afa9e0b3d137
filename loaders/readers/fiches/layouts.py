"""Layouts of a fiche: whatever its print (tables, blocks, titles, prose), its body becomes fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.readers.fiches.fields import ACTORS, MONEY, Field, Fields, by_rubric, heading_of
from loaders.readers.fiches.getters import is_getter
from loaders.readers.fiches.grids import Grids
from loaders.readers.fiches.numbered_items import numbered_items
from loaders.readers.fiches.prose import says_who_leads
from loaders.readers.fiches.role_tables import with_roles
from loaders.readers.fiches.signs import names_orientation
from loaders.readers.fiches.strange_keys import WHO, heads_who, settled, strange_key
from loaders.readers.fiches.timetables import read_timetable
from loaders.readers.funding.words import period
from loaders.readers.plan.prose import says_what_to_do
from loaders.words.amounts import amounts
from loaders.words.numbering import numbered
from loaders.words.rubrics import Rubric, rubric, titles_by_stems
from loaders.words.stems import wholly
from loaders.words.wording import plain

_WHY = "pourquoi"
_FEW = 2
"""Rubrics of a sheet that are titles, up to which its other rubrics may be items."""


class Layout(NamedTuple):
    """What a sheet's layout says: its fields in order, and the blocks that stand under no rubric."""

    fields: Sequence[Field]
    loose: Sequence[Heading | Paragraph | Item]


def layout(blocks: Iterable[Block]) -> Layout:
    """Return the layout of a sheet whose body is ``blocks``."""
    stated = tuple(blocks)
    flow = _Flow(headed=sum(isinstance(block, Heading) and bool(rubric(block.words.text)) for block in stated) > _FEW)
    for block, below in zip_longest(stated, stated[1:]):
        flow.read(block, below)
    return Layout([_aimed(found) for found in settled(flow.fields.found)], flow.loose)


def _aimed(found: Field) -> Field:
    """Return a field, one that asks why and is answered by what shall be done (``Ouvrir``, ``Donner``) as its aims."""
    asks = found.kind == "diagnostic" and plain(found.said).strip(" ?:.") == _WHY
    answers = asks and found.blocks and all(says_what_to_do(block.words.text) for block in found.blocks)
    return replace(found, kind="objectif") if answers else found


def _says_how_often(text: str) -> bool:
    """Whether a line below a rubric of money says of which span its amounts are: ``Montants pour un an``."""
    return wholly(text) == "budget" and period(text) != "" and next(amounts(text), None) is None


class _Flow:
    """Reads the body of one sheet block by block."""

    def __init__(self, *, headed: bool = False) -> None:
        """Read a sheet, ``headed`` where its rubrics are titles: an item then is none, but for one with a colon."""
        self._headed = headed
        self.fields = Fields()
        self.loose: list[Heading | Paragraph | Item] = []
        self._grids = Grids(self.fields)
        self._current: Field | None = None

    def read(self, block: Block, below: Block | None) -> None:
        """Read one block, above the one ``below``."""
        if isinstance(block, Table):
            if listed := with_roles(block):
                self.fields.found.extend(listed)
            elif not read_timetable(block, self._current, self.fields):
                self._grids.read(block, self._current)
            self._current = None
        elif isinstance(block, Heading) and (kind := self._names_who(block, below)):
            self._current = self.fields.open(kind, said=block.words.text)
        elif isinstance(block, Heading):
            self._read(block, "" if below is None or isinstance(below, Heading | Table) else below.words.text)
        elif parts := list(by_rubric(block.words)):
            self._read(replace(block, words=parts[0]))
            for part in parts[1:]:
                self._read(Paragraph(part))

    def _read(self, block: Heading | Paragraph | Item, below: str = "") -> None:
        """Read a block outside tables, a title above the words ``below``."""
        words = block.words
        is_value = self._headed and isinstance(block, Item) and ":" not in words.text
        if not is_value and (kind := rubric(words.text) or self._heads(block, below)):
            self._current = self.fields.open(kind, said=words.text)
        elif (head := heading_of(words) or self._strange(block)) is not None and self._says_who_gets(head, words):
            self.fields.found[-1].blocks.append(Paragraph(words))
        elif head is not None:
            said = f"{self._waiting(head.kind)} {words.text[: head.end]}".strip()
            self._current = self.fields.open(head.kind, words.cut(head.value), said)
            self._current.closed = head.kind in ACTORS | {WHO} and bool(self._current.blocks)
        elif self._current is not None and self._current.kind in MONEY and _says_how_often(words.text):
            self._current.said += f" {words.text}"
        elif self._states_objective(words):
            self._current = self.fields.open("objectif", words)
            self._current.closed = True
        elif isinstance(block, Heading):
            self._heading(block)
        elif self._current is not None and self._current.kind in ACTORS and (listed := numbered_items(words)):
            self._current.blocks.extend(listed)
        elif self._current is not None and self._current.accepts(block) and not self._is_told(block):
            self._current.blocks.append(block)
        else:
            self.loose.append(block)
            self._current = None if self._current is not None and self._current.kind in ACTORS else self._current

    def _heads(self, block: Heading | Paragraph | Item, below: str) -> str:
        """Return the kind of rubric that a heading's stems give, where nothing above it waits for a name in bold.

        What is paid is no budget of the fiche: a rubric of money needs known words.
        """
        current = self._current
        waits = current is not None and current.kind in ACTORS and not current.blocks
        kind = titles_by_stems(block.words.text, below) if isinstance(block, Heading) and not waits else ""
        return kind if kind not in MONEY else ""

    def _names_who(self, block: Heading, below: Block | None) -> str:
        """Return the kind of a heading in words of the author's own, right behind who leads and over organisations."""
        led = self._current is not None and self._current.kind == "pilote" and bool(self._current.blocks)
        return heads_who(block.words.text, below.words.text) if led and isinstance(below, Paragraph | Item) else ""

    def _strange(self, block: Heading | Paragraph | Item) -> Rubric | None:
        """Return the rubric that a paragraph opens with a key in words of the author's own, but among amounts."""
        among = self._current is not None and self._current.kind in MONEY
        return strange_key(block.words) if isinstance(block, Paragraph) and not among else None

    def _is_told(self, block: Paragraph | Item) -> bool:
        """Whether a paragraph behind the words of an aim goes on with prose: it says who leads the action.

        So it may right below a title whose words are not kept: ``Gouvernance``.
        """
        current = self._current
        aim = current is not None and (current.kind == "autre" or (current.kind == "objectif" and bool(current.blocks)))
        return aim and isinstance(block, Paragraph) and says_who_leads(block.words)

    def _says_who_gets(self, head: Rubric, words: Passage) -> bool:
        """Whether a line below amounts names who gets them, rather than whom the action is for."""
        current = self._current
        paid = current is not None and current.kind in MONEY and current is self.fields.found[-1]
        told = paid and any(next(amounts(block.words.text), None) for block in self.fields.found[-1].blocks)
        return told and is_getter(words.text[: head.end], words.text[head.value :])

    def _waiting(self, kind: str) -> str:
        """Return the title of the rubric of ``kind`` right above that waits for its words: what it says holds on."""
        above = self._current
        return above.said if above is not None and above.kind == kind and not above.blocks else ""

    def _heading(self, block: Heading) -> None:
        """Read a title that is no rubric: the value that a rubric waits for (in bold print), else the end of one.

        Below a rubric of money a line with an amount is its total.
        """
        current = self._current
        waits = current is not None and current.kind in ACTORS and not current.blocks
        totals = current is not None and current.kind in MONEY and next(amounts(block.words.text), None) is not None
        if current is not None and (waits or totals):
            current.blocks.append(Paragraph(block.words))
        else:
            self._current = None

    def _states_objective(self, words: Passage) -> bool:
        """Whether a numbered objective stands where no rubric holds it; an orientation is the plan's."""
        head = numbered(words.text)
        if (
            head is None
            or head.level != "objectif"
            or names_orientation(words.text)
            or not words.text[head.start :].strip()
        ):
            return False
        return self._current is None or self._current.closed or self._current.kind in ACTORS
