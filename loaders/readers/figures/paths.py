"""The path of each row of a table of figures: ``Nombre d'équipements > dont centres sociaux > Evolution annuelle``.

A row belongs to one above it by its words (``dont``, ``avec``, an evolution of nothing named) or by its dash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from loaders.readers.figures.figure_table import Line
from loaders.resolve import fold
from loaders.vocabulary import groups

_BULLETS = re.compile(r"^(?P<bullet>[-–—•·➢➤►▪▸→↳*o]+(?=\s)|[-–—•·➢➤►▪▸→↳]+)\s*")
_NOTED = re.compile(r"(?<![m\s])\s?(?:[¹²³⁴⁵⁶⁷⁸⁹]|\*{1,3})$")
"""The sign of a note behind a label, not the end of ``km²``."""

_PART, _SUBPART, _EVOLUTION, _WHOLE = "part", "subpart", "evolution", "whole"


def paths(lines: Iterable[Line]) -> Iterator[tuple[Line, tuple[str, ...]]]:
    """Give each line with its path, from the row it belongs to in the end down to its own label."""
    whole: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    for line in lines:
        label, dashed = _label(line)
        kind = _kind(label, dashed)
        above = {_WHOLE: (), _PART: whole, _SUBPART: part or whole, _EVOLUTION: last}[kind]
        path = (*above, label)
        if kind == _WHOLE:
            whole, part = path, ()
        elif kind == _PART:
            part = path
        if kind != _EVOLUTION:
            last = path
        yield line, path


def _label(line: Line) -> tuple[str, bool]:
    """Return a line's label without its dash and its colon, and whether it has a dash."""
    text = " ".join(line.label.text.split())
    bullet = _BULLETS.match(text)
    label = text[bullet.end() :] if bullet else text
    return _NOTED.sub("", re.sub(r"\s*:+$", "", label)), bullet is not None or bool(line.marker)


def _kind(label: str, dashed: bool) -> str:
    """Tell what a row is to those above it."""
    folded = re.sub(r"\b\d{4}\b", " ", fold(label))
    folded = " ".join(folded.split())
    if any(folded.startswith(word + " ") for word in _starts(_PART)):
        return _PART
    if folded in _starts(_EVOLUTION):
        return _EVOLUTION
    if any(folded.startswith(word + " ") for word in _starts(_SUBPART)):
        return _SUBPART
    return _PART if dashed else _WHOLE


@cache
def _starts(kind: str) -> tuple[str, ...]:
    """Return the words, folded, with which a row of ``kind`` begins (or which it is)."""
    return tuple(fold(word) for word in groups("statistics", "rows")[kind])
