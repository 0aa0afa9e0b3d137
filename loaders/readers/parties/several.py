"""Several: communes that one entry of the parties names together, each with its own representative where it has one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.party import Party, read_party
from loaders.acts.section import Section
from loaders.document import Passage
from loaders.words.enumerating import enumerated
from loaders.words.persons import persons_in
from loaders.words.wording import plain, tidy

_COMMUNES = re.compile(r"\W*(?:les\s+)?(?:\d+\s+|deux\s+|trois\s+|quatre\s+)?(?:communes|villes)\s+(?=de\s|d')")
_OF = re.compile(r"(?:de\s+(?!la\b|l')|d')(?=\S)")
_BRACKETED = re.compile(r"(?:^|\bde\s|\bd['’]|,\s|\bet\s)(?P<told>[A-ZÀ-Ý][^(),;]{1,60}\s\([^()]{5,80}\))")
_NOTHING = Passage(())


def each(section: Section, party: Party) -> Iterator[Party]:
    """Give the parties of an entry: itself, or each of the communes that it names together.

    They are represented in their order by the persons named, where there are as many, in the office that those share.
    """
    led = _COMMUNES.match(plain(party.name.text))
    if led is None:
        yield party
        return
    if bracketed := [party for party in _bracketed(party.words.cut(led.end())) if party.role]:
        yield from bracketed
        return
    listed = enumerated(party.name.cut(led.end()), section.gazetteer, section.territory)
    names = [_named(name) for name in listed if section.gazetteer.commune(tidy(_named(name).text), section.territory)]
    behind = party.words.cut(party.words.text.find(party.name.text) + len(party.name.text))
    people = [behind.cut(*span) for span in persons_in(behind.text)]
    role = party.role.cut(0, len(party.role.text) - 1) if party.role.text.endswith("s") else party.role
    for index, name in enumerate(names):
        alike = len(people) == len(names)
        yield Party(party.words, name, people[index] if alike else _NOTHING, role if alike else _NOTHING)


def _bracketed(words: Passage) -> Iterator[Party]:
    """Give the communes behind each of which brackets say who represents it: ``de X (M. Y, maire) et de Z (...)``."""
    for found in _BRACKETED.finditer(words.text):
        yield read_party(words.cut(*found.span("told")))


def _named(name: Passage) -> Passage:
    """Return the name of a member without the preposition before it: ``de Mens``."""
    of = _OF.match(plain(name.text))
    return name.cut(of.end()) if of else name
