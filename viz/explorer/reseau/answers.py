"""What answers at /reseau: the page, its data, and the files to take away."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from maillage.table import Table
from maillage.table_text import as_csv
from viz.exchange import as_file
from viz.explorer.answers import Explorer
from viz.explorer.downloads import harmless
from viz.explorer.library import Library
from viz.explorer.pages import reseau
from viz.explorer.reseau.data import seen_as_json
from viz.explorer.reseau.rows import TieRow, node_rows, tie_rows
from viz.explorer.reseau.wanted import Wanted, wanted
from viz.explorer.visit import Visit
from viz.mesh import Mesh, read_mesh

_COLUMNS = ("acteur", "role", "objet", "conventions", "themes", "montants", "lieux", "acteur_cle", "objet_cle")


class Networks:
    """The answers of an explorer about its network, which is read once for each generation of the store."""

    def __init__(self, explorer: Explorer) -> None:
        self._explorer = explorer
        self._read: tuple[Library, Mesh] | None = None
        self._lock = Lock()

    def page(self, visit: Visit) -> reseau.Reseau:
        """Return the page of what ``visit`` asks for."""
        return reseau.page(visit, self._wanted(visit))

    def data(self, request: Request) -> Response:
        """Answer with what is seen, as JSON."""
        visit = self._explorer.visit(request)
        asked = self._wanted(visit)
        nodes = node_rows(visit, asked.mesh, asked.seen, asked.choice)
        seen = seen_as_json(nodes, tie_rows(visit, asked.mesh, asked.seen))
        return JSONResponse({**seen, "address": asked.choice.address(), "left_out": asked.seen.left_out})

    def gexf(self, request: Request) -> Response:
        """Answer with the statements that are seen, as GEXF."""
        asked = self._wanted(self._explorer.visit(request))
        nodes = (asked.mesh.nodes[iri] for iri in sorted(asked.seen.nodes))
        text = as_file(nodes, (link for tie in asked.seen.ties for link in tie.statements), "gexf")
        return _file(text, "application/gexf+xml", "reseau.gexf")

    def csv(self, request: Request) -> Response:
        """Answer with the ties that are seen, one a line, as CSV."""
        visit = self._explorer.visit(request)
        asked = self._wanted(visit)
        rows = tuple(tuple(_cells(row)) for row in tie_rows(visit, asked.mesh, asked.seen))
        return _file(as_csv(harmless(Table(_COLUMNS, rows))), "text/csv", "reseau.csv")

    def _wanted(self, visit: Visit) -> Wanted:
        return wanted(visit, self._mesh(visit))

    def _mesh(self, visit: Visit) -> Mesh:
        """Return the mesh of the generation that ``visit`` sees."""
        with self._lock:
            if self._read is None or self._read[0] is not visit.library:
                self._read = visit.library, read_mesh(visit.store)
            return self._read[1]


def _cells(row: TieRow) -> Iterator[str]:
    joined = (
        row.source.text,
        row.role,
        row.target.text,
        "; ".join(mark.text for mark in row.conventions),
        "; ".join(mark.text for mark in row.themes),
        "; ".join(row.amounts),
        "; ".join(f"{place.document}, {place.lines}" for place in row.places),
        row.source_key,
        row.target_key,
    )
    return (_inert(text) for text in joined)


def _inert(text: str) -> str:
    """Return ``text`` as a spreadsheet takes it for words: what begins like a formula has an apostrophe before it."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def _file(text: str, media_type: str, name: str) -> Response:
    return Response(text, media_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'})
