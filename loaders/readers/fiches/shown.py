"""Whether keys that stand again below each title of a run describe actions: who, and what for, when or for how much."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from loaders.readers.fiches.signs import GOALS, LEADS
from loaders.vocabulary import groups
from loaders.words.actor_heads import kind_at
from loaders.words.rubrics import rubric
from loaders.words.wording import alternatives, plain

_AIMS = GOALS | {"public", "modalite"}
_ENOUGH = 3
_LEAST = 2
_STRONG = 4
_HALF = 0.5
_TIME = re.compile(r"\b(?:19|20)\d\d\b|trimestre|semestre|rentree|\bmois\b|duree d|fin de la")
_MONEY = re.compile(r"\d\s?(?:k?€|euros?)")
_UNIT = r"(?:mois|ans?|annees?|trimestres?|semestres?|semaines?)"
_RHYTHM = re.compile(
    rf"\bfois par\b|\btou(?:te)?s les (?:\w+ )?{_UNIT}\b|\bchaque {_UNIT}\b|\b(?:\w+mestriel|mensuel|annuel)"
)
_ACTOR, _WHEN, _COSTS, _AGAIN = "pilote", "echeance", "budget", "rythme"


def shows_fiches(said: Sequence[tuple[str, str]], *, in_series: bool) -> bool:
    """Whether what is ``said`` below the titles of a run, as keys and values, is what fiches say of actions.

    Somebody acts, and there is an aim, a time or an amount; four of public, aims, means, results and measures do alone.
    Keys that nobody knows must be three, and what is listed must be no bodies, which meet again and again, no
    équipements, no points of minutes. Titles that no series shows (``in_series``) need a goal that is known.
    """
    told = {name: _told([value for key, value in said if key == name]) for name, _ in said}
    known = {name: kind for name in told if (kind := rubric(name)) not in ("", "autre")}
    kinds = set(known.values())
    whole = len(kinds & _AIMS) >= _STRONG
    acts = whole or bool(kinds & LEADS) or any(told[name] == _ACTOR and not rubric(name) for name in told)
    aims = bool(kinds - LEADS) or not {_WHEN, _COSTS}.isdisjoint(told.values())
    least = _LEAST if kinds & LEADS and kinds & _AIMS else _ENOUGH
    if not acts or not aims or len(told) < least or not (in_series or kinds & GOALS):
        return False
    strong = whole or (len(kinds) >= _STRONG and bool(kinds & LEADS))
    others = any(_others().search(name) for name in told) or (_AGAIN in told.values() and not kinds & GOALS)
    return strong or not others


def _told(values: Sequence[str]) -> str:
    """Return what half of ``values`` are at least: actors, rhythms, times or amounts; empty for anything else."""
    found = Counter(map(_kind_of, values))
    return next((kind for kind in (_ACTOR, _AGAIN, _WHEN, _COSTS) if found[kind] >= _HALF * len(values)), "")


def _kind_of(value: str) -> str:
    """Return what a value is by its own words: an actor, a rhythm, a time, an amount; empty for anything else."""
    if kind_at(value):
        return _ACTOR
    said = plain(value)
    found = ((_AGAIN, _RHYTHM), (_COSTS, _MONEY), (_WHEN, _TIME))
    return next((kind for kind, pattern in found if pattern.search(said)), "")


@cache
def _others() -> re.Pattern[str]:
    """Return the pattern of keys that bodies, équipements, points of minutes have."""
    return re.compile(rf"(?<!\w){alternatives(groups('fiches', 'shape')['other keys'])}")


def is_rhythm(value: str) -> bool:
    """Whether a value says how often: ``deux fois par an``, ``chaque mois``."""
    return _kind_of(value) == _AGAIN
