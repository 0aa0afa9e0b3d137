"""Équipements for which a bonus is paid, and to whom: ``un bonus territoire pour la crèche « A »``.

One whose name has no quotation marks goes by its type and its name: ``pour la crèche Les Lutins et 900 € pour ...``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.acts.section import Section
from loaders.document import Block, Passage
from loaders.readers.equipments.enumerating import designated
from loaders.readers.equipments.labels import supporter
from loaders.readers.equipments.supporters import Supporter, own_supporter
from loaders.readers.equipments.types import first
from loaders.readers.funding.budget_captions import said_above
from loaders.readers.funding.donors import donors_of
from loaders.readers.funding.mentions import COLLECTIVITES, mentions
from loaders.readers.funding.named_getters import named_getter
from loaders.readers.funding.words import schemes
from loaders.seeking import Sought
from loaders.words.wording import plain
from maillage.facts import Equipment

_BONUS = "bonus territoire"
_FOR = Sought(
    r"\b(?:(?:pour|au titre d[eu]|a raison d[eu]|(?:concerne|destine|attribue|verse)\w* (?:a|au)?) ?"
    r"|fonctionnement d[eu] ?)"
    r"(?=(?:la |le |l'|son |sa |notre )?[a-z])"
)
_RUNS = re.compile(r", (?:gestionnaire|porteuse|qui (?:les |en )?(?:gere|porte|assure|exploite))\b")
_ENDS = Sought(r"\s(?:et |dont )?(?:de )?\d[\d .,]{0,14}(?:€|euros?)")


def paid_for(section: Section, sentence: Passage, around: str) -> Iterator[Equipment]:
    """Give the équipements by their names for which a collectivité gets the bonus of those who support them.

    The words ``around`` the sentence may name in full who that is.
    """
    getter = _getter(section, sentence.text, around) if _BONUS in schemes(sentence.text) else None
    said = plain(sentence.text)
    for found in _FOR.finditer(said) if getter is not None else ():
        if getter is None or not found.end() <= first(sentence.text, found.end() - 4) <= found.end():
            continue
        stops = (sign.search(said, found.end()) for sign in (_ENDS, _FOR))
        end = min((stop.start() for stop in stops if stop is not None), default=len(said.rstrip(" .;:")))
        yield from designated(section, sentence, found.end(), getter, end)


def _getter(section: Section, text: str, around: str) -> Supporter | None:
    """Return the collectivité that gets, by ``text``; the commune that decides where it names nobody. Else None."""
    named = named_getter(donors_of(section), text, around)
    kind = next((one.kind for one in mentions(named) if one.start == 0), "")
    if named:
        return supporter(section, named) if kind in COLLECTIVITES else None
    return own_supporter(section)


def paid_above(section: Section, above: Sequence[Block]) -> Supporter | None:
    """Return the collectivité to which the sentences right ``above`` a table say that a bonus is paid, None for none.

    ``Le bonus territoire est versé à la Ville, gestionnaire des équipements. Les montants sont les suivants :``. The
    act's own is meant by its whole name, where nothing says that it runs them.
    """
    said = said_above(above)
    getter = named_getter(donors_of(section), said) if _BONUS in schemes(said) else ""
    found = supporter(section, getter) if getter else None
    if found is None or not found.code:
        return None
    return found if found.code != own_supporter(section).code or _RUNS.search(plain(said)) else None
