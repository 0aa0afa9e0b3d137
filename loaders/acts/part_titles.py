"""Titles of an act's parts: their words, how they are numbered, and what ends that which stands under one.

A title can run on into its paragraph: ``1.1 Convention territoriale globale du Val d'Or 2025-2029. Elle prend ...``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.words.spelt_numbers import NUMBER_WORD
from loaders.words.wording import plain, sentences, unstopped

_LONGEST_TITLE = 120
_NUMBER = re.compile(
    r"\W{0,4}(?:(?P<figures>\d{1,2}(?:\.\d{1,2})*)|(?P<roman>[ivx]{1,5})|(?P<letter>[a-h]))(?:\s?[.):–—-]|(?<=\.\d)\s)"
)
_RUN_IN = re.compile(
    r"\W{0,4}\d{1,2}(?:\.\d{1,2})*\s?[.):–—-]?\s(?:l[ae] |l')?(?:(?:projet d[e']\s?(?:la )?)?convention|ctg|avenant)\b"
)
_SAYS = re.compile(r"\b(?:est|sont|sera|seront|ont|etait|etaient|avait|avaient|a (?:ete|pour))\b")
_NOTHING = Passage(())
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_DECIDED = re.compile(r"(?:la commission permanente|le conseil\b[^,:;]{0,30}|l'assemblee)?\W*(?:decide|delibere)\W*")

_COUNT = rf"(?:(?:\d{{1,2}}|{NUMBER_WORD}) )?(?:nouvelles? )?"
_CONVENTIONS = r"(?:conventions?|ctg)\b(?! (?:d'objectifs|cadre|de partenariat|collectives?))"
_OF_EACH = re.compile(
    rf"\b(?:chacune? (?:des|de ces)|chaque|l'ensemble (?:des|de ces)|toutes (?:les|ces)) {_COUNT}{_CONVENTIONS}"
)
_OF_ALL = re.compile(
    r"(?:(?:par ailleurs|enfin|en outre|de plus|ainsi|en consequence)\W+)?"
    rf"(?:(?:pour|dans) )?(?:les|ces|lesdites) {_COUNT}{_CONVENTIONS}"
)


def leaves(blocks: Sequence[Block], at: int, opener: Block) -> bool:
    """Whether the block at ``at`` ends what stands under the title ``opener``: the next of its row, or a higher title.

    An item between others is of a list; where the assembly decides, it decides on all, and so says what speaks of each.
    """
    block = blocks[at]
    if isinstance(block, Table):
        return False
    if _DECIDED.fullmatch(plain(block.words.text)) or _speaks_of_all(block):
        return True
    if isinstance(block, Heading) and isinstance(opener, Heading) and 0 < block.level < opener.level:
        return True
    if _run_in_title(opener):
        return isinstance(block, Heading) or _follows(_number_of(block), _number_of(opener))
    return not is_listed(blocks, at) and _follows(_numbered(block), _numbered(opener))


def is_listed(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block at ``at`` is an item with another beside it: of a list, and no title."""
    beside = (*blocks[max(at - 1, 0) : at], *blocks[at + 1 : at + 2])
    return isinstance(blocks[at], Item) and any(isinstance(one, Item) for one in beside)


def _speaks_of_all(block: Block) -> bool:
    """Whether a paragraph begins to speak of all of an act's conventions: ``Pour chacune des conventions, …``."""
    if not isinstance(block, Paragraph):
        return False
    text = plain(next(iter(sentences(block.words)), _NOTHING).text)
    return bool(_OF_ALL.match(text) or _OF_EACH.search(text))


def _follows(number: tuple[str, ...], opener: tuple[str, ...]) -> bool:
    """Whether a title's number goes on the row of ``opener``, or one above it: ``1.3`` or ``2`` after ``1.2``."""
    rank = len(number) - 1
    if not 0 < rank < len(opener) or number[:rank] != opener[:rank]:
        return False
    return _value(number[rank], number[0]) == _value(opener[rank], opener[0]) + 1


def _value(part: str, style: str) -> int:
    """Return the rank that one part of a number says, 0 for none."""
    if style == "figures":
        return int(part)
    return (_ROMANS.index(part) + 1 if part in _ROMANS else 0) if style == "roman" else ord(part) - ord("a") + 1


def _numbered(block: Block) -> tuple[str, ...]:
    """Return how a title is numbered, and the parts of its number; nothing for what is no title, or has none."""
    words = title_of(block)
    return _number_of(block) if words and not words.text.rstrip().endswith(":") else ()


def _number_of(block: Block) -> tuple[str, ...]:
    """Return how a block is numbered, and the parts of its number; nothing where it has none."""
    if isinstance(block, Table):
        return ()
    found = _NUMBER.match(plain(f"{block.marker} {block.words.text}" if isinstance(block, Item) else block.words.text))
    style = found.lastgroup if found is not None else None
    return (style, *found[style].split(".")) if found is not None and style is not None else ()


def title_of(block: Block) -> Passage:
    """Return the words of a block that is a title, or those that begin it as one; nothing for any other block."""
    if isinstance(block, Table) or not block.words:
        return _NOTHING
    text = block.words.text.rstrip()
    return block.words if len(text) <= _LONGEST_TITLE and not text.endswith((".", ";", ",")) else _run_in_title(block)


def _run_in_title(block: Block) -> Passage:
    """Return the numbered title of a convention that begins a paragraph as a sentence without a verb; else nothing."""
    if not isinstance(block, (Paragraph, Item)) or not _RUN_IN.match(plain(block.words.text[:_LONGEST_TITLE])):
        return _NOTHING
    first, *others = sentences(block.words)
    title = unstopped(first)
    return title if others and len(title.text) <= _LONGEST_TITLE and not _SAYS.search(plain(title.text)) else _NOTHING
