"""From a printed EPCI, département or région to the official one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from rapidfuzz import fuzz

from loaders.resolve.communes import LIKENESS, MARGIN
from loaders.resolve.legal import acronyms, core, epci_form
from loaders.resolve.names import fold, loose
from maillage.reference import Reference, Territory

_PARENTHESIS = re.compile(r"\s*\([^()]*\)?")
_COUNCIL = re.compile(
    r"(?:la |le |l |les )?(?:conseil departemental|conseil general|departements?|cd)\s*"
    r"(?:de la |de l |du |des |de |d )?"
)


class Epcis:
    """The EPCI of every vintage, by the core of their names."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._in_departement: dict[str, tuple[Territory, ...]] = {}

    def find(self, name: str, near: Territory | None = None) -> Territory | None:
        """Return the EPCI that ``name`` means; ``near`` (commune, EPCI, département) decides between homonyms."""
        words = fold(_PARENTHESIS.sub(" ", name)) or fold(name)
        form = epci_form(words)
        key = loose(core(words))
        around = self.around(near)
        if form and not form[1]:
            return None
        return (
            _one(self._named(key), form, around)
            or _one([epci for epci in around if words in acronyms_of(epci) or key in acronyms_of(epci)], form, around)
            or self._alike(key, around)
        )

    def own(self, territory: Territory | None) -> Territory | None:
        """Return the EPCI that ``territory`` is, or, for a commune, belongs to."""
        if territory is None or territory.kind == "epci":
            return territory
        siren = self._reference.epci_of(territory.code) if territory.kind == "commune" else ""
        return self._reference.epcis.get(siren)

    def around(self, territory: Territory | None) -> tuple[Territory, ...]:
        """Return the EPCI near ``territory``: its own first, then those of its département."""
        own = self.own(territory)
        departement = (
            "" if territory is None else territory.code if territory.kind == "departement" else territory.parent
        )
        others = self._of_departement(departement) if departement else ()
        return tuple(dict.fromkeys(([own] if own else []) + list(others)))

    def _of_departement(self, code: str) -> tuple[Territory, ...]:
        if code not in self._in_departement:
            communes = self._reference.communes
            sirens = {
                stay.siren
                for stay in self._reference.memberships()
                if stay.commune in communes and communes[stay.commune].parent == code
            }
            self._in_departement[code] = tuple(self._reference.epcis[siren] for siren in sorted(sirens))
        return self._in_departement[code]

    @cached_property
    def _by_core(self) -> Mapping[str, tuple[str, ...]]:
        index: dict[str, tuple[str, ...]] = {}
        for epci in self._reference.epcis.values():
            for key in {loose(core(fold(_PARENTHESIS.sub(" ", name)))) for name in (epci.name, *epci.other_names)}:
                index[key] = (*index.get(key, ()), epci.code)
        return index

    def _named(self, key: str) -> list[Territory]:
        return [self._reference.epcis[siren] for siren in self._by_core.get(key, ())]

    def _alike(self, key: str, around: Iterable[Territory]) -> Territory | None:
        scored = sorted(((fuzz.ratio(key, loose(core(fold(e.name)))), e.code) for e in around), reverse=True)
        if not scored or scored[0][0] < LIKENESS:
            return None
        ahead = len(scored) == 1 or scored[0][0] - scored[1][0] >= MARGIN
        return self._reference.epcis[scored[0][1]] if ahead else None


class Areas:
    """The départements and régions, by name and number."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference

    def departement(self, name: str) -> Territory | None:
        """Return the département that ``name`` means: ``Conseil départemental du Gard``, ``CD62``, ``Nord``."""
        words = fold(_PARENTHESIS.sub(" ", name))
        match = _COUNCIL.match(words)
        rest = words[match.end() :] if match else words
        number = rest.upper() if match else ""
        return self._reference.departements.get(number) or self._longest(rest)

    def region(self, name: str) -> Territory | None:
        """Return the région that ``name`` means: ``Région Hauts-de-France``, ``Conseil régional de Bretagne``."""
        words = re.sub(r"^(?:la |le )?(?:conseil regional|region)\s*(?:de la |de l |des |de |d )?", "", fold(name))
        return next((area for area in self._reference.regions.values() if loose(fold(area.name)) == loose(words)), None)

    def _longest(self, words: str) -> Territory | None:
        """The département whose name is ``words``, or opens them before a word that no longer names it."""
        exact = self._by_name.get(loose(words))
        if exact:
            return exact
        tokens = loose(words).split()
        return next(
            (self._by_name[key] for n in range(len(tokens), 0, -1) if (key := " ".join(tokens[:n])) in self._by_name),
            None,
        )

    @cached_property
    def _by_name(self) -> Mapping[str, Territory]:
        return {loose(fold(area.name)): area for area in self._reference.departements.values()}


def acronyms_of(epci: Territory) -> frozenset[str]:
    """Return the acronyms of an EPCI under all its names."""
    return frozenset().union(*(acronyms(name) for name in (epci.name, *epci.other_names)))


def _one(found: list[Territory], form: tuple[str, str] | None, around: tuple[Territory, ...]) -> Territory | None:
    """The only EPCI found, else the only one near, else the only one of the printed legal form."""
    for group in (
        found,
        [epci for epci in found if around and epci == around[0]],
        [epci for epci in found if epci in around],
        [epci for epci in found if form and epci.nature == form[0]],
    ):
        if len(group) == 1:
            return group[0]
    return None
