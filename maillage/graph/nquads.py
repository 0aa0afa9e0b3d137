"""N-Quads: one canonical way of writing each term, and a writer that knows which property takes what.

Plain strings, not rdflib terms: the whole reference (half a million quads) is written in under two seconds, where
rdflib's serialiser takes more than ten times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from maillage.vocabulary import RDF, XSD, AnnotationProperty, Class, DataProperty, Datatype, ObjectProperty

_ESCAPES: Final = str.maketrans(
    {chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}
    | {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)
_DATES: Final = (
    (re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"), XSD.date),
    (re.compile(r"\d{4}-(0[1-9]|1[0-2])"), XSD.gYearMonth),
    (re.compile(r"\d{4}"), XSD.gYear),
)

Value = str | int | Decimal


def literal(value: Value, language: str = "") -> str:
    """Write a text (in ``language`` where given), an integer or a decimal."""
    if isinstance(value, int):
        return f'"{value}"^^<{XSD.integer}>'
    if isinstance(value, Decimal):
        return f'"{canonical(value)}"^^<{XSD.decimal}>'
    return f'"{value.translate(_ESCAPES)}"' + (f"@{language}" if language else "")


def canonical(value: Decimal) -> str:
    """Write a decimal in its one canonical form: ``1488.60`` is ``1488.6``, ``20.0`` is ``20``."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


def date(value: str) -> str:
    """Write a date, a month or a year with its datatype; what is none of these as a plain text."""
    datatype = next((datatype for form, datatype in _DATES if form.fullmatch(value)), None)
    return typed(value, datatype) if datatype else literal(value)


def typed(value: str, datatype: Datatype) -> str:
    """Write a value that needs no escaping with its datatype."""
    return f'"{value}"^^<{datatype}>'


class Writer:
    """The quads of one named graph, each once, in the order in which they were first said."""

    def __init__(self, graph: str) -> None:
        self.graph = graph
        self._lines: dict[str, None] = {}

    @property
    def lines(self) -> Iterable[str]:
        """The quads, one a line."""
        return self._lines.keys()

    def is_a(self, subject: str, *classes: Class) -> None:
        """Say the classes of ``subject``."""
        for cls in classes:
            self._put(subject, RDF.type, f"<{cls}>")

    def link(self, subject: str, prop: ObjectProperty | AnnotationProperty, target: str) -> None:
        """Say that ``subject`` has the IRI ``target``; nothing where ``target`` is empty."""
        if target:
            self._put(subject, prop, f"<{target}>")

    def say(
        self, subject: str, prop: DataProperty | AnnotationProperty, value: Value | None, language: str = ""
    ) -> None:
        """Say that ``subject`` has the literal ``value``; nothing where it is None or empty."""
        if value is not None and value != "":
            self._put(subject, prop, literal(value, language))

    def say_date(self, subject: str, prop: DataProperty, value: str) -> None:
        """Say a date, as precise as it is; nothing where it is empty."""
        if value:
            self._put(subject, prop, date(value))

    def _put(self, subject: str, prop: str, term: str) -> None:
        self._lines[f"<{subject}> <{prop}> {term} <{self.graph}> ."] = None
