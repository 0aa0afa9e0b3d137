"""Codes that number actions with no sign behind them: ``A1 Accueillir``, ``1.1.a et 1.1.b``, ``FI-12``."""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.remembering import remembered_texts
from loaders.words.numbering import clean

_CODE = (
    r"(?:[A-Z]{1,3}[ .-]?\d{1,2}(?:[.-]\d{1,2})*(?:\.?[a-h])?|\d{1,2}(?:\.\d{1,2})+(?:\.?[a-h])?|\d{1,2}\.?[a-h]"
    r"|\d{1,2}[.-][A-H]|[A-H][.-][a-h]|\d{1,2}|[IVX]{1,4}|[A-H])(?:\s(?:bis|ter))?(?!\w)"
)
_NOUN = r"(?:(?P<noun>[^\W\d_][^\W\d_A-ZÀ-Ý]{2,}(?:[ '’-][^\W\d_A-ZÀ-Ý]+){0,3})\s+)?(?:n\s?[°o]\s*)?"
_ALONE = re.compile(rf"\W{{0,3}}{_NOUN}(?P<codes>{_CODE}(?:\s*(?:,|;|/|&|\+|et)\s*{_CODE}){{0,7}})\W{{0,3}}")
_BEFORE = re.compile(rf"\W{{0,3}}{_NOUN}(?P<code>{_CODE})\s*[.):·|/–—-]?\s+(?=[«\"]?\s?[^\W\d_])")
_LONGEST = 80


class Coded(NamedTuple):
    """A code before a title: the noun that it follows (or none), itself, where the title starts."""

    noun: str
    number: str
    start: int


@remembered_texts(2_048)
def codes_alone(text: str) -> tuple[str, ...]:
    """Return the codes that ``text`` is, with no title behind them; none for any other text."""
    found = _ALONE.fullmatch(text) if len(text) <= _LONGEST else None
    return tuple(clean(one) for one in re.findall(_CODE, found["codes"])) if found is not None else ()


@remembered_texts(2_048)
def noun_of(text: str) -> str:
    """Return the noun before the code or codes that ``text`` is or begins with; empty for none."""
    found = (_ALONE.fullmatch(text) if len(text) <= _LONGEST else None) or _BEFORE.match(text)
    return (found["noun"] or "") if found is not None else ""


@remembered_texts(2_048)
def coded(text: str) -> Coded | None:
    """Return the code that ``text`` begins with before a title, None where there is none."""
    found = _BEFORE.match(text)
    return Coded(found["noun"] or "", clean(found["code"]), found.end()) if found is not None else None
