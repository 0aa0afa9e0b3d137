"""What a server sends, read whole or refused: SPARQL results in JSON, triples in Turtle."""

from __future__ import annotations

import json

import pyoxigraph as ox

from maillage.errors import StoreError
from maillage.store.remote import failures
from maillage.store.terms import cell
from maillage.table import Cell, Table


def answered(content: bytes, url: str) -> Table | bool:
    """Return a table, or yes or no. Raises StoreError for an answer that is cut short or none at all."""
    try:
        answer = json.loads(content)
        if "boolean" in answer:
            return bool(answer["boolean"])
        names = tuple(answer["head"]["vars"])
        return Table(
            names, tuple(tuple(_cell(row.get(name)) for name in names) for row in answer["results"]["bindings"])
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise failures.garbled(url) from error


def triples(content: bytes, url: str) -> tuple[str, ...]:
    """Return triples in Turtle as sorted N-Triples lines. Raises StoreError as ``answered`` does."""
    try:
        return tuple(
            sorted({f"{quad.triple} ." for quad in ox.parse(content, format=ox.RdfFormat.TURTLE, lenient=True)})
        )
    except (SyntaxError, ValueError) as error:
        raise failures.garbled(url) from error


def _cell(found: dict[str, str] | None) -> Cell:
    """Return a value as a Table has it; some servers call a typed text by its former name."""
    if found is None:
        return None
    if found["type"] not in {"literal", "typed-literal"}:
        return found["value"]
    datatype = found.get("datatype")
    return cell(ox.Literal(found["value"], datatype=ox.NamedNode(datatype)) if datatype else ox.Literal(found["value"]))


def complete(found: int, most: str | None, url: str) -> None:
    """Raise StoreError where the ``found`` rows are the ``most`` that the server gives: there may be others."""
    if most and most.isdigit() and found >= int(most) > 0:
        raise StoreError(
            f"ce serveur ne rend que {most} lignes, et la réponse en a peut-être davantage : relevez sa limite "
            "(ResultSetMaxRows de Virtuoso).",
            f"this server gives {most} rows only, and there may be more: raise its limit "
            "(ResultSetMaxRows of Virtuoso).",
            file=url,
        )
