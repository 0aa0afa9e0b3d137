"""Names of EPCI of several parts with a dash between them, as the reference data has them: ``Quercy - Bouriane``."""

from __future__ import annotations

import re
from functools import cache

from loaders.resolve import fold
from loaders.resolve.legal import core
from maillage import reference

DASH = re.compile(r"\s[-–—]|[-–—]\s")
_NEXT_PART = re.compile(r"(?:\s+[-–—]\s*|\s*[-–—]\s+)(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_][\w.&]*(?:['’-][\w.&]+)*")
_LONGEST = 60


@cache
def dashed_names() -> tuple[str, ...]:
    """Return the folded names of the EPCI that are of several parts, without their legal form."""
    return tuple(core(fold(epci.name)) for epci in reference.load().epcis.values() if DASH.search(epci.name))


def end_of_dashed(text: str, start: int, end: int) -> int:
    """Return where the name of an EPCI ends that goes on over the dash at ``end``; ``end`` where none is known so."""
    if not _NEXT_PART.match(text, end):
        return end
    for word in reversed(list(_WORD.finditer(text, end, end + _LONGEST))):
        if core(fold(text[start : word.end()])) in dashed_names():
            return word.end()
    return end
