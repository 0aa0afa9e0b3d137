"""Where a sheet ends: at a part of the act, at a title above its own, at a further enjeu, at the act's next number."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from loaders.document import Block, Heading, Item, Paragraph, Table
from loaders.formats.making.continuation import ended
from loaders.readers.fiches.signs import lists_gifts, names_orientation, rubric_kinds
from loaders.readers.fiches.tables_of_fiches import of_several_fiches, rubrics_of_fiches
from loaders.readers.plan.marks import value_of
from loaders.vocabulary import groups
from loaders.words.numbering import numbered
from loaders.words.wording import alternatives, lines, plain

_TITLE = re.compile(
    r"(?:(?:tableau|partie|chapitre|volet|section|titre|point)x?s?\s+)?"
    r"(?P<number>\d{1,2})\s?[.:)°·–—-]+\s*(?=[^\W\d_]).{1,100}$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"\W*[A-ZÀ-Ý]{3,}\s+(?:N°\s?)?(?:\d|[IVX]+\b|[A-H]\b)")
_LONGEST_END = 400
_LONGEST_ITEM = 60


class EnjeuLine(NamedTuple):
    """What a line names an enjeu, and its number: ``theme`` and ``2``."""

    name: str
    number: str


class Above(NamedTuple):
    """What stands above a sheet: the level of the title over all sheets (0 for none), and the last enjeu named.

    ``outer`` are the levels of the titles of the act that no sheet has. ``listed`` where the sheet stands in a list of
    fiches, each no more than a line. ``title`` is that of the enjeu or orientation, in plain letters: printed again on
    the pages of the sheet, it does not end it.
    """

    level: int = 0
    enjeu: EnjeuLine | None = None
    outer: Collection[int] = ()
    listed: bool = False
    title: str = ""


def end_of(blocks: Sequence[Block], start: int, limit: int, following: int, level: int, above: Above) -> int:
    """Return where the sheet that begins at ``start`` below a title of ``level`` (0 for none) ends, before ``limit``.

    An annexe, an article, the signatures end it; so does a title above its own, or, after its first rubric, the title
    of a further enjeu, that which goes on with the numbers of the act's own titles (``following``; 0 for none), or one
    of the rank of the title that stands over all sheets, where they have none themselves, or the line of the enjeu that
    comes after the one ``above``. One of a list of fiches ends at the next title of the act.
    """
    seen, own = False, level
    for index in range(start, limit):
        block = blocks[index]
        rank, opens, number = level_of(block), bool(rubric_kinds([block])), title_number(block)
        level = 0 if not seen and opens and 0 < rank < level else level
        if _ends(block) or of_several_fiches(block) or 0 < rank < level:
            return index
        below = blocks[index + 1 : index + 2]
        if seen and 0 < rank <= own and any(_is_of_act(table, opens) for table in below):
            return index
        goes_on = following > 0 and following in (number, number_alone(blocks, index))
        further = _is_enjeu(block) and not _is_again(block, above.title)
        passes = (not level and 0 < rank <= above.level) or further or goes_on
        titled = not opens or (goes_on and (0 < rank <= above.level or isinstance(block, Item)))
        is_outer = rank in above.outer and not opens
        closes_list = above.listed and 0 < rank <= above.level
        if closes_list or _follows(block, above.enjeu) or (seen and (is_outer or (passes and titled))):
            return index
        following = 0 if number else following  # a sheet with numbers of its own
        seen = seen or opens
    return limit


def _is_of_act(below: Block, opens: bool) -> bool:
    """Whether what stands ``below`` a title is a table of the act: of fiches, or of gifts where no rubric ``opens``."""
    return rubrics_of_fiches(below)[1] > 0 or (not opens and lists_gifts(below))


def title_number(block: Block) -> int:
    """Return the number of a title such as ``3. Instances``, ``Tableau 3 : Instances``; 0 for another block.

    A text without markup prints it as a line of its own, which no full stop ends.
    """
    if isinstance(block, Table):
        return 0
    marker = block.marker if isinstance(block, Item) else ""
    text = f"{marker} {block.words.text}".strip(" *_#")
    found = _TITLE.match(text)
    line = isinstance(block, Paragraph) and not ended(text.rstrip("?")) and len(lines(block.words)) == 1
    titled = isinstance(block, Heading) or block.words.text.isupper() or line
    return int(found["number"]) if found is not None and titled else 0


def number_alone(blocks: Sequence[Block], index: int) -> int:
    """Return the number of an item that no other stands beside, as short as a title: ``3. Les concours``; else 0."""
    block = blocks[index]
    beside = (*blocks[max(index - 1, 0) : index], *blocks[index + 1 : index + 2])
    if not isinstance(block, Item) or any(isinstance(other, Item) for other in beside):
        return 0
    found = _TITLE.match(f"{block.marker} {block.words.text}".strip(" *_#"))
    short = len(block.words.text) < _LONGEST_ITEM and not ended(block.words.text)
    return int(found["number"]) if found is not None and short else 0


def level_of(block: Block) -> int:
    """Return the level of a title, 0 for any other block."""
    return block.level if isinstance(block, Heading) else 0


def title_level(blocks: Sequence[Block], index: int, level: int) -> int:
    """Return the level of a sheet whose number alone heads it, at ``index`` and of this ``level``.

    Its title below may stand in larger print than ``FICHE N° 4``: where a rubric follows it ends no sheet.
    """
    title, below = blocks[index + 1 : index + 2], blocks[index + 2 : index + 3]
    rank = level_of(title[0]) if title else 0
    if not 0 < rank < level or rubric_kinds(title) or title_number(title[0]) or _is_enjeu(title[0]) or _ends(title[0]):
        return level
    return rank if rubric_kinds(below) else level


def last_enjeu(blocks: Sequence[Block], before: EnjeuLine | None) -> EnjeuLine | None:
    """Return the last enjeu that a line among ``blocks`` states with its number, the one ``before`` where none does."""
    return next((line for block in reversed(blocks) if (line := _enjeu_line(block)) is not None), before)


def _follows(block: Block, enjeu: EnjeuLine | None) -> bool:
    """Whether ``block`` is a line of the enjeu that comes after the one above the sheet: ``Thème 2 - Rester``."""
    found = _enjeu_line(block) if enjeu is not None else None
    if found is None or enjeu is None:
        return False
    return enjeu.name == found.name and value_of(found.number) == value_of(enjeu.number) + 1


def _enjeu_line(block: Block) -> EnjeuLine | None:
    """Return the name and the number, in plain letters, of an enjeu that a line states with its label."""
    if isinstance(block, (Table, Item)):
        return None
    text = plain(block.words.text).strip()
    head = numbered(text)
    if head is None or head.level != "enjeu" or not head.number or not text[head.start :]:
        return None
    return EnjeuLine(text.split()[0], head.number.lower())


def _is_enjeu(block: Block) -> bool:
    """Whether ``block`` is the title of an enjeu or an orientation; one that is a paragraph is in capitals."""
    if isinstance(block, (Table, Item)):
        return False
    head = numbered(block.words.text)
    named = head is not None and (head.level in ("socle", "enjeu") or names_orientation(block.words.text))
    return named and (isinstance(block, Heading) or _CAPITALS.match(block.words.text) is not None)


def title_of_enjeu(blocks: Sequence[Block]) -> str:
    """Return the last title of an enjeu or an orientation among ``blocks``, in plain letters; empty for none."""
    found = (block for block in reversed(blocks) if not isinstance(block, Table) and _is_enjeu(block))
    return next((plain(block.words.text).strip() for block in found), "")


def _is_again(block: Block, title: str) -> bool:
    """Whether ``block`` is the ``title`` above a sheet once more, in whole or cut short."""
    text = "" if isinstance(block, Table) else plain(block.words.text).strip()
    return bool(title) and (title.startswith(text) or text.startswith(title))


def _ends(block: Block) -> bool:
    """Whether ``block`` ends the sheets of an act."""
    if isinstance(block, Table):
        return False
    marker = f"{block.marker} " if isinstance(block, Item) and block.marker[:1].isdigit() else ""
    text = plain(marker + block.words.text.strip(" *_#"))
    return len(text) < _LONGEST_END and bool(_part_titles().match(text))


@cache
def _part_titles() -> re.Pattern[str]:
    return re.compile(alternatives(groups("fiches", "ends")["titles"]))
