"""Words that people type, compared as people read them."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from maillage.language import tr
from maillage.names import ascii_words

_SHOWN = 5
_ALIKE = 60.0


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the few of ``known`` that resemble ``word`` most, the closest first."""
    found = process.extract(
        word, sorted(set(known)), scorer=fuzz.WRatio, processor=ascii_words, limit=_SHOWN, score_cutoff=_ALIKE
    )
    return tuple(choice for choice, _score, _at in found)


def hint(word: str, known: Iterable[str]) -> tuple[str, str]:
    """Return, in French and in English, the sentence that proposes what may have been meant; empty if nothing is."""
    close = ", ".join(nearest(word, known))
    return (f" Vouliez-vous dire : {close} ?", f" Did you mean: {close}?") if close else ("", "")


def listed(choices: Iterable[str]) -> str:
    """Return the ``choices`` joined for a sentence, the end of a long list left out."""
    names = sorted(set(choices))
    more = tr(" et d'autres", " and others") if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
