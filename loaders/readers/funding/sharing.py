"""Lines that one by one say who gives and how much: ``Caf : 20 000 €``, ``Département ....... 8 000 €``.

One line alone may be a figure of a collectivité. Several below one another, a fund or the State among them, share in
what is financed, whatever the words above them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from loaders.document import Block, Table
from loaders.readers.funding.mentions import FUNDS, Mention, mentions
from loaders.readers.funding.rates import sums
from loaders.readers.funding.words import cued
from loaders.words.amounts import amounts
from loaders.words.wording import plain

_SHARERS = FUNDS | {"etat", "departement", "region"}
_LEAST = 2
_LONGEST = 160
_BETWEEN = re.compile(r"(?:\s?\([^()€]{1,60}\))?[\s:,(–—.…-]+(?:environ |pres de )?")


def shared_lines(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the identities of the ``blocks`` that are such lines; none below words of a price or an income."""
    found: set[int] = set()
    above: Block | None = None
    for is_line, run in groupby(blocks, lambda block: giver_of_line(block) is not None):
        lines = tuple(run)
        if is_line and len(lines) >= _LEAST and _are_shares(lines, above):
            found.update(map(id, lines))
        above = lines[-1]
    return frozenset(found)


def giver_of_line(block: Block) -> Mention | None:
    """Return who stands before the amount of a line that says nothing else before it; None for any other block."""
    if isinstance(block, Table) or len(block.words.text) > _LONGEST:
        return None
    text = block.words.text
    first = next(amounts(text), None)
    named = next(iter(mentions(text)), None) if first is not None else None
    if first is None or named is None or named.start or not sums(text):
        return None
    return named if _BETWEEN.fullmatch(plain(text), named.end, first.start) else None


def _are_shares(lines: Sequence[Block], above: Block | None) -> bool:
    """Tell whether ``lines`` share in something: one of a fund or the State, and nothing ``above`` against it."""
    kinds = {one.kind for line in lines if (one := giver_of_line(line)) is not None}
    said = "" if above is None or isinstance(above, Table) else above.words.text
    return bool(kinds & _SHARERS) and not cued("refused", said)
