"""Clauses of a sentence that states something of several bodies, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.document import Passage
from loaders.readers.governance.instances import mentions
from loaders.seeking import Sought
from loaders.words.wording import plain

_BESIDE = re.compile(r"\W*en (?:sus|plus|complement) d[^,.;:()]{3,80},\s*(?=\S)")
_AND_ANOTHER = re.compile(
    r"(?:,|\bet|\bainsi qu[e']|,? puis) ?(?:et )?(?:(?:sur|par|autour d[e']|avec|que|d[e']) ?)?"
    r"(?P<another>(?:une?|des|le|la|les) )$"
)
_APART = Sought(r"; (?:et )?(?P<another>(?:une?|le|la) |l')$")
_OF_WHICH = re.compile(
    r"\W{0,3}(?:qui\b|reuni|compos|elargi|ouvert|(?:co-?)?preside|anime|charge|forme|rassembl|constitu|auquel"
    r"|est (?:reuni|convoqu|organis)|se (?:tien(?:t|dra)|reuni(?:t|ra))\b)"
)


def clauses(words: Passage) -> Iterator[Passage]:
    """Cut a sentence before each further body of which it states something: ``un X, qui ..., et sur un Y, qui ...``."""
    text = plain(words.text)
    start = 0
    if (beside := _BESIDE.match(text)) is not None:
        yield words.cut(0, beside.end())
        start = beside.end()
    for mention in list(mentions(words))[1:]:
        joint = _AND_ANOTHER.search(text, start, mention.start)
        apart = _APART.search(text, start, mention.start)
        if joint is not None and not _OF_WHICH.match(text, mention.end):
            joint = None
        if (joint := apart or joint) is not None:
            yield words.cut(start, joint.start())
            start = joint.start("another")
    yield words.cut(start)
