"""Party opening: the block and the line with which the parties of an act begin, announced or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.acts.party import HEAD, read_party
from loaders.acts.party_joints import COMPLETE, running_on
from loaders.acts.representing import REPRESENTED, is_holder, said_at
from loaders.acts.splitting import words_of
from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.remembering import remembered
from loaders.vocabulary import words
from loaders.words.wording import alternatives, lines, plain

OPEN = re.compile(rf"^\W*{alternatives(words('parties', 'open'))}\s*:?\W*(?=$|(?:la|le|les|l')\b)")
_TITLE = re.compile(rf"^\W*(?:\d{{1,2}}(?:\.\d{{1,2}})*\s?[.)/–—-]*\s*)?{alternatives(words('parties', 'titles'))}\W*$")
_ANNOUNCES = re.compile(rf"\W*{alternatives(words('parties', 'announces'))}\s*:\W*$")
_SAID = re.compile(rf"[\s,;.)]*(?:$|{alternatives(words('parties', 'stops'))}|et\b|{HEAD.pattern})")
_FRONT = 60
_CARD = 4
_LONGEST_NAME = 100
_NEAR = 6
WHOLE = -1
"""The line with which parties begin that nothing announces: the first, and it is one of them."""
APART = re.compile(rf"^\W*{alternatives(words('parties', 'apart'))}\W*$")
MORE = re.compile(rf"^\W*(?:{alternatives(words('parties', 'more'))})")


def opening(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Return the block and the line with which the parties begin."""
    for index, block in enumerate(blocks):
        if _is_title(blocks, index) and not _announces(blocks, index + 1):
            return index, 0
        if _announces(blocks, index):
            return index, len(party_printed(block)) - 1
        if (number := _opening_line(block)) is not None:
            return index, number
    return _unannounced(blocks)


def is_parties_title(block: Block) -> bool:
    """Whether a block is a title that says that the parties stand below it: ``Les signataires``."""
    return not isinstance(block, (Table, Item)) and bool(_TITLE.match(plain(block.words.text)))


def opens_parties(block: Block) -> bool:
    """Whether a block says that the parties stand below it, by its title or its last line."""
    return is_parties_title(block) or any(_opens(line, ()) for line in party_printed(block)[-1:])


def before_parties(blocks: Sequence[Block]) -> int:
    """Return how many blocks stand before the block of parties: the title page; none where there are no parties."""
    begins = opening(blocks)
    return begins[0] if begins is not None else 0


def stated(blocks: Sequence[Block], index: int) -> int:
    """Return how many parties a block names with who represents each, there or on the block below, and no more."""
    words_ = words_of(blocks[index])
    if not HEAD.match(plain(words_.text)):
        return 0
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if isinstance(below, (Heading, Paragraph, Item)) and REPRESENTED.match(plain(below.words.text)):
        words_ += below.words
    return sum(map(_says_all, running_on(words_)))


def party_printed(block: Block) -> list[Passage]:
    """Return the printed lines of a block; a table of parties is read by its columns."""
    return [] if isinstance(block, Table) else list(lines(block.words))


def _unannounced(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Return the block in which parties begin that no word announces: two at least, each with who represents it."""
    for index in range(min(len(blocks), _FRONT)):
        near = range(index, min(index + _NEAR, len(blocks)))
        if stated(blocks, index) and sum(stated(blocks, one) for one in near) > 1:
            return index, WHOLE
    return None


def _says_all(entry: Passage) -> bool:
    """Whether an entry says who represents a party, and nothing behind that but where this is written."""
    party = read_party(entry)
    told = REPRESENTED.search(plain(entry.text))
    ends = [entry.text.rfind(said.text) + len(said.text) for said in (party.representative, party.role) if said]
    return told is not None and bool(ends) and bool(_SAID.match(plain(entry.text), max(ends)))


@remembered(4_096)
def _opening_line(block: Block) -> int | None:
    """Return the line of a block that opens the parties by its words, None where none does."""
    printed = party_printed(block)
    return next((number for number, line in enumerate(printed) if _opens(line, printed[number : number + 3])), None)


def _opens(line: Passage, following: Sequence[Passage]) -> bool:
    """Whether a line opens the parties; ``entre Le Mans et Tours`` opens none."""
    text = plain(line.text)
    found = OPEN.match(text)
    if found is None or found.end() == len(text) or HEAD.match(text, found.end()):
        return found is not None
    return bool(COMPLETE.search(plain(" ".join(one.text for one in following))))


def _is_title(blocks: Sequence[Block], index: int) -> bool:
    """Whether a title says ``Les parties`` and one of the two blocks below it is a party with its representative."""
    block = blocks[index]
    return (
        isinstance(block, (Heading, Paragraph))
        and bool(_TITLE.match(plain(block.words.text)))
        and (any(_is_complete(one) for one in blocks[index + 1 : index + 3]) or _is_card(blocks, index + 1))
    )


def _is_card(blocks: Sequence[Block], at: int) -> bool:
    """Whether a party's name stands at ``at``, and below it, in words of their own, the person and the office."""
    lines_ = [line for block in blocks[at : at + _CARD] for line in party_printed(block)]
    named = lines_[:1] and HEAD.match(plain(lines_[0].text)) and len(lines_[0].text) < _LONGEST_NAME
    return bool(named) and not lines_[0].text.endswith(".") and any(map(is_holder, lines_[1:_CARD]))


def _announces(blocks: Sequence[Block], index: int) -> bool:
    """Whether a paragraph, over whatever lines, announces those who sign, and the item below is one of them."""
    if index + 1 >= len(blocks) or not isinstance(block := blocks[index], Paragraph):
        return False
    below = blocks[index + 1]
    return isinstance(below, Item) and _is_complete(below) and bool(_ANNOUNCES.match(plain(block.words.text)))


def _is_complete(block: Block) -> bool:
    """Whether a line of a block says who represents a party, or where it has its seat."""
    if any(COMPLETE.search(plain(line.text)) for line in party_printed(block)):
        return True
    words_ = words_of(block)
    return bool(HEAD.match(plain(words_.text))) and said_at(words_, 1) is not None
