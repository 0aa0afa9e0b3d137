"""From the context of a page to HTML."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse, Response

from viz.explorer.built import built
from viz.explorer.navigation import current, menu
from viz.explorer.visit import COOKIE, Visit
from viz.texts import LANGUAGES

_FOLDER = Path(__file__).with_name("templates")
_NOTHING = Markup()
_YEAR = 365 * 24 * 3600

_environment = Environment(
    loader=FileSystemLoader(_FOLDER),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.globals["built"] = built


def render(visit: Visit, template: str, context: object, status: int = 200, about: Markup = _NOTHING) -> Response:
    """Return the page that ``template`` makes of ``context``, as ``page``; ``about`` is its thing as JSON-LD."""
    groups = menu(visit.served)
    html = _environment.get_template(template).render(
        page=context,
        about=about,
        visit=visit,
        words=visit.words,
        switch=tuple((language, visit.in_language(language)) for language in LANGUAGES),
        menu=groups,
        here=current(groups, visit.path, visit.address),
    )
    return HTMLResponse(html, status, headers={"Content-Language": visit.language, "Vary": "Accept-Language, Cookie"})


def remember_language(response: Response, visit: Visit) -> None:
    """Keep the language that the reader chose for the pages that follow; the cookie says nothing else."""
    response.set_cookie(COOKIE, visit.language, max_age=_YEAR, httponly=True, samesite="lax")
