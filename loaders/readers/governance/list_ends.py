"""List ends: where a list of members ends within its sentence, and whether those found are members at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Passage
from loaders.readers.governance.cues import cues
from loaders.readers.governance.enumerations import Member
from loaders.readers.governance.labels import APART
from loaders.readers.governance.offices import begins_with_office
from loaders.readers.governance.rhythms import RHYTHM
from loaders.words.actor_heads import kind_at
from loaders.words.wording import plain

_CLOSES = rf"{cues('end')}|{APART}|\s\({RHYTHM}"
_STOP = r"(?<!\bm)(?<!\bmm)\.(?=\s|$)"
END = re.compile(rf"{_CLOSES}|{_STOP}|;(?=\s|$)")
END_OF_LABELLED = re.compile(rf"{_CLOSES}|{_STOP}")
_ACTS = re.compile(
    r"(?<=[a-zà-ÿ]) (?!(?:que|comme|entre|outre|contre|chaque|toute|tout|soit|dont)\b|[a-zà-ÿ]+(?:ment|ant) )"
    r"(?=[a-zà-ÿ]{2,}(?:e|d|t|ent|ra|ront) (?:(?:le|la|les|ses|son|sa|leurs?) |l['’])[a-zà-ÿ])"
)
"""Before a verb with its object, behind a list of members: no article follows a noun otherwise."""
_TRAILING = re.compile(r"[\s,;]*(?:\s(?:et|ou))?[\s,;]*$")


def upto(end: re.Pattern[str], words: Passage) -> Passage:
    """Return ``words`` up to where a list of members ends in them: by an ``end``, or before a verb with its object."""
    text = words.text
    ends = [found.start() for found in (end.search(plain(text)), _ACTS.search(text)) if found]
    return words.cut(0, len(_TRAILING.sub("", text[: min(ends)]))) if ends else words


def known(found: Iterator[Member]) -> list[Member]:
    """Return those found where the first of them holds an office or is an actor: no one else leads or meets."""
    named = list(found)
    return named if named and (begins_with_office(named[0][0]) or kind_at(named[0][0])) else []
