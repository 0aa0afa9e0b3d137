"""Acting for: persons who sign for a party each, as one sentence tells it: ``M. X, maire, pour la Ville, et Mme Y``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.party import Party, begins_with_person, read_party
from loaders.acts.representing import CIVIL
from loaders.document import Passage
from loaders.readers.parties.members import SUBJECT
from loaders.seeking import Sought
from loaders.words.dates import find_dates
from loaders.words.wording import plain

_FOR = Sought(r"\bpour (?:le compte de )?(?:la |le |les |l')")
_BY = re.compile(r"\b(?:co)?(?:signee?|conclue|paraphee)s?\b[^.;:\d]{0,40}?\b(?:par|entre)\s+")
_NEXT = re.compile(rf"(?:\s*[,;]\s*(?:et\s+)?(?:par\s+)?|\s+et\s+(?:par\s+)?)(?={CIVIL.pattern})")


def acting_for(words: Passage) -> Iterator[Party]:
    """Give the parties for each of which a sentence names the person who signed: before the signing, or behind it."""
    text = plain(words.text)
    if _FOR.search(text) is None:
        return
    if (acted := SUBJECT.search(text)) is not None:
        told = max((dated.end for dated in find_dates(words.text) if dated.end <= acted.start()), default=0)
        yield from _persons(words.cut(told, acted.start()))
    elif (by := _BY.search(text)) is not None:
        yield from _persons(words.cut(by.end()))


def _persons(words: Passage) -> Iterator[Party]:
    """Give the parties of a list of persons; nothing where the first of them signs for none."""
    text = plain(words.text)
    first = CIVIL.search(text)
    start = first.start() if first else len(text)
    ends = list(_NEXT.finditer(text, start))
    begins = [start, *(found.end() for found in ends)]
    for begin, end in zip(begins, [*(found.start() for found in ends), len(text)], strict=True):
        entry = words.cut(begin, end)
        if not (_FOR.search(plain(entry.text)) and begins_with_person(entry)):
            return
        yield read_party(entry)
