"""What the cells of a column hold, whatever its title says: organisations, days and periods, amounts, figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

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
_ENOUGH = 0.75


def holds(texts: Sequence[str]) -> str:
    """Return what most of the filled ``texts`` of a column are: ``amounts``, ``days``, ``figures``, ``actors``."""
    kinds = (("amounts", _is_amount), ("days", _is_time), ("figures", _counts), ("actors", _names_actor))
    return next((kind for kind, are in kinds if mostly(texts, are)), "")


def mostly(texts: Sequence[str], are: Callable[[str], bool]) -> bool:
    """Whether three in four of the filled ``texts`` of a column ``are`` what is asked."""
    filled = [text for text in texts if text.strip(" -–—.")]
    return bool(filled) and sum(map(are, filled)) >= _ENOUGH * len(filled)


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
