"""Names of the levels of a plan, alone or with what can stand beside them: ``enjeu``, ``objectifs opérationnels``."""

from __future__ import annotations

import re
from functools import cache

from loaders.vocabulary import groups
from loaders.words.wording import alternatives


def level_of(word: str) -> str:
    """Return the level that ``word`` (plain) names, empty for none."""
    return next((level for level, pattern in level_names().items() if re.fullmatch(pattern, word.strip())), "")


@cache
def level_names() -> dict[str, str]:
    """Return for each level of a plan the pattern of its names, in plain letters."""
    return {level: _names(names) for level, names in groups("plan", "levels").items()}


@cache
def any_level() -> str:
    """Return the pattern of the name of a level, whichever it is."""
    return alternatives(list(level_names().values()))


def _names(names: tuple[str, ...]) -> str:
    """Return a pattern for any of ``names``, each word in the singular or the plural."""
    return alternatives([r"[\s-]+".join(f"{word}[sx]?" for word in re.split(r"[\s-]+", name)) for name in names])


@cache
def ranks() -> dict[str, str]:
    """Return the number that each rank in words has: ``premier`` is ``1``."""
    return {name: number for number, names in groups("plan", "ranks").items() for name in names}


@cache
def rank() -> str:
    """Return the pattern of a rank, in words or in figures: ``premier``, ``2e``."""
    return rf"(?:{alternatives(list(ranks()))}|\d{{1,2}}\s?(?:ers?|eres?|nde?|e|eme|ieme))"


def rank_number(printed: str) -> str:
    """Return the number that a rank says, or that a number ``printed`` in its place is."""
    return ranks().get(printed, "") or re.sub(r"\D", "", printed)


@cache
def complement() -> str:
    """Return the pattern of a word that can follow a level's name: ``généraux``, ``stratégique``."""
    return alternatives([f"{word}s?" for word in groups("plan", "complements")["words"]])


@cache
def named_level() -> str:
    """Return the pattern of the name of a level, its group ``level``, with its complements."""
    return rf"(?P<level>{any_level()})(?:\s{complement()}){{0,3}}"
