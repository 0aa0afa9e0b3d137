"""Words that people type, compared as people read them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from maillage.language import tr

_SHOWN = 5
_ALIKE = 60.0


def plain(text: str) -> str:
    """Return ``text`` without case, accents and punctuation: what two spellings of a name have in common."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    return " ".join(re.findall(r"[a-z0-9]+", "".join(c for c in decomposed if not unicodedata.combining(c))))


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the few of ``known`` that resemble ``word`` most, the closest first."""
    found = process.extract(
        word, sorted(set(known)), scorer=fuzz.WRatio, processor=plain, limit=_SHOWN, score_cutoff=_ALIKE
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
