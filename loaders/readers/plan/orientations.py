"""Orientations: the outermost level of a plan without enjeux, where objectifs or fiches hang on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from loaders.document import Block, Heading, Item, Paragraph, Row, Table
from loaders.readers.plan.announcements import announced_level
from loaders.readers.plan.column_titles import Columns, names_orientation
from loaders.readers.plan.lines import number_of
from loaders.readers.plan.nodes import OUTER
from loaders.readers.plan.taken_apart import apart
from loaders.words.numbering import Numbered, numbered
from loaders.words.wording import plain

_FICHE = re.compile(r"\W*fiches?\b")
_ANNOUNCED = re.compile(r"\borientations\b[^.;:]*:\W*$")
_MADE_OF_OBJECTIFS = re.compile(
    r"\borientations\b[^.;:]{0,60}\b(?:declin|decompos|detaill|traduit|precis)\w*"
    r"[^.;:]{0,30} (?:en|par|dans)\b[^.;:]{0,30}\bobjectifs\b"
)
"""What says that objectifs stand below orientations: ``quatre orientations, chacune déclinée en objectifs``."""

_LEAST = 2
_REACH = 12


def is_orientation(block: Block) -> bool:
    """Whether ``block`` is a numbered orientation with its label: ``Orientation A – Accueillir``."""
    if isinstance(block, Table) or not names_orientation(block.words.text):
        return False
    head = numbered(block.words.text)
    return head is not None and bool(head.number) and bool(block.words.text[head.start :].strip())


def outermost(blocks: Sequence[Block]) -> bool:
    """Whether the orientations of an act stand where others have axes or enjeux.

    It names none of these; below its orientations stand fiches, objectifs or bare items, and neither actions nor
    objectifs that go on with their number (``Orientation 1``, ``Objectif 1.1``: one level above its like). What only
    goes on with it is what a sentence says that they hold. Where nothing stands below them, they are objectifs, as
    the contract has it (*Values* of ``plan.kind``).
    """
    lines = [line for block, before in zip(blocks, [None, *blocks], strict=False) for line in apart(block, before)]
    named = [index for index, line in enumerate(lines) if is_orientation(line)]
    found = named or _announced(lines)
    if len(found) < _LEAST or any(map(_is_enjeu, lines)):
        return False
    *own, last = [_below(lines[start:end]) for start, end in pairwise([*found, len(lines)])]
    below = {*own, last if last != "item" or any(own) else ""} - {""}  # items below the last alone are another list's
    above = {"fiche", "objectif", "item"} | ({"part"} if any(map(_says_objectifs, lines)) else set())
    return bool(below) and below <= above


def _says_objectifs(block: Block) -> bool:
    """Whether ``block`` says that objectifs stand below the orientations."""
    return not isinstance(block, Table) and _MADE_OF_OBJECTIFS.search(plain(block.words.text)) is not None


def announces_orientations(block: Heading | Paragraph | Item) -> bool:
    """Whether ``block`` announces a list of orientations: ``les quatre orientations suivantes :``."""
    return announced_level(block) == "objectif" and _ANNOUNCED.search(plain(block.words.text)) is not None


def above_fiches(found: Columns, heads: Row) -> Columns:
    """Return the columns ``found`` of a table with these ``heads``, its orientations the outermost level above fiches.

    No other level stands beside them.
    """
    outer = [index for index, column in enumerate(found) if column.level in OUTER]
    if len(outer) != 1 or not any(column.fiche for column in found):
        return found
    named = found[outer[0]].level == "objectif" and names_orientation(heads.cells[outer[0]].text)
    return tuple(replace(c, level="enjeu") if named and at == outer[0] else c for at, c in enumerate(found))


def _is_enjeu(block: Block) -> bool:
    head = None if isinstance(block, Table) else numbered(block.words.text)
    return head is not None and head.level in ("socle", "enjeu") and bool(head.number)


def _announced(blocks: Sequence[Block]) -> list[int]:
    """Return where the numbered lines stand below a sentence that announces orientations, items between them."""
    for index, block in enumerate(blocks):
        if not isinstance(block, Table) and announces_orientations(block):
            below = takewhile(_is_listed, blocks[index + 1 :])
            return [at for at, one in enumerate(below, index + 1) if not isinstance(one, Item)]
    return []


def _is_listed(block: Block) -> bool:
    """Whether ``block`` is an item, or a line whose place is told by its number alone."""
    head = None if isinstance(block, (Heading, Table)) else number_of(block)
    return isinstance(block, Item) or (head is not None and bool(head.number) and not head.level)


def _below(blocks: Sequence[Block]) -> str:
    """Return what stands first below the orientation that ``blocks`` begin with, empty for nothing of a plan.

    What only a number places is an objectif where a fiche stands below it (``I.1 – Former``, ``Fiche 1 : ...``).
    """
    first, *others = blocks
    head = None if isinstance(first, Table) else number_of(first)
    placed = ""
    for block in others[:_REACH]:
        if isinstance(block, Table):
            return placed
        found, named = _kind(block, f"{head.number}." if head else ".")
        if found == "fiche" and placed:
            return "objectif"
        if named:
            return found
        placed = placed or found
        if isinstance(block, Heading) and not found:
            return placed
    return placed


def _kind(block: Heading | Paragraph | Item, prefix: str) -> tuple[str, bool]:
    """Return what ``block`` is below an orientation whose number ``prefix`` is, and whether its own words say so."""
    if _FICHE.match(plain(block.words.text)):
        return "fiche", True
    head: Numbered | None = number_of(block)
    if head is None:
        return ("item" if isinstance(block, Item) else ""), isinstance(block, Item)
    return "part" if head.number.startswith(prefix) else head.level or "part", bool(head.level)
