"""Types of équipement as lists print them: recognised, and mended where the print lost a letter."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache

from loaders.resolve import fold
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain, tidy
from maillage.thesauri import SCHEMES

_CLOSE = 0.85
_SHORTEST_MENDED = 6
_LONGEST = 60


def known(text: str) -> bool:
    """Tell whether ``text`` is the name of a type and nothing else, in the singular or the plural."""
    return _singular(fold(text)) in _names()


def mended(text: str) -> str:
    """Return a printed type, its spelling mended where it is nearly that of a known one: ``LUDOTHQUE``."""
    printed = tidy(text)
    folded = _singular(fold(printed))
    if folded in _names() or len(folded) < _SHORTEST_MENDED or len(folded) > _LONGEST:
        return printed
    alike = (
        (SequenceMatcher(None, folded, name).ratio(), name) for name in _names() if abs(len(name) - len(folded)) < 3
    )
    ratio, name = max(alike, default=(0.0, ""))
    if ratio < _CLOSE:
        return printed
    label = _names()[name]
    return plain(label).upper() if printed.isupper() else label


def leading(text: str) -> str:
    """Return the words of a type with which ``text`` begins, as printed; empty where it begins with none."""
    found = _pattern().match(plain(text))
    return text[slice(*found.span("type"))] if found else ""


def _singular(folded: str) -> str:
    """Return folded words without the plural's endings."""
    return " ".join(re.sub(r"(?<=\w{3})s$|(?<=\w{3}eu)x$", "", word) for word in folded.split())


@cache
def _names() -> dict[str, str]:
    """Return the known types by their folded names in the singular."""
    labels = [label for concept in SCHEMES["types-equipement"] for label in (concept.fr, *concept.labels)]
    found: dict[str, str] = {}
    for label in (*groups("equipments", "types")["more"], *labels):
        found.setdefault(_singular(fold(label)), label)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a known type at the beginning of plain words."""
    labels = {_singular(plain(label)) for label in _names().values()}
    forms = [re.sub(r"[ -]", "[ -]", re.escape(label).replace(r"\ ", " ").replace(r"\-", "-")) for label in labels]
    words = [re.sub(r"(?<=\w)(?=\[ -\]|$)", "s?", form) for form in forms]
    return re.compile(rf"\W*(?:les? |la |l'|une? )?(?P<type>{alternatives(words)})(?!\w)")
