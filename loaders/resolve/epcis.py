"""From a printed EPCI to the official one: by its name anywhere, by an acronym or a part of the name only nearby."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process

from loaders.remembering import remembered
from loaders.resolve.commune_names import LIKENESS, MARGIN, ahead
from loaders.resolve.generic import is_generic
from loaders.resolve.legal import acronyms, core, epci_form, short
from loaders.resolve.names import fold, loose
from maillage.reference import Reference, Territory

_KEPT = 8_192  # the names of all EPCI, and those of a few acts
_PARENTHESIS = re.compile(r"\s*\([^()]*\)?")

_Form = tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of an EPCI, in each way in which it is asked for."""

    epci: Territory
    key: str
    words: frozenset[str]
    short: str
    acronyms: frozenset[str]


class Epcis:
    """The EPCI of every vintage, by the core of their names."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._in_departement: dict[str, tuple[Territory, ...]] = {}
        self._near: dict[tuple[str, str], tuple[_Names, ...]] = {}
        self._named_so: dict[str, _Names] = {}
        self._lasting: dict[str, bool] = {}

    def find(self, name: str, near: Territory | None = None) -> Territory | None:
        """Return the EPCI that ``name`` means; ``near`` (commune, EPCI, département) decides between homonyms.

        Only near it may the name be an acronym, damaged, or a part of the official one behind a legal form.
        """
        words = _words(name)
        form = epci_form(words)
        if (form and not form[1]) or is_generic(name):
            return None
        key, around = loose(core(words)), self._around(near)
        ways = {words, key}
        return (
            self._one(self._named(key), form, around)
            or self._one([one.epci for one in around if not one.acronyms.isdisjoint(ways)], form, around)
            or _alike(key, around)
            or self._one(_called(_short(name), around), form, around)
            or self._one(_parts(key, around, form), form, ())
        )

    def exactly(self, name: str, near: Territory | None) -> Territory | None:
        """Return the one EPCI near ``near`` whose name, without legal form and article, is this very name."""
        key = _key(name)
        return self._one([one.epci for one in self._around(near) if one.key == key], None, ())

    def own(self, territory: Territory | None) -> Territory | None:
        """Return the EPCI that ``territory`` is, or, for a commune, belongs to."""
        if territory is None or territory.kind == "epci":
            return territory
        siren = self._reference.epci_of(territory.code) if territory.kind == "commune" else ""
        return self._reference.epcis.get(siren)

    def around(self, territory: Territory | None) -> tuple[Territory, ...]:
        """Return the EPCI near ``territory``: its own first, then those of its département; one tuple for each."""
        return _epcis_of(self._around(territory))

    def _around(self, territory: Territory | None) -> tuple[_Names, ...]:
        if territory is None:
            return ()
        known = territory.kind, territory.code
        if known not in self._near:
            own = self.own(territory)
            others = self._of_departement(territory.code if territory.kind == "departement" else territory.parent)
            epcis = {epci.code: epci for epci in (*((own,) if own else ()), *others)}
            self._near[known] = tuple(map(self._names, epcis.values()))
        return self._near[known]

    def _names(self, epci: Territory) -> _Names:
        """Return the names of ``epci``, worked out once."""
        if epci.code not in self._named_so:
            self._named_so[epci.code] = _names(epci)
        return self._named_so[epci.code]

    def _of_departement(self, code: str) -> tuple[Territory, ...]:
        if code not in self._in_departement:
            communes = self._reference.communes_in.get(code, ()) if code else ()
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

    def _one(self, found: Sequence[Territory], form: _Form, around: Sequence[_Names]) -> Territory | None:
        """The only EPCI found; else the act's own, the only one near, of the printed form, or still in being."""
        if len(found) < 2:
            return found[0] if found else None
        codes = {one.epci.code for one in around}
        near = [epci for epci in found if epci.code in codes]
        formed = [epci for epci in near or found if form and epci.nature == form[0]]
        groups = (found[:1] if around and found[0].code == around[0].epci.code else [], near, formed)
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


def _names(epci: Territory) -> _Names:
    """The names of ``epci``, and its acronyms under all that it has had."""
    key = _key(epci.name)
    short_of_all = (acronyms(name) for name in (epci.name, *epci.other_names))
    return _Names(epci, key, frozenset(key.split()), _short(epci.name), frozenset().union(*short_of_all))


def _called(name: str, around: Collection[_Names]) -> list[Territory]:
    """Those that go by this very short name."""
    return [one.epci for one in around if one.short == name]


def _parts(key: str, around: Collection[_Names], form: _Form) -> list[Territory]:
    """Those of whose name ``key`` is a part (``grand calais``); a single word needs a legal form before it."""
    if form is None and " " not in key:
        return []
    parts = set(key.split())
    return [one.epci for one in around if parts <= one.words]


def _alike(key: str, around: Collection[_Names]) -> Territory | None:
    """The one EPCI whose name is nearly ``key``, well ahead of any other."""
    keys = {one.epci.code: one.key for one in around}
    found = process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=LIKENESS - MARGIN, limit=None)
    best = ahead({code: likeness for _, likeness, code in found})
    return next((one.epci for one in around if one.epci.code == best), None)


@remembered(64)
def _epcis_of(names: tuple[_Names, ...]) -> tuple[Territory, ...]:
    return tuple(one.epci for one in names)
