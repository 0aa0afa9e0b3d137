"""The cues by which money is told in a fiche (``loaders/vocabulary/fiches.toml``)."""

from __future__ import annotations

import re
from functools import cache

from loaders.vocabulary import groups
from loaders.words.wording import alternatives


@cache
def money_cue(key: str) -> re.Pattern[str]:
    """Return the pattern of the cues ``key`` of money."""
    return re.compile(rf"(?<!\w){alternatives(groups('fiches', 'money')[key])}")
