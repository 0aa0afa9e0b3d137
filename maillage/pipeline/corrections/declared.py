"""Corrections as they are declared: a TOML file beside the document, each entry checked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from maillage.facts import Span, parse_place
from maillage.graph.facts_fields import Field
from maillage.pipeline.corrections.columns import columns, owe_all, values
from maillage.pipeline.corrections.mistakes import Where, bad, missing, unknown, wrong

Record = Mapping[str, object]

_SAID = ("reason", "author", "date")
_KEYS: Mapping[str, tuple[str, ...]] = {
    "add": ("table", "set", "lines", *_SAID),
    "change": ("table", "where", "set", "lines", *_SAID),
    "reject": ("table", "where", "lines", *_SAID),
    "same": ("actors", *_SAID),
    "distinct": ("actors", *_SAID),
}
_OPTIONAL = {"add": {"author", "date"}, "change": {"author", "date", "lines"}}
_HEADER = re.compile(r"^\s*\[\[\s*(\w+)\s*\]\]")
_LINES = re.compile(r"(?:p?\d+(?:-\d+)?)(?:;p?\d+(?:-\d+)?)*")
_TOML_LINE = re.compile(r"at line (\d+)")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """One correction: what it does, to which fact of which ``table``, why, and its lines (``span``) in its file.

    ``wanted`` are the fields by which the fact is known, ``stated`` those that it shall have; ``lines`` is where the
    document states it.
    """

    operation: str
    span: Span
    reason: str
    author: str = ""
    date: str = ""
    table: str = ""
    wanted: Mapping[str, Field] = field(default_factory=dict)
    stated: Mapping[str, Field] = field(default_factory=dict)
    lines: str = ""
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Corrections:
    """A corrections file: the hash of its bytes, and its entries in their order."""

    sha256: str
    entries: tuple[Entry, ...]


def load(file: Path) -> Corrections:
    """Read a corrections file. Raises FactsError, with the line and the remedy, for one that is not as it should be."""
    try:
        text = file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise bad(Where(str(file)), f"illisible ({error})", f"unreadable ({error})") from error
    return parse(text, str(file))


def parse(text: str, file: str = "") -> Corrections:
    """Read the text of a corrections file. Raises FactsError as ``load`` does."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _TOML_LINE.search(str(error))
        where = Where(file, int(line[1]) if line else 0)
        raise bad(where, f"ce n'est pas du TOML ({error})", f"this is not TOML ({error})") from error
    spans = _spans(text)
    entries: list[Entry] = []
    for name, records in tables.items():
        if name not in _KEYS:
            raise unknown(Where(file), name, _KEYS)
        if not isinstance(records, list) or len(records) != len(spans.get(name, ())):
            raise wrong(Where(file), name, f"écrit sous [[{name}]]", f"written below [[{name}]]")
        entries += (_entry(Where(file, s.first), name, s, r) for s, r in zip(spans[name], records, strict=True))
    return Corrections(sha256(text.encode()).hexdigest(), tuple(sorted(entries, key=lambda entry: entry.span)))


def _spans(text: str) -> dict[str, list[Span]]:
    """Return the lines of each entry, from its header to the last line before the next that says something."""
    rows = text.splitlines()
    heads = [(number, found[1]) for number, row in enumerate(rows, 1) if (found := _HEADER.match(row))]
    ends = [*(first - 1 for first, _ in heads[1:]), len(rows)][: len(heads)]
    spans: dict[str, list[Span]] = {}
    for (first, name), end in zip(heads, ends, strict=True):
        last = max(number for number in range(first, end + 1) if rows[number - 1].partition("#")[0].strip())
        spans.setdefault(name, []).append(Span(first, last))
    return spans


def _entry(where: Where, operation: str, span: Span, record: Record) -> Entry:
    """Check one entry. Raises FactsError."""
    for key in record:
        if key not in _KEYS[operation]:
            raise unknown(where, key, _KEYS[operation])
    for key in _KEYS[operation]:
        if not record.get(key) and key not in _OPTIONAL.get(operation, {"author", "date", "lines"}):
            raise missing(where, key)
    table = _said(where, record, "table")
    return Entry(
        operation=operation,
        span=span,
        reason=_said(where, record, "reason"),
        author=_said(where, record, "author"),
        date=_said(where, record, "date", _DATE, "une date : 2026-03-02", "a date: 2026-03-02"),
        table=table,
        wanted=_columns(where, table, record, "where"),
        stated=_columns(where, table, record, "set", whole=operation == "add"),
        lines=_lines(where, record),
        actors=_actors(where, record),
    )


def _said(
    where: Where, record: Record, key: str, form: re.Pattern[str] | None = None, fr: str = "", en: str = ""
) -> str:
    """Return the text of ``key``, single-spaced; empty where it is not there. Raises FactsError."""
    value = record.get(key, "")
    text = " ".join(str(value).split())
    if isinstance(value, (list, dict)) or (form and text and not form.fullmatch(text)):
        raise wrong(where, key, fr or "un texte entre guillemets", en or "a text in quotation marks")
    return text


def _columns(where: Where, table: str, record: Record, key: str, *, whole: bool = False) -> dict[str, Field]:
    stated = record.get(key)
    if stated is None:
        return {}
    if not isinstance(stated, dict):
        raise wrong(where, key, 'de la forme { colonne = "valeur" }', 'like { column = "value" }')
    columns(where, table)
    if whole:
        owe_all(where, table, stated)
    return values(where, table, stated)


def _lines(where: Where, record: Record) -> str:
    lines = _said(where, record, "lines", _LINES, "des lignes : 12, 12-14, ou p3", "lines: 12, 12-14, or p3")
    if lines and not all(0 < span.first <= span.last for span in parse_place("", lines).spans):
        raise wrong(where, "lines", "des lignes dans l'ordre, à partir de 1", "lines in their order, from 1")
    return lines


def _actors(where: Where, record: Record) -> tuple[str, ...]:
    actors = record.get("actors")
    if actors is None:
        return ()
    if not isinstance(actors, list) or len(actors) < 2 or not all(isinstance(name, str) and name for name in actors):
        raise wrong(where, "actors", "une liste d'au moins deux noms", "a list of at least two names")
    return tuple(" ".join(name.split()) for name in actors)
