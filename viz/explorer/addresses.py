"""From the IRI of a thing to the address of its page, and back."""

from __future__ import annotations

from urllib.parse import quote, unquote, urlencode

from starlette.requests import Request

from maillage.graph.iris import BASE, mint
from maillage.vocabulary import DEF
from viz.explorer.problems import NotFoundError

_THEME = f"{DEF}theme/"
_TYPE = f"{DEF}type-action/"


def page_of(iri: str) -> str:
    """Return the address of the page of ``iri``; empty where the thing has none."""
    if iri.startswith(BASE):
        return f"/doc/{iri.removeprefix(BASE)}"
    if iri.startswith(_THEME):
        return page_of_theme(iri.removeprefix(_THEME))
    if iri.startswith(_TYPE):
        return page_of_type(iri.removeprefix(_TYPE))
    return ""


def thing_at(path: str) -> str:
    """Return the IRI of the thing whose page is at ``/doc/`` and then ``path`` (still percent-encoded)."""
    return BASE + "/".join(quote(unquote(part), safe="") for part in path.split("/"))


def page_of_theme(theme: str) -> str:
    """Return the address of the page of a theme by its id."""
    return f"/themes/{quote(theme, safe='')}"


def page_of_type(name: str) -> str:
    """Return the address of the page of a type of action by its id."""
    return f"/types-d-action/{quote(name, safe='')}"


def theme_iri(theme: str) -> str:
    """Return the IRI of a theme by its id."""
    return f"{_THEME}{theme}"


def place_of(document: str, lines: str, statement: str = "") -> str:
    """Return the address of the page of a place: a document (its stem) and lines or pages; of a ``statement`` there."""
    if not document or not lines:
        return ""
    here = page_of(mint("lieu", document, lines.replace(";", "_")))
    return with_query(here, fait=statement.removeprefix(BASE) if statement.startswith(BASE) else "")


def place_at(iri: str) -> tuple[str, str]:
    """Return the stem of the document and the lines or pages of the place ``iri``; empty where it is none."""
    kind, *parts = (unquote(part) for part in iri.removeprefix(BASE).split("/"))
    if kind != "lieu" or len(parts) < 2:
        return "", ""
    return parts[0], parts[1].replace("_", ";")


def sheet_at(sha256: str, page: int) -> str:
    """Return the address of the image of a page of the original with that hash."""
    return f"/original/{sha256}/{page}.webp"


def with_query(path: str, **values: str) -> str:
    """Return ``path`` with the ``values`` that are not empty as its query."""
    given = {name: value for name, value in values.items() if value}
    return f"{path}?{urlencode(given)}" if given else path


def files(path: str, **values: str) -> tuple[tuple[str, str], ...]:
    """Return the forms in which the table at ``path`` can be taken away, each with its address."""
    return tuple((form.upper(), with_query(f"{path}.{form}", **values)) for form in ("csv", "xlsx", "json"))


def path_below(request: Request, start: str) -> str:
    """Return the rest of the address, still percent-encoded. Raises NotFoundError for one that is no text."""
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    path, _, _ = raw.decode("ascii", "replace").partition("?")
    rest = path.removeprefix(start)
    if not rest.strip("/") or "\ufffd" in rest:
        raise NotFoundError(path)
    return rest
