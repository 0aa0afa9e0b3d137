"""Where the names of organisations begin in a text, by their declared heads; names that stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.document import Passage
from loaders.remembering import remembered_texts
from loaders.resolve import fold
from loaders.resolve.kinds import Head, kinds
from loaders.vocabulary import words
from loaders.words.wording import plain

CLASSES = frozenset({"groupe", ""})
"""The kinds that name no organisation by themselves."""

FUNDERS = frozenset({"caf", "msa", "cpam", "departement", "epci", "commune", "etat", "operateur"})
"""The kinds of those who fund a fiche."""

_WORD = re.compile(r"[^\W_]+|&")
_ARTICLES = re.compile(r"^(?:(?:les?|la|l|une?|des) )+")
_LONGEST = 1000


@remembered_texts(4_096)
def kind_at(text: str) -> str:
    """Return the kind of actor that ``text`` begins with, by the declared words; empty for none."""
    folded = _ARTICLES.sub("", fold(text))
    head = next(kinds().heads(folded), None)
    return head.kind if head is not None and head.start == 0 else ""


def calls_on(text: str) -> bool:
    """Whether the end of ``text`` calls for more: a link, an open parenthesis."""
    last = plain(text).split()[-1:]
    open_words = words("fiches", "open_words")
    return text.count("(") > text.count(")") or text.endswith(("'", "’")) or (bool(last) and last[0] in open_words)


def side_by_side(text: Passage) -> Iterator[Passage]:
    """Give the names that stand in ``text`` side by side, where the print has lost what parted them.

    A new name begins with a capital and the head of an organisation, behind words that do not call for it; what
    stands in a parenthesis is left alone.
    """
    head = text.text[:_LONGEST].partition("(")[0]
    tokens = list(_WORD.finditer(head))
    folded = fold(head)
    start = 0
    if len(tokens) == len(folded.split()):
        for position in _heads(folded, tokens, head):
            yield text.cut(start, position)
            start = position
    yield text.cut(start)


def _heads(folded: str, tokens: list[re.Match[str]], text: str) -> Iterator[int]:
    """Give where a further organisation begins in ``text``, whose words are ``tokens``."""
    previous: Head | None = None
    for head in kinds().heads(folded):
        index = len(folded[: head.start].split())
        token = tokens[index]
        acronyms = index > 0 and token[0].isupper() and tokens[index - 1][0].isupper()
        between = folded[previous.end : head.start].split() if previous is not None else []
        scoped = previous is not None and previous.kind == "association" and set(between) <= _scopes()
        alone = previous is None or ((not between or scoped) and not acronyms)
        previous = head
        if alone or head.kind in CLASSES or head.plural or not token[0][0].isupper():
            continue
        before = text[: token.start()].rstrip()
        if (
            text[token.start() - 1 : token.start()] in (" ", ")")
            and not calls_on(before)
            and before[-1:] not in "-–—'’«"
        ):
            yield token.start()


@cache
def _scopes() -> frozenset[str]:
    """Return the folded words that say how far an association reaches, before the name of its network."""
    return frozenset(words("fiches", "scopes"))
