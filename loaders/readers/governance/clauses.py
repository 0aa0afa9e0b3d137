"""Clauses of a sentence that states something of several bodies, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Passage
from loaders.readers.governance.cues import cues
from loaders.readers.governance.members import opens
from loaders.readers.governance.mentions import Mention, mentions
from loaders.seeking import Sought
from loaders.words.rhythms import RHYTHM
from loaders.words.wording import plain

_BESIDE = re.compile(r"\W*en (?:sus|plus|complement) d[^,.;:()]{3,80},\s*(?=\S)")
_AND_ANOTHER = re.compile(
    r"(?:,|\bet|\bainsi qu[e']|,? puis) ?(?:et )?(?:(?:sur|par|autour d[e']|avec|qu[e']|d[e']) ?)?"
    r"(?P<another>(?:une?|des|le|la|les) )$"
)
_APART = Sought(r"; (?:et )?(?P<another>(?:une?|le|la) |l')$")
_OF_WHICH = re.compile(
    r"\W{0,3}(?:qui\b|reuni|compos|elargi|ouvert|(?:co-?)?preside|anime|charge|forme|rassembl|constitu|auquel"
    r"|est (?:reuni|convoqu|organis)|se (?:tien(?:t|dra)|reuni(?:t|ra))\b|,? ou (?:se |sieg|particip)"
    rf"|(?:a (?:une|un) (?:frequence|rythme) )?{RHYTHM})"
)
_REPORTED = re.compile(
    r"[^,;:.()]{3,80}\b(?:repon|precis|indiqu|rappel|expliqu|ajout|inform|annonc|signal|soulign|not|di)[a-z]*"
    r"(?: [^,;:.()]{2,40})?\squ(?:e (?:le |la |les |des )|e l'|'une? )$"
)
"""Who says so, before the body of which a sentence states something: ``La Présidente répond qu'un``."""

_ELSEWHERE = Sought(rf",? (?:et|mais) qu(?:e (?:le |la |les |l')|'une? )(?={cues('others')})")
"""What is further reported of a body that steers no convention: ``et que le conseil communautaire, composé de``."""

_ANNOUNCED = re.compile(rf"[^;:.()]{{0,40}}\b{cues('steering')}[^;:.()]{{0,60}}:\s*(?:(?:le|la|les|une?|des) |l')?$")
"""What announces bodies before a colon: ``Trois niveaux de gouvernance sont prévus : le``."""


def _announces(text: str, start: int) -> bool:
    """Whether bodies parted by semicolons are announced before the first of them, which begins at ``start``."""
    return ";" in text and _ANNOUNCED.match(text, 0, start) is not None


def _is_told_so(mention: Mention, words: Passage) -> bool:
    """Whether a body is called by how often it meets behind a list of members: ``..., et un comité semestriel``."""
    return len(words.text[mention.start : mention.end]) > len(mention.words.text) and opens(plain(words.text))


def clauses(words: Passage) -> Iterator[Passage]:
    """Cut a sentence before each further body of which it states something: ``un X, qui ..., et sur un Y, qui ...``."""
    if (elsewhere := _ELSEWHERE.search(plain(words.text))) is not None:
        words = words.cut(0, elsewhere.start())
    text = plain(words.text)
    start = 0
    if (beside := _BESIDE.match(text)) is not None:
        yield words.cut(0, beside.end())
        start = beside.end()
    named = mentions(words)
    if named and (_REPORTED.match(text, 0, named[0].start) or _announces(text, named[0].start)):
        start = named[0].start
    for mention in named[1:]:
        joint = _AND_ANOTHER.search(text, start, mention.start)
        apart = _APART.search(text, start, mention.start)
        if joint is not None and not (_OF_WHICH.match(text, mention.end) or _is_told_so(mention, words)):
            joint = None
        if (joint := apart or joint) is not None:
            yield words.cut(start, joint.start())
            start = joint.start("another")
    yield words.cut(start)
