"""Where the fiches action of an act begin: ``Fiche action n° 3 bis``, ``Fiche n°7 – ...``, ``Action n° 4``."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.readers.fiches.series_titles import series
from loaders.readers.fiches.sheet_runs import sheet_run
from loaders.readers.fiches.signs import ACTION, FICHE, has_rubrics, speaks_of_fiche
from loaders.readers.fiches.status_words import status_line
from loaders.readers.fiches.titled import title_of, titled
from loaders.words.numbering import clean
from loaders.words.wording import plain

_LONGEST_HEAD = 400
_LONGEST_SENTENCE = 100
_ONE = re.compile(r"[A-H]l")
_SEVERAL = re.compile(r"\bfiches\b")
"""What heads sheets, or announces them in a table of contents, and is none itself: ``Annexe 4 – Fiches action``."""
_MORE = re.compile(r"\s*(?:,|et|a|&|ainsi que)\s*(?:les fiches? )?\d")


@dataclass(frozen=True, slots=True)
class Start:
    """Where a sheet begins: its number, the block that heads it, and what stands behind the number in that block.

    ``action`` where the head names an action rather than a fiche, so that it is a node of the plan as well. ``end`` is
    where the sheet ends that only its shape shows, 0 for any other.
    """

    number: str
    block: Heading | Paragraph | Item
    rest: Passage
    action: bool = False
    end: int = 0

    @property
    def words(self) -> Passage:
        """The words of the block."""
        return self.block.words


def named_starts(blocks: Sequence[Block]) -> list[tuple[int, Start]]:
    """Return the starts of the sheets that are named fiches, each with its index."""
    return [(index, start) for index in range(len(blocks)) if (start := _start(blocks, index))]


def unnamed_starts(blocks: Sequence[Block], named: Collection[int]) -> list[tuple[int, Start]]:
    """Return the starts of the sheets that are headed as actions, or else by titles alone, each with its index.

    Where what all of them say is not known, their shape shows more of them, beside the ``named``.
    """
    known = {index: start for index in range(len(blocks)) if (start := _action(blocks, index))} or {
        index: _headed(block, _number_above(blocks, index))
        for index in titled(blocks)
        if not isinstance(block := blocks[index], Table)
    }
    run = {member.index: member.end for member in sheet_run(blocks) if member.index not in named}
    if known.keys() <= run.keys():
        for index, end in run.items():
            if index not in known and not isinstance(block := blocks[index], Table):
                known[index] = replace(_headed(block), end=end)
    return list(known.items())


def _start(blocks: Sequence[Block], index: int) -> Start | None:
    """Return the start of a sheet that the block at ``index`` is, None for any other block."""
    block = blocks[index]
    if isinstance(block, Table) or len(block.words.text) > _LONGEST_HEAD:
        return None
    text = block.words.text.rstrip()
    found = FICHE.match(plain(text))
    if found is None or speaks_of_fiche(text) or status_line(text):
        return None
    if text.endswith((".", ";")) and len(text) > _LONGEST_SENTENCE:
        return None
    if found["number"]:
        speaks = text.endswith(".") and _MORE.match(plain(text), found.end("number"))
        return None if speaks else Start(_number(block.words, found), block, block.words.cut(found.end()))
    whole = isinstance(block, Heading) or found.end() == len(text)
    heads = whole and found["sign"] is None and not _SEVERAL.search(found[0]) and has_rubrics(blocks, index)
    return Start("", block, block.words.cut(found.end())) if heads else None


def _action(blocks: Sequence[Block], index: int) -> Start | None:
    """Return the start of a sheet that is headed ``Action n° 4``, in an act that names no fiches."""
    block = blocks[index]
    if not isinstance(block, (Heading, Paragraph)) or len(block.words.text) > _LONGEST_HEAD:
        return None
    found = ACTION.match(plain(block.words.text))
    if found is None or not has_rubrics(blocks, index):
        return None
    return Start(_number(block.words, found), block, block.words.cut(found.end()), action=True)


def _headed(block: Heading | Paragraph | Item, above: str = "") -> Start:
    """Return the start of a sheet that a title or an item heads: its number is its own, else that ``above``."""
    number, title = title_of(block)
    return Start(number or above, block, title, action=True)


def _number_above(blocks: Sequence[Block], index: int) -> str:
    """Return the number that stands with its noun, and alone, right above a title: ``CHANTIER A``; else empty."""
    above = blocks[index - 1] if index else None
    if above is None or isinstance(above, Table):
        return ""
    found = series(above.words.text)
    return found.number if found is not None and found.noun and not above.words.text[found.start :].strip() else ""


def _number(words: Passage, found: re.Match[str]) -> str:
    """Return the number as printed, mended of stray spaces, and of the letter that a scan made of a one (``Bl``)."""
    printed = words.text[found.start("number") : found.end("number")]
    if _ONE.fullmatch(printed):
        return f"{printed[:-1]}1"
    return clean(found["number"]) if found["number"][0].isdigit() else printed
