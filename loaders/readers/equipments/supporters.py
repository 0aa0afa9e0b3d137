"""Supporters of équipements: whose list an entry stands in, and who supports what stands in nobody's."""

from __future__ import annotations

from dataclasses import dataclass, replace

from loaders.acts.own_territory import home
from loaders.acts.section import Section
from loaders.acts.territory_codes import deciding_commune, is_generic
from loaders.readers.parties.adopters import own_commune
from loaders.readers.parties.establishments import called_in_full, own_establishment
from maillage.facts import Equipment
from maillage.reference import Territory


@dataclass(frozen=True, slots=True)
class Supporter:
    """The collectivité in whose list an entry stands: as printed, and its code."""

    printed: str
    code: str = ""


def own_supporter(section: Section) -> Supporter:
    """Return who supports where nobody is named: the commune or establishment that decides, else the territory."""
    host = deciding_commune(section)
    if host is not None:
        return of_host(section, host)
    board = own_establishment(section)
    return Supporter(board) if board else _of_territory(section)


def of_host(section: Section, host: Territory) -> Supporter:
    """Return the commune ``host``, as its act prints it with its kind where it does, as the one that supports."""
    return Supporter(own_commune(section, host), host.code)


def _of_territory(section: Section) -> Supporter:
    """Return the act's own territory as the one that supports."""
    code = section.territory.code if section.territory is not None else ""
    return Supporter(home(section), code)


def in_full(section: Section, found: Equipment) -> Equipment:
    """Return an entry of whoever decides, called ``la commune`` or ``le syndicat`` there, under its whole name."""
    if board := called_in_full(section, found.supporter):
        return replace(found, supporter=board)
    host = deciding_commune(section)
    if host is None or found.supporter_code != host.code or not is_generic(section, found.supporter):
        return found
    return replace(found, supporter=of_host(section, host).printed)


def of_nobody(section: Section, found: Equipment) -> Equipment:
    """Return an entry in nobody's list: one in another commune than the one that decides is the act's territory's."""
    own = own_supporter(section)
    if not own.code or found.supporter != own.printed or found.commune_code in ("", own.code):
        return found
    around = _of_territory(section)
    return replace(found, supporter=around.printed, supporter_code=around.code)
