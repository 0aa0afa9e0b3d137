"""Values into RDF terms, and RDF terms into the cells of a Table."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from maillage.errors import QueryError
from maillage.table import Cell

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = {f"{_XSD}{name}" for name in ("integer", "int", "long", "short", "byte", "nonNegativeInteger")}
_FLOATS = {f"{_XSD}double", f"{_XSD}float"}

_TEXTS = {f"{_XSD}string", f"{_XSD}date", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"}

Term = NamedNode | BlankNode | Literal | Triple


class Iri(str):
    """A text that names a thing of the graph; any other ``str`` is a text of the graph."""

    __slots__ = ()


Value = Iri | str | int | float | bool | Decimal


def term(value: Value) -> NamedNode | Literal:
    """Return ``value`` as an RDF term, an Iri as a node, all else as a literal. Raises QueryError for a bad IRI."""
    if isinstance(value, Iri):
        try:
            return NamedNode(value)
        except ValueError as error:
            raise QueryError(f"« {value} » n'est pas une IRI.", f"“{value}” is not an IRI.") from error
    if isinstance(value, Decimal):
        return Literal(f"{value:f}", datatype=NamedNode(f"{_XSD}decimal"))
    return Literal(value)


def cell(found: Term | None) -> Cell:
    """Return an RDF term as a plain value: a number or a truth value as such, all else as text, unbound as None."""
    if isinstance(found, Literal):  # what most cells are comes first
        datatype = found.datatype.value
        return found.value if datatype in _TEXTS else _literal(found.value, datatype)
    if found is None:
        return None
    return found.value if isinstance(found, (NamedNode, BlankNode)) else str(found)


def _literal(text: str, datatype: str) -> Cell:
    """Read a literal by its datatype; one that does not hold what its datatype says stays a text."""
    try:
        if datatype in _INTEGERS:
            return int(text)
        if datatype == f"{_XSD}decimal":
            return Decimal(text)
        if datatype in _FLOATS:
            return float(text)
    except (ValueError, InvalidOperation):
        return text
    if datatype == f"{_XSD}boolean":
        return text in {"true", "1"}
    return text
