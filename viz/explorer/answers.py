"""What answers a request: the page of its address, of the newest generation of the store."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict
from threading import Lock
from typing import Protocol, runtime_checkable

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from maillage.errors import StoreError
from maillage.pipeline.originals import Originals
from maillage.queries import run
from maillage.store import Answered, Asked, Store
from viz.explorer import caching, definitions, downloads, library, linked, termes, wellknown
from viz.explorer.addresses import path_below, thing_at, with_query
from viz.explorer.contours import Contours
from viz.explorer.embedding import embedded
from viz.explorer.evidence.sheets import MEDIA_TYPE, Sheet, Sheets
from viz.explorer.kinds import page_of_kind
from viz.explorer.library import Library
from viz.explorer.memory import Remembering
from viz.explorer.pages import carte, editeur, question, questions, recherche, vocabulaire
from viz.explorer.problems import BadRequestError, NotFoundError
from viz.explorer.rendering import remember_language, render
from viz.explorer.search import Finder
from viz.explorer.search.suggesting import suggestions
from viz.explorer.visit import COOKIE, Visit, visit


@runtime_checkable
class Judged(Protocol):
    """A page that says its own status: 400 where what it was asked is refused."""

    @property
    def status(self) -> int:
        """The status of the answer."""
        ...


Answer = Callable[[Request], Response]

_HASH = re.compile(r"[0-9a-f]{64}")
_NOTHING = Markup()
_FOUND, _MOST_FOUND = 10, 1000
"""How many answers a search gives, unless it asks for more."""


class Explorer:
    """The pages of a store; the library of names is read again when a build has put another generation in place."""

    def __init__(self, store: Store, originals: Originals | None = None, contours: Contours | None = None) -> None:
        self._store = store
        self._originals = originals
        self._contours = contours
        self._sheets = Sheets()
        self._memory = Remembering(store)
        self._library = library.read(store)
        self._finder = Finder(store, self._library)
        self._lock = Lock()

    def visit(self, request: Request) -> Visit:
        """Return the visit of ``request`` to the newest generation."""
        memory, known = self._newest()
        return visit(request, memory, known, self._find, self._originals, self._contours)

    def _newest(self) -> tuple[Remembering, Library]:
        with self._lock:
            try:
                latest = self._store.latest()
            except StoreError:  # a build that fails or is under way: what is open stays good
                latest = self._store
            if latest is not self._store:
                self._store, self._memory, self._library = latest, Remembering(latest), library.read(latest)
                self._finder = Finder(latest, self._library)
            return self._memory, self._library

    def plain_page(self, template: str, page: Callable[[Visit], object]) -> Answer:
        """Return what answers with ``page``, which needs nothing but the visit."""

        def answer(request: Request) -> Response:
            visited = self.visit(request)
            shown = page(visited)
            return _shown(request, visited, template, shown, shown.status if isinstance(shown, Judged) else 200)

        return answer

    def named_page(self, template: str, page: Callable[[Visit, str], object], name: str) -> Answer:
        """Return what answers with ``page`` of what the part ``name`` of the address names."""

        def answer(request: Request) -> Response:
            visited = self.visit(request)
            return _shown(request, visited, template, page(visited, request.path_params[name]))

        return answer

    def thing(self, request: Request) -> Response:
        """Answer with the page of the thing at ``/doc/...`` or, where that is asked for, with its RDF."""
        visited = self.visit(request)
        path, form = linked.wanted(request, path_below(request, "/doc/"))
        if form != linked.HTML:
            return linked.about(visited.store, path, form)
        template, page = page_of_kind(path.split("/")[0])
        thing = thing_at(path)
        shown = _shown(request, visited, template, page(visited, thing), about=embedded(visited.store, thing))
        response = linked.linked(shown, path)
        response.headers.add_vary_header("Accept")
        return response

    def sheet(self, request: Request) -> Response:
        """Answer with the image of a page of an original that is on this machine. Raises NotFoundError elsewhere."""
        key, page = request.path_params["sha256"], int(request.path_params["page"])
        file = self._originals.file(key) if self._originals and _HASH.fullmatch(key) else None
        if file is None:
            raise NotFoundError(key)
        drawn = self._sheets.image(key, Sheet(file, page))
        return Response(drawn, media_type=MEDIA_TYPE, headers={"Cache-Control": "private, max-age=3600"})

    def plan(self, request: Request) -> Response:
        """Answer with the contours of the territories of the map, and what it tells of each, as GeoJSON."""
        return JSONResponse(carte.plan(self.visit(request)), media_type="application/geo+json")

    def void(self, request: Request) -> Response:
        """Answer with the description of the dataset."""
        return wellknown.void(request, self.visit(request).store)

    def newest(self) -> Store:
        """Return the store as the newest build has left it."""
        self._newest()
        return self._store

    def definition(self, request: Request) -> Response:
        """Answer at ``/def/...`` with the documentation or, where it is asked for, with RDF."""
        visited, term = self.visit(request), request.path_params["path"]
        form = linked.liked(request)
        if form != linked.HTML:
            return definitions.data(visited.store, term, form)
        return (
            definitions.to_page(term)
            if term
            else _shown(request, visited, vocabulaire.TEMPLATE, vocabulaire.page(visited))
        )

    def question(self, request: Request) -> Response:
        """Answer with the page of a question; 400 where a value is refused."""
        visited = self.visit(request)
        shown = question.page(visited, request.path_params["name"])
        return _shown(request, visited, question.TEMPLATE, shown, 400 if shown.problem else 200)

    def editor(self, request: Request, query: str, answered: Answered | None, status: int) -> Response:
        """Answer with the editor of queries: ``query`` and how it was ``answered``, none of them yet."""
        visited = self.visit(request)
        response = _shown(request, visited, editeur.TEMPLATE, editeur.page(visited, query, answered), status)
        response.headers.add_vary_header("Accept")
        response.headers["Cache-Control"] = "no-store"
        return response

    def terms(self, request: Request) -> Response:
        """Answer with the terms that a query may name, for those who write one, as JSON."""
        return JSONResponse(termes.listed(self.visit(request)))

    def search(self, request: Request) -> Response:
        """Answer ``?q=`` (with ``kind`` and ``limit``) with what it finds, as JSON. Raises BadRequestError."""
        visited = self.visit(request)
        words, kind, limit = (visited.query.get(name, "").strip() for name in ("q", "kind", "limit"))
        if not words:
            raise BadRequestError("problem.words")
        if limit and not (limit.isascii() and limit.isdigit() and 0 < int(limit[:6]) <= _MOST_FOUND):
            raise BadRequestError("problem.limit", most=_MOST_FOUND)
        return JSONResponse([dict(row) for row in self._find().index.search(words, kind, int(limit or _FOUND))])

    def suggest(self, request: Request) -> Response:
        """Answer ``?q=``, perhaps not yet whole, with the few things that may be meant, as JSON."""
        return JSONResponse([asdict(one) for one in suggestions(self.visit(request))])

    def _find(self) -> Finder:
        """Return what searches the newest generation."""
        self._newest()
        return self._finder

    def found(self, request: Request) -> Response:
        """Answer with the whole result of a search as a file. Raises NotFoundError for a form that there is not."""
        _path, form = downloads.wanted(request, f".{request.path_params['form']}")
        if _path:
            raise NotFoundError(request.url.path)
        return downloads.download(recherche.table(self.visit(request)), "recherche", form)

    def answer(self, request: Request) -> Response:
        """Answer a question with its table; a browser is sent to its page."""
        build, visited = caching.build_of(self.newest()), self.visit(request)
        name, form = downloads.wanted(request, request.path_params["name"])
        asked = question.named(name)
        given = {key: value for key, value in visited.query.items() if value.strip()}
        if form == downloads.HTML:
            return RedirectResponse(with_query(f"/questions/{asked.name}", **given), 303, {"Vary": "Accept"})
        etag = caching.tag(build, Asked(asked.sparql), asked.columns, asked.lists, asked.order, form, given)
        if caching.is_held(etag, request):
            return Response(status_code=304, headers={"Vary": "Accept", **caching.headers(etag)})
        response = downloads.download(run(visited.store, asked.name, given), asked.name, form)
        response.headers.update(caching.headers(etag))
        return response

    def catalogue(self, request: Request) -> Response:
        """Answer with the list of questions; a browser is sent to their page."""
        _path, form = downloads.wanted(request, "")
        if form == downloads.HTML:
            return RedirectResponse("/questions", 303, {"Vary": "Accept"})
        return downloads.download(questions.table(self.visit(request)), "questions", form)


def _shown(
    request: Request, visited: Visit, template: str, page: object, status: int = 200, about: Markup = _NOTHING
) -> Response:
    response = render(visited, template, page, status, about)
    if COOKIE in request.query_params:
        remember_language(response, visited)
    return response
