"""The numbers and bullets that Word prints before paragraphs: they stand in the numbering part, not in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.formats.making.counting import figure
from loaders.formats.making.spelling import normalise
from loaders.formats.office.word import Element, first, value, w

LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, the pattern of its label (``%1.%2``), where it begins."""

    form: str = "bullet"
    pattern: str = ""
    start: int = 1


@dataclass
class Numbering:
    """The lists of a document, and how far each has counted."""

    lists: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element | None) -> Numbering:
        """Return the numbering of the part whose root is ``root``."""
        if root is None:
            return cls()
        abstract = {value(node, "abstractNumId"): _levels(node) for node in root.iterchildren(w("abstractNum"))}
        lists = {}
        for node in root.iterchildren(w("num")):
            reference = first(node, "abstractNumId")
            levels = abstract.get(value(reference, "val"), {})
            lists[value(node, "numId")] = {**levels, **_overrides(node)}
        return cls(lists)

    def label(self, number: str, depth: int) -> tuple[str, bool]:
        """Count one paragraph of list ``number`` at ``depth``; return its label and whether that is but a bullet."""
        depth = min(max(depth, 0), LEVELS - 1)
        level = self.lists.get(number, {}).get(depth, Level())
        if level.form == "bullet":
            return _bullet(level.pattern), True
        if level.form == "none":
            return "", False
        counts = self._counts.setdefault(number, [0] * LEVELS)
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (LEVELS - depth - 1)
        return self._written(number, level.pattern, counts), False

    def start(self, number: str, depth: int, count: int | None = None) -> None:
        """Begin list ``number`` anew at ``depth``: with ``count``, by default where its style says."""
        depth = min(max(depth, 0), LEVELS - 1)
        counts = self._counts.setdefault(number, [0] * LEVELS)
        counts[depth:] = [0] * (LEVELS - depth)
        counts[depth] = max(count - 1, 0) if count is not None else 0

    def _written(self, number: str, pattern: str, counts: list[int]) -> str:
        """Put the counts into the pattern of a label."""
        for index in range(LEVELS):
            mark = f"%{index + 1}"
            if mark in pattern:
                level = self.lists[number].get(index, Level("decimal"))
                pattern = pattern.replace(mark, figure(counts[index] or level.start, level.form))
        return pattern


def _levels(node: Element) -> dict[int, Level]:
    """Return the levels that ``node`` declares."""
    found = {}
    for level in node.iterchildren(w("lvl")):
        start = value(first(level, "start"), "val")
        form, pattern = value(first(level, "numFmt"), "val"), value(first(level, "lvlText"), "val")
        index = value(level, "ilvl")
        if index.isdecimal():
            found[int(index)] = Level(form or "decimal", pattern, int(start) if start.isdecimal() else 1)
    return found


def _overrides(node: Element) -> dict[int, Level]:
    """Return the levels that a list declares anew."""
    found: dict[int, Level] = {}
    for override in node.iterchildren(w("lvlOverride")):
        found |= _levels(override)
    return found


def _bullet(pattern: str) -> str:
    """Return a bullet as a plain sign."""
    sign = normalise(pattern).strip()
    return sign if sign and sign not in "oO" else ("o" if sign else "-")
