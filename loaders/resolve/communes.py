"""From a printed commune to the official one: exact names first, then, inside a small territory only, likeness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from rapidfuzz import fuzz

from loaders.resolve.legal import town_words
from loaders.resolve.names import fold, loose
from maillage.reference import Reference, Territory

LIKENESS = 88.0  # per cent of rapidfuzz's ratio: one wrong letter in eight
MARGIN = 6.0  # by how much the best must beat the second best
SHORTEST = 5  # letters; below, one wrong letter makes another name

Names = Mapping[str, frozenset[str]]


class Communes:
    """The names of all communes, and for a territory those of its own."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._within: dict[tuple[str, str], Names] = {}

    def find(self, name: str, within: Territory | None = None) -> Territory | None:
        """Return the commune that ``name`` means, near ``within`` if given; None where that stays open."""
        folded = fold(name)
        for words in (folded, town_words(folded)):
            code = self._code(words, within) if words else ""
            if code:
                return self._reference.communes[code]
        return None

    def near(self, name: str, within: Territory | None) -> Territory | None:
        """Return the commune of ``within`` or its département that ``name`` means, spelling damaged or not."""
        found = self.find(name, within) if within else None
        return found if found and within and found.code in self._codes(within) else None

    def exactly(self, name: str, within: Territory | None) -> Territory | None:
        """Return the one commune of ``within``, else of its département, that bears this very name."""
        if within is None:
            return None
        words = fold(name)
        code = _only(self._names(within).get(words, ())) or _only(self._names(self._departement(within)).get(words, ()))
        return self._reference.communes[code] if code else None

    def alone(self, name: str) -> Territory | None:
        """Return the only commune of the country that bears this very name."""
        code = _only(self._all.get(fold(name), ()))
        return self._reference.communes[code] if code else None

    def _code(self, words: str, within: Territory | None) -> str:
        if within is None:
            return _only(self._all.get(words, ()))
        near, wide = self._names(within), self._names(self._departement(within))
        if len(near.get(words, ())) > 1:
            return ""
        return (
            _only(near.get(words, ()))
            or _loosely(words, near)
            or _only(wide.get(words, ()))
            or _alike(words, near)
            or _only(self._all.get(words, ()))
        )

    def _departement(self, territory: Territory) -> Territory:
        if territory.kind in ("departement", "region"):
            return territory
        return self._reference.departements.get(territory.parent, territory)

    @cached_property
    def _all(self) -> Names:
        return self._index(self._reference.communes.values())

    @cached_property
    def _former(self) -> Mapping[str, tuple[str, ...]]:
        """The names that a current commune has swallowed."""
        names: dict[str, tuple[str, ...]] = {}
        for row in self._reference.formers:
            names[row.current] = (*names.get(row.current, ()), fold(row.name))
        return names

    def _names(self, territory: Territory) -> Names:
        key = territory.kind, territory.code
        if key not in self._within:
            self._within[key] = self._index(self._communes_of(territory))
        return self._within[key]

    def _codes(self, within: Territory) -> frozenset[str]:
        return frozenset().union(*self._names(self._departement(within)).values(), *self._names(within).values())

    def _communes_of(self, territory: Territory) -> Iterable[Territory]:
        communes = self._reference.communes
        if territory.kind == "commune":
            siren = self._reference.epci_of(territory.code)
            return self._communes_of(self._reference.epcis[siren]) if siren else (territory,)
        if territory.kind == "epci":
            current = (self._reference.former.get(code, code) for code in self._ever_members(territory.code))
            return [communes[code] for code in sorted(set(current)) if code in communes]
        if territory.kind == "departement":
            return [commune for commune in communes.values() if commune.parent == territory.code]
        parents = {code for code, dept in self._reference.departements.items() if dept.parent == territory.code}
        return [commune for commune in communes.values() if commune.parent in parents]

    def _ever_members(self, siren: str) -> Iterable[str]:
        return (code for year in self._reference.vintages for code in self._reference.members(siren, year))

    def _index(self, communes: Iterable[Territory]) -> Names:
        """Folded names and their codes; a current name hides a former one that is spelt alike."""
        current: dict[str, set[str]] = {}
        former: dict[str, set[str]] = {}
        for commune in communes:
            current.setdefault(fold(commune.name), set()).add(commune.code)
            for name in self._former.get(commune.code, ()):
                former.setdefault(name, set()).add(commune.code)
        return {name: frozenset(codes) for name, codes in (former | current).items()}


def _only(codes: Iterable[str]) -> str:
    found = tuple(codes)
    return found[0] if len(found) == 1 else ""


def _loosely(words: str, names: Names) -> str:
    """The one commune whose name is this one but for small words, or opens it: ``marck en calaisis`` is Marck."""
    wanted = loose(words)
    same = {code for name, codes in names.items() if loose(name) == wanted for code in codes}
    opening = {code for name, codes in names.items() if words.startswith(name + " ") for code in codes}
    return _only(same) or _only(opening)


def _alike(words: str, names: Names) -> str:
    """The one commune whose name is nearly this one, well ahead of any other: ``norkerque`` is Nortkerque."""
    if len(words) < SHORTEST:
        return ""
    best: dict[str, float] = {}
    for name, codes in names.items():
        likeness = fuzz.ratio(loose(words), loose(name))
        for code in codes:
            best[code] = max(best.get(code, 0.0), likeness)
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < LIKENESS:
        return ""
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= MARGIN else ""
