"""Uniting: those whom a convention unites, as an act says of it: ``La convention dure 5 ans. Elle réunit la Caf``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.acts.convention_cues import NEW
from loaders.acts.party_joints import PARTY_HEAD
from loaders.acts.section import Section
from loaders.acts.splitting import words_of
from loaders.document import Passage
from loaders.readers.parties.members import members
from loaders.words.wording import plain, sentences

_CONVENTION = rf"(?:la|cette) (?:{NEW} )?(?:convention|ctg)\b"
_ABOUT = re.compile(rf"\W*{_CONVENTION}")
_UNITES = re.compile(
    rf"\W*(?P<it>elle|{_CONVENTION}[^.;:,]{{0,80}}?) "
    r"(?:reunit|reunira|associe|associera|rassemble|rassemblera|engage|engagera|lie|liera) "
    rf"(?=(?:la |le |les |l')?{PARTY_HEAD})"
)


def united(section: Section) -> Iterator[Passage]:
    """Give those whom the one convention of an act unites: a sentence about it says so, or ``Elle`` right behind it."""
    for block in section.blocks if is_about_one(section) else ():
        said = sentences(words_of(block))
        for before, words in zip((Passage(()), *said), said, strict=False):
            found = _UNITES.match(text := plain(words.text))
            if found is not None and (found["it"] != "elle" or _ABOUT.match(plain(before.text))):
                yield from members(section, words, text, _UNITES)


def is_about_one(section: Section) -> bool:
    """Whether an act is about one convention."""
    return sum(agreement.main for agreement in section.agreements) == 1
