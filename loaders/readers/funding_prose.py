"""Amounts given, as sentences state them: ``La Caf verse annuellement près de 52 000 € au titre de ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.document import Block, Item, Passage, Table
from loaders.readers import funding_words as says
from loaders.readers.amounts import Amount, amounts
from loaders.readers.donors import Donors
from loaders.readers.outline import Standing
from loaders.readers.section import Section
from loaders.readers.territories import name_above
from loaders.readers.territory_codes import specific
from loaders.readers.wording import sentences
from maillage.facts import Funding

_LONGEST_OBJECT = 90
_JOINT = re.compile(r"[,;]|\bet\b|\bpuis\b|\bdont\b")
_WE = re.compile(r"\b(?:nous|notre)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence is read with.

    These are the act's organisations, the blocks above, and the sentence that announces a list ("La Caf verse :").
    """

    section: Section
    donors: Donors
    above: Sequence[Block]
    lead: Passage

    @property
    def home(self) -> str:
        """The name of the act's own territory that stands nearest above."""
        return name_above(self.section, self.above)


def next_lead(block: Block, lead: Passage) -> Passage:
    """Return the announcing sentence in force after ``block``: itself with a colon at its end, ``lead`` in a list."""
    if isinstance(block, Table):
        return Passage(())
    text = block.words.text.rstrip()
    if text.endswith(":"):
        return block.words
    listed = isinstance(block, Item) or any(amounts(text))
    return lead if listed else Passage(())


def read_prose(context: Context, standing: Standing) -> Iterator[Funding]:
    """Give the amounts that a paragraph or list item states as given to somebody."""
    if isinstance(standing.block, Table):
        return
    for sentence in sentences(standing.block.words):
        found = list(amounts(sentence.text))
        title = standing.titles[-1].words.text if standing.titles else ""
        told = f"{title} {context.lead.text} {sentence.text}"
        if found and says.cued("given", told) and not says.cued("refused", sentence.text):
            for amount, words in _shared(sentence, found):
                yield _fact(context, standing, words, amount)


def _shared(sentence: Passage, found: list[Amount]) -> Iterator[tuple[Amount, Passage]]:
    """Give each amount with the words that tell of it: all, or for several those from its clause to the next."""
    if len(found) == 1:
        yield found[0], sentence
        return
    starts = [0, *(_clause(sentence.text, a.end, b.start) for a, b in pairwise(found))]
    for amount, start, end in zip(found, starts, [*starts[1:], len(sentence.text)], strict=True):
        yield amount, sentence.cut(start, end)


def _clause(text: str, start: int, end: int) -> int:
    """Return where the clause of the next amount begins between two amounts."""
    found = _JOINT.search(text, start, end)
    return found.start() if found else start


def _fact(context: Context, standing: Standing, words: Passage, amount: Amount) -> Funding:
    """Return the fact that ``words`` state of ``amount``."""
    text, lead = words.text, context.lead.text
    schemes = says.schemes(text)
    benefit = "" if schemes else says.named_benefit(text)
    scheme = schemes or ((benefit,) if benefit else says.schemes(lead))
    funder = (
        _keyed(context, text)
        or context.donors.funder(text)
        or context.donors.funder(lead)
        or _owner(context, scheme, f"{text} {lead}")
    )
    recipient = context.donors.recipient(text) or context.donors.recipient(lead) or context.home
    return Funding(
        place=context.section.place(context.lead, words),
        act=context.section.act,
        rule="funding.sentence",
        tier="derived",
        convention=context.section.convention,
        funder=funder,
        recipient="" if recipient == funder else recipient,
        object=_object(standing, text, scheme),
        scheme=scheme,
        amount_eur=amount.euros,
        period=says.period(text) or says.period(lead),
        year=says.year(text) or says.year(lead),
    )


def _keyed(context: Context, text: str) -> str:
    """Return the territory that stands before the colon of "X : 12 000 €", where X is called by its name alone."""
    head, colon, _ = text.partition(":")
    found = specific(context.section, head) if colon and not any(map(str.isdigit, head)) else None
    return found.printed if found is not None else ""


def _object(standing: Standing, text: str, scheme: tuple[str, ...]) -> str:
    """Return what the money is for: what the sentence says, else its titles; a family benefit is for itself."""
    stated = says.purpose(text)
    if stated:
        return says.known_object(stated) if len(stated) > _LONGEST_OBJECT else stated
    if any(says.goes_to_families(name) for name in scheme):
        return ""
    return says.titled_object(standing.titles)


def _owner(context: Context, scheme: tuple[str, ...], text: str) -> str:
    """Return the funder that nobody names: "nous" is the Caf that speaks, and a scheme has its owner."""
    return context.donors.owner(scheme) or (context.donors.name("caf") if _WE.search(text) else "")
