"""Comparer: two to six territories, or an agreement and its renewal, side by side."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.graph.iris import convention
from maillage.queries import run
from viz.explorer import comparison
from viz.explorer.addresses import with_query
from viz.explorer.facts import told
from viz.explorer.names import link
from viz.explorer.presence import Matrix
from viz.explorer.problems import BadRequestError
from viz.explorer.renewal import Renewal, renewal
from viz.explorer.sides import NAMES, Side, names, sides
from viz.explorer.views import Mark
from viz.explorer.visit import Visit
from viz.plain import plain

TEMPLATE = "comparer.html"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form: its name, what stands in it, whether it is needed."""

    name: str
    value: str
    required: bool


@dataclass(frozen=True, slots=True)
class Comparer:
    """What the page shows: before two sides are named, ``examples`` to start from; a ``problem`` where one is none."""

    fields: tuple[Field, ...]
    names: tuple[str, ...]
    problem: str
    sides: tuple[Side, ...]
    matrices: tuple[Matrix, ...]
    renewal: Renewal | None
    questions: tuple[Mark, ...]
    examples: tuple[Mark, ...]

    @property
    def status(self) -> int:
        """The status of the answer."""
        return 400 if self.problem else 200


def page(visit: Visit) -> Comparer:
    """Return the comparison of the agreements or territories that ``?a=`` to ``?f=`` name."""
    given = {name: visit.query.get(name, "").strip() for name in NAMES}
    found, problem = _found(visit, [words for words in given.values() if words])
    shown = found if len(found) > 1 else ()
    return Comparer(
        tuple(Field(name, plain(given[name]), name in NAMES[:2]) for name in NAMES),
        names(visit),
        problem,
        shown,
        _matrices(visit, shown) if shown else (),
        renewal(visit, shown),
        _questions(shown),
        () if shown else _renewals(visit),
    )


def _found(visit: Visit, words: list[str]) -> tuple[tuple[Side, ...], str]:
    """Return the sides, or what is wrong with what was given."""
    try:
        found = sides(visit, words)
    except BadRequestError as error:
        return (), visit.words(error.key, **error.values)
    return found, visit.words("compare.same") if len(words) > 1 and len(found) < 2 else ""


def _matrices(visit: Visit, found: tuple[Side, ...]) -> tuple[Matrix, ...]:
    return (
        comparison.themes(visit, found),
        *comparison.shared_types(visit, found),
        comparison.shared_actors(visit, found),
    )


def _questions(found: tuple[Side, ...]) -> tuple[Mark, ...]:
    """Return the pages of the questions of the catalogue that tell the same of two sides."""
    if len(found) != 2:
        return ()
    one, other = sorted(found, key=lambda side: side.year, reverse=True)
    if one.reading.territory == other.reading.territory:
        name, values = "comparer-deux-generations", {"convention": one.key, "ancienne": other.key}
    else:
        codes = (side.reading.territory.rsplit("/", 1)[-1] for side in found)
        name, values = "points-communs", dict(zip(("territoire_a", "territoire_b"), codes, strict=True))
    return (Mark(name, with_query(f"/questions/{name}", **values)),)


def _renewals(visit: Visit) -> tuple[Mark, ...]:
    """Return links that compare each agreement with the one that it renews."""
    pairs = {
        (told(record, "renouvelle"), told(record, "ctg"))
        for record in run(visit.store, "conventions", {})
        if told(record, "renouvelle")
    }
    return tuple(
        Mark(
            visit.words("compare.pair", former=link(visit, convention(a)).text, later=link(visit, convention(b)).text),
            with_query("/comparer", a=a, b=b),
        )
        for a, b in sorted(pairs)
    )
