"""Listing: those who will sign, where a sentence of a deliberation lists them below it, an item each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from loaders.acts.convention_cues import MENTION, NEW
from loaders.acts.party import Party, read_party
from loaders.acts.party_opening import is_parties_title
from loaders.acts.party_shapes import shaped
from loaders.acts.party_tables import tabled
from loaders.acts.section import Section
from loaders.acts.splitting import words_of
from loaders.document import Block, Item, Passage, Table
from loaders.readers.parties.bound import binds
from loaders.seeking import Sought
from loaders.vocabulary import groups
from loaders.words.enumerating import enumerated
from loaders.words.wording import alternatives, plain, sentences

_LISTED, _OF_IT = (re.compile(alternatives(groups("parties", "sentence")[cue])) for cue in ("listed", "listed_of_it"))
_INLINE = Sought(r"\b(?:parties|signataires)\b(?: [^\W\d]+){0,5}\s*:\s*(?=[^\W\d])")
_PRONOUN = re.compile(r"\W*(?:elle|celle-ci)\b")
_MEANT = Sought(r"\W*(?:elle|celle-ci)\b|\b(?:la |cette |ladite |presente )convention\b")
_NAMED = Sought(rf"{MENTION.pattern}|\b(?:la|cette) {NEW} convention\b")
_CLASS = re.compile(
    r"\W*(?:(?:les|ses|des|leurs) )?(?:\w+ )?(?:communes|villes|collectivites|partenaires)\b[^:]{0,80}:\s*"
)


def listed(section: Section) -> Iterator[Passage]:
    """Give the names that the items below such a sentence print."""
    for words in _items(section):
        called = _CLASS.match(plain(words.text))
        names = words.cut(called.end()) if called else words
        yield from enumerated(names.cut(0, len(names.text.rstrip(" ;.,"))), section.gazetteer, section.territory)


def listed_parties(section: Section) -> Iterator[Party]:
    """Give the parties of the items below such a sentence that say who represents them."""
    return (read_party(words) for words in _items(section) if "represente" in plain(words.text))


def tabled_parties(section: Section) -> Iterator[Party]:
    """Give the parties of the tables below such a sentence, or a title such as ``Les signataires``, anywhere."""
    for index, (above, block) in enumerate(pairwise(section.blocks)):
        if isinstance(block, Table) and (is_parties_title(above) or _announces(section.blocks, index)):
            yield from tabled((block,))
        elif isinstance(block, Table) and not isinstance(above, Table) and binds(plain(above.words.text)):
            yield from shaped((above, block))


def _items(section: Section) -> Iterator[Passage]:
    """Give the words of the items below such a sentence, and what it lists itself."""
    for index, block in enumerate(section.blocks):
        for told in sentences(words_of(block)):
            if (inline := _INLINE.search(plain(told.text))) is not None:
                yield told.cut(inline.end())
        if not isinstance(block, (Table, Item)) and _announces(section.blocks, index):
            yield from map(words_of, takewhile(lambda below: isinstance(below, Item), section.blocks[index + 1 :]))


def _announces(blocks: Sequence[Block], index: int) -> bool:
    """Whether the last sentence of a block says that those listed below it sign or are bound.

    The convention that it means by a pronoun is named in the block, or in the one above where it is all of its own; or
    those listed are said to be represented.
    """
    told: Sequence[Passage] = sentences(words_of(blocks[index]))
    last = plain(told[-1].text) if told else ""
    if not _OF_IT.search(last):
        return bool(_LISTED.search(last))
    alone = len(told) == 1 and _PRONOUN.match(last) is not None
    near = blocks[max(index - 1, 0) if alone else index : index + 1]
    named = any(_NAMED.search(plain(words_of(block).text)) for block in near)
    meant = _MEANT.search(last) and (named or _are_parties(blocks[index + 1 : index + 3]))
    return bool(meant or MENTION.search(last) or _LISTED.search(last))


def _are_parties(below: Sequence[Block]) -> bool:
    """Whether items say who represents the parties that they name."""
    return len(below) > 1 and all(isinstance(one, Item) and "represente" in plain(words_of(one).text) for one in below)
