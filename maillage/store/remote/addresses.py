"""Addresses of servers, and who asks: given by the environment, never in an address or on the command line."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

from maillage.errors import UsageError
from maillage.store.remote import failures

_QUERIES = {
    "/store": "/query",
    "/sparql-graph-crud-auth": "/sparql",
    "/sparql-graph-crud": "/sparql",
    "/data": "/query",
    "/rdf-graphs/service": "",
    "/sparql/gsp": "/sparql",
}
"""Where servers answer queries, by where they keep their graphs: Oxigraph, Virtuoso (two), Fuseki, GraphDB, Neptune."""

USER, PASSWORD = "MAILLAGE_USER", "MAILLAGE_PASSWORD"


@dataclass(frozen=True, slots=True)
class Account:
    """A name and a password, which is never shown."""

    user: str
    password: str = field(repr=False)


def checked(url: str) -> str:
    """Return ``url``. Raises StoreError where it is not that of a server, or holds a name or a password."""
    try:
        parts = urlsplit(url)
        whole = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError as error:
        raise failures.no_address(url) from error
    if not whole or "@" in parts.netloc or not url.isprintable() or " " in url:
        raise failures.no_address(url)
    return url


def account(user: str = "") -> Account | None:
    """Return the account of the environment, or that of ``user`` with its password; None where none is given."""
    name = user or os.environ.get(USER, "")
    return Account(name, os.environ.get(PASSWORD, "")) if name else None


def queries_of(url: str) -> str:
    """Return where the server with its graphs at ``url`` answers queries. Raises UsageError where none is known."""
    parts = urlsplit(checked(url))
    path = parts.path.rstrip("/")
    for graphs, queries in sorted(_QUERIES.items(), key=lambda known: -len(known[0])):
        if path.endswith(graphs):
            return urlunsplit(parts._replace(path=path.removesuffix(graphs) + queries, query=""))
    raise UsageError(
        "on ne sait pas où ce serveur répond aux requêtes, qui vérifient ce qui est publié : dites-le avec --query.",
        "it is not known where this server answers queries, which verify what is published: say it with --query.",
        file=url,
    )
