"""Opening titles: those that the print runs on into the parties, or sets in a table, given by themselves again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loaders.document import Block, Heading, Item, Paragraph, Table, passages
from loaders.vocabulary import groups, words
from loaders.words.wording import alternatives, plain

_TITLES = groups("acts", "title")
_RUN_ON = re.compile(
    rf"\W*{alternatives([*_TITLES['convention'], *_TITLES['avenant']])}[^.;:]{{0,120}}?\W"
    rf"(?=entre(?:\s+les\s+soussigne\w*)?\s*:?\s+(?:la |le |l'\s?|les (?:\d+ )?)"
    rf"{alternatives(words('parties', 'heads'))})"
)
_LEAST = 200  # characters that no title has
_NUMBERED = re.compile(rf"\W*{alternatives([*_TITLES['deliberation'], *_TITLES['rapport']])}")
_LETTERHEAD_ROWS = 3


def opened(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give ``blocks``, a letterhead that opens them in a table as paragraphs: ``Mairie | Rapport n° 12``."""
    first = blocks[0] if blocks else None
    short = isinstance(first, Table) and len(first.rows) <= _LETTERHEAD_ROWS
    if first and short and any(_NUMBERED.match(plain(words.text)) for words in passages(first)):
        yield from map(Paragraph, passages(first))
        blocks = blocks[1:]
    yield from blocks


def set_apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give ``blocks``, each paragraph that begins with a contract's title and goes on with its parties in two."""
    for block in blocks:
        found = None
        if isinstance(block, (Heading, Paragraph)) and len(block.words.text) >= _LEAST:
            found = _RUN_ON.match(plain(block.words.text))
        if found is None or isinstance(block, (Table, Item)):
            yield block
        else:
            yield Heading(block.words.cut(0, found.end()))
            yield Paragraph(block.words.cut(found.end()))
