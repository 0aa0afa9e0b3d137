"""Lines that one by one say who gives and how much: ``Caf : 20 000 €``, ``Département ....... 8 000 €``.

One line alone may be a figure of a collectivité. Several below one another, a fund or the State among them, share in
what is financed, whatever the words above them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from loaders.document import Block, Item, Table
from loaders.readers.funding.mentions import FUNDS, SHARE_OF, Mention, mentions
from loaders.readers.funding.rates import sums
from loaders.readers.funding.words import cued
from loaders.words.amounts import amounts
from loaders.words.wording import lines, plain

_SHARERS = FUNDS | {"etat", "departement", "region"}
_LEAST = 2
_LONGEST = 160
_PARTS = re.compile(r"(?<=€)\s(?:[–—/|•+-]\s|et (?=[A-ZÉ]))|(?<=€)\s?[;,]\s")
_BETWEEN = re.compile(
    r"(?:\s?\([^()€]{1,60}\))?[\s:,(–—.…-]+"
    r"(?:\d[\d.,]*\s?%[\s:,(–—-]*)?(?:soit |environ |pres de )?"
)


def shared_lines(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the identities of the ``blocks`` that are such lines, or hold them; none below words of a price."""
    found: set[int] = set()
    above: Block | None = None
    for is_line, run in groupby(blocks, lambda block: bool(_givers(block))):
        held = tuple(run)
        if is_line and _are_shares([giver for block in held for giver in _givers(block)], above):
            found.update(map(id, held))
        above = held[-1]
    return frozenset(found)


def _givers(block: Block) -> tuple[Mention, ...]:
    """Return who gives by the lines of ``block``, or the parts of one; nobody by a single one behind others."""
    if isinstance(block, Table) or not any(amounts(block.words.text)):
        return ()
    told = [giver_of_line(part) for line in lines(block.words) for part in _PARTS.split(line.text)]
    several = len(told) > 1 and sum(giver is not None for giver in told) >= _LEAST
    return tuple(giver for giver in told if giver is not None) if several or told[0] is not None else ()


def giver_of_line(text: str) -> Mention | None:
    """Return who stands before the amount of a line that says nothing else before it; None for any other line."""
    if len(text) > _LONGEST:
        return None
    first = next(amounts(text), None)
    named = next(iter(mentions(text)), None) if first is not None else None
    if first is None or named is None or not sums(text):
        return None
    if named.start and not SHARE_OF.fullmatch(plain(text), 0, named.start):
        return None
    return named if _BETWEEN.fullmatch(plain(text), named.end, first.start) else None


def _are_shares(givers: Sequence[Mention], above: Block | None) -> bool:
    """Tell whether several ``givers`` share in something: a fund or the State too, and nothing ``above`` against it."""
    lead = None if isinstance(above, Table) or (isinstance(above, Item) and any(amounts(above.words.text))) else above
    said = lead.words.text if lead is not None else ""
    shared = len(givers) >= _LEAST and any(one.kind in _SHARERS for one in givers)
    return shared and not cued("refused", said)
