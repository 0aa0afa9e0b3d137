"""Équipements for which a bonus is paid, and to whom: ``un bonus territoire pour la crèche « A »``.

One whose name has no quotation marks goes by its type and its name: ``pour la crèche Les Lutins et 900 € pour ...``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.acts.section import Section
from loaders.document import Block, Passage
from loaders.readers.equipments.entries import Supporter, entry, own_supporter
from loaders.readers.equipments.enumerating import designates
from loaders.readers.equipments.labels import supporter
from loaders.readers.equipments.types import leading, mended
from loaders.readers.funding.budget_captions import said_above
from loaders.readers.funding.donors import donors_of
from loaders.readers.funding.named_getters import named_getter
from loaders.readers.funding.words import schemes
from loaders.seeking import Sought
from loaders.words.wording import plain
from maillage.facts import Equipment

_BONUS = "bonus territoire"
_FOR = Sought(
    r"\bpour (?:la |le |l'|son |sa )(?P<thing>[a-z][a-z' -]{2,40}?[«“\"]\s?(?P<name>[^«»“”\"]{2,60}?)\s?[»”\"])"
    r"(?:,? (?:d'une capacite (?:d'accueil )?de |de )(?P<places>\d{1,3}) (?:places|berceaux)\b)?"
)
_FOR_UNQUOTED = Sought(
    r"\bpour (?:la |le |l'|son |sa )(?P<thing>[a-z][^,;:.()«“\"€]{4,80}?)"
    r"(?=\s*[,;:.()]|\s*$|\s+(?:et|ainsi que)\s+(?:la |le |l'|un |une |de |\d)"
    r"|\s+(?:a hauteur|a raison|soit|au titre)\b)"
)

_RUNS = re.compile(r", (?:gestionnaire|porteuse|qui (?:les |en )?(?:gere|porte|assure|exploite))\b")


def paid_for(section: Section, sentence: Passage, around: Passage) -> Iterator[Equipment]:
    """Give the équipements by their names for which somebody gets the bonus of those who support them, with places.

    Who is called by a kind alone has the full name of the words ``around`` the sentence.
    """
    getter = named_getter(donors_of(section), sentence.text, around.text) if _BONUS in schemes(sentence.text) else ""
    for found in _FOR.finditer(plain(sentence.text)) if getter else ():
        kind = leading(sentence.text[slice(*found.span("thing"))])
        named = sentence.cut(*found.span("name"))
        read = entry(section, named, supporter(section, getter), mended(kind), "equipments.sentence") if kind else None
        if read is not None:
            yield replace(read, capacity=int(found["places"]) if found["places"] else read.capacity)
    for found in _FOR_UNQUOTED.finditer(plain(sentence.text)) if getter else ():
        thing = sentence.cut(*found.span("thing"))
        read = entry(section, thing, supporter(section, getter), "", "equipments.sentence")
        if designates(thing.text) and read is not None:
            yield read


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
