"""Flows of money as ribbons between three columns: funders, schemes, objects. The same drawing for the same facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from viz.plain import shorten

WIDTH = 920
_COLUMNS = (190, 450, 700)
"""Where the columns stand, from the left."""

_BAR = 14
_TALLEST = 280
"""The height of a column's money, in pixels, whatever the sum."""

_SLOT = 42
"""The least height that a name and its amount need."""

_MARGIN = 12
_MOST = 14
_LONGEST = 27

Path = tuple[str, str, str]
"""The names of a funder, a scheme and an object."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A node: where it stands, its name and its money; ``side`` is where its name is written."""

    x: int
    y: float
    height: float
    name: str
    full: str
    money: str
    column: int
    tone: str

    @property
    def text_x(self) -> int:
        """Where its name is written: left of the first column, right of the others."""
        return self.x - 8 if self.column == 0 else self.x + _BAR + 8

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return round(self.y + self.height / 2, 1)


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A flow between two bars: its curve and its width, and what it tells."""

    path: str
    width: float
    source: str
    target: str
    money: str
    tone: str


@dataclass(frozen=True, slots=True)
class Sankey:
    """The drawing; nothing where there is no money to draw."""

    height: int
    bars: tuple[Bar, ...]
    ribbons: tuple[Ribbon, ...]
    width: int = WIDTH
    bar: int = _BAR

    def __bool__(self) -> bool:
        return bool(self.ribbons)


@dataclass(frozen=True, slots=True)
class Style:
    """How a drawing looks: the class that colours each funder, the name of what has no room, how euros read."""

    tones: Mapping[str, str]
    others: str
    money: Callable[[Decimal], str]


def draw(flows: Iterable[tuple[Path, Decimal]], style: Style) -> Sankey:
    """Draw ``flows``: paths and their euros."""
    kept = _folded([(path, euros) for path, euros in flows if euros > 0], style.others)
    total = sum(kept.values(), Decimal(0))
    if not total:
        return Sankey(0, (), ())
    scale = _TALLEST / float(total)
    columns = [_column(kept, at, scale, style) for at in range(3)]
    height = max(bars[-1].y + max(bars[-1].height, _SLOT) for bars in columns) + _MARGIN
    ribbons = (*_ribbons(kept, columns, 0, style), *_ribbons(kept, columns, 1, style))
    return Sankey(round(height), tuple(bar for bars in columns for bar in bars), ribbons)


def _folded(flows: Sequence[tuple[Path, Decimal]], others: str) -> Mapping[Path, Decimal]:
    """Return the flows with the least names of each column put together under ``others``."""
    known = [_greatest(flows, at) for at in range(3)]
    kept: dict[Path, Decimal] = defaultdict(Decimal)
    for path, euros in flows:
        funder, scheme, named = (name if name in known[at] else others for at, name in enumerate(path))
        kept[funder, scheme, named] += euros
    return kept


def _greatest(flows: Iterable[tuple[Path, Decimal]], at: int) -> frozenset[str]:
    sums = _sums(flows, at)
    ranked = sorted(sums, key=lambda name: (-sums[name], name))
    return frozenset(ranked if len(ranked) <= _MOST else ranked[: _MOST - 1])


def _sums(flows: Iterable[tuple[Path, Decimal]], at: int) -> Mapping[str, Decimal]:
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for path, euros in flows:
        sums[path[at]] += euros
    return sums


def _column(kept: Mapping[Path, Decimal], at: int, scale: float, style: Style) -> list[Bar]:
    sums = _sums(kept.items(), at)
    y = float(_MARGIN)
    bars = []
    for name in sorted(sums, key=lambda name: (-sums[name], name)):
        height = round(max(float(sums[name]) * scale, 1.5), 1)
        tone = style.tones.get(name, "") if at == 0 else ""
        bars.append(
            Bar(_COLUMNS[at], round(y, 1), height, shorten(name, _LONGEST), name, style.money(sums[name]), at, tone)
        )
        y += max(height, _SLOT) + 6
    return bars


def _ribbons(
    kept: Mapping[Path, Decimal], columns: Sequence[Sequence[Bar]], at: int, style: Style
) -> tuple[Ribbon, ...]:
    """Return the ribbons between the columns ``at`` and the next, parted by funder, stacked in the bars' order."""
    left = {bar.full: bar for bar in columns[at]}
    right = {bar.full: bar for bar in columns[at + 1]}
    sums: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    for path, euros in kept.items():
        sums[path[at], path[at + 1], path[0]] += euros
    scale = _TALLEST / float(sum(kept.values(), Decimal(0)))
    leaving, coming = {name: bar.y for name, bar in left.items()}, {name: bar.y for name, bar in right.items()}
    ribbons = []
    for start, end, funder in sorted(sums, key=lambda key: (left[key[0]].y, right[key[1]].y, key[2])):
        euros = sums[start, end, funder]
        width = max(float(euros) * scale, 1.0)
        y1, y2 = leaving[start] + width / 2, coming[end] + width / 2
        leaving[start], coming[end] = leaving[start] + width, coming[end] + width
        curve = _curve(left[start].x + _BAR, y1, right[end].x, y2)
        ribbons.append(Ribbon(curve, round(width, 1), start, end, style.money(euros), style.tones.get(funder, "")))
    return tuple(ribbons)


def _curve(x1: int, y1: float, x2: int, y2: float) -> str:
    bend = (x1 + x2) // 2
    return f"M{x1} {y1:.1f}C{bend} {y1:.1f} {bend} {y2:.1f} {x2} {y2:.1f}"
