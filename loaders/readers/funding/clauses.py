"""Clauses of a sentence that states several amounts: the words of each, and who gives each of several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.document import Passage
from loaders.readers.funding.context import Context
from loaders.readers.funding.mentions import mentions
from loaders.seeking import Sought
from loaders.words.amounts import Amount
from loaders.words.wording import plain, tidy

_SPLIT = Sought(r"\b(?:reparti|partage|ventile|distribue)e?s? entre\b")
_ALLOTTED = re.compile(
    r"(?:\bentre|,|\bet)\s(?:pour\s)?(?:les?\s|la\s|l['’])?"
    r"(?P<name>(?:(?!\bentre\b)[^,;:()]){3,80}?)\s*(?:\(|:|,?\s(?:pour|à hauteur de))\s*$"
)
_JOINT = re.compile(r"[,;]|\bet\b|\bpuis\b|\bdont\b")
_RESPECTIVELY = re.compile(r"\brespectiv(?:es?|ement)\b")
_ARTICLE = re.compile(r"\W*(?:la |le |les |l['’])?", re.IGNORECASE)


def respective_givers(context: Context, text: str, found: list[Amount]) -> list[str]:
    """Return who gives each amount that is ``found``, where as many are named before them all: ``respectivement``."""
    named = context.donors.named(text[: found[0].start]) if _RESPECTIVELY.search(text) else []
    if len(named) != len(found):
        return [""] * len(found)
    return [context.donors.printed(one, context.around) for one in named]


def shared(sentence: Passage, found: list[Amount]) -> Iterator[tuple[Amount, Passage, int]]:
    """Give each amount with the words that tell of it, and where it stands in them.

    They are all, or for several amounts those from its clause to the next.
    """
    if len(found) == 1:
        start = _own_clause(sentence.text, found[0].start)
        yield found[0], sentence.cut(start), found[0].start - start
        return
    starts = [0, *(_clause(sentence.text, a.end, b.start) for a, b in pairwise(found))]
    for amount, start, end in zip(found, starts, [*starts[1:], len(sentence.text)], strict=True):
        yield amount, sentence.cut(start, end), amount.start - start


def _own_clause(text: str, amount: int) -> int:
    """Return where the clause with the one amount of a sentence begins: behind a semicolon, if it has its own giver."""
    start = text.rfind(";", 0, amount) + 1
    giver = next(iter(mentions(text[start:amount])), None) if start else None
    return start if giver is not None and _ARTICLE.fullmatch(text[start : start + giver.start]) else 0


def _clause(text: str, start: int, end: int) -> int:
    """Return where the clause of the next amount begins between two amounts."""
    found = _JOINT.search(text, start, end)
    return found.start() if found else start


def allotted(sentence: str, clause: str) -> str:
    """Return who gets a part, by its ``clause`` up to its amount: ``répartis entre A (4 000 €) et B (``; else empty."""
    split = _SPLIT.search(plain(sentence))
    if split is None or sentence.find(clause) + len(clause) < split.end():
        return ""
    found = _ALLOTTED.search(clause)
    return tidy(found["name"]) if found is not None else ""


def parted(sentence: str) -> str:
    """Return the words of ``sentence`` before those that say that what is given is parted among several."""
    split = _SPLIT.search(plain(sentence))
    return sentence[: split.start()] if split is not None else ""
