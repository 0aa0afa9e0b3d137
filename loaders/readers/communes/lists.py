"""Commune lists: the communes that an act names one after the other, wherever it announces them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.acts.party_lines import party_entries
from loaders.acts.party_opening import before_parties
from loaders.acts.party_signatures import announced
from loaders.acts.section import Section
from loaders.document import Block, Heading, Passage, Table
from loaders.readers.communes.announcing import (
    calls_signing,
    covers,
    entitles_communes,
    of_a_fiche,
    of_others_below,
    of_parties,
    of_the_convention,
    points_below,
    speaks_of_communes,
    tells_column,
)
from loaders.readers.communes.below import standing_below
from loaders.readers.communes.inline import Listed, named_in
from loaders.readers.communes.names import Entry
from loaders.readers.communes.unfolding import unfolded
from loaders.remembering import remembered
from loaders.words.epci_names import epcis
from loaders.words.wording import plain, rejoined, sentences

_OF_COMMUNES = re.compile(r"(?<!communaute de )(?<!communaute des )\bcommunes?\b|\b(?:villes?|mairies?|maires?)\b")
_FRONT = 90
_LONGEST_RUN = 80


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence or a title, folded too, with what entitles it; where it points below, the blocks that stand there."""

    words: Passage
    text: str
    above: str
    place: int
    below: Sequence[Block]


@remembered(4)
def listed_communes(section: Section) -> tuple[Listed, ...]:
    """Return the lists of communes of a contract: on its title page, among its parties, and of those it covers."""
    return tuple(_listed_communes(section))


def covered_communes(section: Section) -> Iterator[Entry]:
    """Give the communes that the sentences of an act say its convention covers, where they list them."""
    for told in _told(section):
        if (cue := of_the_convention(told.text)) is not None:
            found = named_in(section, told.words.cut(cue.start()), covered=True)
            yield from found.entries if found is not None and found.entries else _below(section, told)


def _listed_communes(section: Section) -> Iterator[Listed]:
    seen: set[tuple[int, str]] = set()
    for words in party_entries(section.blocks):
        if (found := named_in(section, words)) is not None:
            seen |= set(map(_place, found.entries))
            yield found
    front = before_parties(section.blocks)
    others = _signed_by_others(section)
    for told in _told(section):
        on_title_page = told.place < front and not told.text.endswith(".")
        for found in _of_contract(section, told, on_title_page):
            fresh = tuple(entry for entry in found.entries if _place(entry) not in seen)
            seen |= set(map(_place, fresh))
            if fresh or not found.entries:
                theirs = not others or (not on_title_page and calls_signing(told.text, told.above))
                yield replace(found, entries=fresh, parties=theirs and (on_title_page or found.parties))


def _signed_by_others(section: Section) -> bool:
    """Whether the parties are named one by one with who represents each, and no commune is among them."""
    parties = [party for party in announced(section.blocks) if party.role]
    return len(parties) > 1 and not any(
        _OF_COMMUNES.search(plain(f"{party.name.text} {party.role.text}")) for party in parties
    )


def _of_contract(section: Section, told: _Told, on_title_page: bool) -> Iterator[Listed]:
    """Give the list that a sentence of a contract holds, or has below it.

    Far from the parties only what says that the convention covers them, or a title about communes, has one.
    """
    covered = of_the_convention(told.text) is not None or entitles_communes(told.above) or entitles_communes(told.text)
    if told.place >= _FRONT and not covered:
        return
    sure = on_title_page or covered or covers(told.text, told.above)
    if (found := named_in(section, told.words, covered=covered and not on_title_page, sure=sure)) is not None:
        yield replace(found, parties=of_parties(told.text, told.above))
    if (found is None or not found.entries) and (below := _below(section, told)):
        yield Listed(below, Passage(()), of_parties("", told.text))


def _below(section: Section, told: _Told) -> tuple[Entry, ...]:
    """Return the communes that stand below what announces them."""
    if not told.below or of_others_below(told.text):
        return ()
    named = next(epcis(told.words.text, section.gazetteer, section.territory), None)
    near = named.territory if named else section.territory
    return standing_below(section, told.below, near, sure=covers(told.text, told.above))


def _place(entry: Entry) -> tuple[int, str]:
    """Return by what an entry is told from another: its line and its name."""
    return entry.words.pieces[0].line, entry.commune.code


def _told(section: Section) -> Iterator[_Told]:
    """Give the sentences and titles of an act that can name communes, and all those of its first pages."""
    above = ""
    blocks = list(unfolded(section.blocks, _FRONT))
    for index, (place, block) in enumerate(blocks):
        if isinstance(block, Table):
            continue
        whole = plain(block.words.text).strip()
        if not of_a_fiche(above) and (place < _FRONT or speaks_of_communes(whole)):
            parts = tuple(rejoined(sentences(block.words), _is_open))
            for words in parts:
                text = plain(words.text)
                below = [one for _, one in blocks[index + 1 : index + _LONGEST_RUN]] if words is parts[-1] else []
                if not points_below(block, text) and not any(tells_column(text, one) for one in below[:1]):
                    below = []
                yield _Told(words, text, above, place, below)
        if isinstance(block, Heading) or whole.endswith(":"):
            above = whole


def _is_open(above: Passage, _: Passage) -> bool:
    """Whether a part of a sentence is none by itself: a list whose members end with a semicolon."""
    return above.text.endswith(";")
