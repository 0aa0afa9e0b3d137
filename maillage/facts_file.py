"""The facts file: one JSON object a line, in the order of the reading, so that a diff shows what changed.

The first line describes the source; each other line is a fact: its table, its place, the act it stands in, its rule,
its tier where it is not ``verbatim``, then its fields, the empty ones left out. ``dumps`` and ``loads`` are inverse.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from maillage.errors import FactsError
from maillage.facts import FACTS, Fact, Source, parse_place

_CLASSES = {cls.table: cls for cls in FACTS}
_FRAME = ("place", "act", "rule", "tier")


def dumps(source: Source, facts: Iterable[Fact]) -> str:
    """Write ``source`` and its ``facts`` as the text of a facts file."""
    lines = [_line({"source": source.stem} | {k: v for k, v in asdict(source).items() if k != "stem" and v})]
    lines += [_line(_record(fact)) for fact in facts]
    return "".join(lines)


def loads(text: str, file: str = "") -> tuple[Source, tuple[Fact, ...]]:
    """Read the text of a facts file. Raises FactsError with the line that is not as it should be."""
    rows = text.splitlines()
    if not rows:
        raise _bad(file, 1, "le fichier est vide", "the file is empty")
    head = _parse(rows[0], file, 1)
    try:
        source = Source(stem=head.pop("source"), **head)
    except (KeyError, TypeError) as error:
        raise _bad(file, 1, "la source n'y est pas décrite", "the source is not described") from error
    return source, tuple(_fact(source.stem, _parse(row, file, n), file, n) for n, row in enumerate(rows[1:], 2))


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def _record(fact: Fact) -> dict[str, Any]:
    record: dict[str, Any] = {"table": fact.table, "lines": fact.place.lines, "act": fact.act, "rule": fact.rule}
    if fact.tier != "verbatim":
        record["tier"] = fact.tier
    for name in _own_fields(type(fact)):
        value = getattr(fact, name)
        if value not in ("", None, ()):
            record[name] = str(value) if isinstance(value, Decimal) else value
    return record


@cache
def _own_fields(cls: type[Fact]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls) if field.name not in _FRAME)


@cache
def _types(cls: type[Fact]) -> dict[str, str]:
    return {field.name: str(field.type) for field in fields(cls)}


def _parse(row: str, file: str, number: int) -> dict[str, Any]:
    try:
        record = json.loads(row)
    except json.JSONDecodeError as error:
        raise _bad(file, number, "ce n'est pas du JSON", "this is not JSON") from error
    if not isinstance(record, dict):
        raise _bad(file, number, "ce n'est pas un objet JSON", "this is not a JSON object")
    return record


def _fact(stem: str, record: dict[str, Any], file: str, number: int) -> Fact:
    try:
        cls = _CLASSES[record.pop("table")]
        place = parse_place(stem, record.pop("lines"))
        values = {name: _value(_types(cls)[name], value) for name, value in record.items()}
        return cls(place=place, **values)
    except (KeyError, TypeError, ValueError, InvalidOperation) as error:
        raise _bad(file, number, f"fait illisible ({error})", f"unreadable fact ({error})") from error


def _value(kind: str, value: Any) -> Any:
    if kind.startswith("tuple"):
        return tuple(value)
    return Decimal(value) if kind.startswith("Decimal") else value


def _bad(file: str, line: int, fr: str, en: str) -> FactsError:
    remedy = "reconstruisez-le avec « maillage extract --facts »", "make it again with “maillage extract --facts”"
    return FactsError(f"{fr} ; {remedy[0]}.", f"{en}; {remedy[1]}.", file=file, place=f"l. {line}")
