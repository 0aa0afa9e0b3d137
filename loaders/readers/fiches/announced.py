"""Fiches that a sentence announces with number and title: ``La fiche action n° 12 « Ouvrir un café » est ajoutée``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from loaders.document import Block, Item, Paragraph, Passage
from loaders.readers.fiches.sheets import Sheet, outside
from loaders.vocabulary import words
from loaders.words.numbering import NUMBER, clean
from loaders.words.wording import alternatives, plain, sentences

_NAMED = re.compile(
    rf"\bfiches?(?:[ -]actions?)? (?:n\s?[°o]\s?)?(?P<number>{NUMBER})(?:,? intitulee?| ?:)?\s?"
    r"«\s*(?P<title>[^«»]{3,150}?)\s*»"
)


def announced(blocks: Sequence[Block]) -> Iterator[Sheet]:
    """Give the fiches that sentences outside sheets and tables announce, unless they take one away or look back.

    What else the paragraph of a single one says is said of it.
    """
    for block in outside(blocks):
        if isinstance(block, (Paragraph, Item)) and "«" in block.words.text:
            found = [one for sentence in sentences(block.words) for one in _named(sentence)]
            body = (Paragraph(block.words),) if len(found) == 1 else ()
            yield from (Sheet(number, title, "", (head,), body) for number, title, head in found)


def _named(sentence: Passage) -> Iterator[tuple[str, Passage, Passage]]:
    """Give number, title and words of each fiche that ``sentence`` names with its title in quotation marks."""
    text = plain(sentence.text)
    if _gone().search(text):
        return
    for found in _NAMED.finditer(text):
        yield clean(found["number"]), sentence.cut(*found.span("title")), sentence.cut(*found.span())


@cache
def _gone() -> re.Pattern[str]:
    """Return the pattern of what says that a fiche is no more, or was of another convention."""
    return re.compile(rf"(?<!\w){alternatives(words('fiches', 'gone'))}(?!\w)")
