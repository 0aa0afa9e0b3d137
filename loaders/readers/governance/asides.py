"""Asides: what stands between the members of a list and names none: ``, qui le préside,``, ``et, désormais,``."""

from __future__ import annotations

import re

from loaders.document import Passage
from loaders.readers.governance.cues import cues
from loaders.words.wording import without

_ADVERB = rf"(?:(?<=\bet),?|(?<=,)|(?<=\bainsi que),?)\s+{cues('besides')}\b(?:,(?=\s))?"
_MEMBER = r"(?:et\s+)?(?:(?:de|du|des|la|le|les|une?|deux|trois|\d+)\s|[dl]')"
_CLAUSE = rf",\s+(?:qui|dont|lequel|laquelle|lesquels|que)\b[^,;.:()]{{3,80}}(?=,\s+{_MEMBER})"
_WHO_LEADS = rf"\s+qui (?:le|la|l'|en|y) ?[a-z]+(?: [a-z]+){{0,2}}(?=,\s+{_MEMBER})"
_ASIDE = re.compile(f"{_ADVERB}|{_CLAUSE}|{_WHO_LEADS}")


def without_asides(words: Passage) -> Passage:
    """Return a list of members without the asides in it; itself where it has none."""
    return without(words, _ASIDE)
