"""Counting: the number, the letter or the Roman figure that an automatic list prints before an item."""

from __future__ import annotations

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_ROMAN_UNITS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def figure(count: int, form: str) -> str:
    """Write a count as a list of this form does, by its name in Word: ``lowerLetter``, ``upperRoman`` ..."""
    if form in ("lowerLetter", "upperLetter"):
        letter = "abcdefghijklmnopqrstuvwxyz"[(count - 1) % 26] * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        return _roman(count).lower() if form == "lowerRoman" else _roman(count)
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    """Write ``count`` in Roman figures."""
    text = ""
    for amount, letters in (*_ROMAN, *_ROMAN_UNITS):
        times, count = divmod(count, amount)
        text += letters * min(times, 5)
    return text
