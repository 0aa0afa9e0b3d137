"""The office: who is let in at ``/ajouter``, which forms are believed, and what then answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from maillage.pipeline.deposits import Desk
from viz.explorer.adding.at import At
from viz.explorer.adding.forms import MOST_FIELDS, form_of, text
from viz.explorer.adding.guard import PATH, SEAL, Guard, remember, same_origin
from viz.explorer.pages import jeton
from viz.explorer.rendering import remember_language, render
from viz.explorer.visit import COOKIE, Visit

Showing = Callable[[At], Response]
Doing = Callable[[At, FormData], Response]

_HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "same-origin"}
"""A browser keeps nothing of it; and with no referrer at all it would not say where a form comes from."""


@dataclass(frozen=True, slots=True)
class Adding:
    """Where documents are added, and who may add them."""

    desk: Desk
    guard: Guard


class Office:
    """What stands before the ``desk``: it lets in those whom ``guard`` admits."""

    def __init__(self, desk: Desk, guard: Guard, visiting: Callable[[Request], Visit]) -> None:
        self.desk = desk
        self._guard, self._visiting = guard, visiting

    def shows(self, showing: Showing) -> Callable[[Request], Response]:
        """Return what answers by ``showing``, to whoever is let in; the others are asked for the token."""

        def answer(request: Request) -> Response:
            visit = self._visiting(request)
            if not self._guard.admits(request):
                return self._asking(visit)
            session = self._guard.session(request) or self._guard.begin()
            response = showing(self._at(request, visit, session))
            remember(request, response, session)
            if COOKIE in request.query_params:
                remember_language(response, visit)
            return _private(response)

        return answer

    def does(self, doing: Doing, most: int = MOST_FIELDS) -> Callable[[Request], Awaitable[Response]]:
        """Return what answers a form of ``most`` bytes, filled in on a page of ours, by ``doing`` what it says."""

        async def answer(request: Request) -> Response:
            if not self._guard.admits(request) or not same_origin(request):
                raise HTTPException(403)
            form = await form_of(request, most)
            try:
                if not self._guard.trusts(request, text(form, SEAL)):
                    raise HTTPException(403)
                return await run_in_threadpool(self._done, request, doing, form)
            finally:
                await form.close()

        return answer

    async def enter(self, request: Request) -> Response:
        """Let in who shows the token."""
        if not self._guard.asks or not same_origin(request):
            raise HTTPException(403)
        form = await form_of(request, MOST_FIELDS)
        if not self._guard.knows(text(form, "jeton")):
            return await run_in_threadpool(lambda: self._asking(self._visiting(request), wrong=True))
        response = RedirectResponse(PATH, 303)
        remember(request, response, self._guard.begin())
        return _private(response)

    def _done(self, request: Request, doing: Doing, form: FormData) -> Response:
        visit = self._visiting(request)
        return _private(doing(self._at(request, visit, self._guard.session(request)), form))

    def _at(self, request: Request, visit: Visit, session: str) -> At:
        named = request.path_params
        return At(visit, self.desk, self._guard.seal(session), str(named.get("depot", "")), int(named.get("page", 1)))

    def _asking(self, visit: Visit, *, wrong: bool = False) -> Response:
        if not self._guard.asks:
            raise HTTPException(403)
        return _private(render(visit, jeton.TEMPLATE, jeton.page(wrong=wrong), 403 if wrong else 401))


def _private(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers[name] = value
    return response
