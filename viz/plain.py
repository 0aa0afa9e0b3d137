"""Words of a source made safe to show: nothing invisible, nothing that turns the reading direction around."""

from __future__ import annotations

import textwrap
import unicodedata
from functools import lru_cache

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
_ELLIPSIS = "…"


@lru_cache(maxsize=1 << 15)  # the same words come back in row after row
def plain(text: str) -> str:
    """Return ``text`` on one line, without control, format (direction marks, zero-width) and unassigned characters."""
    if text.isprintable():  # nothing to take out of most texts, and this says so at once
        return " ".join(text.split())
    spaced = (" " if character.isspace() else character for character in text)
    return " ".join("".join(c for c in spaced if c == " " or unicodedata.category(c) not in _HIDDEN).split())


def shorten(text: str, length: int) -> str:
    """Return ``plain(text)``, cut to ``length`` characters at a word where there is one."""
    line = plain(text)
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    at_word = cut.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > length // 2 else cut).rstrip(" ,;:-–(") + _ELLIPSIS


def fold_lines(text: str, width: int, lines: int) -> tuple[str, ...]:
    """Return ``plain(text)`` as at most ``lines`` lines of ``width`` characters, the rest cut off."""
    return tuple(textwrap.wrap(plain(text), width, max_lines=lines, placeholder=_ELLIPSIS)) or ("",)
