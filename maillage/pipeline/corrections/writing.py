"""Corrections written: what a person decided, as entries of a corrections file; and an entry taken out of one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from maillage.facts import Fact
from maillage.graph.facts_fields import Field, field_of
from maillage.pipeline.corrections.applying import key_of
from maillage.pipeline.corrections.columns import column_of, says, spelled, stated_by
from maillage.pipeline.corrections.declared import parse
from maillage.queries import question

_KEYLESS = frozenset(("declared_communes", "doubts", "types"))
"""Tables that are not exported and have no declared key."""


@dataclass(frozen=True, slots=True)
class Written:
    """An entry to be written: ``wanted`` and ``stated`` are columns with their values; ``lines`` may be empty."""

    operation: str
    table: str
    reason: str
    wanted: Mapping[str, str | int] = field(default_factory=dict)
    stated: Mapping[str, str | int] = field(default_factory=dict)
    lines: str = ""
    author: str = ""
    date: str = ""


def written(entries: Sequence[Written]) -> str:
    """Return ``entries`` as the text of a corrections file."""
    return "\n".join(map(_entry, entries))


def without(text: str, key: str) -> str:
    """Return the ``text`` of a corrections file without the entry ``key`` (that of its Correction).

    Raises FactsError as ``parse`` does; the text is as it was where there is no such entry.
    """
    spans = (entry.span for entry in parse(text).entries if key_of(entry) == key)
    gone = {number for span in spans for number in range(span.first, span.last + 1)}
    rows = text.splitlines()
    kept = (row for number, row in enumerate(rows, 1) if number not in gone)
    return "\n".join(kept).strip("\n") + "\n"


def designation(fact: Fact, facts: Sequence[Fact]) -> tuple[Mapping[str, str | int], str]:
    """Return the columns by which ``fact`` is told from the other ``facts``, and its lines where they are needed too.

    The columns of its key where these do, else all that it states.
    """
    keys = () if fact.table in _KEYLESS else question(f"tables/{fact.table}").keys
    known = {name: value for name in keys if (value := _plain(field_of(fact, name)))}
    if known and _alike(facts, fact, known) == 1:
        return _columns(fact, known), ""
    whole = {name: plain for name, value in stated_by(fact).items() if (plain := _plain(value))}
    return _columns(fact, whole), "" if _alike(facts, fact, whole) == 1 else fact.place.lines


def _alike(facts: Sequence[Fact], fact: Fact, known: Mapping[str, Field]) -> int:
    return sum(other.table == fact.table and says(other, known) for other in facts)


def _columns(fact: Fact, known: Mapping[str, str | int]) -> Mapping[str, str | int]:
    return {column_of(fact.table, name): value for name, value in known.items()}


def _plain(value: Field) -> str | int:
    return value if isinstance(value, int) else spelled(value)


def _entry(entry: Written) -> str:
    lines = [f"[[{entry.operation}]]", f"table = {_value(entry.table)}"]
    if entry.wanted:
        lines.append(f"where = {_inline(entry.wanted)}")
    if entry.lines:
        lines.append(f"lines = {_value(entry.lines)}")
    if entry.stated:
        lines.append(f"set = {_inline(entry.stated)}")
    lines.append(f"reason = {_value(entry.reason)}")
    lines += [f"{name} = {_value(text)}" for name, text in (("author", entry.author), ("date", entry.date)) if text]
    return "\n".join(lines) + "\n"


def _inline(columns: Mapping[str, str | int]) -> str:
    return "{ " + ", ".join(f"{name} = {_value(value)}" for name, value in columns.items()) + " }"


def _value(value: str | int) -> str:
    """Return a value as TOML: a text of JSON is one, but for what no TOML may hold as it is."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
