"""What the cells of a column hold, whatever its title says: organisations, days and periods, amounts, figures.

Every reader of tables asks it in one way: a column holds what most of its filled cells are (``mostly``), and of several
kinds each stands in the first column that holds it (``which_hold``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

from loaders.document import Cell
from loaders.words.actor_heads import CLASSES, kind_at
from loaders.words.amounts import amounts
from loaders.words.wording import plain

_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|trimestre|semestre|\bmois\b|\bannees?\b|chaque an|\bans?\b|rentree"
    r"|\b(?:ete|hiver|printemps|automne)\b|continu|permanen|duree de|tout au long|\bterme\b|immediat|en cours"
    r"|des (?:la )?signature"
)
_COUNTED = re.compile(
    r"\W*(?:(?:le |les |la |l')?(?:nombre|taux|part|frequentation|proportion|volume)\b|\d+(?: \d{3})* ?%? [a-z]{3,})"
)
_PARTS = re.compile(r"\s*(?:[,;/\n+]|\bet\b)\s*")
_LONGEST_TIME = 60
_FEWEST = 2

Held = TypeVar("Held", str, Cell)
"""What a column holds: its cells, or the texts of these."""


def holds(texts: Sequence[str]) -> str:
    """Return what most of the filled ``texts`` of a column are: ``amounts``, ``days``, ``figures``, ``actors``."""
    kinds = (("amounts", _is_amount), ("days", _is_time), ("figures", _counts), ("actors", _names_actor))
    return next((kind for kind, are in kinds if mostly(texts, are)), "")


def mostly(held: Sequence[Held], are: Callable[[Held], bool]) -> bool:
    """Whether more than half of the cells of a column that are filled ``are`` what is asked."""
    filled = [one for one in held if _is_filled(one)]
    return 2 * sum(map(are, filled)) > len(filled)


def shows(held: Sequence[Held], are: Callable[[Held], bool]) -> bool:
    """Whether a column shows that it holds what is asked: two cells are filled, or its only one, and most are that."""
    several = bool(held) and sum(map(_is_filled, held)) >= min(_FEWEST, len(held))
    return several and mostly(held, are)


def which_hold(
    columns: Sequence[Sequence[Held]], asked: Mapping[str, Callable[[Held], bool]], taken: Collection[int] = ()
) -> dict[str, int]:
    """Return which of ``columns`` holds each kind of what is ``asked``, those left out that none holds.

    It is the first that shows it which is not ``taken``, nor by a kind asked before.
    """
    found: dict[str, int] = {}
    for kind, are in asked.items():
        free = (at for at in range(len(columns)) if at not in taken and at not in found.values())
        at = next((at for at in free if shows(columns[at], are)), None)
        if at is not None:
            found[kind] = at
    return found


def _is_filled(one: Held) -> bool:
    """Whether a cell holds more than a dash."""
    text = one if isinstance(one, str) else one.text
    return bool(text.strip(" -–—."))


def all_actors(text: str) -> bool:
    """Whether ``text`` is organisations and nothing else: each of what it lists begins with the name of one."""
    parts = [part for part in _PARTS.split(text) if part]
    sentence = text.rstrip().endswith((".", ":", "?"))
    return bool(parts) and not sentence and all(kind_at(part) not in CLASSES for part in parts)


def mostly_actors(text: str) -> bool:
    """Whether ``text`` begins with an organisation, and half of what it lists or more does: the rest are groups."""
    parts = [part for part in _PARTS.split(text) if part]
    named = [kind_at(part) not in CLASSES for part in parts]
    return bool(parts) and named[0] and 2 * sum(named) >= len(parts)


def _is_amount(text: str) -> bool:
    """Whether a cell begins with an amount."""
    first = next(amounts(text), None)
    return first is not None and not any(map(str.isalpha, text[: first.start]))


def _is_time(text: str) -> bool:
    """Whether a cell is a day, a period or a rhythm, and no figure of something: ``fin 2026``."""
    return len(text) <= _LONGEST_TIME and _TIME.search(plain(text)) is not None and not _COUNTED.match(plain(text))


def _counts(text: str) -> bool:
    """Whether a cell says what is counted: ``Nombre de places``, ``12 places ouvertes``."""
    return _COUNTED.match(plain(text)) is not None


def _names_actor(text: str) -> bool:
    """Whether a cell begins with the name of an organisation, or one of those that it lists does."""
    return any(kind_at(part) not in CLASSES for part in _PARTS.split(text))
