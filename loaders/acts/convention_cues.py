"""Cues of conventions: the words by which acts speak of a convention territoriale globale, as patterns on plain words.

The words themselves stand in the vocabulary ``agreements``.
"""

from __future__ import annotations

from loaders.seeking import Sought
from loaders.vocabulary import groups, words
from loaders.words.wording import alternatives


def _any(key: str) -> str:
    """Return a pattern for any of the words ``key`` of the vocabulary."""
    return alternatives(words("agreements", key))


MENTION = Sought(rf"\b{_any('names')}")
"""A convention called by its name."""

SAME = Sought(rf"\b{_any('same')}")
"""What stands for the convention that the act is about, where it is not named."""

NEW = r"(?:nouvelle|presente|future|prochaine)"
"""What is said of the convention that the act makes, beside ``convention``."""

OTHER = Sought(rf"\b{_any('other')}")
"""What stands for another convention in the sentence that names one."""

FOREIGN = Sought(rf"\b{_any('foreign')}")
"""Other contracts, whose dates are not the convention's."""

PROLONGED = Sought(rf"\b{_any('prolonged')}")
"""What prolongs a convention: the date is that of its avenant."""

FROM_SIGNATURE = Sought(_any("from_signature"))
"""What makes a convention begin on the day of its signature."""

BEFORE = {role: Sought(rf"\b{alternatives(cues)}\W*$") for role, cues in groups("agreements", "before").items()}
"""What right before a mention says of the convention, by what it says."""

AROUND = {role: Sought(alternatives(cues)) for role, cues in groups("agreements", "around").items()}
"""What in the sentence of a mention says of the convention, by what it says."""
