"""Periods and figures as they are drawn: to scale, in order, the same as what the tables tell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from maillage.store import Store
from maillage.table import Cell
from tests.viz.explorer.asking import Get, found, text
from viz.explorer import library
from viz.explorer.facts import Record
from viz.explorer.figures import WIDTH, figures
from viz.explorer.search import Finder
from viz.explorer.timeline import Span, of_conventions, timeline
from viz.explorer.visit import Visit


@pytest.fixture(scope="module")
def visit(store: Store) -> Visit:
    known = library.read(store)
    return Visit(store, known, "fr", "/", {}, lambda: Finder(store, known))


def span(start: str, end: str) -> Span:
    return Span("other", "x", "", start, end)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("2021", "2025"), ("2022", "2022")),
        (("2021-01-01", "2025-12-31"), ("2021-06", "2021-12")),
        (("2021", ""), ("2021-07-01", "2021-12-31")),
    ],
)
def test_what_lasts_longer_is_longer(visit: Visit, first: tuple[str, str], second: tuple[str, str]) -> None:
    drawn = timeline(visit, [span(*first), span(*second)])
    whole, part = drawn.bars
    assert whole.x <= part.x
    assert part.x + part.width <= whole.x + whole.width + 1
    assert all(0 <= x <= drawn.width for _year, x in drawn.years)
    assert whole.x + whole.width <= drawn.width


def test_the_same_period_stated_in_two_precisions_is_drawn_the_same(visit: Visit) -> None:
    whole, exact = timeline(visit, [span("2021", "2024"), span("2021-01-01", "2024-12-31")]).bars
    assert (whole.x, whole.width) == (exact.x, exact.width)


@pytest.mark.parametrize(
    ("stated", "drawn"),
    [
        ([("2025", "2029"), ("2025-01-01", "2029-12-31")], [("2025-01-01", "2029-12-31")]),
        ([("2025", ""), ("2025-01-01", "2029-12-31")], [("2025-01-01", "2029-12-31")]),
        ([("2024", "2029"), ("2025-01-01", "2029-12-31")], [("2024", "2029"), ("2025-01-01", "2029-12-31")]),
        ([("2025", "2029"), ("2025", "2029")], [("2025", "2029")]),
    ],
)
def test_a_period_is_drawn_as_exactly_as_it_is_stated(
    visit: Visit, stated: list[tuple[str, str]], drawn: list[tuple[str, str]]
) -> None:
    records = [{"debut": start, "fin": end, "convention": "https://c"} for start, end in stated]
    assert [(one.start, one.end) for one in of_conventions(visit, records)] == drawn


def test_nothing_to_draw(visit: Visit) -> None:
    assert not timeline(visit, [])
    assert not figures(visit, ("a", "A"), ("", ""), [])


def test_the_timeline_tells_its_dates_in_words(get: Get) -> None:
    titles = " ".join(
        found(get("/doc/convention/station-des-rousses-haut-jura-2023"), "//*[@id='timeline-title']/text()")
    )
    assert "CTG CC de la Station des Rousses-Haut Jura 2023" in titles
    assert "–" in titles
    seen = text(get("/doc/convention/haut-jura-arcade-2024", accept_language="en"))
    assert "Amendment 1" in seen


def test_figures_stand_beside_those_of_the_departement(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    def record(indicator: str, value: str, unit: str) -> dict[str, Cell]:
        common = {"section": "1", "annee": "2020", "document": "acte", "lines": "4", "convention": "https://c"}
        return {**common, "indicateur": indicator, "valeur": Decimal(value), "unite": unit}

    def beside(*_asked: object) -> list[Record]:
        return [record("Part", "40", "%"), record("Nombre", "9", "nombre"), record("Baisse", "-1", "%")]

    monkeypatch.setattr("viz.explorer.figures.run", beside)
    own = [
        record("Part", "20", "%"),
        record("Nombre", "3", "nombre"),
        record("Baisse", "-2", "%"),
        record("Seul", "1", "%"),
    ]
    drawn = figures(visit, ("https://a", "A"), ("https://d", "D"), own)
    (pair,) = drawn.charts[0].pairs
    assert (pair.own, pair.other, pair.other_width) == ("20", "40", 2 * pair.own_width)
    assert drawn.charts[0].text + pair.other_width < WIDTH
