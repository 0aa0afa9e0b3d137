"""Labels: what a line or a cell about a body is headed by, and what stands behind it."""

from __future__ import annotations

import re

from loaders.document import Passage
from loaders.readers.governance.cues import cues
from loaders.vocabulary import groups
from loaders.words.wording import alternatives, plain

_COLUMNS = groups("instances", "columns")
_EDGE = r"^\W*"
_OWN = r"(?:(?:les?|la|ses|sa|son|leurs?) |l' ?)?"
_INSTANCE = re.compile(rf"^\W*{alternatives(_COLUMNS['instance'])}(?!\w)")
_GROUP = re.compile(rf"^\W*{alternatives(_COLUMNS['group'])}\W*$")
_LABELS = {
    "members": re.compile(rf"^\W*{_OWN}{alternatives(_COLUMNS['members'])}(?!\w)"),
    "frequency": re.compile(rf"^\W*{_OWN}{alternatives(_COLUMNS['frequency'])}(?!\w)"),
    "other": re.compile(rf"^\W*{cues('labels')}(?!\w)"),
}
_ANY = "|".join(pattern.pattern.removeprefix(_EDGE) for pattern in _LABELS.values())
APART = rf"\s-\s+(?:{_ANY})[^:;.]{{0,30}}:"
"""What ends what a label heads, on the same line: a dash and another label."""

_OFFICES = re.compile(r"\W*(?:fonctions?|qualites?|titres?|au titre de|en qualite de)\W*")
_DEPUTIES = re.compile(r"\W*(?:(?:elue?|membre|representante?)s? )?suppleante?s?\W*")
_BEHIND = re.compile(r"[^:;.?]{2,60}?(?:\?\s*:?|:)\s*")
_ALONE = re.compile(
    rf"\W*(?:(?:la|le|les|sa|ses|leur) )?(?:{_ANY})"
    rf"(?: d(?:es|u|e la|e l') ?[a-z]+(?: de pilotage| technique)?)?[\s:?]*"
)
_TELLS = re.compile(r"\W*(?:les|des|nos|ces) [a-z]+s (?!siege|represent|comprenn|compos)[a-z]{3,}(?:ent|aient)\b")
"""What begins a sentence and is no label: ``Les participants attribuent ces résultats à trois causes :``."""

_LONGEST = 60


def heads_what(words: Passage) -> str:
    """Return what a column heads whose title is ``words``: ``instance``, or what a label does."""
    return "instance" if _INSTANCE.match(plain(words.text)) else label(words)


def heads_groups(words: Passage) -> bool:
    """Whether a column is headed as one of the groups into which the members of one body are sorted: ``Collège``."""
    return _GROUP.match(plain(words.text)) is not None


def heads_offices(words: Passage) -> bool:
    """Whether a column is headed as that of the offices of those whom the table names: ``Fonction``."""
    return _OFFICES.fullmatch(plain(words.text)) is not None


def heads_deputies(words: Passage) -> bool:
    """Whether a column is headed as that of those who stand in for the members: ``Suppléant``."""
    return _DEPUTIES.fullmatch(plain(words.text)) is not None


def label(words: Passage) -> str:
    """Return what the label that begins ``words`` heads: ``members``, ``frequency``, ``other``; nothing without."""
    text = plain(words.text)
    return next((kind for kind, pattern in _LABELS.items() if pattern.match(text)), "")


def label_of(words: Passage) -> tuple[str, Passage]:
    """Return what the label before a colon in ``words`` heads, and what stands behind it; nothing and all, without."""
    found = _BEHIND.match(words.text)
    kind = label(words) if found and not _TELLS.match(plain(words.text)) else ""
    return (kind, words.cut(found.end())) if found and kind else ("", words)


def is_whole_label(words: Passage) -> bool:
    """Whether ``words`` are the words of a label alone, as a title of its own: ``Composition du comité``."""
    return _ALONE.fullmatch(plain(words.text)) is not None


def is_mere_label(words: Passage) -> bool:
    """Whether ``words`` are a label and no more, as the first cell of a row is."""
    return len(words.text) <= _LONGEST and bool(label(words)) and not words.text.partition(":")[2].strip()
