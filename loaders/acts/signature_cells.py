"""Signature cells: who signs in what capacity, cell by cell of a grid below an act, or line by line.

Below a party stand its office and the person who holds it, in either order; the person can also stand right of the
party, or above the office that names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from loaders.acts.party import Party, begins_with_person, read_party
from loaders.acts.representing import ROLE, office, person
from loaders.document import Passage
from loaders.vocabulary import words as vocabulary
from loaders.words.persons import person_at_end
from loaders.words.wording import alternatives, plain

_OFFICE_OF = re.compile(
    rf"^\W*(?:pour\s+)?(?:le|la|l')\s*(?P<role>{ROLE})(?:\s+(?:de\s+la|de\s+l'|du|des|de|d')\s*)(?P<name>.+)$"
)
_OFFICE_BELOW = re.compile(
    rf"^\W*(?:(?:le|la|son|sa)\s+)?(?P<role>{ROLE})\s+(?:de\s+la|de\s+l'|du|des|de|d')\s*(?P<name>.+)$"
)
_LABEL = re.compile(rf"^\W*{alternatives(vocabulary('parties', 'labels'))}\s*:\s*")
_NAME_OFFICE = re.compile(rf"^\W*(?:pour\s+)?(?P<name>.+?)[,:]?\s+(?:le|la|son|sa)\s+(?P<role>{ROLE})\b(?P<rest>.*)$")
_OFFICE = re.compile(rf"^\W*(?:le|la|son|sa)\s+(?P<role>{ROLE})\b\W*(?P<rest>.*)$")
_BARE_OFFICE = re.compile(rf"^\W*(?:(?:le|la|son|sa)\s+)?(?P<role>{ROLE})\b\W*(?P<rest>.*)$")
_ENDING_OFFICE = re.compile(rf"[\s,–—-](?:(?:le|la|son|sa)\s+)?(?P<role>{ROLE})\W*$")
_FOR = re.compile(r"^\W*pour\s+(?P<name>(?:la|le|l'|les)\s*.+)$")
_COLON = re.compile(r"^\W*pour\s+(?P<name>[^:]{3,100}?)\s*:\s*(?P<rest>.+)$")
_HEAD = re.compile(
    r"^\W*(?:la |le |l')?(?:commune|ville|caisse|caf|communaute|departement|conseil|mutualite|msa|metropole|mairie)"
    r"\b(?!-)"
)
_BELOW = re.compile(rf"(?<=[\s,–—-])(?P<role>{ROLE})\b")
_REPRESENTED = re.compile(r"\brepresente\w*(?: par)?\b")
_CIVIL = re.compile(r"\b(?:monsieur|madame|m\.|mme)\s")
_LONGEST_NAME = 5
_PAIR = 2
_NO_COLUMN = -9
_NOTHING = Passage(())


def stacked(cells: Iterable[tuple[int, Passage]]) -> Iterator[Party]:
    """Give the parties of cells, each with its column, of each with the person and the office that stand with it."""
    grid = _Grid()
    for column, told in cells:
        words = _unlabelled(told)
        yield from grid.take(column, words, plain(words.text))
    yield from grid.above.values()


def holds_office_below(first: Passage, second: Passage) -> bool:
    """Whether the first line of a cell is a person and the second the office held, with the party it is held of."""
    return bool(_signer(first, plain(first.text))) and _OFFICE_BELOW.match(plain(second.text)) is not None


@dataclass
class _Grid:
    """The parties last seen in each column, the persons who wait for the office below them, and a party just met."""

    above: dict[int, Party] = field(default_factory=dict)
    waiting: dict[int, Passage] = field(default_factory=dict)
    fresh: int = _NO_COLUMN

    def take(self, column: int, words: Passage, text: str) -> Iterator[Party]:
        """Take one cell; give the party that stood above it in its column, where another begins."""
        if self._completes(column, words, text) or self._shares(column, words, text):
            self.fresh = _NO_COLUMN
            return
        below = _OFFICE_BELOW.match(text) if column in self.waiting else None
        if below is not None:
            name, role = words.cut(below.start("name")), words.cut(*below.span("role"))
            party: Party | None = Party(words, name, self.waiting.pop(column), role)
        else:
            party = _signature(words, text)
        if party is not None:
            if column in self.above:
                yield self.above[column]
            self.above[column], self.fresh = party, column
        elif not self._beside(column, words, text):
            self.fresh = _NO_COLUMN

    def _completes(self, column: int, words: Passage, text: str) -> bool:
        """Whether a cell tells the office or the person of the party above it."""
        known = self.above.get(column)
        if known is None:
            return False
        held = _BARE_OFFICE.match(text) if not _OFFICE_OF.match(text) else None
        if held is not None and not known.role:
            self.above[column] = _with_office(known, words, held)
            return True
        return not known.representative and self._represent(column, words, text)

    def _shares(self, column: int, words: Passage, text: str) -> bool:
        """Whether a cell tells another who represents the party left of it, whose cell is as wide as both."""
        party, held = self.above.get(column - 1), _BARE_OFFICE.match(text)
        if column in self.above or party is None or held is None or not (party.representative and party.role):
            return False
        who = _signer(rest := words.cut(held.start("rest")), plain(rest.text))
        if who:
            self.above[column - 1] = replace(party, also=(*party.also, (who, words.cut(*held.span("role")))))
        return bool(who)

    def _represent(self, column: int, words: Passage, text: str) -> bool:
        """Give the party of ``column`` the person whom a cell names, if it names one."""
        party, who = self.above[column], _signer(words, text)
        if who:
            role = party.role or _office_behind(words, who)
            self.above[column] = replace(party, words=party.words + words, representative=who, role=role)
        return bool(who)

    def _beside(self, column: int, words: Passage, text: str) -> bool:
        """Whether a cell tells the person, or next to that the office, of the party that the row has just named."""
        party = self.above.get(self.fresh)
        if party is not None and self.fresh == column - 1 and not party.representative:
            return self._represent(self.fresh, words, text)
        held = _BARE_OFFICE.match(text) if party is not None and self.fresh == column - _PAIR else None
        if party is not None and held is not None and not party.role:
            self.above[self.fresh] = replace(party, role=words.cut(*held.span("role")))
        elif who := _signer(words, text):
            self.waiting[column] = who
        return False


def _unlabelled(words: Passage) -> Passage:
    """Return the words of a cell without what labels them: ``Qualité : Directrice de la Caf``."""
    label = _LABEL.match(plain(words.text))
    return words.cut(label.end()) if label else words


def _signer(words: Passage, text: str) -> Passage:
    """Return the person whom a cell below a party names: behind a civility, or by nothing but a name and an office."""
    if _CIVIL.match(text):
        return person(words)
    ending = _ENDING_OFFICE.search(text)
    named = words.cut(0, ending.start() if ending else None)
    who = person(named)
    return who if who.text == named.text.strip(" ,.") and len(who.text.split()) <= _LONGEST_NAME else _NOTHING


def _office_behind(words: Passage, who: Passage) -> Passage:
    """Return the office with which a cell ends behind the name of a person."""
    ending = _ENDING_OFFICE.search(plain(words.text), len(who.text))
    return words.cut(*ending.span("role")) if ending else _NOTHING


def _signature(words: Passage, text: str) -> Party | None:
    """Return the party that a cell names: ``Le Président de X Monsieur Y``, ``X, le Maire``, ``Pour X``."""
    if begins_with_person(words):
        return read_party(words)
    told = _COLON.match(text)
    if told is not None and (held := office(rest := words.cut(told.start("rest")))):
        return Party(
            words, words.cut(*told.span("name")), person(rest.cut(0, rest.text.find(held.text))) or person(rest), held
        )
    for pattern in (_OFFICE_OF, _NAME_OFFICE):
        if found := pattern.match(text):
            named = words.cut(found.start("rest")) if pattern is _NAME_OFFICE else words
            who = person(named) if named is not words or _CIVIL.search(text) else person_at_end(words)
            return Party(words, _name(words, found), who, _whole_office(words, found, who))
    found = _FOR.match(text)
    if found is None and _HEAD.match(text):
        return _named_first(words, text)
    if found:
        named = words.cut(found.start("name"))
        return Party(words, _cut_person(named), person(words) if _CIVIL.search(text) else _NOTHING, _NOTHING)
    return None


def _whole_office(words: Passage, found: re.Match[str], who: Passage) -> Passage:
    """Return the office of a cell that names the party first, with what it is the office of, up to the person."""
    start, end = found.span("role")
    if "rest" not in found.re.groupindex:
        return words.cut(start, end)
    at = words.text.find(who.text, end) if who else -1
    civil = _CIVIL.search(plain(words.text), end)
    return office(words.cut(start, min(civil.start() if civil else len(words.text), at if at > 0 else len(words.text))))


def _named_first(words: Passage, text: str) -> Party:
    """Return the party that a cell begins with: it says who represents it, or has office and person below the name."""
    if _REPRESENTED.search(text):
        return read_party(words)
    who = person_at_end(words)
    end = len(words.text.rstrip()) - len(who.text)
    below = _BELOW.search(text, 1, end) if who else None
    if below is not None and words.text[below.start("role")].isupper():
        name = words.cut(0, len(words.text[: below.start()].rstrip(" ,–—-")))
        return Party(words, name, who, words.cut(below.start("role"), end))
    return Party(words, _cut_person(words), person(words) if _CIVIL.search(text) else _NOTHING, _NOTHING)


def _name(words: Passage, found: re.Match[str]) -> Passage:
    """Return the name of the party without the person's that can follow it."""
    return _cut_person(words.cut(*found.span("name")))


def _cut_person(words: Passage) -> Passage:
    """Cut ``words`` before a civility, or before the person whose name ends it."""
    found = _CIVIL.search(plain(words.text))
    if found is not None:
        return words.cut(0, found.start())
    named = len(person_at_end(words).text)
    return words.cut(0, len(words.text.rstrip()) - named) if named else words


def _with_office(party: Party, words: Passage, office: re.Match[str]) -> Party:
    """Return ``party`` with the office that stands below its name."""
    return Party(
        party.words + words, party.name, party.representative or person(words), words.cut(*office.span("role"))
    )
