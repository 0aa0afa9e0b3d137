"""Recherche: what some words find, its facets, its pages, its files; and help where nothing is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maillage.classification import concepts
from maillage.queries.words import nearest
from maillage.search import Highlighter
from maillage.table import Table
from maillage.thesauri import SCHEMES, Concept
from viz.explorer.addresses import files, with_query
from viz.explorer.library import Thing
from viz.explorer.problems import BadRequestError
from viz.explorer.search.counting import Counts, counted, passes
from viz.explorer.search.facets import Facet, address, chosen, facets, label_of, without
from viz.explorer.search.finder import FAMILIES, Found
from viz.explorer.search.results import (
    COLUMNS,
    SORTS,
    Result,
    columns,
    find,
    ordered,
    shown,
    unread_result,
)  # fmt: skip
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.plain import plain, shorten

TEMPLATE = "recherche.html"
LONGEST_QUERY = 200
_A_PAGE = 12


@dataclass(frozen=True, slots=True)
class Pages:
    """Which of how many pages is shown, and where the ones beside it are; empty where there is none."""

    at: int
    last: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Help:
    """What may have been meant, and the filters without which there are answers."""

    meant: tuple[Mark, ...]
    filters: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Recherche:
    """What the page shows: ``subjects`` are types of action that the words name, ``unread`` unmentioned territories."""

    query: str
    subjects: tuple[Mark, ...]
    facets: tuple[Facet, ...]
    filters: tuple[Mark, ...]
    kept: tuple[tuple[str, str], ...]
    sorts: tuple[tuple[str, str, bool], ...]
    results: tuple[Result, ...]
    total: int
    pages: Pages
    files: tuple[tuple[str, str], ...]
    help: Help | None
    unread: tuple[Result, ...]

    @property
    def first(self) -> int:
        """The rank of the first result of the page."""
        return (self.pages.at - 1) * _A_PAGE + 1


@dataclass(frozen=True, slots=True)
class _Search:
    """What is looked for, all that the words find, what the filters leave of it in order, and what no act mentions."""

    query: str
    found: tuple[Found, ...]
    kept: tuple[Found, ...]
    unread: tuple[Thing, ...]


def page(visit: Visit) -> Recherche:
    """Return the results of ``?q=``, filtered, in the order ``?tri=``. Raises BadRequestError for an unknown family."""
    done, wanted = _search(visit), chosen(visit)
    words = Highlighter(done.query)
    pages = _pages(visit, len(done.kept))
    on_page = done.kept[(pages.at - 1) * _A_PAGE : pages.at * _A_PAGE]
    return Recherche(
        plain(done.query),
        tuple(_subject(visit, found.concept) for found in concepts("types-action", done.query.upper())),
        facets(visit, _counts(visit, done, wanted), wanted),
        tuple(Mark(label_of(visit, facet, value), without(visit, facet)) for facet, value in wanted.items()),
        tuple(wanted.items()),
        tuple((one, visit.words(f"sort.{one}"), one == _sort(visit)) for one in SORTS),
        tuple(shown(visit, one, words) for one in on_page),
        len(done.kept),
        pages,
        files("/recherche", **{**visit.query, "page": ""}),
        None if done.kept else _help(visit, done),
        tuple(unread_result(visit, one, words) for one in done.unread) if pages.at == 1 else (),
    )


def table(visit: Visit) -> Table:
    """Return the whole result as a table. Raises as ``page`` does."""
    rows = [columns(visit, one) for one in _search(visit).kept]
    return Table(COLUMNS, tuple(tuple(row[name] for name in COLUMNS) for row in rows))


def _search(visit: Visit) -> _Search:
    query, wanted = visit.query.get("q", "").strip(), chosen(visit)
    family = wanted.get("genre", "")
    if family and family not in FAMILIES:
        raise BadRequestError("problem.family", value=shorten(family, 40), values=", ".join(FAMILIES))
    if len(query) > LONGEST_QUERY:
        raise BadRequestError("problem.long", most=LONGEST_QUERY)
    found, unread = find(visit, query)
    passing = [one for one in found if passes(one.traits, wanted)] if wanted else found
    kept = ordered(visit, passing, _sort(visit))
    return _Search(query, found, kept, unread if set(wanted.values()) <= {"territoire"} else ())


def _counts(visit: Visit, done: _Search, wanted: Mapping[str, str]) -> Counts:
    """Return the counts of the facets; of everything they are counted once for a store."""
    if done.query or wanted:
        return counted([one.traits for one in done.found], wanted)
    return visit.finder().counts


def _subject(visit: Visit, concept: Concept) -> Mark:
    return Mark(concept.en if visit.language == "en" else concept.fr, f"/types-d-action/{concept.id}")


def _sort(visit: Visit) -> str:
    """Return the order that is asked for: by relevance unless another is, by name where there is nothing to answer."""
    asked = visit.query.get("tri", "")
    return asked if asked in SORTS else SORTS[0]


def _pages(visit: Visit, total: int) -> Pages:
    last = max(1, -(-total // _A_PAGE))
    asked = visit.query.get("page", "")
    at = min(int(asked[:6]), last) if asked.isascii() and asked.isdigit() and int(asked[:6]) else 1
    return Pages(at, last, _page(visit, at - 1) if at > 1 else "", _page(visit, at + 1) if at < last else "")


def _page(visit: Visit, number: int) -> str:
    return with_query("/recherche", **{**visit.query, "page": str(number) if number > 1 else ""})


def _help(visit: Visit, done: _Search) -> Help:
    """Return what may have been meant where the words find nothing, the filters to drop where they leave nothing."""
    if done.found:
        wanted = chosen(visit)
        counts = {name: sum(passes(one.traits, wanted, name) for one in done.found) for name in wanted}
        marks = (
            Mark(f"{label_of(visit, name, wanted[name])} ({count})", without(visit, name))
            for name, count in counts.items()
            if count
        )
        return Help((), tuple(marks) or (Mark(visit.words("search.all_filters"), address(visit)),))
    names = [plain(thing.label) for thing in visit.library.of(*FAMILIES)]
    labels = [
        label for scheme in ("themes", "types-action") for one in SCHEMES[scheme] for label in (one.fr, *one.labels)
    ]
    close = nearest(done.query, (*names, *labels)) if done.query else ()
    return Help(tuple(Mark(name, with_query("/recherche", q=name)) for name in close), ())
