"""The official territories: communes, EPCI, départements, régions, and who belonged to which EPCI in which year.

The tables of ``data/reference`` are read when they are first asked for; ``reference.toml`` beside them names the
vintages, the sources and the licence.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from maillage.errors import DeclarationError
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
            raise _damaged(path, str(error)) from error

    @cached_property
    def communes(self) -> Mapping[str, Territory]:
        """Every commune of the newest vintage, by INSEE code."""
        return {
            code: Territory("commune", code, name, parent, "", int(people) if people else None, (*postcodes.split(),))
            for code, name, parent, people, postcodes in self._rows("communes", 5, 3)
        }

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
        return self._memberships

    def members(self, siren: str, year: int | None = None) -> tuple[str, ...]:
        """The communes of an EPCI in ``year`` (or the nearest vintage in which it existed), by their codes of then."""
        stays = self._stays.get(siren, ())
        year = self._nearest(stays, year)
        return tuple(stay.commune for stay in stays if stay.covers(year))

    def epci_of(self, commune: str, year: int | None = None) -> str:
        """The SIREN of the EPCI with own taxation of a commune in ``year`` (or the nearest vintage); empty if none."""
        stays = tuple(s for s in self._by_commune.get(commune, ()) if self.epcis[s.siren].nature != "EPT")
        year = self._nearest(stays, year)
        return next((stay.siren for stay in stays if stay.covers(year)), "")

    def _nearest(self, stays: tuple[Membership, ...], year: int | None) -> int:
        wanted = self.vintages[-1] if year is None else year
        known = [v for v in self.vintages if any(stay.covers(v) for stay in stays)]
        return min(known or [wanted], key=lambda vintage: (abs(vintage - wanted), -vintage))

    @cached_property
    def _memberships(self) -> tuple[Membership, ...]:
        rows = self._rows("appartenances", 4, 2, 3)
        return tuple(Membership(commune, siren, int(first), _number(last)) for commune, siren, first, last in rows)

    @cached_property
    def _stays(self) -> Mapping[str, tuple[Membership, ...]]:
        stays: dict[str, list[Membership]] = {}
        for stay in self._memberships:
            stays.setdefault(stay.siren, []).append(stay)
        return {siren: tuple(group) for siren, group in stays.items()}

    @cached_property
    def _by_commune(self) -> Mapping[str, tuple[Membership, ...]]:
        stays: dict[str, list[Membership]] = {}
        for stay in self._memberships:
            stays.setdefault(stay.commune, []).append(stay)
        return {commune: tuple(group) for commune, group in stays.items()}

    def _rows(self, table: str, width: int, *numbers: int) -> Iterator[list[str]]:
        """The rows of a table: ``width`` columns, of which ``numbers`` hold a number or nothing."""
        path = self._tables / f"{table}.tsv"
        try:
            lines = path.read_text("utf-8").splitlines()
        except OSError as error:
            raise _damaged(path, str(error)) from error
        for number, line in enumerate(lines[1:], 2):
            row = line.split("\t")
            if len(row) != width:
                raise _damaged(path, f"l. {number}")
            for column in numbers:
                if row[column] and not row[column].isdecimal():
                    raise _damaged(path, f"l. {number}")
            yield row


@cache
def load() -> Reference:
    """The reference data of this installation. Raises DeclarationError where the folder is missing."""
    return Reference(folder("data") / "reference")


def _number(text: str) -> int | None:
    return int(text) if text else None


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _damaged(path: Path, place: str) -> DeclarationError:
    return DeclarationError(
        "donnée de référence illisible : relancez « scripts/build_reference.py ».",
        "unreadable reference data: run “scripts/build_reference.py” again.",
        file=path,
        place=place,
    )
