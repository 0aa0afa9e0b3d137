"""The menu shows what the application answers, and where the reader is."""

from __future__ import annotations

import pytest

from tests.viz.explorer.asking import Get, found
from viz.explorer.navigation import current, menu

ALL = frozenset({"/recherche", "/themes", "/questions", "/comparer"})


def test_only_what_is_answered_is_shown() -> None:
    assert [[entry.name for entry in group.entries] for group in menu(ALL)] == [
        ["search", "conventions", "themes", "actors"],
        ["compare"],
        ["questions"],
    ]
    assert menu(frozenset()) == ()


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/", ""),
        ("/recherche", "search"),
        ("/recherche?q=caf", "search"),
        ("/recherche?genre=acteur", "actors"),
        ("/doc/acteur/caf/jura", "actors"),
        ("/doc/fiche/haut-jura-arcade-2024/1", "conventions"),
        ("/themes/sante", "themes"),
        ("/themesque", ""),
        ("/nulle-part", ""),
    ],
)
def test_where_the_reader_is(address: str, name: str) -> None:
    assert current(menu(ALL), address.partition("?")[0], address) == name


def test_the_page_says_where_the_reader_is(get: Get) -> None:
    assert set(found(get("/themes/sante"), "//nav//a[@aria-current='page']/@href")) == {"/themes"}


def test_the_switch_keeps_a_parameter_that_is_given_twice(get: Get) -> None:
    switch = found(get("/recherche?q=caf&genre=acteur&genre=acteur"), "//ul[@class='languages']//@href")
    assert switch[1] == "/recherche?q=caf&genre=acteur&genre=acteur&lang=en"
