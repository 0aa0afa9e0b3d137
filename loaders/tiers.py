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
from maillage.facts import Fact

PRINTED = (
    "number", "date", "issuer", "title", "body", "label", "territory", "start", "end", "signed_on", "actor",
    "representative", "representative_role", "commune", "text", "deadline", "supporter", "type", "name", "address",
    "postcode", "funder", "recipient", "object", "year", "indicator", "instance", "frequency", "member",
)  # fmt: skip
"""The columns that say what is printed; the others are codes, keys, and words of a vocabulary."""

_TAG = re.compile(r"<[^<>]{0,40}>")
_NO_LETTER = re.compile(r"[\W_]+")


def with_tiers(facts: Iterable[Fact], document: Document) -> Iterator[Fact]:
    """Give ``facts``, those that are not as they are printed in ``document`` as ``normalised``."""
    lines = _letters_by_line(document)
    for fact in facts:
        printed = "".join(lines.get(n, "") for span in fact.place.spans for n in range(span.first, span.last + 1))
        lies = fact.tier == "verbatim" and any(letters(text) not in printed for text in texts(fact))
        yield replace(fact, tier="normalised") if lies else fact


def texts(fact: Fact) -> Iterator[str]:
    """Give the texts of a fact that its act prints."""
    for name in PRINTED:
        value = getattr(fact, name, "")
        if isinstance(value, str) and value:
            # A path (« Naissances > dont garçons ») and a name with its service are put together from several cells.
            yield from value.split(" > ") if name == "indicator" else (value,)


def letters(text: str) -> str:
    """Return the letters and digits of ``text``: what is printed, without what layout makes of it."""
    return _NO_LETTER.sub("", unicodedata.normalize("NFKC", _TAG.sub("", text)))


def _letters_by_line(document: Document) -> dict[int, str]:
    """Return the letters of each line; of a format without lines, those of the blocks that stand at each place."""
    if document.lines:
        return {number: letters(line) for number, line in enumerate(document.lines, 1)}
    found: dict[int, str] = {}
    for words in passages(document.blocks):
        for piece in words.pieces:
            found[piece.line] = found.get(piece.line, "") + letters(piece.text)
    return found
