"""Numbers and places as a reader of French or English writes them."""

from __future__ import annotations

from decimal import Decimal

from viz.labels import concept
from viz.texts import Language, texts

_THIN = "\u202f"
_FIRM = "\u00a0"


def number(value: Decimal | int, language: Language) -> str:
    """Return ``value`` with its thousands apart and the decimal mark of the language; no digit is dropped."""
    grouped = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    if language == "en":
        return grouped
    return grouped.replace(",", _THIN).replace(".", ",")


def euros(value: Decimal | None, language: Language, period: str = "") -> str:
    """Return an amount in euros, to the cent unless whole, with what it is for a time (``an``, ``mois`` ...)."""
    if value is None:
        return ""
    exact = value.quantize(Decimal(1)) if value == value.to_integral_value() else value.quantize(Decimal("0.01"))
    words = number(exact, language)
    amount = f"€{words}" if language == "en" else f"{words}{_FIRM}€"
    return f"{amount} {concept('periodicites', period, language)}" if period else amount


def lines(place: str, language: Language) -> str:
    """Return ``97;103;220-224`` as ``lignes 97, 103, 220-224``, ``p3-4`` as ``pages 3-4``."""
    if not place:
        return ""
    unit = "page" if place.startswith("p") else "line"
    several = any(mark in place for mark in ";-")
    words = texts(language)(f"place.{unit}s" if several else f"place.{unit}")
    return f"{words}{_FIRM}{place.replace('p', '').replace(';', ', ')}"


def day(date: str, language: Language) -> str:
    """Return an ISO date (``2021``, ``2021-06``, ``2021-06-30``) as one reads it; anything else as it is."""
    parts = date.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) not in {2, 3} or not 1 <= int(parts[1]) <= 12:
        return date
    month = texts(language)("date.months").split()[int(parts[1]) - 1]
    if len(parts) == 2:
        return f"{month} {parts[0]}"
    number_of_day = int(parts[2])
    first = "er" if language == "fr" and number_of_day == 1 else ""
    return f"{number_of_day}{first} {month} {parts[0]}"
