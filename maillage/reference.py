"""The official territories: communes, EPCI, départements, régions, and who belonged to which EPCI in which year.

The tables of ``data/reference`` are read when they are first asked for; ``reference.toml`` beside them names the
vintages, the sources and the licence.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from maillage.lines import Lines, damaged, lines_of
from maillage.places import folder

TerritoryKind = Literal["commune", "epci", "departement", "region"]


@dataclass(frozen=True, slots=True)
class Territory:
    """An official territory.

    ``code`` is the INSEE code, for an EPCI the SIREN; ``parent`` the département of a commune, the main one of an
    EPCI (where most of its inhabitants live), the région of a département; ``nature`` of an EPCI: ``CC``, ``CA``,
    ``CU``, ``METRO``, or ``EPT`` for the territories of Greater Paris. ``other_names`` are those of earlier vintages.
    """

    kind: TerritoryKind
    code: str
    name: str
    parent: str = ""
    nature: str = ""
    population: int | None = None
    postcodes: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Former:
    """A name that is no commune of its own: ``deleguee``, ``associee``, ``arrondissement``, or ``ancienne`` (gone).

    ``code`` can equal ``current``: the part where the town hall stands shares the code of the whole.
    """

    code: str
    name: str
    nature: str
    current: str


class Membership(NamedTuple):
    """An unbroken stay of a commune in an EPCI; ``last`` is None while it goes on in the newest vintage."""

    commune: str
    siren: str
    first: int
    last: int | None

    def covers(self, year: int) -> bool:
        """Whether the commune belonged to the EPCI in ``year``."""
        return self.first <= year and (self.last is None or year <= self.last)


class Reference:
    """The tables of one folder, each read once, when it is first asked for."""

    def __init__(self, tables: Path) -> None:
        self._tables = tables

    @cached_property
    def vintages(self) -> tuple[int, ...]:
        """The years that are known, oldest first. Raises DeclarationError where reference.toml is damaged."""
        path = self._tables / "reference.toml"
        try:
            return tuple(sorted(int(year) for year in tomllib.loads(path.read_text("utf-8"))["vintages"]))
        except (OSError, tomllib.TOMLDecodeError, KeyError, ValueError) as error:
            raise damaged(path, str(error)) from error

    @cached_property
    def communes(self) -> Lines[Territory]:
        """Every commune of the newest vintage, by INSEE code."""
        return Lines(self._lines("communes", 5, 3), _commune)

    def commune_names(self) -> Mapping[str, str]:
        """Return the name of every commune of the newest vintage, by INSEE code."""
        return dict(zip(self.communes, self.communes.column(1), strict=True))

    @cached_property
    def communes_in(self) -> Mapping[str, Sequence[str]]:
        """The codes of the communes of each département."""
        return _grouped(zip(self.communes.column(2), self.communes, strict=True))

    @cached_property
    def epcis(self) -> Mapping[str, Territory]:
        """Every EPCI of any vintage, by SIREN, under its newest name."""
        return {
            siren: Territory("epci", siren, name, parent, nature, _number(people), (), _names(others))
            for siren, nature, name, parent, people, _first, _last, others in self._rows("epci", 8, 4)
        }

    @cached_property
    def departements(self) -> Mapping[str, Territory]:
        """Every département and overseas collectivité, by code."""
        return {
            code: Territory("departement", code, name, region) for code, name, region in self._rows("departements", 3)
        }

    @cached_property
    def regions(self) -> Mapping[str, Territory]:
        """Every région, by code."""
        return {code: Territory("region", code, name) for code, name in self._rows("regions", 2)}

    @cached_property
    def formers(self) -> tuple[Former, ...]:
        """Delegated, associated and vanished communes, and municipal arrondissements."""
        return tuple(Former(*row) for row in self._rows("anciennes_communes", 4))

    @cached_property
    def former(self) -> Mapping[str, str]:
        """The current code of every code that is no longer a commune's."""
        return {row.code: row.current for row in self.formers if row.code != row.current}

    def memberships(self) -> tuple[Membership, ...]:
        """Every stay of a commune in an EPCI, by commune, then SIREN, then year."""
        return tuple(map(_membership, self._stays))

    def stays_of(self, commune: str) -> tuple[Membership, ...]:
        """The stays of a commune in EPCI, by SIREN, then year."""
        first, last = (bisect_left(self._stays, f"{commune}{end}") for end in ("\t", "\n"))  # the table is sorted
        return tuple(map(_membership, self._stays[first:last]))

    def stays_in(self, siren: str) -> tuple[Membership, ...]:
        """The stays of communes in an EPCI, by commune, then year."""
        return tuple(map(_membership, self._stays_by_epci.get(siren, ())))

    def members(self, siren: str, year: int | None = None) -> tuple[str, ...]:
        """The communes of an EPCI in ``year`` (or the nearest vintage in which it existed), by their codes of then."""
        stays = self.stays_in(siren)
        year = self._nearest(stays, year)
        return tuple(stay.commune for stay in stays if stay.covers(year))

    def epci_of(self, commune: str, year: int | None = None) -> str:
        """The SIREN of the EPCI with own taxation of a commune in ``year`` (or the nearest vintage); empty if none."""
        stays = tuple(s for s in self.stays_of(commune) if self.epcis[s.siren].nature != "EPT")
        year = self._nearest(stays, year)
        return next((stay.siren for stay in stays if stay.covers(year)), "")

    def _nearest(self, stays: tuple[Membership, ...], year: int | None) -> int:
        wanted = self.vintages[-1] if year is None else year
        known = [v for v in self.vintages if any(stay.covers(v) for stay in stays)]
        return min(known or [wanted], key=lambda vintage: (abs(vintage - wanted), -vintage))

    @cached_property
    def _stays(self) -> list[str]:
        return self._lines("appartenances", 4, 2, 3)

    @cached_property
    def _stays_by_epci(self) -> Mapping[str, Sequence[str]]:
        return _grouped((line.split("\t", 2)[1], line) for line in self._stays)

    def _rows(self, table: str, width: int, *numbers: int) -> Iterator[list[str]]:
        """The rows of a table: ``width`` columns, of which ``numbers`` hold a number or nothing."""
        return (line.split("\t") for line in self._lines(table, width, *numbers))

    def _lines(self, table: str, width: int, *numbers: int) -> list[str]:
        return lines_of(self._tables / f"{table}.tsv", width, numbers)


@cache
def load() -> Reference:
    """The reference data of this installation. Raises DeclarationError where the folder is missing."""
    return Reference(folder("data") / "reference")


def _commune(row: list[str]) -> Territory:
    code, name, parent, people, postcodes = row
    return Territory("commune", code, name, parent, "", _number(people), (*postcodes.split(),))


def _membership(line: str) -> Membership:
    commune, siren, first, last = line.split("\t")
    return Membership(commune, siren, int(first), _number(last))


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, Sequence[str]]:
    """Return the second of ``pairs`` by the first, in their order."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return dict(groups)


def _number(text: str) -> int | None:
    return int(text) if text else None


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()
