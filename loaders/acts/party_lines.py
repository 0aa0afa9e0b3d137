"""Party lines: the block "Entre : ... et ...", taken apart into one entry a party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from loaders.acts.party import HEAD, begins_with_person, read_party
from loaders.acts.representing import REPRESENTED, said_at
from loaders.acts.splitting import words_of
from loaders.document import Block, Heading, Item, Paragraph, Passage, Table
from loaders.remembering import remembered
from loaders.vocabulary import words
from loaders.words.wording import alternatives, lines, plain

_OPEN = re.compile(rf"^\W*{alternatives(words('parties', 'open'))}\s*:?\W*(?=$|(?:la|le|les|l')\b)")
_TITLE = re.compile(rf"^\W*{alternatives(words('parties', 'titles'))}\W*$")
_ANNOUNCES = re.compile(rf"\W*{alternatives(words('parties', 'announces'))}\s*:\W*$")
_CLOSE = re.compile(rf"^\W*{alternatives(words('parties', 'close'))}")
_APART = re.compile(rf"^\W*{alternatives(words('parties', 'apart'))}\W*$")
_MORE = re.compile(rf"^\W*(?:{alternatives(words('parties', 'more'))})")
_HEADS = alternatives(words("parties", "heads"))
_HEAD = rf"{_HEADS}[sx]?\b(?!-)"
_NEXT = re.compile(
    rf"(?:;\s*(?:et\s+)?|,?\s+et\s?[,:]?\s+(?:d'autre part,?\s+)?|,\s+(?:et\s+)?)(?:par |avec )?"
    rf"(?=(?:la |le |l'?\s|l'|les (?:\d+ )?){_HEAD})"
)
_NAMED_NEXT = re.compile(
    r",?\s+et\s+(?=[A-ZÉÈÎÔ][^,;.]{2,80},?\s*(?:représent|ci[- ]apr|dont le siège|sise?\b)"
    r"|[A-ZÉÈÎÔ][^,;.()]{2,80}\([A-Z]\w+\),)"
)
_INLINE_END = re.compile(
    r"\b(?:il (?:a ete|est) (?:convenu|arrete|expose)|est conclu|sont convenu|ont convenu|conviennent|s'engagent)"
)
_COMPLETE = re.compile(
    rf"{REPRESENTED.pattern}|\b(?:represente|dont le siege|ci[- ]?apres|sise?\b|d'une part|d'autre part|siege\s?:)"
)
_PAGE = re.compile(r"\W*(?:page )?\d{1,3}(?: ?(?:/|sur) ?\d{1,3})?\W*")
_SAID = re.compile(rf"[\s,;.)]*(?:$|{alternatives(words('parties', 'stops'))}|et\b|{HEAD.pattern})")
_NUMBERED = re.compile(
    rf"\W*(?:[ivx]{{1,5}}|\d{{1,2}}(?:\.\d)*)\s?[.)–-]+\s*(?!(?:la |le |l'\s?|les )?{_HEADS}(?!s))[a-z]"
)
_NOT_ONE = re.compile(r"\b(?:n'est|ne sont|n'a|n'ont) pas (?:encore )?(?:signataires?|parties?|signe)\b")
_GOES_ON = re.compile(r"\b(?:a|de|du|des|d'|la|le|les|l'|et|par|en|son|sa)\s*$")
_CUT = re.compile(r"\b\d{5}\s*$")
"""A line that ends with a postcode goes on with the town."""

_FRONT = 60
_RECITAL = 200
_NEAR = 6
_LONGEST_BLOCK = 60
_MOST_LINES = 400
_LOOK_BACK = 6
_WHOLE = -1
"""The line with which parties begin that nothing announces: the first, and it is one of them."""

_PAIR = 2


@remembered(8)
def party_entries(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Return the words of each party in the block of parties; empty where there is none."""
    opening = _opening(blocks)
    if opening is None:
        return ()
    entries: list[list[Passage]] = []
    for line, fresh in islice(_zone(blocks, opening), _MOST_LINES):
        text = plain(line.text)
        if (opens := _OPEN.match(text)) is not None and opens.end() == len(text):
            continue
        if _APART.match(text):
            entries.append([])
        elif (
            entries
            and entries[-1]
            and (
                _CUT.search(entries[-1][-1].text)
                or (_MORE.match(text) and not (fresh and begins_with_person(line)))
                or (not fresh and not _begins(line, entries[-1]))
            )
        ):
            entries[-1].append(line)
        else:
            entries.append([line])
    return tuple(
        party
        for entry in _unlabelled([entry for entry in entries if entry])
        for party in running_on(_joined(entry))
        if not _NOT_ONE.search(plain(party.text))
    )


