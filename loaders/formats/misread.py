"""Misread characters: figures that a scan put into words, letters that it put into numbers. The length stays.

Only what no French word or number can be is mended: ``G1OBALE``, ``ACTI0NS``, ``ARTlCLE``, ``lntitulé``, ``2O23``.
"""

from __future__ import annotations

import re

_L = r"[^\W\d_]"
_SUSPECT = re.compile(rf"{_L}[01]{_L}|\d ?O|[A-Z]l|\bl[ln]")
_WORD = re.compile(rf"(?<![\w./@_-])(?={_L})(?:{_L}|[01](?={_L}))+{_L}(?![\w@_])")
_CAPITALS = re.compile(r"(?<!\w)(?=(?:\w*[A-ZÀ-Þ]){3})[A-ZÀ-Þl]+(?!\w)")
_ZERO = re.compile(r"(?<=\d)[Oo](?=\d)|(?<=\d )OOO(?=\s?(?:€|euros|\d))|(?<=\d)OO(?=\s?€)")
_STARTS = re.compile(r"(?<![\w'’])l(?=n[a-zà-ÿ]{3}|l\s[a-zà-ÿ])")
_VOWELS = frozenset("aeiouyàâäéèêëîïôöùûüœ")
_FEWEST = 3


def mend(text: str) -> str:
    """Return ``text`` with the characters that a scan has plainly misread as the print must have had them."""
    if not _SUSPECT.search(text):
        return text
    text = _CAPITALS.sub(lambda found: found[0].replace("l", "I") if found[0] != "l" else "l", text)
    text = _WORD.sub(_word, text)
    return _STARTS.sub("I", _ZERO.sub(lambda found: "0" * len(found[0]), text))


def _word(found: re.Match[str]) -> str:
    """Return a word without figures: ``0`` is an O, ``1`` an L beside a vowel and an I between consonants."""
    word = found[0]
    letters = [letter for letter in word if letter.isalpha()]
    if len(letters) == len(word) or len(letters) < _FEWEST:
        return word
    capitals = sum(letter.isupper() for letter in letters) * 2 > len(letters)
    return "".join(_letter(word, at, capitals=capitals) for at in range(len(word)))


def _letter(word: str, at: int, *, capitals: bool) -> str:
    """Return the letter that the character at ``at`` stands for."""
    if word[at].isalpha():
        return word[at]
    beside = {letter.lower() for letter in word[max(0, at - 1) : at + 2]}
    letter = "o" if word[at] == "0" else "l" if beside & _VOWELS else "i"
    return letter.upper() if capitals else letter
