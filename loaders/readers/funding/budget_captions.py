"""Captions of budgets: what stands above a table of amounts and tells what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from loaders.document import Block, Item, Paragraph, Table
from loaders.readers.funding.announcing import announces
from loaders.readers.funding.words import cued
from loaders.words.wording import plain, sentences

_LONGEST_CAPTION = 160
_LONGEST_LEAD = 320
_BEFORE = 2
_OF_THEM = re.compile(
    r"\W*(?:(?:(?:l'ensemble|la totalite) d[e'] ?)?(?:ces|les) (?:montants|sommes|aides|bonus|credits|financements"
    r"|subventions|concours|participations)(?: (?:ci-dessus|precedent\w+))?|ils|elles)\b"
)
_ATTRIBUTES = re.compile(
    r"\b(?:propos|decid|souhait|envisag|prevo|prevu|demand|convien)\w*\b[^.;:]{0,60}?"
    r"\b(?:d'(?:attribuer|accorder|allouer|octroyer|apporter)|de (?:verser|repartir)"
    r"|l'(?:attribution|octroi)|le versement)\b"
)


def caption(above: Sequence[Block]) -> str:
    """Return the words that stand right above a table: a title, a short paragraph, the sentences that announce it.

    A sentence that announces it (``les montants ci-dessous``) may have others behind it, which say more of them.
    """
    if not above or isinstance(above[-1], Table):
        return ""
    text = above[-1].words.text
    if len(text) <= _LONGEST_CAPTION:
        return text
    said = [sentence.text for sentence in sentences(above[-1].words)]
    first = next((n for n, one in enumerate(said) if announces(one)), len(said))
    told = " ".join(said[first:])
    return told if len(told) <= _LONGEST_LEAD else ""


def said_before(above: Sequence[Block]) -> str:
    """Return the sentence that speaks of money given right before those that announce a table; empty for none.

    ``La Caf verse un bonus à la Ville. Les montants sont les suivants :`` says who gives and gets in the first one. Of
    an item that announces it, what announces the list says so. Where none does, it is the one that proposes to give.
    """
    announced = caption(above)
    if not announced:
        return _attributed(above)
    if not announces(announced):
        return ""
    listed = sum(1 for _ in takewhile(lambda block: isinstance(block, Item), reversed(above)))
    near = above[: len(above) - listed][-1:] if listed else above[-2:]
    told = (sentences(block.words) for block in near if isinstance(block, Paragraph))
    earlier = [sentence.text for said in told for sentence in said if sentence.text not in announced]
    return next((text for text in reversed(earlier[-_BEFORE:]) if cued("given", text)), "")


def _attributed(above: Sequence[Block]) -> str:
    """Return the sentence of the paragraph right above a table that proposes or decides to give; empty for none."""
    last = above[-1] if above else None
    said = [one.text for one in sentences(last.words)] if isinstance(last, Paragraph) else []
    return next((text for text in reversed(said) if _ATTRIBUTES.search(plain(text))), "")


def said_below(below: Block | None) -> str:
    """Return the sentence right below a table that goes on about its amounts: ``Ces montants sont versés par ...``."""
    if not isinstance(below, Paragraph):
        return ""
    first = next(iter(sentences(below.words)), below.words).text
    return first if _OF_THEM.match(plain(first)) and cued("given", first) else ""


def said_above(above: Sequence[Block]) -> str:
    """Return what tells above a table whether it is of money given: its caption, and the sentence before that."""
    return f"{said_before(above)} {caption(above)}".strip()
