"""The files of the pages: style sheets and the mark of Maillage; and the word that the server is well."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from viz.explorer.problems import NotFoundError
from viz.palette import palette, stylesheet

_FOLDER = Path(__file__).with_name("static")
_TYPES: Mapping[str, str] = {".css": "text/css", ".svg": "image/svg+xml"}
_CACHED = {"Cache-Control": "public, max-age=3600"}
_PALETTE = "palette.css"


def static(request: Request) -> Response:
    """Answer with a file of the pages. Raises NotFoundError for any other."""
    files = _files()
    name = request.path_params["name"]
    if name not in files:
        raise NotFoundError(name)
    return Response(files[name], media_type=_TYPES[Path(name).suffix], headers=_CACHED)


def favicon(_request: Request) -> Response:
    """Send to the mark of Maillage."""
    return RedirectResponse("/static/favicon.svg", 308)


def health(_request: Request) -> Response:
    """Answer that the server is well."""
    return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


@cache
def _files() -> Mapping[str, str]:
    """Return the files by name; the colours come from the palette that all views share."""
    shipped = {file.name: file.read_text("utf-8") for file in sorted(_FOLDER.iterdir()) if file.suffix in _TYPES}
    return {**shipped, _PALETTE: stylesheet(palette())}
