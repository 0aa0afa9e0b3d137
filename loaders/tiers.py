"""Tiers: a fact is verbatim only where every text of it stands at its place, letter for letter.

Readers say how they came to a fact; whether what they took still is what is printed is seen here, for all of them. What
layout adds or takes away (spaces, punctuation, marks of emphasis, cells, hyphens at the end of a line) does not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.document import Document, passages
from maillage.facts import FACTS, Fact

PRINTED = (
    "number", "date", "issuer", "title", "body", "label", "territory", "start", "end", "signed_on", "actor",
    "representative", "representative_role", "commune", "text", "deadline", "supporter", "type", "name", "address",
    "postcode", "funder", "recipient", "object", "year", "indicator", "instance", "frequency", "member",
)  # fmt: skip
"""The columns that say what is printed; the others are codes, keys, and words of a vocabulary."""

_COLUMNS = {kind: tuple(name for name in PRINTED if hasattr(kind, name)) for kind in FACTS}
"""The columns of each kind of fact that say what is printed."""

_TAG = re.compile(r"<[^<>]{0,40}>")
_WORD = re.compile(r"[^\W_]+")


def with_tiers(facts: Iterable[Fact], document: Document) -> Iterator[Fact]:
    """Give ``facts``, those that are not as they are printed in ``document`` as ``normalised``."""
    lines = _Letters(document)
    for fact in facts:
        yield fact if fact.tier != "verbatim" or _stands(fact, lines) else replace(fact, tier="normalised")


def _stands(fact: Fact, lines: _Letters) -> bool:
    """Tell whether each text of ``fact`` stands at its place."""
    printed = "".join([lines[number] for span in fact.place.spans for number in range(span.first, span.last + 1)])
    return all(letters(text) in printed for text in texts(fact))


def texts(fact: Fact) -> Iterator[str]:
    """Give the texts of a fact that its act prints."""
    for name in _COLUMNS.get(type(fact), ()):
        value = getattr(fact, name)
        if isinstance(value, str) and value:
            # A path (« Naissances > dont garçons ») and a name with its service are put together from several cells.
            yield from value.split(" > ") if name == "indicator" else (value,)


def letters(text: str) -> str:
    """Return the letters and digits of ``text``: what is printed, without what layout makes of it."""
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", _TAG.sub("", text) if "<" in text else text)))


class _Letters(dict[int, str]):
    """The letters of each line, told when they are first asked for.

    Those of a format without lines are of the blocks that stand at each place.
    """

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._lines = document.lines
        for words in () if document.lines else passages(document.blocks):
            for piece in words.pieces:
                self[piece.line] = self.get(piece.line, "") + letters(piece.text)

    def __missing__(self, number: int) -> str:
        """Return the letters of the line ``number``; none where there is no such line."""
        self[number] = letters(self._lines[number - 1]) if 0 < number <= len(self._lines) else ""
        return self[number]
