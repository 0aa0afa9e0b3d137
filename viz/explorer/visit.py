"""Visit: what a page knows of the request that asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from starlette.requests import Request

from maillage.pipeline.originals import Originals
from maillage.store import Endpoint
from viz.explorer.contours import Contours
from viz.explorer.library import Library
from viz.explorer.navigation import served
from viz.explorer.search import Finder
from viz.texts import LANGUAGES, Language, Texts, texts

_FILE = Path(__file__).with_name("texts.toml")
COOKIE = "lang"


@dataclass(frozen=True, slots=True)
class Visit:
    """The store and its library, the language of the reader, and the address that is asked for.

    ``given`` are all the parameters of the address in their order, ``query`` the last of each name; ``served`` are the
    addresses that the application answers; ``originals`` are the documents that are on this machine; ``finder`` gives
    what searches, made when somebody first searches; ``contours`` are those of the territories, where they were given.
    """

    store: Endpoint
    library: Library
    language: Language
    path: str
    query: Mapping[str, str]
    finder: Callable[[], Finder]
    given: tuple[tuple[str, str], ...] = ()
    served: frozenset[str] = frozenset()
    originals: Originals | None = None
    contours: Contours | None = None

    @property
    def words(self) -> Texts:
        """The words of the interface in the language of the reader."""
        return texts(self.language, _FILE)

    def in_language(self, language: Language) -> str:
        """Return this address in ``language``."""
        return f"{self.path}?{urlencode((*self.given, (COOKIE, language)))}"

    @property
    def address(self) -> str:
        """The address that is asked for, with its query, without the language."""
        return f"{self.path}?{urlencode(self.given)}" if self.given else self.path


def visit(
    request: Request,
    store: Endpoint,
    library: Library,
    finder: Callable[[], Finder],
    originals: Originals | None = None,
    contours: Contours | None = None,
) -> Visit:
    """Return the visit of ``request``."""
    given = tuple((name, value) for name, value in request.query_params.multi_items() if name != COOKIE)
    language, path = language_of(request), request.url.path
    return Visit(store, library, language, path, dict(given), finder, given, served(request), originals, contours)


def language_of(request: Request) -> Language:
    """Return the language that is asked for: by ``?lang=``, else chosen before, else by ``Accept-Language``."""
    for chosen in (request.query_params.get(COOKIE), request.cookies.get(COOKIE)):
        for language in LANGUAGES:
            if chosen == language:
                return language
    return _accepted(request.headers.get("accept-language", ""))


def _accepted(header: str) -> Language:
    """Return the first of the languages of ``header``, by weight, that the interface speaks; French if none."""
    weighed: dict[str, float] = {}
    for part in header.split(","):
        name, _, weight = part.partition(";q=")
        weighed.setdefault(name.strip().lower().split("-")[0], _weight(weight))
    return max(LANGUAGES, key=lambda language: weighed.get(language, 0.0))


def _weight(text: str) -> float:
    try:
        return float(text) if text.strip() else 1.0
    except ValueError:
        return 0.0
