"""List ends: where a list of members ends within its sentence, and whether those found are members at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loaders.document import Passage
from loaders.readers.governance.cues import cues
from loaders.readers.governance.enumerations import Member
from loaders.readers.governance.labels import APART
from loaders.readers.governance.offices import begins_with_office
from loaders.seeking import Sought
from loaders.words.actor_heads import kind_at
from loaders.words.rhythms import RHYTHM
from loaders.words.wording import plain

END_OF_LABELLED = (
    re.compile(rf"{cues('end')}|{APART}"),
    re.compile(r"(?<!\bm)(?<!\bmm)\.(?=\s|$)"),
    Sought(rf"\s\({RHYTHM}"),
)
END = (*END_OF_LABELLED, re.compile(r";(?=\s|$)"))
"""What ends a list, whichever stands first: looked for one by one, what is long in them is compiled once."""

_ACTS = re.compile(
    r"(?<=[a-zà-ÿ]) (?!(?:que|comme|entre|outre|contre|chaque|toute|tout|soit|dont)\b|[a-zà-ÿ]+(?:ment|ant) )"
    r"(?=[a-zà-ÿ]{2,}(?:e|d|t|ent|ra|ront) (?:(?:le|la|les|ses|son|sa|leurs?|cet|cette|ces) |l['’])[a-zà-ÿ])"
)
"""Before a verb with its object, behind a list of members: no article follows a noun otherwise."""
_TRAILING = re.compile(r"[\s,;]*(?:\s(?:et|ou|en|y))?[\s,;]*$")


def upto(ends: Iterable[re.Pattern[str] | Sought], words: Passage) -> Passage:
    """Return ``words`` up to where a list of members ends in them: by one of ``ends``, or at a verb with its object."""
    text = words.text
    said = plain(text)
    found = [one.start() for one in (*(end.search(said) for end in ends), _ACTS.search(text)) if one]
    return words.cut(0, len(_TRAILING.sub("", text[: min(found)]))) if found else words


def known(found: Iterator[Member]) -> list[Member]:
    """Return those found where the first of them holds an office or is an actor: no one else leads or meets."""
    named = list(found)
    return named if named and (begins_with_office(named[0][0]) or kind_at(named[0][0])) else []
