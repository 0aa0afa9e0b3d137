"""The fields of a fact by their names, as the declarations of this room need them."""

from __future__ import annotations

from decimal import Decimal

from maillage.facts import Fact

Field = str | int | Decimal | tuple[str, ...] | None


def field_of(fact: Fact, name: str) -> Field:
    """Return the field ``name`` of ``fact``; None where its table has none of that name."""
    value: Field = getattr(fact, name, None)
    return value


def text_of(fact: Fact, name: str) -> str:
    """Return a field of text; empty where there is none."""
    value = field_of(fact, name)
    return value if isinstance(value, str) else ""


def texts_of(fact: Fact, name: str) -> tuple[str, ...]:
    """Return the texts of a field, one or several, the empty ones left out."""
    value = field_of(fact, name)
    values = value if isinstance(value, tuple) else (value,)
    return tuple(text for text in values if isinstance(text, str) and text)
