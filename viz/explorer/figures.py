"""The figures of a territory beside those of its département, as bars and as a table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from maillage.queries import run
from viz.explorer.facts import Record, source, told
from viz.explorer.views import Source
from viz.explorer.visit import Visit
from viz.numbers import number
from viz.plain import fold_lines

WIDTH = 640
_TEXT, _VALUE = 290, 70
_LINE, _BAR, _GAP = 15, 11, 12
_WIDEST_LABEL = 44
_COMPARABLE = ("%", "indice")
"""The units that say as much of a territory as of the département that holds it."""

_FIRST = 10


@dataclass(frozen=True, slots=True)
class Pair:
    """An indicator of the territory and of the département: as printed, as lengths, and at which height."""

    y: int
    lines: tuple[str, ...]
    label: str
    year: str
    own: str
    other: str
    own_width: int
    other_width: int
    source: Source


@dataclass(frozen=True, slots=True)
class Chart:
    """Pairs of bars of a unit, all to the same scale."""

    id: str
    unit: str
    height: int
    pairs: tuple[Pair, ...]
    width: int = WIDTH
    text: int = _TEXT


@dataclass(frozen=True, slots=True)
class Figures:
    """The charts of a territory, and the names of what they compare."""

    own: str
    other: str
    charts: tuple[Chart, ...]

    def __bool__(self) -> bool:
        return bool(self.charts)


def figures(visit: Visit, own: tuple[str, str], other: tuple[str, str], records: Sequence[Record]) -> Figures:
    """Compare the figures ``records`` of the territory ``own`` with those of ``other`` (IRIs and names, if any)."""
    if not other[0]:
        return Figures(own[1], "", ())
    conventions = dict.fromkeys(told(one, "convention") for one in records if told(one, "convention"))
    beside = {
        _key(one): Decimal(str(one["valeur"]))
        for convention in conventions
        for one in run(visit.store, "pages/chiffres-de-ctg", {"chose": convention, "territoire": other[0]})
    }
    kept: dict[str, list[tuple[Record, Decimal]]] = {}
    for one in records:
        unit, value = told(one, "unite"), one.get("valeur")
        if unit in _COMPARABLE and value is not None and Decimal(str(value)) >= 0 <= beside.get(_key(one), Decimal(-1)):
            kept.setdefault(unit, []).append((one, beside[_key(one)]))
    charts = (
        _chart(visit, f"{unit_at}-{at}", unit, kept[unit][at : at + _FIRST])
        for unit_at, unit in enumerate(kept)
        for at in range(0, len(kept[unit]), _FIRST)
    )
    return Figures(own[1], other[1], tuple(charts))


def _key(record: Record) -> tuple[str, ...]:
    return tuple(told(record, name) for name in ("document", "section", "indicateur", "annee", "unite"))


def _chart(visit: Visit, name: str, unit: str, rows: Sequence[tuple[Record, Decimal]]) -> Chart:
    most = max(*(Decimal(str(one["valeur"])) for one, _other in rows), *(other for _one, other in rows), Decimal(1))
    pairs: list[Pair] = []
    y = _GAP
    for one, other in rows:
        pair = _pair(visit, one, other, most, y)
        pairs.append(pair)
        y += max(len(pair.lines) * _LINE, 2 * _BAR) + _GAP
    return Chart(name, unit, y, tuple(pairs))


def _pair(visit: Visit, one: Record, other: Decimal, most: Decimal, y: int) -> Pair:
    label, value = told(one, "indicateur"), Decimal(str(one["valeur"]))
    room = WIDTH - _TEXT - _VALUE
    return Pair(
        y,
        fold_lines(label.rsplit(" > ", 1)[-1], _WIDEST_LABEL, 3),
        label,
        told(one, "annee"),
        number(value, visit.language),
        number(other, visit.language),
        round(value / most * room),
        round(other / most * room),
        source(visit, one),
    )
