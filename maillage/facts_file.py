"""The facts file: one JSON object a line, in the order of the reading, so that a diff shows what changed.

The first line describes the source; each other line is a fact: its table, its place (the lines, or the pages with their
boxes), the act it stands in, its rule, its tier where it is not ``verbatim``, then its fields, the empty ones left out.
``dumps`` and ``loads`` are inverse.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import Field, fields
from decimal import Decimal, InvalidOperation
from typing import get_args

from maillage.errors import FactsError
from maillage.facts import FACTS, Fact, Place, Source, Tier, parse_place

Record = dict[str, object]

_FRAME = ("place", "act", "rule", "tier")
_ELSEWHERE = "document"
_CLASSES: Mapping[str, Callable[..., Fact]] = {cls.table: cls for cls in FACTS}
_FIELDS: Mapping[str, tuple[Field[object], ...]] = {cls.table: fields(cls) for cls in FACTS}
_TYPES = {table: {field.name: str(field.type) for field in columns} for table, columns in _FIELDS.items()}
_TIERS = get_args(Tier)


def dumps(source: Source, facts: Iterable[Fact]) -> str:
    """Write ``source`` and its ``facts`` as the text of a facts file."""
    head: Record = {"source": source.stem}
    head |= {field.name: value for field, value in _stated(source, fields(source)) if field.name != "stem"}
    return "".join(_line(record) for record in (head, *(_record(fact, source.stem) for fact in facts)))


def loads(text: str, file: str = "") -> tuple[Source, tuple[Fact, ...]]:
    """Read the text of a facts file. Raises FactsError with the line that is not as it should be."""
    rows = text.removesuffix("\n").split("\n")
    if not text.strip():
        raise _bad(file, 1, "le fichier est vide", "the file is empty")
    source = _source(_parse(rows[0], file, 1), file)
    return source, tuple(_fact(source.stem, _parse(row, file, n), file, n) for n, row in enumerate(rows[1:], 2))


def _line(record: Record) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def _record(fact: Fact, stem: str) -> Record:
    record: Record = {"table": fact.table, "lines": fact.place.lines, "act": fact.act, "rule": fact.rule}
    if fact.place.document != stem:  # a correction stands in a file of its own
        record[_ELSEWHERE] = fact.place.document
    if fact.place.boxes:
        record["boxes"] = [str(box) for box in fact.place.boxes]
    if fact.tier != "verbatim":
        record["tier"] = fact.tier
    for field, value in _stated(fact, _FIELDS[fact.table]):
        if field.name not in _FRAME:
            record[field.name] = str(value) if isinstance(value, Decimal) else value
    return record


def _stated(record: Fact | Source, columns: Iterable[Field[object]]) -> Iterable[tuple[Field[object], object]]:
    """The fields that must be written: all but those that are empty by default and empty here."""
    for field in columns:
        value: object = getattr(record, field.name)
        if value not in ("", None, ()) or value != field.default:
            yield field, value


def _parse(row: str, file: str, number: int) -> Record:
    try:
        record: object = json.loads(row)
    except (json.JSONDecodeError, RecursionError) as error:
        raise _bad(file, number, "ce n'est pas du JSON", "this is not JSON") from error
    if not isinstance(record, dict):
        raise _bad(file, number, "ce n'est pas un objet JSON", "this is not a JSON object")
    return record


def _source(head: Record, file: str) -> Source:
    try:
        texts = {name: _text(value) for name, value in head.items()}
        return Source(stem=texts.pop("source"), **texts)
    except (KeyError, TypeError, ValueError) as error:
        raise _bad(file, 1, "la source n'y est pas décrite", "the source is not described") from error


def _fact(stem: str, record: Record, file: str, number: int) -> Fact:
    try:
        table = _text(record.pop("table"))
        stem = _text(record.pop(_ELSEWHERE, stem))
        place = _place(stem, _text(record.pop("lines")), record.pop("boxes", []))
        return _CLASSES[table](
            place=place, **{name: _value(_TYPES[table][name], value) for name, value in record.items()}
        )
    except (KeyError, TypeError, ValueError, InvalidOperation) as error:
        raise _bad(file, number, f"fait illisible ({error})", f"unreadable fact ({error})") from error


def _place(stem: str, lines: str, boxes: object) -> Place:
    if not isinstance(boxes, list):
        raise ValueError(boxes)
    place = parse_place(stem, lines, map(_text, boxes))
    if any(not 0 < span.first <= span.last for span in place.spans):
        raise ValueError(lines)
    return place


def _value(kind: str, value: object) -> object:
    """``value`` as the field's type wants it. Raises ValueError where it is of another type."""
    if kind.startswith("tuple"):
        if not isinstance(value, list):
            raise ValueError(value)
        return tuple(_text(part) for part in value)
    if kind.startswith("Decimal"):
        return _decimal(_text(value))
    if kind.startswith("int"):
        if not isinstance(value, int) or isinstance(value, bool):
            raise ValueError(value)
        return value
    if kind == "Tier" and value not in _TIERS:
        raise ValueError(value)
    return _text(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _decimal(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError(text)
    return number


def _bad(file: str, line: int, fr: str, en: str) -> FactsError:
    remedy = "reconstruisez-le avec « maillage extract --facts »", "make it again with “maillage extract --facts”"
    return FactsError(f"{fr} ; {remedy[0]}.", f"{en}; {remedy[1]}.", file=file, place=f"l. {line}")
