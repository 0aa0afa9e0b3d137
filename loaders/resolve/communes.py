"""From a printed commune to the official one: exact names first, then, inside a small territory only, likeness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from loaders.resolve.commune_names import CommuneNames
from loaders.resolve.generic import is_generic, spelt_so
from loaders.resolve.legal import town_words
from loaders.resolve.names import fold, fold_all
from maillage.reference import Reference, Territory


class Communes:
    """The communes of the country, and for a territory its own."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._within: dict[tuple[str, str], CommuneNames] = {}

    def find(self, name: str, within: Territory | None = None) -> Territory | None:
        """Return the commune that ``name`` means, near ``within`` if given; None where that stays open.

        A generic word means one only in the list of the EPCI whose member bears it, or spelt with its accents.
        """
        folded = fold(name)
        if is_generic(name):
            return self._despite_all(name, within)
        return self.called(folded, within) or self.called(town_words(folded), within)

    def called(self, words: str, within: Territory | None) -> Territory | None:
        """Return the commune whose folded name is ``words``, said to be one: ``ville`` of ``Commune de Ville``."""
        code = self._code(words, within) if words else ""
        return self._reference.communes[code] if code else None

    def opened(self, words: str, within: Territory | None) -> Territory | None:
        """Return the commune of the EPCI ``within`` that goes by the beginning of its name: ``Ville de Romans``."""
        code = self._names(within).opened(words) if within and within.kind in ("epci", "commune") else ""
        return self._reference.communes[code] if code else None

    def near(self, name: str, within: Territory | None) -> Territory | None:
        """Return the commune of ``within`` or its département that ``name`` means, spelling damaged or not."""
        found = self.find(name, within) if within else None
        if found is None or within is None:
            return None
        return found if found.code in self._names(within).codes | self._wide(within).codes else None

    def exactly(self, name: str, within: Territory | None) -> Territory | None:
        """Return the one commune of ``within``, else of its département, that bears this very name."""
        if within is None or is_generic(name):
            return self._despite_all(name, within, listed=False)
        words = fold(name)
        code = self._names(within).exactly(words) or self._wide(within).exactly(words)
        return self._reference.communes[code] if code else None

    def alone(self, name: str) -> Territory | None:
        """Return the only commune of the country that bears this very name."""
        code = "" if is_generic(name) else self._alone.get(fold(name))
        return self._reference.communes[code] if code else None

    def _despite_all(self, name: str, within: Territory | None, *, listed: bool = True) -> Territory | None:
        """Return the commune near ``within`` that bears a generic word as its name, where that is beyond doubt."""
        if within is None:
            return None
        names = self._names(within)
        codes = {names.exactly(fold(name)), self._wide(within).exactly(fold(name))} - {""}
        near = [self._reference.communes[code] for code in sorted(codes)]
        member = [commune for commune in near if commune.code in names.codes and within.kind == "epci"]
        return spelt_so(name, near) or next(iter(member if listed else ()), None)

    def _code(self, words: str, within: Territory | None) -> str:
        if within is None:
            return self._alone.get(words, "")
        names = self._names(within)
        if names.several(words):
            return ""
        return (
            names.exactly(words)
            or names.loosely(words)
            or self._wide(within).exactly(words)
            or names.alike(words)
            or self._alone.get(words, "")
        )

    @cached_property
    def _alone(self) -> Mapping[str, str]:
        """The one commune of the country that bears each name; a former name counts where no current one is."""
        current: dict[str, str] = {}
        printed = self._reference.commune_names()
        for code, name in zip(printed, fold_all([*printed.values()]), strict=True):
            current[name] = "" if name in current else code
        former: dict[str, str] = {}
        for code, names in self._former.items():
            for name in names:
                former[name] = code if former.get(name, code) == code else ""
        return former | current

    def _wide(self, territory: Territory) -> CommuneNames:
        """The names of the département around ``territory``."""
        if territory.kind in ("departement", "region"):
            return self._names(territory)
        return self._names(self._reference.departements.get(territory.parent, territory))

    def _names(self, territory: Territory) -> CommuneNames:
        if territory.kind == "commune" and (siren := self._reference.epci_of(territory.code)):
            return self._names(self._reference.epcis[siren])
        key = territory.kind, territory.code
        if key not in self._within:
            self._within[key] = self._index(self._communes_of(territory))
        return self._within[key]

    def _communes_of(self, territory: Territory) -> Iterable[Territory]:
        communes = self._reference.communes
        if territory.kind == "commune":
            return (territory,)
        if territory.kind == "epci":
            current = (self._reference.former.get(code, code) for code in self._ever_members(territory.code))
            return [communes[code] for code in sorted(set(current)) if code in communes]
        if territory.kind == "departement":
            return self._inside(territory.code)
        areas = self._reference.departements.values()
        return [commune for area in areas if area.parent == territory.code for commune in self._inside(area.code)]

    def _inside(self, departement: str) -> list[Territory]:
        return [self._reference.communes[code] for code in self._reference.communes_in.get(departement, ())]

    def _ever_members(self, siren: str) -> Iterable[str]:
        return (code for year in self._reference.vintages for code in self._reference.members(siren, year))

    @cached_property
    def _former(self) -> Mapping[str, tuple[str, ...]]:
        """The names that a current commune has swallowed."""
        names: dict[str, tuple[str, ...]] = {}
        rows = self._reference.formers
        for row, name in zip(rows, fold_all([row.name for row in rows]), strict=True):
            names[row.current] = (*names.get(row.current, ()), name)
        return names

    def _index(self, communes: Iterable[Territory]) -> CommuneNames:
        """Folded names and their codes; a current name hides a former one that is spelt alike."""
        current: dict[str, set[str]] = {}
        former: dict[str, set[str]] = {}
        for commune in communes:
            current.setdefault(fold(commune.name), set()).add(commune.code)
            for name in self._former.get(commune.code, ()):
                former.setdefault(name, set()).add(commune.code)
        return CommuneNames({name: frozenset(codes) for name, codes in (former | current).items()})
