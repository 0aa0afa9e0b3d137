"""Indicators: the unit of a row of figures, and whether its euros are a funding or a figure of the diagnosis."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from loaders.readers.figures.figure_table import Value
from loaders.resolve import fold
from loaders.vocabulary import groups

_IN_PERCENT = re.compile(r"\(\s*(?:en\s*)?%\s*\)|\ben %")
_IN_THOUSANDTHS = re.compile(r"\bpour (?:mille|1 ?000)\b|‰", re.IGNORECASE)
_IN_EUROS = re.compile(r"\(\s*(?:en\s*)?(?:€|k€|euros?)\s*\)|\ben (?:euros|€)")
COUNT = "nombre"


def unit(path: tuple[str, ...], values: Iterable[Value], above: str = "", stated: str = "") -> str:
    """Return the unit of a row: as its cells print it, else as it is ``stated`` in a column or by its label.

    Failing these, that of the row ``above``.
    """
    printed = [value.figure.unit for value in values if value.figure.unit]
    if printed:
        return printed[0]
    label = f"{path[-1]} ({stated})" if stated else path[-1]
    if _IN_THOUSANDTHS.search(label):
        return COUNT
    if _IN_PERCENT.search(label):
        return "%"
    if _IN_EUROS.search(label):
        return "€"
    folded = fold(label)
    for name in groups("statistics", "units"):
        if any(folded == cue or folded.startswith(f"{cue} ") for cue in _folded("units", name)):
            return name
    return above if len(path) > 1 and above else COUNT


def in_euros(caption: str) -> str:
    """Return the words for euros where a table's caption says that it counts in them: ``(en euros)``; else nothing."""
    return "en euros" if _IN_EUROS.search(caption) else ""


def is_funding(path: tuple[str, ...], row_unit: str, caption: str = "", *, above: bool = False) -> bool:
    """Tell whether a row of euros is money given (table ``funding``); an average or a potential is a statistic.

    The table's ``caption`` can say so. A total is what the rows ``above`` it are.
    """
    if row_unit != "€" or is_total(path):
        return row_unit == "€" and above
    words = " ".join(fold(label) for label in path)
    return (_has(words, "funding") or _has(fold(caption), "funding")) and not _has(words, "average")


def is_total(path: tuple[str, ...]) -> bool:
    """Tell whether a row says nothing but that it adds up those above."""
    return fold(path[-1]) in _folded("money", "total")


def _has(folded: str, group: str) -> bool:
    """Tell whether one of the words of ``group`` stands in ``folded``."""
    return any(f" {word} " in f" {folded} " for word in _folded("money", group))


@cache
def _folded(table: str, key: str) -> tuple[str, ...]:
    """Return a list of the vocabulary, folded."""
    return tuple(fold(word) for word in groups("statistics", table)[key])
