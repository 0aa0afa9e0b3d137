"""An act about several conventions, taken apart: what stands under a title that names a territory is about its own.

It is so up to the next title of the same row or a higher one: what stands there is about all of them. A title can run
on into its paragraph: ``1.1 Convention territoriale globale du Val d'Or 2025-2029. Elle prend la suite de …``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from loaders.acts.convention_cues import MENTION
from loaders.acts.section import Section
from loaders.acts.territories import mentioned
from loaders.acts.territory_codes import Named, convention_of
from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.remembering import remembered
from loaders.words.naming import territory_at
from loaders.words.own_names import own_names
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


@remembered(2)
def by_convention(section: Section) -> tuple[Section, ...]:
    """Return ``section`` itself, or where it is about several conventions its parts in order, each about its own."""
    return tuple(_parts(section))


def _parts(section: Section) -> Iterator[Section]:
    if section.convention or len(section.mentions) < 2:
        yield section
        return
    blocks: list[Block] = []
    part, opener = section, None
    for index, block in enumerate(section.blocks):
        titled = _titled(section, block)
        key = convention_of(section, titled.territory) if titled is not None else part.convention
        if titled is not None and key != part.convention:
            heads = _heads_below(blocks)
            yield replace(part, blocks=tuple(blocks[: len(blocks) - heads]))
            blocks = blocks[len(blocks) - heads :]
            part = replace(section, territory=titled.territory, convention=key)
        elif titled is None and opener is not None and _leaves(section.blocks, index, opener):
            yield replace(part, blocks=tuple(blocks))
            blocks, part, opener = [], section, None
        opener = block if titled is not None else opener
        blocks.append(block)
    yield replace(part, blocks=tuple(blocks))


def _leaves(blocks: Sequence[Block], at: int, opener: Block) -> bool:
    """Whether the block at ``at`` ends what stands under the title ``opener``: the next of its row, or a higher title.

    An item between others is of a list; where the assembly decides, it decides on all.
    """
    block = blocks[at]
    if isinstance(block, Table):
        return False
    if _DECIDED.fullmatch(plain(block.words.text)):
        return True
    if isinstance(block, Heading) and isinstance(opener, Heading) and 0 < block.level < opener.level:
        return True
    if _run_in_title(opener):
        return isinstance(block, Heading) or _follows(_number_of(block), _number_of(opener))
    beside = (*blocks[max(at - 1, 0) : at], *blocks[at + 1 : at + 2])
    listed = isinstance(block, Item) and any(isinstance(one, Item) for one in beside)
    return not listed and _follows(_numbered(block), _numbered(opener))


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
    words = _title(block)
    return _number_of(block) if words and not words.text.rstrip().endswith(":") else ()


def _number_of(block: Block) -> tuple[str, ...]:
    """Return how a block is numbered, and the parts of its number; nothing where it has none."""
    if isinstance(block, Table):
        return ()
    found = _NUMBER.match(plain(f"{block.marker} {block.words.text}" if isinstance(block, Item) else block.words.text))
    style = found.lastgroup if found is not None else None
    return (style, *found[style].split(".")) if found is not None and style is not None else ()


def _title(block: Block) -> Passage:
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


def _heads_below(blocks: Sequence[Block]) -> int:
    """Return how many titles stand last: they head what the title right below them is about."""
    return sum(1 for _ in takewhile(lambda block: isinstance(block, Heading), reversed(blocks)))


def _titled(section: Section, block: Block) -> Named | None:
    """Return the territory of one of the act's conventions that ``block``, a title, names; one of several is of all."""
    text = _title(block).text
    if not text:
        return None
    known = (found for found in mentioned(section, text) if convention_of(section, found.territory))
    named = {convention_of(section, found.territory): found for found in (*_called_bare(section, text), *known)}
    return next(iter(named.values())) if len(named) == 1 else None


def convention_called(section: Section, text: str) -> str:
    """Return that of the act's conventions whose territory ``text`` names; nothing where it names none of them."""
    whole = replace(section, convention="")
    named = (found.territory for found in (*mentioned(whole, text), *_called_bare(whole, text)))
    return next((key for territory in named if (key := convention_of(whole, territory))), "")


def _called_bare(section: Section, text: str) -> Iterator[Named]:
    """Give the territories of the act's conventions that ``text`` calls by their bare names: ``CTG Vallée d'Or``.

    A name that can be another's as well is that of the convention only right behind what it is called.
    """
    for agreement in section.agreements:
        for start, end in own_names(text, agreement.territory, alone=True):
            yield Named(text[start:end], agreement.code, agreement.territory)
    for mention in MENTION.finditer(plain(text)):
        found = territory_at(text, mention.end(), section.gazetteer, section.territory)
        if found is not None and convention_of(section, found.territory):
            yield Named(found.printed, found.territory.code, found.territory)
