"""The explorer as an application: its addresses, and what answers them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import RedirectResponse
from starlette.routing import Route

from maillage.errors import MaillageError
from maillage.pipeline.originals import Originals
from maillage.store import Limits, Store
from viz.explorer import api, built, errors, sparql
from viz.explorer.adding.office import Adding, Office
from viz.explorer.adding.routes import closed, routes
from viz.explorer.ahead import working_ahead
from viz.explorer.answers import Explorer
from viz.explorer.contours import Contours
from viz.explorer.headers import SecurityHeaders
from viz.explorer.linked import identifier
from viz.explorer.pages import (
    accueil,
    carte,
    comparer,
    financements,
    qualite,
    questions,
    recherche,
    reseau,
    theme,
    themes,
    type_action,
    types_action,
)
from viz.explorer.problems import BadRequestError, NotFoundError
from viz.explorer.recall import Recall
from viz.explorer.reseau.answers import Networks
from viz.explorer.statics import favicon, health, static
from viz.explorer.takeaway import Takeaway

_STEADY = ("/sparql", "/query/")
"""Where the addresses begin whose answers last as long as the build, where they say so."""


def app(
    store: Store,
    limits: Limits | None = None,
    originals: Originals | None = None,
    adding: Adding | None = None,
    contours: Contours | None = None,
    *,
    ahead: bool = False,
) -> Starlette:
    """Return the explorer of ``store``. A build that goes by puts its newest generation on the pages.

    ``limits`` are those of a query at ``/sparql``; ``originals`` are the documents whose passages can be shown;
    ``contours`` are those by which territories are drawn. Documents are added at the desk of ``adding``, if there is
    one. Long answers are worked out ``ahead`` while it runs.
    """
    explorer = Explorer(store, originals, contours)
    networks = Networks(explorer)
    takeaway = Takeaway(explorer)
    endpoint = sparql.Endpoint(store, explorer.newest, explorer.editor, limits or Limits())
    return Starlette(
        routes=[
            Route("/sparql", endpoint.answer, methods=["GET", "POST", "OPTIONS"]),  # first, as it is asked the most
            Route("/", explorer.plain_page(accueil.TEMPLATE, accueil.page)),
            Route("/recherche", explorer.plain_page(recherche.TEMPLATE, recherche.page)),
            Route("/recherche.{form}", explorer.found),
            Route("/themes", explorer.plain_page(themes.TEMPLATE, themes.page)),
            Route("/themes/{theme}", explorer.named_page(theme.TEMPLATE, theme.page, "theme")),
            Route("/types-d-action", explorer.plain_page(types_action.TEMPLATE, types_action.page)),
            Route("/types-d-action/{type}", explorer.named_page(type_action.TEMPLATE, type_action.page, "type")),
            Route("/carte", explorer.plain_page(carte.TEMPLATE, carte.page)),
            Route("/carte.geojson", explorer.plan),
            Route("/comparer", explorer.plain_page(comparer.TEMPLATE, comparer.page)),
            Route("/financements", explorer.plain_page(financements.TEMPLATE, financements.page)),
            Route("/reseau", explorer.plain_page(reseau.TEMPLATE, networks.page)),
            Route("/reseau.gexf", networks.gexf),
            Route("/reseau.csv", networks.csv),
            Route("/api/network", networks.data),
            Route("/qualite", explorer.plain_page(qualite.TEMPLATE, qualite.page)),
            Route("/donnees", takeaway.page()),
            Route("/donnees/{file}", takeaway.file),
            Route("/questions", explorer.plain_page(questions.TEMPLATE, questions.page)),
            Route("/questions/{name}", explorer.question),
            Route("/query", lambda _request: RedirectResponse("/query/", 308)),
            Route("/query/", explorer.catalogue),
            Route("/query/{name}", explorer.answer),
            Route("/api/search", explorer.search),
            Route("/api/suggest", explorer.suggest),
            Route("/api/terms", explorer.terms),
            Route("/api/openapi.json", api.openapi),
            Route("/def", lambda _request: RedirectResponse("/def/", 308)),
            Route("/def/{path:path}", explorer.definition),
            Route("/id/{path:path}", identifier),
            Route("/doc/{path:path}", explorer.thing),
            Route("/original/{sha256}/{page:int}.webp", explorer.sheet),
            Route("/.well-known/void", explorer.void),
            Route("/health", health),
            *(routes(Office(adding.desk, adding.guard, explorer.visit)) if adding else closed()),
            Route("/favicon.ico", favicon),
            Route("/static/built/{name}", built.file),
            Route("/static/{name}", static),
        ],
        middleware=[
            Middleware(Recall, paths=_STEADY, build=endpoint.build),
            Middleware(SecurityHeaders),
        ],
        exception_handlers={
            NotFoundError: errors.missing(explorer),
            BadRequestError: errors.bad_request(explorer),
            MaillageError: errors.of_maillage(explorer),
            HTTPException: errors.of_http(explorer),
        },
        lifespan=lambda _application: _running(endpoint, adding, working_ahead(store) if ahead else nullcontext()),
    )


@asynccontextmanager
async def _running(
    endpoint: sparql.Endpoint, adding: Adding | None, beside: AbstractAsyncContextManager[None]
) -> AsyncIterator[None]:
    """Keep processes ready for queries while the server runs; no work on a document goes on after it."""
    async with endpoint.running(), beside:
        yield
    if adding:
        adding.desk.close()
