"""Ruling lines of a page: pieces of one line joined, the drawings that lines which meet make, what a line parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loaders.formats.laid.geometry import Rule

NEAR = 3.0
"""Points: lines closer than this are one, ends closer than this meet."""

MIN_CELL = 4.0
"""Points: a narrower stripe is a double line, no column or row."""

Drawing = tuple[list[Rule], list[Rule]]
"""Lines that meet: those that lie, those that stand."""


def lying_and_standing(rules: Sequence[Rule]) -> Drawing:
    """Return the lines of a page, those that lie and those that stand, each whole where it is printed in pieces."""
    lying = _merged(rule for rule in rules if rule.horizontal)
    return lying, [_turned(rule) for rule in _merged(_turned(rule) for rule in rules if not rule.horizontal)]


def drawings(lying: Sequence[Rule], standing: Sequence[Rule]) -> list[Drawing]:
    """Return the lines of each drawing on a page: those that meet."""
    owner = list(range(len(lying) + len(standing)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for i, across in enumerate(lying):
        for j, down in enumerate(standing, len(lying)):
            if _meet(across, down):
                owner[root(j)] = root(i)
    groups: dict[int, Drawing] = {}
    for index, rule in enumerate((*lying, *standing)):
        groups.setdefault(root(index), ([], []))[0 if index < len(lying) else 1].append(rule)
    return list(groups.values())


def runs_along(rules: Sequence[Rule], edge: float, at: float, *, upright: bool) -> bool:
    """Tell whether one of ``rules`` runs along ``edge`` at the height (or, lying, the breadth) ``at``."""
    for rule in rules:
        place, first, last = (
            ((rule.left + rule.right) / 2, rule.top, rule.bottom)
            if upright
            else ((rule.top + rule.bottom) / 2, rule.left, rule.right)
        )
        if abs(place - edge) <= MIN_CELL and first - NEAR <= at <= last + NEAR:
            return True
    return False


def _meet(across: Rule, down: Rule) -> bool:
    """Tell whether a lying and a standing line meet."""
    inside = across.left - NEAR <= down.right and down.left <= across.right + NEAR
    return inside and down.top - NEAR <= across.bottom and across.top <= down.bottom + NEAR


def _turned(rule: Rule) -> Rule:
    """Exchange the axes."""
    return Rule(rule.top, rule.left, rule.bottom, rule.right)


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Join the lying lines that go on from one another."""
    levels: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda each: (each.top + each.bottom, each.left)):
        last = levels[-1][-1] if levels else None
        if last is not None and (rule.top + rule.bottom) - (last.top + last.bottom) <= NEAR:
            levels[-1].append(rule)
        else:
            levels.append([rule])
    return [line for level in levels for line in _joined(level)]


def _joined(level: Iterable[Rule]) -> list[Rule]:
    """Join the lines at one height whose ends meet."""
    lines: list[Rule] = []
    for rule in sorted(level, key=lambda each: (each.left, each.right)):
        last = lines[-1] if lines else None
        if last is not None and rule.left <= last.right + NEAR:
            top, bottom = min(last.top, rule.top), max(last.bottom, rule.bottom)
            lines[-1] = Rule(last.left, top, max(last.right, rule.right), bottom)
        else:
            lines.append(rule)
    return lines
