"""French figures as printed: ``1 466 743``, ``1,18``, ``↑ +1,0%``, ``- €``, ``N.C.``, ``2,3 M€``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from loaders.remembering import remembered_texts

SPACES = " \u00a0\u2009\u202f"
MINUSES = "-\u2212\u2010\u2011\u2012\u2013\u2014"
NUMBER = rf"[1-9]\d{{0,2}}(?:[{SPACES}.]\d{{3}}){{1,4}}(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)?"
"""A number without its sign; thousands stand apart by a space (of any kind) or a point, decimals after a comma."""

_NUMBER = re.compile(rf"(?P<sign>[{MINUSES}+])?[{SPACES}]?(?P<digits>{NUMBER})")
_MULTIPLES = {"k€": 1000, "m€": 1_000_000, "md€": 1_000_000_000}
_EUROS = re.compile(r"[€£]|eur|euros?")  # a scan's "£" is a "€"
_PLAIN_UNITS = re.compile(r"hab(?:itants?)?\.?|places?|enfants?|familles?|personnes?|allocataires?|hab\.?/km²|ans?")
_NOISE = re.compile(r"[↑↓→←↗↘▲▼➔➚➘⇑⇓⇒~≈*]|\(\d\)")
_LONGEST = 60
_MISSING = frozenset(
    {"", "nc", "nd", "ns", "na", "so", "nr", "ndp", "secret", "nonconnu", "nonconnue", "noncommuniqué"}
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a table's cell: ``value`` is None where the print has none; ``unit`` is ``%``, ``€`` or empty."""

    value: Decimal | None
    unit: str = ""


def number(text: str) -> Decimal | None:
    """Return the number that ``text`` is, with its sign and as many decimals as printed; None for anything else."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    value = Decimal(canonical(found["digits"]))
    return -value if found["sign"] and found["sign"] in MINUSES else value


def canonical(digits: str) -> str:
    """Rewrite the digits of a French ``NUMBER`` with a decimal point and nothing else: ``1 488,60`` -> ``1488.60``."""
    whole, comma, decimals = digits.partition(",")
    if not comma and re.fullmatch(r"\d+\.\d+", whole) and not re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", whole):
        return whole
    return re.sub(r"\D", "", whole) + (f".{decimals}" if comma else "")


@remembered_texts(2_048)
def figure(text: str) -> Figure | None:
    """Return the figure that a cell's ``text`` is, None where it holds other words.

    An empty cell and a mark of absence (``N.C.``, ``-``) give a Figure without value; a dash with a unit is zero
    (contract, *Values* of statistics).
    """
    if len(text) > _LONGEST:
        return None
    words = " ".join(_NOISE.sub(" ", text).split())
    if re.sub(r"[\W_]", "", words).casefold() in _MISSING and "%" not in words and "€" not in words:
        return Figure(None)
    body, unit, multiple = _unit(words)
    if body in MINUSES:
        return Figure(Decimal(0), unit) if unit else None
    value = number(body)
    return None if value is None else Figure(value * multiple if multiple != 1 else value, unit)


def _unit(words: str) -> tuple[str, str, int]:
    """Split a figure's words in number, unit (``%``, ``€`` or nothing) and what it is to be multiplied by."""
    found = re.fullmatch(rf"(?P<body>[{MINUSES}+]?[{SPACES}]?[\d{SPACES}.,]*)(?P<unit>\D*)", words)
    if found is None:
        return words, "", 1
    unit = found["unit"].strip().casefold()
    body = found["body"].strip()
    if unit in _MULTIPLES:
        return body, "€", _MULTIPLES[unit]
    if unit == "%" or _EUROS.fullmatch(unit):
        return body, "%" if unit == "%" else "€", 1
    return (body, "", 1) if _PLAIN_UNITS.fullmatch(unit) else (words, "", 1)
