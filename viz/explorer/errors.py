"""What answers where a page cannot: a page that says so, in the language of the reader."""

from __future__ import annotations

from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from maillage.errors import MaillageError, QueryError, UsageError
from viz.explorer import downloads
from viz.explorer.answers import Explorer
from viz.explorer.pages import probleme
from viz.explorer.problems import BadRequestError
from viz.explorer.rendering import render

_OF_PROGRAMS = ("/api/", "/query/")
"""Addresses that answer programs: their errors are told as RFC 9457 has it, but to a browser."""

Handler = Callable[[Request, Exception], Response]


def missing(explorer: Explorer) -> Handler:
    """Return what answers 404."""
    return lambda request, _error: _problem(explorer, request, 404)


def bad_request(explorer: Explorer) -> Handler:
    """Return what answers 400 with the sentence of the error."""

    def answer(request: Request, error: Exception) -> Response:
        if not isinstance(error, BadRequestError):
            raise error
        return _problem(explorer, request, 400, explorer.visit(request).words(error.key, **error.values))

    return answer


def of_maillage(explorer: Explorer) -> Handler:
    """Return what answers an error of Maillage: 400 for a bad question or call, 500 for a store that cannot be read."""

    def answer(request: Request, error: Exception) -> Response:
        if not isinstance(error, MaillageError):
            raise error
        status = 400 if isinstance(error, (QueryError, UsageError)) else 500
        return _problem(explorer, request, status, error.text(explorer.visit(request).language))

    return answer


def of_http(explorer: Explorer) -> Handler:
    """Return what answers an error of the protocol: an unknown address, a method that is not allowed."""

    def answer(request: Request, error: Exception) -> Response:
        if not isinstance(error, HTTPException):
            raise error
        return _problem(explorer, request, error.status_code)

    return answer


def _problem(explorer: Explorer, request: Request, status: int, message: str = "") -> Response:
    visited = explorer.visit(request)
    page = probleme.page(visited, status, message)
    if request.url.path.startswith(_OF_PROGRAMS) and downloads.wanted(request, "")[1] != downloads.HTML:
        told = {"title": page.title, "status": status, "detail": page.message}
        return JSONResponse(told, status, {"Vary": "Accept"}, "application/problem+json")
    return render(visited, probleme.TEMPLATE, page, status)
