"""Gazetteer: every printed name that official data or a declared word can settle, and nothing guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import copy

from loaders.resolve.actors import Actors, ResolvedActor
from loaders.resolve.areas import Areas
from loaders.resolve.communes import Communes
from loaders.resolve.epcis import Epcis
from loaders.resolve.generic import is_generic
from loaders.resolve.legal import epci_form, town_words
from loaders.resolve.names import fold
from maillage.reference import Reference, Territory

_DEPARTEMENT = re.compile(r"(?:le |l |la )?(?:departement|conseil (?:departemental|general)|cd ?\d)")
_REGION = re.compile(r"(?:la |le )?(?:region|conseil regional)\b")

_COUNTS = {"2": "Deux", "3": "Trois", "4": "Quatre", "5": "Cinq", "6": "Six", "7": "Sept"}
_COUNTED = re.compile(rf"\b(?:{'|'.join((*_COUNTS, *_COUNTS.values()))})\b(?=\s)", re.IGNORECASE)


def _counted_otherwise(name: str) -> str:
    """Return ``name`` with its numbers in words where it has figures, in figures where it has words."""
    figures = {word.lower(): figure for figure, word in _COUNTS.items()}
    return _COUNTED.sub(lambda found: _COUNTS.get(found[0]) or figures[found[0].lower()], name)


class Gazetteer:
    """Resolves names against the reference data and the declared kinds of actors."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self._communes = Communes(reference)
        self._epcis = Epcis(reference)
        self._areas = Areas(reference)
        self._actors = Actors(self._communes, self._epcis, self._areas)
        self._given: Mapping[str, Territory] = {}

    def knowing(self, given: Mapping[str, Territory]) -> Gazetteer:
        """Return this gazetteer with the names that an act itself gives to EPCI: ``ci-après « POL »``."""
        if not given:
            return self
        other = copy(self)
        other._given = {fold(name): territory for name, territory in given.items()}
        return other

    @property
    def given(self) -> frozenset[str]:
        """The folded names that the act itself gives."""
        return frozenset(self._given)

    def commune(self, name: str, within: Territory | None = None) -> Territory | None:
        """Return the commune that ``name`` means; ``within`` (EPCI, département, commune) decides between homonyms.

        Inside ``within`` a spelling may be damaged (``Norkerque``); elsewhere only the exact name counts, and only
        where a single commune bears it.
        """
        return self._communes.find(name, within)

    def member(self, name: str, within: Territory | None = None) -> Territory | None:
        """Return the commune that ``name`` means in a list of those of ``within``, by the beginning of its name too."""
        communes = self._communes
        return communes.near(name, within) or communes.opened(fold(name), within) or communes.find(name, within)

    def epci(self, name: str, near: Territory | None = None) -> Territory | None:
        """Return the EPCI that ``name`` means, by its name or, near its territory, by its acronym.

        A number within it may be printed in figures or in words: ``les 2 Vallées Vertes``.
        """
        found = self._given.get(fold(name)) or self._epcis.find(name, near)
        otherwise = _counted_otherwise(name) if near is not None and found is None else name
        return self._epcis.find(otherwise, near) if otherwise != name else found

    def epcis_around(self, near: Territory | None) -> tuple[Territory, ...]:
        """Return the EPCI near ``near``, its own first."""
        return self._epcis.around(near)

    def departement(self, name: str) -> Territory | None:
        """Return the département that ``name`` means, by its name or number."""
        return self._areas.departement(name)

    def region(self, name: str) -> Territory | None:
        """Return the région that ``name`` means."""
        return self._areas.region(name)

    def territory(self, name: str, near: Territory | None = None) -> Territory | None:
        """Return the territory that ``name`` means: what it says it is, else commune, EPCI, département, région."""
        folded = fold(name)
        if epci_form(folded):
            return self.epci(name, near)
        if town_words(folded):
            return self._communes.exactly(name, near) or self.commune(name, near)
        if _DEPARTEMENT.match(folded):
            return self.departement(name)
        if _REGION.match(folded):
            return self.region(name) or self.epci(name, near)
        return self._unsaid(name, near)

    def _unsaid(self, name: str, near: Territory | None) -> Territory | None:
        """The territory of a name that does not say what it is."""
        if is_generic(name):
            return self._communes.exactly(name, near)
        home = self._areas.home(near)
        return (
            self._communes.exactly(name, near)
            or (home if home and fold(home.name) == fold(name) else None)
            or self._communes.alone(name)
            or self.epci(name, near)
            or self.departement(name)
            or self.region(name)
            or self.commune(name, near)
        )

    def actor(
        self, name: str, within: Territory | None = None, abbreviations: Mapping[str, str] | None = None
    ) -> ResolvedActor:
        """Return what is known of the actor ``name`` in an act about ``within``.

        ``abbreviations`` are those that the act defines. A parenthesis stays in the name but says nothing of the kind;
        an organisation named alone (``Département``, ``agglomération``) is that of the act. A person is never named:
        what is left is the post or service beside it, or an empty name.
        """
        return self._actors.find(name, within, abbreviations or {})
