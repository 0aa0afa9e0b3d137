"""What answers where a page cannot: a page that says so, in the language of the reader."""

from __future__ import annotations

from collections.abc import Callable

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from maillage.errors import MaillageError, QueryError
from viz.explorer.answers import Explorer
from viz.explorer.pages import probleme
from viz.explorer.problems import BadRequestError
from viz.explorer.rendering import render

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
    """Return what answers an error of Maillage: 400 for a bad question, 500 for a store that cannot be read."""

    def answer(request: Request, error: Exception) -> Response:
        if not isinstance(error, MaillageError):
            raise error
        status = 400 if isinstance(error, QueryError) else 500
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
    return render(visited, probleme.TEMPLATE, probleme.page(visited, status, message), status)
