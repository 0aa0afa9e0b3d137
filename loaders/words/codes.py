"""Codes before titles: ``A1 Accueillir``, ``Chantier C2 – ...``, ``FI-12 ▪ ...``; several of them: ``1.1.a et 1.1.b``.

A noun may stand before the code, a sign behind it. What a code must show besides to be believed depends on where it
stands (in a column, in lines that step, over the sheets of a series): who asks there says it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from loaders.remembering import remembered_texts
from loaders.words.numbering import clean
from loaders.words.wording import plain

_FIRST = r"(?:[A-Z]{1,4}[ .-]?\d{1,2}(?!\d)|[IVX]{1,5}|[A-LN-Z](?!\s?[°º])|\d{1,2}(?!\d))"
_PART = r"(?:[.-]\s?\d{1,2}(?![\d%€])|(?:[.-]|(?<=\d))[a-hA-H](?![\w'’])|[.-][ivx]{1,4}(?![\w'’]))"
_CODE = rf"{_FIRST}{_PART}{{0,3}}+(?:(?:\s|(?<=\d))(?:bis|ter|quater|BIS|TER|QUATER))?(?![\w%€'’])"
_NOUN = r"[^\W\d_]{3,20}(?:(?: - |[ '’-])(?:[dl]['’])?[^\W\d_]{2,20}){0,2}"
_BEFORE = rf"\W{{0,6}}(?:(?P<noun>{_NOUN})\s+)?(?:[nN]\s?[°ºo]\s?|#\s?)?"
_SIGN = r"(?P<sign>(?:\s*[^\w\s«»\"“”'’(€%,;]){0,3})"
_OPENING = re.compile(rf"{_BEFORE}(?P<code>{_CODE}){_SIGN}\s*")
_ALONE = re.compile(rf"{_BEFORE}(?P<codes>{_CODE}(?:\s*(?:,|;|/|&|\+|et)\s*{_CODE}){{0,7}})\W{{0,3}}")
_TITLE = re.compile(r"(?<=\s)[«\"]?\s?[^\W\d_]")
_LONGEST = 80


class Coded(NamedTuple):
    """A code: the noun before it (plain, or none), itself, the sign behind it (or none), where a title would start."""

    noun: str
    number: str
    sign: str
    start: int


@remembered_texts(8_192)
def opening_code(text: str) -> Coded | None:
    """Return the code with which ``text`` begins, whatever follows it; None where there is none."""
    found = _OPENING.match(text)
    if found is None:
        return None
    return Coded(plain(found["noun"] or ""), clean(found["code"]), found["sign"].strip(), found.end())


def coded(text: str) -> Coded | None:
    """Return the code that ``text`` begins with before a title, None where there is none."""
    found = opening_code(text)
    return found if found is not None and _TITLE.match(text, found.start) else None


def noun_of(text: str) -> str:
    """Return the noun before the code with which ``text`` begins, in plain letters; empty for none."""
    found = opening_code(text)
    return found.noun if found is not None else ""


@remembered_texts(2_048)
def codes_alone(text: str) -> tuple[str, ...]:
    """Return the codes that ``text`` is, with no title behind them; none for any other text."""
    found = _ALONE.fullmatch(text) if len(text) <= _LONGEST else None
    return tuple(clean(one) for one in re.findall(_CODE, found["codes"])) if found is not None else ()
