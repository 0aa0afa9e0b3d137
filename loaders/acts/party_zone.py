"""Party zone: the printed lines of the block of parties, to where the act goes on with something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.acts.party import HEAD, MET
from loaders.acts.party_joints import COMPLETE, HEADS
from loaders.acts.party_opening import APART, MORE, OPEN, WHOLE, party_printed, stated
from loaders.acts.representing import said_at
from loaders.acts.splitting import words_of
from loaders.document import Block, Heading, Item, Passage
from loaders.vocabulary import words
from loaders.words.wording import alternatives, plain

_CLOSE = re.compile(rf"^\W*{alternatives(words('parties', 'close'))}")
_PAGE = re.compile(r"\W*(?:page )?\d{1,3}(?: ?(?:/|sur) ?\d{1,3})?\W*")
_NUMBERED = re.compile(
    rf"\W*(?:[ivx]{{1,5}}|\d{{1,2}}(?:\.\d)*)\s?[.)–-]+\s*(?!(?:la |le |l'\s?|les )?{HEADS}(?!s))[a-z]"
)
_RECITAL = 200
_LONGEST_BLOCK = 60


def zone(blocks: Sequence[Block], opening: tuple[int, int]) -> Iterator[tuple[Passage, bool]]:
    """Give the lines of the block of parties, and whether each begins a paragraph."""
    index, number = opening
    begun, above = False, Passage(())
    for place, block in enumerate(blocks[index : index + _LONGEST_BLOCK]):
        if number == WHOLE and place and not _is_more(blocks, index + place):
            return
        for count, line in enumerate(party_printed(block)):
            if (place == 0 and count < number) or _PAGE.fullmatch(plain(line.text)):
                continue
            if place == 0 and count == number:
                found = OPEN.match(plain(line.text))
                line = line.cut(found.end() if found else len(line.text))  # what announces them is no party
                if not line:
                    continue
            elif place == 1 and count == 0 and (found := OPEN.match(plain(line.text))) is not None:
                line = line.cut(found.end())  # a title has opened them, and so does the sentence below it
                if not line:
                    continue
            elif (_CLOSE.match(plain(line.text)) and not (count and _goes_on(above, line))) or (
                count == 0 and (begun or place > 1) and _leaves(blocks, index, index + place)
            ):
                return
            fresh = count == 0 or (place == 0 and count == number + 1 and not begun)
            begun, above = True, line
            yield line, fresh


def _goes_on(above: Passage, line: Passage) -> bool:
    """Whether a line is the middle of a sentence: ``... à signer`` / ``la présente convention par ...``."""
    return line.text[:1].islower() and not above.text.rstrip().endswith((".", ",", ";", ":", "»", ")"))


def _is_more(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block belongs to parties that nothing announces: another one, or what is said of the one above."""
    text = plain(words_of(blocks[index]).text)
    return bool(stated(blocks, index) or APART.match(text) or MORE.match(text) or _PAGE.fullmatch(text))


def _leaves(blocks: Sequence[Block], opening: int, at: int) -> bool:
    """Whether the block ``at`` is no more of the parties: a numbered title, after bulleted parties what has no bullet.

    So is a title of the rank of theirs that is no party, or one with no party below it, and a long sentence that says
    nothing of who represents whom.
    """
    block, opened = blocks[at], blocks[opening]
    text = plain(words_of(block).text)
    if isinstance(block, Heading) and MET.search(text):
        return True
    if _PAGE.fullmatch(text) or not any(map(str.isalnum, text)):
        return False
    if (_NUMBERED.match(text) and not isinstance(block, Item)) or _is_recital(block, text):
        return True
    theirs = bool(APART.match(text) or MORE.match(text) or HEAD.match(text))
    bulleted = isinstance(blocks[opening + 1], Item) and not isinstance(block, Item)
    if isinstance(block, Heading) and _is_others_title(blocks, block, opened, at, theirs=theirs, bulleted=bulleted):
        return True
    return bulleted and not theirs


def _is_others_title(
    blocks: Sequence[Block], title: Heading, opened: Block, at: int, *, theirs: bool, bulleted: bool
) -> bool:
    """Whether a title is none of a party: it has the rank of the one that ``opened`` them, or no party below it."""
    if bulleted and isinstance(opened, Heading) and title.level > 0:
        return True
    ranked = isinstance(opened, Heading) and 0 < title.level <= opened.level
    return not theirs and (ranked or (title.level > 0 and not _party_below(blocks, at)))


def _is_recital(block: Block, text: str) -> bool:
    """Whether a block is a long sentence that says nothing of who represents whom (a list of communes is none)."""
    long = len(text) > _RECITAL and text.rstrip().endswith((".", ";", ":"))
    return long and not COMPLETE.search(text) and "communes" not in text and said_at(words_of(block)) is None


def _party_below(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block below the one ``at`` is a party, or says who represents it: no sentence about one."""
    text = plain(words_of(blocks[at + 1]).text) if at + 1 < len(blocks) else ""
    named = HEAD.match(text) and len(text) < _RECITAL and not text.rstrip().endswith(".")
    return bool(text and (named or MORE.match(text) or stated(blocks, at + 1)))