def _unlabelled(entries: list[list[Passage]]) -> list[list[Passage]]:
    """Return the entries without the labels that stand before each (``Le régime agricole``, then the party)."""
    complete = [bool(_COMPLETE.search(plain(_joined(entry).text))) for entry in entries]
    labelled = len(entries) > _PAIR and complete == [False, True] * (len(entries) // _PAIR)
    return entries[1::_PAIR] if labelled else entries


def before_parties(blocks: Sequence[Block]) -> int:
    """Return how many blocks stand before the block of parties: the title page; none where there are no parties."""
    opening = _opening(blocks)
    return opening[0] if opening is not None else 0


def _begins(line: Passage, entry: Sequence[Passage]) -> bool:
    """Whether a line within a paragraph begins another party: the one above is complete and this has a party's head.

    Without an article the head is printed with a capital, and the line above does not go on.
    """
    above = plain(" ".join(part.text for part in entry[-_LOOK_BACK:]))
    if not _COMPLETE.search(above):
        return False
    text = plain(line.text)
    if re.match(rf"\W*(?:et\s+)?(?:la |le |l'\s?|les (?:\d+ )?){_HEAD}", text):
        return True
    return bool(line.text.strip()[:1].isupper() and not _GOES_ON.search(above) and re.match(rf"\W*{_HEAD}", text))


def is_parties_title(block: Block) -> bool:
    """Whether a block is a title that says that the parties stand below it: ``Les signataires``."""
    return not isinstance(block, (Table, Item)) and bool(_TITLE.match(plain(block.words.text)))


def opens_parties(block: Block) -> bool:
    """Whether a block says that the parties stand below it, by its title or its last line."""
    return is_parties_title(block) or any(_opens(line, ()) for line in _lines(block)[-1:])


def _opening(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Return the block and the line with which the parties begin."""
    for index, block in enumerate(blocks):
        if _is_title(blocks, index) and not _announces(blocks, index + 1):
            return index, 0
        if _announces(blocks, index):
            return index, len(_lines(block)) - 1
        if (number := _opening_line(block)) is not None:
            return index, number
    return _unannounced(blocks)


def _unannounced(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """Return the block in which parties begin that no word announces: two at least, each with who represents it."""
    for index in range(min(len(blocks), _FRONT)):
        near = range(index, min(index + _NEAR, len(blocks)))
        if _stated(blocks, index) and sum(_stated(blocks, one) for one in near) > 1:
            return index, _WHOLE
    return None


def _stated(blocks: Sequence[Block], index: int) -> int:
    """Return how many parties a block names with who represents each, there or on the block below, and no more."""
    words_ = words_of(blocks[index])
    if not HEAD.match(plain(words_.text)):
        return 0
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if isinstance(below, (Heading, Paragraph, Item)) and REPRESENTED.match(plain(below.words.text)):
        words_ += below.words
    return sum(map(_says_all, running_on(words_)))


def _says_all(entry: Passage) -> bool:
    """Whether an entry says who represents a party, and nothing behind that but where this is written."""
    party = read_party(entry)
    told = REPRESENTED.search(plain(entry.text))
    ends = [entry.text.rfind(said.text) + len(said.text) for said in (party.representative, party.role) if said]
    return told is not None and bool(ends) and bool(_SAID.match(plain(entry.text), max(ends)))


@remembered(4_096)
def _opening_line(block: Block) -> int | None:
    """Return the line of a block that opens the parties by its words, None where none does."""
    printed = _lines(block)
    return next((number for number, line in enumerate(printed) if _opens(line, printed[number : number + 3])), None)


def _opens(line: Passage, following: Sequence[Passage]) -> bool:
    """Whether a line opens the parties; ``entre Le Mans et Tours`` opens none."""
    text = plain(line.text)
    found = _OPEN.match(text)
    if found is None or found.end() == len(text) or HEAD.match(text, found.end()):
        return found is not None
    return bool(_COMPLETE.search(plain(" ".join(one.text for one in following))))


def _is_title(blocks: Sequence[Block], index: int) -> bool:
    """Whether a title says ``Les parties`` and one of the two blocks below it is a party with its representative."""
    block = blocks[index]
    return (
        isinstance(block, (Heading, Paragraph))
        and bool(_TITLE.match(plain(block.words.text)))
        and any(_is_complete(one) for one in blocks[index + 1 : index + 3])
    )


def _announces(blocks: Sequence[Block], index: int) -> bool:
    """Whether a paragraph, over whatever lines, announces those who sign, and the item below is one of them."""
    if index + 1 >= len(blocks) or not isinstance(block := blocks[index], Paragraph):
        return False
    below = blocks[index + 1]
    return isinstance(below, Item) and _is_complete(below) and bool(_ANNOUNCES.match(plain(block.words.text)))


def _is_complete(block: Block) -> bool:
    """Whether a line of a block says who represents a party, or where it has its seat."""
    if any(_COMPLETE.search(plain(line.text)) for line in _lines(block)):
        return True
    words_ = words_of(block)
    return bool(HEAD.match(plain(words_.text))) and said_at(words_, 1) is not None


def _lines(block: Block) -> list[Passage]:
    """Return the printed lines of a block; a table of parties is read by its columns."""
    return [] if isinstance(block, Table) else list(lines(block.words))


def _zone(blocks: Sequence[Block], opening: tuple[int, int]) -> Iterator[tuple[Passage, bool]]:
    """Give the lines of the block of parties, and whether each begins a paragraph."""
    index, number = opening
    begun, above = False, Passage(())
    for place, block in enumerate(blocks[index : index + _LONGEST_BLOCK]):
        if number == _WHOLE and place and not _is_more(blocks, index + place):
            return
        for count, line in enumerate(_lines(block)):
            if (place == 0 and count < number) or _PAGE.fullmatch(plain(line.text)):
                continue
            if place == 0 and count == number:
                found = _OPEN.match(plain(line.text))
                line = line.cut(found.end() if found else len(line.text))  # what announces them is no party
                if not line:
                    continue
            elif place == 1 and count == 0 and (found := _OPEN.match(plain(line.text))) is not None:
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
    return bool(_stated(blocks, index) or _APART.match(text) or _MORE.match(text) or _PAGE.fullmatch(text))


def _leaves(blocks: Sequence[Block], opening: int, at: int) -> bool:
    """Whether the block ``at`` is no more of the parties: a numbered title, after bulleted parties what has no bullet.

    So is a title of the rank of theirs that is no party, or one with no party below it, and a long sentence that says
    nothing of who represents whom (a list of communes is none).
    """
    block = blocks[at]
    text = plain(words_of(block).text)
    if _PAGE.fullmatch(text):
        return False
    if _NUMBERED.match(text) and not isinstance(block, Item):
        return True
    if (
        len(text) > _RECITAL
        and text.rstrip().endswith((".", ";", ":"))
        and not _COMPLETE.search(text)
        and "communes" not in text
        and said_at(words_of(block)) is None
    ):
        return True
    opened = blocks[opening]
    ranked = isinstance(block, Heading) and isinstance(opened, Heading) and 0 < block.level <= opened.level
    theirs = _APART.match(text) or _MORE.match(text) or HEAD.match(text)
    if not theirs and (ranked or (isinstance(block, Heading) and block.level > 0 and not _party_below(blocks, at))):
        return True
    bulleted = isinstance(blocks[opening + 1], Item) and not isinstance(block, Item)
    if bulleted and isinstance(block, Heading) and isinstance(blocks[opening], Heading) and block.level > 0:
        return True
    return bulleted and not theirs


def _party_below(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block below the one ``at`` is a party, or says who represents it: no sentence about one."""
    text = plain(words_of(blocks[at + 1]).text) if at + 1 < len(blocks) else ""
    named = HEAD.match(text) and len(text) < _RECITAL and not text.rstrip().endswith(".")
    return bool(text and (named or _MORE.match(text) or _stated(blocks, at + 1)))


def _joined(entry: Sequence[Passage]) -> Passage:
    """Return the lines of an entry as one passage."""
    whole = Passage(())
    for line in entry:
        whole += line
    return whole


def running_on(words: Passage) -> Iterator[Passage]:
    """Cut an entry that runs on over several parties: ``la Caf, représentée par ..., et la commune de ...``."""
    text = plain(words.text)
    end = found.start() if (found := _INLINE_END.search(text)) else len(text)
    start = 0
    joints = (*_NEXT.finditer(text, 0, end), *_NAMED_NEXT.finditer(words.text, 0, end))
    for joint in sorted(joints, key=lambda found: found.start()):
        if _COMPLETE.search(text[start : joint.start()]):
            yield words.cut(start, joint.start())
            start = joint.end()
    if rest := words.cut(start, end):
        yield rest
