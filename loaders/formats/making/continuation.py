"""Whether a text goes on: it ends as no text ends, and the next begins as no text begins."""

from __future__ import annotations

import re
from functools import cache

from loaders.vocabulary import groups

_END = ".;:!?…"
_CLOSERS = " »\"”')]"
_WORD_AT_END = re.compile(r"[^\W_]+")
_NAME = r"[A-ZÀ-ÝŒ][^,;.:()]{1,40}"
_NAMES_BEFORE = re.compile(rf"(?:,\s{_NAME}){{2}},$")
_NAMES_AFTER = re.compile(rf"{_NAME}(?:,\s{_NAME})*(?:,$|,\s(?=[A-ZÀ-ÝŒ])|\s(?:et|ainsi que)\s|\.$)")
_NAMES_REACH = 100
_FIGURES_END = re.compile(r"(?:^|[^\d.,/-])\d{1,3}$|\d,\d{1,2}$")
_FIGURES_REST = re.compile(r"0\d\d(?![\d./-])|[%€]")
_FIGURE = re.compile(r"\d{1,3}(?:[ .]\d{3})*(?:,\d+)?\s?(?:[€%]|[a-zà-ÿ]{3,}\s)")
_LOWER = re.compile(r"[(«\"“]?\s?[a-zà-öø-ÿœ]")


@cache
def _hanging() -> frozenset[str]:
    """Return the declared words with which no text ends."""
    return frozenset(groups("continuation", "hanging")["words"])


def ended(text: str) -> bool:
    """Tell whether ``text`` closes with a full stop, a colon or the like."""
    return text.rstrip(_CLOSERS).endswith(tuple(_END)) or text.rstrip().endswith(tuple(_END))


def hangs(text: str) -> bool:
    """Tell whether ``text`` ends as no text ends: in a comma, a hyphen, an open bracket, an article, a preposition."""
    return text.rstrip().endswith(",") or unfinished(text)


def unfinished(text: str) -> bool:
    """Tell whether ``text`` ends as not even a line of a list ends: in a hyphen, an open bracket, an article ..."""
    text = text.rstrip()
    if text.endswith(("-", "(", "«", "'", "’", "/", "&", "+")):
        return True
    words = _WORD_AT_END.findall(text[-40:])
    if not words or not text.endswith(words[-1]):
        return False
    return words[-1].casefold() in _hanging() or words[-1] in groups("continuation", "hanging")["low"]


def begins_low(text: str) -> bool:
    """Tell whether ``text`` begins with a small letter."""
    return _LOWER.match(text.lstrip()) is not None


def begins_date(text: str) -> bool:
    """Tell whether ``text`` begins as a date without a day does, in a small letter though nothing stands before it."""
    word = _WORD_AT_END.search(text)
    return word is not None and word[0].casefold() in groups("continuation", "dates")["words"]


def goes_on(before: str, after: str) -> bool:
    """Tell whether ``after`` visibly continues ``before``."""
    if not before.strip() or not after.strip() or ended(before):
        return False
    return begins_low(after) or hangs(before) or tears_number(before, after)


def tears_number(before: str, after: str) -> bool:
    """Tell whether a number goes on in ``after``: its thousands (``54`` / ``000 habitants``), or its unit (``%``)."""
    return _FIGURES_END.search(before.rstrip()[-6:]) is not None and _FIGURES_REST.match(after.lstrip()) is not None


def names_go_on(before: str, after: str) -> bool:
    """Tell whether names that commas part go on in ``after``: no title or party begins there, whatever its capital."""
    return (
        _NAMES_BEFORE.search(before.rstrip()[-_NAMES_REACH:]) is not None
        and _NAMES_AFTER.match(after.strip()) is not None
    )


def figure_goes_on(before: str, after: str) -> bool:
    """Tell whether ``after`` begins with the figure for which ``before`` stops: ``à hauteur de`` / ``36 000 € par an``.

    The number of a page has nothing behind it.
    """
    return _FIGURE.match(after.strip()) is not None and unfinished(before)
