"""What leaves the explorer as files: the exports, and how to cite them."""

from __future__ import annotations

from functools import partial

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from maillage import citation
from viz.explorer.answers import Answer, Explorer
from viz.explorer.caching import build_of, is_held
from viz.explorer.pages import donnees
from viz.explorer.problems import NotFoundError
from viz.explorer.shelf import EXPORTS, BusyError, Shelf

_SHARED = {"Access-Control-Allow-Origin": "*"}
_AGAIN = {**_SHARED, "Retry-After": "30", "Cache-Control": "no-store"}


class Takeaway:
    """The page of the data and its files, of the newest build."""

    def __init__(self, explorer: Explorer) -> None:
        self._explorer = explorer
        self._shelf = Shelf()

    def page(self) -> Answer:
        """Return what answers with the page."""
        return self._explorer.plain_page(donnees.TEMPLATE, partial(donnees.page, size=self._size))

    def file(self, request: Request) -> Response:
        """Answer with a file. Raises NotFoundError for a name that is none."""
        name = request.path_params["file"]
        if name == citation.NAME:
            return Response(citation.citation().text, media_type="application/yaml", headers=_SHARED)
        if name not in EXPORTS:
            raise NotFoundError(name)
        store = self._explorer.newest()
        tag = f'"{build_of(store)}-{name}"' if build_of(store) else ""
        if is_held(tag, request):
            return Response(status_code=304, headers={**_SHARED, "ETag": tag})
        try:
            made = self._shelf.file(store, build_of(store), EXPORTS[name])
        except BusyError:
            return Response(status_code=503, headers=_AGAIN)
        headers = {**_SHARED, "Cache-Control": "no-cache", **({"ETag": tag} if tag else {})}
        return FileResponse(made, media_type=EXPORTS[name].media_type, filename=name, headers=headers)

    def _size(self, name: str) -> int | None:
        return self._shelf.size(build_of(self._explorer.newest()), EXPORTS[name])
