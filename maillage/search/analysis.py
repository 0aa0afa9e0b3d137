"""French words as the index holds them: as typed but for case and accents, and by their stems."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import tantivy

STEMMED = "francais"
TYPED = "lettres"

_ELIDED = ["l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu"]
"""What is left of a word before an apostrophe."""

_LONGEST = 60


@cache
def analysers() -> dict[str, tantivy.TextAnalyzer]:
    """Return the analysers of the texts and of the words that are looked for, by name."""
    plain = [
        tantivy.Filter.remove_long(_LONGEST),
        tantivy.Filter.lowercase(),
        tantivy.Filter.ascii_fold(),
        tantivy.Filter.custom_stopword(_ELIDED),
        tantivy.Filter.stopword("french"),
    ]
    return {TYPED: _analyser(plain), STEMMED: _analyser([*plain, tantivy.Filter.stemmer("french")])}


def words(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words of ``text`` as typed and by their stems, each once, in order."""
    typed, stemmed = (analysers()[name].analyze(text) for name in (TYPED, STEMMED))
    return tuple(dict.fromkeys(zip(typed, stemmed, strict=True)))


def _analyser(steps: Sequence[tantivy.Filter]) -> tantivy.TextAnalyzer:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for step in steps:
        builder = builder.filter(step)
    return builder.build()
