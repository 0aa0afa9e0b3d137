"""Opening titles: a contract's title that the print runs on into its parties, set apart from them again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.document import Block, Heading, Item, Paragraph, Table
from loaders.vocabulary import groups, words
from loaders.words.wording import alternatives, plain

_TITLES = groups("acts", "title")
_RUN_ON = re.compile(
    rf"\W*{alternatives([*_TITLES['convention'], *_TITLES['avenant']])}[^.;:]{{0,120}}?\W"
    rf"(?=entre(?:\s+les\s+soussigne\w*)?\s*:?\s+(?:la |le |l'\s?|les (?:\d+ )?)"
    rf"{alternatives(words('parties', 'heads'))})"
)
_LEAST = 200  # characters that no title has


def set_apart(blocks: Sequence[Block]) -> Iterator[Block]:
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
