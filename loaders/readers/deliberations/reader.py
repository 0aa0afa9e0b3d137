"""Deliberations: what an assembly decides about conventions, and with how many voices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.acts.agreements import Agreement
from loaders.acts.section import Section
from loaders.acts.splitting import first_words
from loaders.document import Block, Passage, Table, passages
from loaders.readers.deliberations.votes import Vote, read_vote, table_vote
from loaders.resolve import bare
from loaders.seeking import Sought
from loaders.vocabulary import groups, words
from loaders.words.own_names import own_names
from loaders.words.wording import alternatives, plain, tidy
from maillage.facts import Deliberation

_BEGIN = Sought(alternatives(words("votes", "begin")))
_DECISIONS = {name: re.compile(alternatives(cues)) for name, cues in groups("votes", "decision").items()}
_CIVILITY = re.compile(r"\b(mm?|mmes?)\.")
SIGNING = "autorise la signature"
_APPROVING = "approuve"
SEVERAL = re.compile(r"\bconventions territoriales globales\b|\b(?:les|des|aux) ctg\b")
"""What speaks of several conventions at once."""
_APPROVED = Sought(alternatives(words("votes", "approved")))


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided: the names of the contract in the order of print, and the blocks that say it."""

    names: tuple[str, ...]
    stated: tuple[Passage, ...]


def read(section: Section) -> Iterator[Deliberation]:
    """Read the decision and the vote of a deliberation."""
    if section.kind != "deliberation":
        return
    head = section.head
    vote = _vote(section.blocks)
    taken = decision(section)
    stated = [w for w in (head.number, head.dated, head.body, *vote.stated, *taken.stated) if w]
    yield Deliberation(
        place=section.place(*(stated or [first_words(section.blocks)])),
        act=section.act,
        rule="deliberations.vote",
        tier="normalised",
        number=section.number,
        date=head.date,
        body=bare(tidy(head.body.text)),
        body_code=head.home.code if head.home else "",
        votes_for=vote.votes_for,
        votes_against=vote.votes_against,
        abstentions=vote.abstentions,
        decision=taken.names,
        conventions=tuple(sorted({agreement.key for agreement in decided(section)})),
    )


def _vote(blocks: Sequence[Block]) -> Vote:
    """Return the vote: of a table of voices, else as the decision says it, else as any part of the act does."""
    for block in blocks:
        tabled = table_vote(block) if isinstance(block, Table) else None
        if tabled is not None:
            return tabled
    vote = read_vote(decision_zone(blocks))
    return vote if vote.stated else read_vote(passages(blocks))


def decision_zone(blocks: Sequence[Block]) -> list[Passage]:
    """Return the words from where the assembly decides to the end of the act; all of them where nothing tells."""
    everything = [(index, words) for index, block in enumerate(blocks) for words in passages(block)]
    for index, words_ in everything:
        if _BEGIN.search(plain(words_.text)) and not isinstance(blocks[index], Table):
            return [later for place, later in everything if place >= index]
    return [words_ for _, words_ in everything]


def decision(section: Section) -> Decision:
    """Return what the act decides: each decision once, where it is said first."""
    zone = decision_zone(section.blocks)
    text, starts = "", []
    for words_ in zone:
        starts.append(len(text))
        text += _CIVILITY.sub(r"\1 ", plain(words_.text)) + " \n"
    hits = sorted((found.start(), found.end(), name) for name, cue in _DECISIONS.items() if (found := cue.search(text)))
    if not hits and section.agreements and (found := _APPROVED.search(text)):
        hits = [(found.start(), found.end(), _APPROVING)]
    stated = {
        n for first, last, _ in hits for n, at in enumerate(starts) if at < last and first < at + len(zone[n].text) + 1
    }
    return Decision(tuple(name for _, _, name in hits), tuple(zone[n] for n in sorted(stated)))


def decided(section: Section) -> list[Agreement]:
    """Return the agreements that the decision is about, in its order; where it names none, those of the act.

    Of several conventions in one breath it names the territories: ``les conventions territoriales globales de X et Y``;
    else it is about all of them.
    """
    mains = [agreement for agreement in section.agreements if agreement.main]
    words_of_it = decision_zone(section.blocks)
    zone = {piece.line for words_ in words_of_it for piece in words_.pieces}
    several = [words_ for words_ in words_of_it if SEVERAL.search(plain(words_.text))]
    if any(map(_decides, several)) and not any(
        any(own_names(words_.text, agreement.territory)) for words_ in several for agreement in mains
    ):
        return mains
    found: list[tuple[int, int, Agreement]] = []
    for order, agreement in enumerate(section.agreements):
        lines = [s.words.pieces[0].line for s in agreement.statements if s.own and s.words.pieces]
        together = (words_ for words_ in several if any(own_names(words_.text, agreement.territory)))
        decisive = [*(line for line in lines if line in zone), *(words_.pieces[0].line for words_ in together)]
        if decisive and agreement.main:
            found.append((min(decisive), order, agreement))
    return [agreement for _, _, agreement in sorted(found, key=lambda entry: entry[:2])] or mains


def _decides(words_: Passage) -> bool:
    """Whether a passage says what is decided."""
    return any(cue.search(plain(words_.text)) for cue in _DECISIONS.values())
