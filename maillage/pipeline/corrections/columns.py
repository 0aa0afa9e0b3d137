"""The tables and columns by which a correction names facts: those of the tidy export, and what may stand in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal, InvalidOperation

from maillage.facts import FACTS, Correction, Fact
from maillage.graph.facts_fields import Field, field_of
from maillage.names import as_typed
from maillage.pipeline.corrections.mistakes import Where, missing, unknown, wrong

_FRAME = frozenset(field.name for field in fields(Fact))
_COLUMN_OF = {"signed_act": "act"}
_FIELD_OF = {column: field for field, column in _COLUMN_OF.items()}

TABLES: Mapping[str, Callable[..., Fact]] = {cls.table: cls for cls in FACTS if cls is not Correction}
_TYPES: Mapping[str, Mapping[str, str]] = {
    cls.table: {_COLUMN_OF.get(f.name, f.name): str(f.type) for f in fields(cls) if f.name not in _FRAME}
    for cls in FACTS
}
_OWED = {
    cls.table: [_COLUMN_OF.get(f.name, f.name) for f in fields(cls) if f.name not in _FRAME and f.default is MISSING]
    for cls in FACTS
}


def columns(where: Where, table: str) -> Mapping[str, str]:
    """Return the columns of ``table`` with their types. Raises FactsError for a table that is none."""
    if table not in TABLES:
        raise unknown(where, table, TABLES)
    return _TYPES[table]


def values(where: Where, table: str, stated: Mapping[str, object]) -> dict[str, Field]:
    """Return what ``stated`` says, by the fields of the facts of ``table``. Raises FactsError."""
    known = columns(where, table)
    found: dict[str, Field] = {}
    for name, value in stated.items():
        if name not in known:
            raise unknown(where, name, known)
        found[_FIELD_OF.get(name, name) if table == "signatories" else name] = _value(where, name, known[name], value)
    return found


def owe_all(where: Where, table: str, stated: Mapping[str, object]) -> None:
    """Raise FactsError where a column without which there is no fact of ``table`` is not ``stated``."""
    for name in _OWED[table]:
        if name not in stated:
            raise missing(where, name)


def says(fact: Fact, wanted: Mapping[str, Field]) -> bool:
    """Whether ``fact`` says what is ``wanted``; case, spaces and the form of apostrophes do not count."""
    return all(_plain(field_of(fact, name)) == _plain(value) for name, value in wanted.items())


def stated_by(fact: Fact) -> dict[str, Field]:
    """Return the fields of what ``fact`` states."""
    return {field.name: field_of(fact, field.name) for field in fields(fact) if field.name not in _FRAME}


def types_of(table: str) -> Mapping[str, str]:
    """Return the columns of ``table``, one that is known, with their types."""
    return _TYPES[table]


def owed(table: str) -> tuple[str, ...]:
    """Return the columns without which there is no fact of ``table``, one that is known."""
    return tuple(_OWED[table])


def column_of(table: str, field: str) -> str:
    """Return the column of ``table`` in which a field of its facts is written."""
    return _COLUMN_OF.get(field, field) if table == "signatories" else field


def spelled(value: Field) -> str:
    """Return a value as a corrections file spells it, its parts parted by semicolons."""
    if isinstance(value, tuple):
        return ";".join(spelled(part) for part in value)
    return f"{value:f}" if isinstance(value, Decimal) else str("" if value is None else value)


def _plain(value: Field) -> str:
    if isinstance(value, tuple):
        return ";".join(sorted(_plain(part) for part in value))
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return as_typed(str("" if value is None else value))


def _value(where: Where, name: str, kind: str, value: object) -> Field:
    """Return ``value`` as a column of that ``kind`` holds it; a number may be written as one. Raises FactsError."""
    if kind.startswith("tuple"):
        return _texts(where, name, value)
    if kind.startswith("Decimal"):
        return _decimal(where, name, value)
    if kind.startswith("int"):
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise wrong(where, name, "un nombre entier, sans guillemets", "a whole number, without quotation marks")
        return value
    return _text(where, name, value)


def _texts(where: Where, name: str, value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else str(_text(where, name, value)).split(";")
    return tuple(text for part in parts if (text := _text(where, name, part).strip()))


def _decimal(where: Where, name: str, value: object) -> Decimal:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        number = Decimal("NaN")
    if isinstance(value, bool) or not number.is_finite():
        raise wrong(where, name, "un nombre, avec un point : 1488.60", "a number, with a point: 1488.60")
    return number


def _text(where: Where, name: str, value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise wrong(where, name, "un texte entre guillemets", "a text in quotation marks")
    return value
