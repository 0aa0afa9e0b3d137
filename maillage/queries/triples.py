"""What is asked for as triples, not as a table: the files of ``queries/triplets``."""

from __future__ import annotations

from functools import cache

from maillage.places import folder
from maillage.store import Endpoint, Iri


def triples(store: Endpoint, name: str, **named: str) -> tuple[str, ...]:
    """Return as sorted N-Triples lines what ``queries/triplets/<name>.rq`` asks of ``store``.

    ``named`` gives variables of that file their IRIs. Raises QueryError and StoreError as ``Endpoint.construct`` does.
    """
    return store.construct(_text(name), {variable: Iri(iri) for variable, iri in named.items()})


@cache
def _text(name: str) -> str:
    return (folder("queries") / "triplets" / f"{name}.rq").read_text("utf-8")
