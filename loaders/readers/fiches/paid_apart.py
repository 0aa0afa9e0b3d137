"""Who pays what a fiche costs, where a rubric of its own says it: ``Budget : 900 €``, ``Financé par : Caf``.

A rubric that lists those who fund (``Financeurs``) tells of the fiche, and leaves open who gives how much of the cost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.acts.section import Section
from loaders.document import Passage
from loaders.readers.fiches.actor_lists import actors
from loaders.readers.fiches.fields import Field
from loaders.readers.fiches.money import Money
from loaders.words.amounts import amounts
from loaders.words.wording import plain

_PAYS = re.compile(
    r"\W*(?:(?:financ|pay|pris|assum|support|regl|subventionn)\w*(?: en (?:charge|totalite|entier))? par\b"
    r"|a la charge d|qui (?:le |la |les |l'|y )?(?:financ|pai|pay|regl|subventionn))"
)


def paid_apart(stated: Sequence[Money], fields: Sequence[Field], section: Section) -> Sequence[Money]:
    """Return what a fiche states of money, its one amount given by the one that a rubric of its own says to pay it."""
    payer = _payer(fields, section)
    sums = [one for one in stated if one.euros is not None]
    if not payer or len(sums) != 1 or sums[0].funder:
        return stated
    return [replace(one, funder=payer, words=(payer, *one.words)) if one is sums[0] else one for one in stated]


def _payer(fields: Sequence[Field], section: Section) -> Passage:
    """Return the words that name who pays; nobody where several do, each with a share that is not told."""
    told = (one for one in fields if one.kind == "financeur" and _PAYS.match(plain(one.said)))
    blocks = [block for one in told for block in one.blocks]
    if any(any(amounts(block.words.text)) for block in blocks):
        return Passage(())
    named = [name for name, _ in actors(blocks, section)] if blocks else []
    return named[0] if len(named) == 1 else Passage(())
