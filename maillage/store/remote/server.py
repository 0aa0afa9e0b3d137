"""A SPARQL server as a store: the same questions, asked over HTTP."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from http.client import HTTPException, HTTPResponse
from urllib.error import HTTPError, URLError

from SPARQLWrapper import BASIC, JSON, POST, TURTLE, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from maillage.graph import BASE, PUBLICATION
from maillage.places import folder
from maillage.store.binding import bound
from maillage.store.dumping import Dumping
from maillage.store.guarding import form
from maillage.store.remote import addresses, answers, dialects, failures
from maillage.store.remote.addresses import Account
from maillage.store.terms import Iri, Value
from maillage.table import Table

SECONDS = 120
"""How long the server may take for one answer."""

_TABLES = {"SELECT", "ASK"}
_STATUS = {"QueryBadFormed": 400, "Unauthorized": 401, "EndPointNotFound": 404, "URITooLong": 414}


class Server(Dumping):
    """The graph that a SPARQL server holds. It is only read, and need not make one graph of the named ones."""

    verdicts = None

    def __init__(self, url: str, account: Account | None = None, seconds: int = SECONDS) -> None:
        """Name the server by the address of its queries. Raises StoreError for what is no such address."""
        self.url = addresses.checked(url)
        self._seconds = seconds
        self._account = account or addresses.account()
        self._prelude: str | None = None

    def select(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> Table:
        """Run a SELECT. Raises QueryError for bad SPARQL, StoreError where the server does not answer as it should."""
        answer = self._answer(self._told(bound(sparql, bindings)), "SELECT")
        if not isinstance(answer, Table):
            raise failures.garbled(self.url)
        return answer

    def ask(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> bool:
        """Run an ASK. Raises as ``select`` does."""
        answer = self._answer(self._told(bound(sparql, bindings)), "ASK")
        if not isinstance(answer, bool):
            raise failures.garbled(self.url)
        return answer

    def construct(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> tuple[str, ...]:
        """Run a CONSTRUCT or DESCRIBE; its triples as sorted N-Triples lines. Raises as ``select`` does."""
        answer = self._answer(bound(sparql, bindings), "CONSTRUCT")
        if not isinstance(answer, tuple):
            raise failures.garbled(self.url)
        return answer

    def kept(self, asked: str, ask: Callable[[], Table]) -> Table:
        """Ask: what a server holds may change at any time, so no answer of it is kept."""
        return ask()

    def answer(self, sparql: str) -> Table | bool | tuple[str, ...]:
        """Run a query of any form and give what ``select``, ``ask`` or ``construct`` gives. Raises as they do."""
        return self._answer(sparql, form(sparql))

    def graphs(self) -> tuple[str, ...]:
        """The IRIs of the named graphs that are ours, sorted; other people may have theirs on the same server."""
        return tuple(sorted(set(self.counts()) - {PUBLICATION}))

    def counts(self) -> dict[str, int]:
        """Return how many triples each named graph holds that is ours. Raises StoreError as ``select`` does."""
        found = self.select(_text("serveur/comptes"), {"base": BASE})
        return {str(row["graph"]): int(str(row["nombre"])) for row in found}

    def lines(self, graph: str) -> Iterator[str]:
        """Give the triples of a named graph as sorted N-Triples lines. Raises StoreError where the server cuts them."""
        lines = self.construct(_text("triplets/enonces"), {"graphe": Iri(graph)})
        if len(lines) != int(str(self.select(_text("serveur/compte"), {"graph": Iri(graph)}).rows[0][0])):
            raise failures.garbled(self.url)
        return iter(lines)

    def _told(self, sparql: str) -> str:
        """Return the query with what this server must be told before; the server is asked once what it is."""
        if self._prelude is None:
            self._prelude = dialects.prelude(self._sent(dialects.HELLO, "ASK").headers.get("Server", ""))
        return self._prelude + sparql

    def _answer(self, sparql: str, wanted: str) -> Table | bool | tuple[str, ...]:
        """Send the query and read what comes back."""
        response = self._sent(sparql, wanted)
        try:
            content = response.read()
        except (HTTPException, OSError) as error:
            raise failures.garbled(self.url) from error
        if wanted not in _TABLES:
            return answers.triples(content, self.url)
        answer = answers.answered(content, self.url)
        if isinstance(answer, Table):
            answers.complete(len(answer), response.headers.get("X-SPARQL-MaxRows"), self.url)
        return answer

    def _wrapper(self, sparql: str, wanted: str) -> SPARQLWrapper:
        """Return what sends one query: a wrapper remembers what it was asked, so each has its own."""
        wrapper = SPARQLWrapper(self.url, returnFormat=JSON if wanted in _TABLES else TURTLE)
        wrapper.setMethod(POST)
        wrapper.setTimeout(self._seconds)
        if self._account:
            wrapper.setHTTPAuth(BASIC)
            wrapper.setCredentials(self._account.user, self._account.password)
        wrapper.queryString, wrapper.queryType = sparql, wanted
        return wrapper

    def _sent(self, sparql: str, wanted: str) -> HTTPResponse:
        try:
            return self._wrapper(sparql, wanted).query().response
        except SPARQLWrapperException as error:
            status = _STATUS.get(type(error).__name__, 500)
            raise failures.refused(self.url, status, _said(error)) from error
        except HTTPError as error:
            raise failures.refused(self.url, error.code, error.read()) from error
        except TimeoutError as error:
            raise failures.late(self.url, self._seconds) from error
        except URLError as error:
            late = isinstance(error.reason, TimeoutError)
            raise failures.late(self.url, self._seconds) if late else failures.silent(self.url) from error
        except (HTTPException, OSError) as error:
            raise failures.silent(self.url) from error


def _said(error: SPARQLWrapperException) -> bytes:
    """Return the server's own words, which the wrapper writes as Python would."""
    words = str(error).partition("Response:\n")[2]
    try:
        said = literal_eval(words)
    except (SyntaxError, ValueError):
        said = words
    return said if isinstance(said, bytes) else words.encode()


@cache
def _text(name: str) -> str:
    """Return what a server is asked about its graphs: the file ``name`` below ``queries``."""
    return (folder("queries") / f"{name}.rq").read_text("utf-8")
