"""Financements: who funds what by which scheme, drawn and told; never added over different periods."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from maillage.graph.iris import convention as named_convention
from viz.explorer.addresses import with_query
from viz.explorer.money import Amount, Flow, Name, amounts, flows, groups
from viz.explorer.names import full_name, kind_of, link, name_of
from viz.explorer.problems import BadRequestError
from viz.explorer.sankey import Sankey, Style, draw
from viz.explorer.views import Mark, Source
from viz.explorer.visit import Visit
from viz.labels import concept
from viz.numbers import euros
from viz.plain import shorten

TEMPLATE = "financements.html"
_FILTERS = ("convention", "annee", "financeur")
_MOST_PANELS = 12
_MOST_ROWS = 60
_MOST_SOURCES = 3
_UNDATED = "sans"
"""The value of ``?annee=`` for the amounts whose year is not stated."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter and its values."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A flow as a table tells it; ``more`` are the places that are not shown."""

    funder: Mark
    scheme: str
    object: str
    euros: str
    count: int
    sources: tuple[Source, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Panel:
    """The amounts that may be added: for one kind of recipient, one period, one year."""

    id: str
    title: str
    total: str
    drawing: Sankey
    rows: tuple[Row, ...]
    left_out: int
    apart: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Financements:
    """What the page shows; ``untold`` are the panels for which there is no room."""

    filters: tuple[Filter, ...]
    panels: tuple[Panel, ...]
    untold: int
    count: int
    csv: str
    question: str


def page(visit: Visit) -> Financements:
    """Return the money that ``?convention=``, ``?annee=`` and ``?financeur=`` leave. Raises BadRequestError."""
    convention, year, funder = (visit.query.get(name, "").strip() for name in _FILTERS)
    if convention and named_convention(convention) not in visit.library.things:
        raise BadRequestError("funding.unknown", value=shorten(convention, 60))
    stated = amounts(visit, convention)
    kept = [one for one in stated if _in_year(one, year) and funder in ("", one.funder[0])]
    grouped = groups(kept)
    shown = tuple(grouped.items())[:_MOST_PANELS]
    return Financements(
        _filters(visit, stated, (convention, year, funder)),
        tuple(_panel(visit, key, found) for key, found in shown),
        len(grouped) - len(shown),
        len(kept),
        with_query("/query/qui-finance-quoi.csv", convention=convention),
        with_query("/questions/qui-finance-quoi", convention=convention),
    )


def _in_year(one: Amount, year: str) -> bool:
    return not year or one.year == ("" if year == _UNDATED else year)


def _filters(visit: Visit, stated: Sequence[Amount], chosen: tuple[str, str, str]) -> tuple[Filter, ...]:
    named = [(one.iri.rsplit("/", 1)[-1], full_name(visit, one)) for one in visit.library.of("convention")]
    conventions = sorted(named, key=lambda choice: (choice[1].casefold(), choice[0]))
    years = [(year, year) for year in sorted({one.year for one in stated} - {""}, reverse=True)]
    undated = [(_UNDATED, visit.words("funding.undated"))] if any(not one.year for one in stated) else []
    funders = dict(sorted((one.funder for one in stated), key=lambda name: (name[1].casefold(), name[0])))
    found = (conventions, [*years, *undated], [(key, shorten(name, 80)) for key, name in funders.items() if key])
    return tuple(
        Filter(name, tuple(Choice(value, label, value == wanted) for value, label in values))
        for name, values, wanted in zip(_FILTERS, found, chosen, strict=True)
    )


def _panel(visit: Visit, key: tuple[str, str, str], found: tuple[Amount, ...]) -> Panel:
    scope, period, year = key
    added = flows(found)
    total = sum((flow.euros for flow in added), Decimal(0))
    paid = concept("periodicites", period, visit.language) if period else visit.words("funding.once")
    dated = year or visit.words("funding.undated")
    held = tuple(one for one in found if not one.counted)
    return Panel(
        "-".join(part or _UNDATED for part in key),
        visit.words("funding.panel", scope=visit.words(f"funding.scope.{scope}"), period=paid, year=dated),
        euros(total, visit.language, period),
        _drawing(visit, added),
        tuple(_row(visit, flow, period) for flow in added[:_MOST_ROWS]),
        max(len(added) - _MOST_ROWS, 0),
        tuple(_row(visit, _alone(one), period) for one in held[:_MOST_ROWS]),
    )


def _drawing(visit: Visit, added: Iterable[Flow]) -> Sankey:
    paths = []
    tones: dict[str, str] = {}
    for flow in added:
        funder = _funder(visit, flow)
        tones[funder.text] = f"kind-{kind_of(visit, flow.funder_iri)}"
        paths.append(
            ((funder.text, _said(visit, flow.scheme, "scheme"), _said(visit, flow.object, "object")), flow.euros)
        )
    return draw(paths, Style(tones, visit.words("funding.others"), lambda value: euros(value, visit.language)))


def _alone(one: Amount) -> Flow:
    return Flow(one.funder, one.funder_iri, one.scheme, one.object, one.euros, (one,))


def _row(visit: Visit, flow: Flow, period: str) -> Row:
    sources = tuple(dict.fromkeys(one.source for one in flow.amounts))
    return Row(
        _funder(visit, flow),
        _said(visit, flow.scheme, "scheme"),
        _said(visit, flow.object, "object"),
        euros(flow.euros, visit.language, period),
        len(flow.amounts),
        sources[:_MOST_SOURCES],
        max(len(sources) - _MOST_SOURCES, 0),
    )


def _funder(visit: Visit, flow: Flow) -> Mark:
    """Return who pays, by the name of the library where it is known."""
    if flow.funder_iri:
        return link(visit, flow.funder_iri, name_of(visit, flow.funder_iri, flow.funder[1]))
    return Mark(_said(visit, flow.funder, "funder"))


def _said(visit: Visit, name: Name, kind: str) -> str:
    return name[1] or visit.words(f"funding.unsaid.{kind}")
