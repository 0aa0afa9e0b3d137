"""From a printed EPCI to the official one: by its name anywhere, by an acronym or a part of the name only nearby."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache

from rapidfuzz import fuzz

from loaders.resolve.commune_names import ahead
from loaders.resolve.generic import is_generic
from loaders.resolve.legal import acronyms, core, epci_form, short
from loaders.resolve.names import fold, loose
from maillage.reference import Reference, Territory

_KEPT = 8_192  # the names of all EPCI, and those of a few acts
_PARENTHESIS = re.compile(r"\s*\([^()]*\)?")

_Form = tuple[str, str] | None


class Epcis:
    """The EPCI of every vintage, by the core of their names."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._in_departement: dict[str, tuple[Territory, ...]] = {}
        self._lasting: dict[str, bool] = {}

    def find(self, name: str, near: Territory | None = None) -> Territory | None:
        """Return the EPCI that ``name`` means; ``near`` (commune, EPCI, département) decides between homonyms.

        Only near it may the name be an acronym, damaged, or a part of the official one behind a legal form.
        """
        words = _words(name)
        form = epci_form(words)
        if (form and not form[1]) or is_generic(name):
            return None
        key, around = loose(core(words)), self.around(near)
        return (
            self._one(self._named(key), form, around)
            or self._one([epci for epci in around if not _acronyms(epci).isdisjoint((words, key))], form, around)
            or _alike(key, around)
            or self._one([epci for epci in around if _short(epci.name) == _short(name)], form, around)
            or self._one([epci for epci in around if _part(key, epci, form)], form, ())
        )

    def exactly(self, name: str, near: Territory | None) -> Territory | None:
        """Return the one EPCI near ``near`` whose name, without legal form and article, is this very name."""
        key = _key(name)
        return self._one([epci for epci in self.around(near) if _key(epci.name) == key], None, ())

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
            communes = self._reference.communes_in.get(code, ())
            sirens = {stay.siren for commune in communes for stay in self._reference.stays_of(commune)}
            self._in_departement[code] = tuple(self._reference.epcis[siren] for siren in sorted(sirens))
        return self._in_departement[code]

    @cached_property
    def _by_core(self) -> Mapping[str, tuple[str, ...]]:
        index: dict[str, tuple[str, ...]] = {}
        for epci in self._reference.epcis.values():
            for key in {_key(name) for name in (epci.name, *epci.other_names)}:
                index[key] = (*index.get(key, ()), epci.code)
        return index

    def _lasts(self, epci: Territory) -> bool:
        """Whether the newest vintage still has an EPCI."""
        if epci.code not in self._lasting:
            self._lasting[epci.code] = any(stay.last is None for stay in self._reference.stays_in(epci.code))
        return self._lasting[epci.code]

    def _named(self, key: str) -> list[Territory]:
        return [self._reference.epcis[siren] for siren in self._by_core.get(key, ())]

    def _one(self, found: list[Territory], form: _Form, around: tuple[Territory, ...]) -> Territory | None:
        """The only EPCI found; else the act's own, the only one near, of the printed form, or still in being."""
        near = [epci for epci in found if epci in around]
        formed = [epci for epci in near or found if form and epci.nature == form[0]]
        groups = (found, found[:1] if around and found[:1] == [around[0]] else [], near, formed)
        lasting = ([epci for epci in group if self._lasts(epci)] for group in (found, near, formed))
        return next((group[0] for group in (*groups, *lasting) if len(group) == 1), None)


def _words(name: str) -> str:
    return fold(_PARENTHESIS.sub(" ", name)) or fold(name)


@lru_cache(maxsize=_KEPT)
def _key(name: str) -> str:
    return loose(core(_words(name)))


@lru_cache(maxsize=_KEPT)
def _short(name: str) -> str:
    return loose(short(_words(name)))


@lru_cache(maxsize=_KEPT)
def _acronyms(epci: Territory) -> frozenset[str]:
    """The acronyms of an EPCI under all its names."""
    return frozenset().union(*(acronyms(name) for name in (epci.name, *epci.other_names)))


def _part(key: str, epci: Territory, form: _Form) -> bool:
    """Whether ``key`` is a part of an EPCI's name (``grand calais``); a single word needs a legal form before it."""
    return (form is not None or " " in key) and set(key.split()) <= set(_key(epci.name).split())


def _alike(key: str, around: tuple[Territory, ...]) -> Territory | None:
    """The one EPCI whose name is nearly ``key``, well ahead of any other."""
    likeness = {epci.code: fuzz.ratio(key, _key(epci.name)) for epci in around}
    best = ahead(likeness)
    return next((epci for epci in around if epci.code == best), None)
