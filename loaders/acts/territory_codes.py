"""Territories that a printed name means: official ones by their names, the act's own by a bare word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.acts.section import Section
from loaders.remembering import remembered_within
from loaders.resolve import Gazetteer, bare, fold, territory_slug
from loaders.vocabulary import groups
from maillage.reference import Territory

_LONGEST_NAME = 90
_DECIDED = ("deliberation", "rapport")


@dataclass(frozen=True, slots=True)
class Named:
    """A territory as printed, and its official code (empty where the reference data knows none)."""

    printed: str
    code: str = ""
    territory: Territory | None = None


@remembered_within(4_096)
def named(section: Section, printed: str) -> Named | None:
    """Return the territory that ``printed`` names, with an act's own abbreviations; None where it names none.

    A bare "Territoire" or "EPCI" is the act's own, a bare "Département" the one it lies in, a bare "Commune" the one
    whose council decides.
    """
    printed = " ".join(printed.split()).strip(' =*:_.,;"«»“”()')
    folded = fold(printed)
    if not folded:
        return None
    generic = _generic(section, folded)
    if generic is not None:
        return Named(printed, generic.code, generic)
    if folded in _folded("elsewhere"):
        return Named(printed)
    if len(printed) > _LONGEST_NAME:
        return None
    found = _namesake(section, fold(bare(printed))) or _resolved(
        section.gazetteer, _expanded(section, printed), section.territory
    )
    return Named(printed, "" if found.kind == "region" else found.code, found) if found else None


def _namesake(section: Section, folded: str) -> Territory | None:
    """Return the département of an EPCI that ``folded`` names, where a commune outside the EPCI bears its name too."""
    departement = departement_of(section) if section.territory and section.territory.kind == "epci" else None
    return departement if departement is not None and fold(departement.name) == folded else None


def specific(section: Section, printed: str) -> Named | None:
    """Return the territory that ``printed`` names by its own name, None where it names none or says "Commune" alone."""
    found = named(section, printed)
    if found is None or found.territory is None or is_generic(section, found.printed):
        return None
    return found


def is_generic(section: Section, printed: str) -> bool:
    """Tell whether ``printed`` is a bare word for a territory: "Commune", "Territoire", "Département"."""
    return _generic(section, fold(printed)) is not None


def convention_of(section: Section, territory: Territory | None) -> str:
    """Return the convention that a fact about ``territory`` belongs to.

    It is the act's; where the act is about several, the newest of them that bears the territory's name.
    """
    if section.convention or territory is None:
        return section.convention
    start = territory_slug(territory, territory.name)
    named_so = [key for key in section.mentions if key == start or re.fullmatch(rf"{re.escape(start)}-\d{{4}}", key)]
    return max(named_so, default="")


def deciding_commune(section: Section) -> Territory | None:
    """Return the commune whose council decides in this act; None in the act of anybody else."""
    home = section.head.home if section.kind in _DECIDED else None
    return home if home is not None and home.kind == "commune" else None


def departement_of(section: Section) -> Territory | None:
    """Return the département of the act's territory (the main one of an EPCI)."""
    territory = section.territory
    if territory is None or territory.kind == "departement":
        return territory
    return section.gazetteer.reference.departements.get(territory.parent)


def _generic(section: Section, folded: str) -> Territory | None:
    """Return the territory that a bare word such as "Territoire" or "Département" stands for in this act."""
    if folded in _folded("commune"):
        return deciding_commune(section) or section.territory
    if folded in _folded("home"):
        return section.territory
    return departement_of(section) if folded in _folded("departement") else None


def _expanded(section: Section, printed: str) -> str:
    """Write an abbreviation that the act defines in full."""
    return section.abbreviations.get(printed, printed)


@lru_cache(maxsize=4096)
def _resolved(gazetteer: Gazetteer, printed: str, near: Territory | None) -> Territory | None:
    """Return what the gazetteer finds; the same names stand in an act over and over."""
    return gazetteer.territory(printed, near)


@cache
def _folded(key: str) -> frozenset[str]:
    """Return the words of a group of the vocabulary, folded."""
    return frozenset(fold(word) for word in groups("statistics", "places")[key])
