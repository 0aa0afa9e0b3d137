"""Whether keys that stand again below each title of a run describe actions: who, and what for, when or for how much."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from loaders.readers.fiches.signs import LEADS
from loaders.vocabulary import groups
from loaders.words.actor_heads import kind_at
from loaders.words.rubrics import rubric
from loaders.words.wording import alternatives, plain

_AIMS = frozenset({"objectif", "resultat", "indicateur", "public", "modalite"})
_GOALS = _AIMS - {"modalite", "public"}
_ENOUGH = 3
_STRONG = 4
_HALF = 0.5
_TIME = re.compile(r"\b(?:19|20)\d\d\b|trimestre|semestre|rentree|\bmois\b|duree d|fin de la")
_MONEY = re.compile(r"\d\s?(?:k?€|euros?)")
_ACTOR, _WHEN, _COSTS = "pilote", "echeance", "budget"


def shows_fiches(said: Sequence[tuple[str, str]], *, in_series: bool) -> bool:
    """Whether what is ``said`` below the titles of a run, as keys and values, is what fiches say of actions.

    Somebody acts, and there is an aim, a time or an amount. Keys that nobody knows must be three, and what is listed
    must be no bodies, no équipements, no points of minutes. Titles that no number shows need an aim that is known.
    """
    names = list(dict.fromkeys(name for name, _ in said))
    kinds = {rubric(name) for name in names} - {""}
    told = [_told([value for key, value in said if key == name]) for name in names]
    acts = bool(kinds & LEADS) or _ACTOR in told
    aims = kinds & _AIMS or kinds & {"echeance", "budget", "financeur"} or _WHEN in told or _COSTS in told
    if (
        not acts
        or not aims
        or not (in_series or kinds & _GOALS)
        or len(names) < (2 if kinds & LEADS and kinds & _AIMS else _ENOUGH)
    ):
        return False
    strong = len(kinds) >= _STRONG and bool(kinds & LEADS)
    return strong or not any(_others().search(name) for name in names)


def _told(values: Sequence[str]) -> str:
    """Return what half of ``values`` are at least: actors, times or amounts; empty for anything else."""
    found = Counter(map(_kind_of, values))
    return next((kind for kind in (_ACTOR, _WHEN, _COSTS) if found[kind] >= _HALF * len(values)), "")


def _kind_of(value: str) -> str:
    """Return what a value is by its own words: an actor, a time, an amount; empty for anything else."""
    if kind_at(value):
        return _ACTOR
    said = plain(value)
    return _COSTS if _MONEY.search(said) else _WHEN if _TIME.search(said) else ""


@cache
def _others() -> re.Pattern[str]:
    """Return the pattern of keys that bodies, équipements, points of minutes have."""
    return re.compile(rf"(?<!\w){alternatives(groups('fiches', 'shape')['other keys'])}")
