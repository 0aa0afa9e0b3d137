"""Lands: names of territories that go on with an adjective in small letters, as acts print them (``Pays fléchois``)."""

from __future__ import annotations

import re

from loaders.vocabulary import words
from loaders.words.wording import alternatives, plain

_LANDS = re.compile(alternatives(words("places", "lands")))
_ADJECTIVES = re.compile(alternatives(words("places", "adjectives")))
_NO_ADJECTIVES = re.compile(alternatives(words("places", "no_adjectives")))
_LONGEST = 30
_FOLLOWING = re.compile(r"\s(?P<word>[^\W\d_A-Z][\w'’-]*)")
_LAST = re.compile(r"[\w'’-]+$")


def goes_on(above: str, word: str) -> bool:
    """Whether ``word``, right behind the word ``above`` of a name, is the adjective with which the name goes on."""
    if not word[:1].islower() or not _LANDS.fullmatch(plain(above)):
        return False
    folded = plain(word.rstrip("."))
    return bool(_ADJECTIVES.fullmatch(folded)) and not _NO_ADJECTIVES.fullmatch(folded)


def end_of_name(text: str, end: int) -> int:
    """Return where a name of capitalised words that ends at ``end`` of ``text`` ends with its adjective."""
    last, following = _LAST.search(text, max(0, end - _LONGEST), end), _FOLLOWING.match(text, end)
    return following.end() if last and following and goes_on(last[0], following["word"]) else end
