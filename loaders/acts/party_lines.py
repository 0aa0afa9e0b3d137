"""Party lines: the block "Entre : ... et ...", taken apart into one entry a party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from loaders.acts.party import HEAD, begins_with_person
from loaders.acts.party_cards import is_address, joined
from loaders.acts.party_joints import COMPLETE, PARTY_HEAD, running_on
from loaders.acts.party_opening import APART, MORE, OPEN, opening
from loaders.acts.party_zone import zone
from loaders.acts.representing import REPRESENTED, is_holder
from loaders.document import Block, Passage
from loaders.remembering import remembered
from loaders.vocabulary import words
from loaders.words.wording import alternatives, plain

_NOT_ONE = re.compile(
    r"\b(?:n'est|ne sont|n'a|n'ont) pas (?:encore )?(?:signataires?|parties?|signe)\b"
    r"|\bsans (?:en )?etre (?:co)?(?:signataires?|parties?)\b|\bnon[- ]signataires?\b"
)
_CALLED = re.compile(r"\b(?:est|sont) (?:ci[- ]apres |ensemble |conjointement )?(?:designe|denomme|appele|nomme)e?s?\b")
"""What says but how those named are called below, where it says no more of them."""
_GOES_ON = re.compile(r"\b(?:a|de|du|des|d'|la|le|les|l'|et|par|en|son|sa)\s*$")
_CUT = re.compile(r"\b\d{5}\s*$")
"""A line that ends with a postcode goes on with the town."""
_JOINING, _FORMER = (
    re.compile(rf"\W*(?:(?:et|ainsi que|entre) )?{alternatives(words('parties', cue))}\W*")
    for cue in ("joining", "former")
)
"""A line above those who join by an avenant: ``Et les nouveaux signataires :``; above those who signed before."""
_JOINS = re.compile(rf"[,(–-]\s*(?:en (?:tant que|qualite de) )?{alternatives(words('parties', 'joining'))}\b")
_MOST_LINES = 400
_LOOK_BACK = 6
_PAIR = 2


def party_entries(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Return the words of each party in the block of parties; empty where there is none."""
    return tuple(party for party, _ in _parties(blocks))


def joining_entries(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Return the words of each party that joins: below a line that says so, or said so right behind its name."""
    return tuple(party for party, joins in _parties(blocks) if joins or _is_newcomer(plain(party.text)))


def _is_newcomer(text: str) -> bool:
    """Whether it is said behind the name of a party that it joins: ``la commune de X, nouveau signataire, ...``."""
    told = REPRESENTED.search(text)
    return _JOINS.search(text, 0, told.start() if told else len(text)) is not None


@remembered(8)
def _parties(blocks: Sequence[Block]) -> tuple[tuple[Passage, bool], ...]:
    """Return the words of each party, and whether it stands among those who join."""
    return tuple(
        (party, joins)
        for entries, joins in _entries(blocks)
        for entry in _unlabelled([entry for entry in entries if entry])
        for party in running_on(joined(entry))
        if _is_one(plain(party.text))
    )


def _entries(blocks: Sequence[Block]) -> Iterator[tuple[list[list[Passage]], bool]]:
    """Give the lines of each party, those of all who join together, and of all others."""
    begins = opening(blocks)
    entries: list[list[Passage]] = []
    joins = False
    printed = list(islice(zone(blocks, begins), _MOST_LINES)) if begins is not None else []
    for at, (line, fresh) in enumerate(printed):
        text = plain(line.text)
        below = printed[at + 1][0] if at + 1 < len(printed) else Passage(())
        if (joining := _JOINING.fullmatch(text) is not None) or _FORMER.fullmatch(text):
            yield entries, joins
            entries, joins = [], joining
        elif (opens := OPEN.match(text)) is not None and opens.end() == len(text):
            continue
        elif APART.match(text):
            entries.append([])
        elif (
            entries
            and entries[-1]
            and (_goes_on(line, entries[-1], fresh=fresh) or _ends_name(line, entries[-1], below))
        ):
            entries[-1].append(line)
        else:
            entries.append([line])
    yield entries, joins


def _is_one(text: str) -> bool:
    """Whether an entry is a party: not one said to be none, nor one of which it is only said how it is called."""
    return not (_NOT_ONE.search(text) or (_CALLED.search(text) and not REPRESENTED.search(text)))


def _ends_name(line: Passage, entry: Sequence[Passage], below: Passage) -> bool:
    """Whether a line is the end of the party's name alone above it: who holds an office stands ``below``."""
    bare = len(entry) == 1 and not COMPLETE.search(plain(entry[0].text)) and not entry[0].text.endswith((",", ".", ";"))
    return bare and is_holder(below) and not is_holder(line) and not HEAD.match(plain(line.text))


def _goes_on(line: Passage, entry: Sequence[Passage], *, fresh: bool) -> bool:
    """Whether a line belongs to the party of ``entry`` above it; ``fresh`` where it begins a paragraph."""
    if _CUT.search(entry[-1].text):
        return True
    if MORE.match(plain(line.text)) and not (fresh and begins_with_person(line)):
        return True
    if is_address(line) and entry:
        return True
    if is_holder(line) and not COMPLETE.search(plain(" ".join(part.text for part in entry))):
        return True
    return not fresh and not _begins(line, entry)


def _unlabelled(entries: list[list[Passage]]) -> list[list[Passage]]:
    """Return the entries without the labels that stand before each (``Le régime agricole``, then the party)."""
    complete = [bool(COMPLETE.search(plain(joined(entry).text))) for entry in entries]
    labelled = len(entries) > _PAIR and complete == [False, True] * (len(entries) // _PAIR)
    return entries[1::_PAIR] if labelled else entries


def _begins(line: Passage, entry: Sequence[Passage]) -> bool:
    """Whether a line within a paragraph begins another party: the one above is complete and this has a party's head.

    Without an article the head is printed with a capital, and the line above does not go on.
    """
    above = plain(" ".join(part.text for part in entry[-_LOOK_BACK:]))
    if not COMPLETE.search(above):
        return False
    text = plain(line.text)
    if re.match(rf"\W*(?:et\s+)?(?:la |le |l'\s?|les (?:\d+ )?){PARTY_HEAD}", text):
        return True
    return bool(line.text.strip()[:1].isupper() and not _GOES_ON.search(above) and re.match(rf"\W*{PARTY_HEAD}", text))
