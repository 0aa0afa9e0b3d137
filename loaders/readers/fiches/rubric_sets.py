"""Sets of rubrics that show a fiche: keys that stand again below each title of a run, with what they say of actions.

Somebody acts, and there is an aim, a time or an amount.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders.readers.fiches.signs import GOALS, LEADS
from loaders.vocabulary import groups
from loaders.words.cell_kinds import holds, mostly
from loaders.words.rhythms import says_how_often
from loaders.words.rubrics import rubric
from loaders.words.wording import alternatives

_AIMS = GOALS | {"public", "modalite"}
_ENOUGH = 3
_LEAST = 2
_STRONG = 4


def shows_fiches(said: Sequence[tuple[str, str]], *, in_series: bool) -> bool:
    """Whether what is ``said`` below the titles of a run, as keys and values, is what fiches say of actions.

    Four of public, aims, means, results and measures are enough alone. Keys that nobody knows must be three, and what
    is listed must be no bodies, which meet again and again, no équipements, no points of minutes. Titles that no series
    shows (``in_series``) need a goal that is known.
    """
    values = {name: [value for key, value in said if key == name] for name, _ in said}
    held = {name: holds(texts) for name, texts in values.items()}
    known = {name: kind for name in values if (kind := rubric(name)) not in ("", "autre")}
    kinds = set(known.values())
    whole = len(kinds & _AIMS) >= _STRONG
    acts = whole or bool(kinds & LEADS) or any(held[name] == "actors" and not rubric(name) for name in held)
    aims = bool(kinds - LEADS) or not {"days", "amounts"}.isdisjoint(held.values())
    least = _LEAST if kinds & LEADS and kinds & _AIMS else _ENOUGH
    if not acts or not aims or len(values) < least or not (in_series or kinds & GOALS):
        return False
    strong = whole or (len(kinds) >= _STRONG and bool(kinds & LEADS))
    meets = any(mostly(texts, says_how_often) for texts in values.values()) and not kinds & GOALS
    return strong or not (meets or any(map(_others().search, values)))


@cache
def _others() -> re.Pattern[str]:
    """Return the pattern of keys that bodies, équipements, points of minutes have."""
    return re.compile(rf"(?<!\w){alternatives(groups('fiches', 'shape')['other keys'])}")
