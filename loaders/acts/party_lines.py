"""Party lines: the block "Entre : ... et ...", taken apart into one entry a party."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from loaders.acts.party import begins_with_person
from loaders.acts.party_cards import joined
from loaders.acts.party_joints import COMPLETE, PARTY_HEAD, running_on
from loaders.acts.party_opening import APART, MORE, OPEN, opening
from loaders.acts.party_zone import zone
from loaders.acts.representing import REPRESENTED
from loaders.document import Block, Passage
from loaders.remembering import remembered
from loaders.words.wording import plain

_NOT_ONE = re.compile(
    r"\b(?:n'est|ne sont|n'a|n'ont) pas (?:encore )?(?:signataires?|parties?|signe)\b"
    r"|\bsans (?:en )?etre (?:co)?(?:signataires?|parties?)\b|\bnon[- ]signataires?\b"
)
_CALLED = re.compile(r"\b(?:est|sont) (?:ci[- ]apres |ensemble |conjointement )?(?:designe|denomme|appele|nomme)e?s?\b")
"""What says but how those named are called below, where it says no more of them."""
_GOES_ON = re.compile(r"\b(?:a|de|du|des|d'|la|le|les|l'|et|par|en|son|sa)\s*$")
_CUT = re.compile(r"\b\d{5}\s*$")
"""A line that ends with a postcode goes on with the town."""
_MOST_LINES = 400
_LOOK_BACK = 6
_PAIR = 2


@remembered(8)
def party_entries(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """Return the words of each party in the block of parties; empty where there is none."""
    begins = opening(blocks)
    if begins is None:
        return ()
    entries: list[list[Passage]] = []
    for line, fresh in islice(zone(blocks, begins), _MOST_LINES):
        text = plain(line.text)
        if (opens := OPEN.match(text)) is not None and opens.end() == len(text):
            continue
        if APART.match(text):
            entries.append([])
        elif entries and entries[-1] and _goes_on(line, entries[-1], fresh=fresh):
            entries[-1].append(line)
        else:
            entries.append([line])
    return tuple(
        party
        for entry in _unlabelled([entry for entry in entries if entry])
        for party in running_on(joined(entry))
        if _is_one(plain(party.text))
    )


def _is_one(text: str) -> bool:
    """Whether an entry is a party: not one said to be none, nor one of which it is only said how it is called."""
    return not (_NOT_ONE.search(text) or (_CALLED.search(text) and not REPRESENTED.search(text)))


def _goes_on(line: Passage, entry: Sequence[Passage], *, fresh: bool) -> bool:
    """Whether a line belongs to the party of ``entry`` above it; ``fresh`` where it begins a paragraph."""
    if _CUT.search(entry[-1].text):
        return True
    if MORE.match(plain(line.text)) and not (fresh and begins_with_person(line)):
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
