"""Words that try to be something else stay words: in every page that tells them, and in every address."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.viz.explorer.asking import SCRIPTS, Get, found, parsed, text
from viz.explorer.addresses import thing_at

PAGES = (
    "/",
    "/recherche?q=script",
    "/recherche?genre=acteur",
    "/recherche?genre=equipement",
    "/doc/convention/hostile-2024",
    "/doc/fiche/hostile-2024/1",
    "/doc/epci/243900354",
    "/doc/document/hostile-acte",
    "/doc/acte/hostile-acte/1",
    "/doc/lieu/hostile-acte/4",
    "/doc/lieu/hostile-acte/8",
    "/themes",
    "/types-d-action",
    "/comparer",
    "/financements",
    "/carte",
    "/donnees",
    "/qualite",
    "/qualite?document=hostile-acte",
    "/financements?annee=%3Cb%3E&financeur=%22%3E",
    "/comparer?a=hostile-2024&b=%3Cscript%3E",
    "/questions/qui-finance-quoi",
    "/questions/contenu-d-une-fiche?convention=hostile-2024&fiche=1",
    "/questions/plan-d-une-ctg?convention=%3Cscript%3E",
)


def pages(get: Get) -> set[str]:
    """Return the pages of PAGES and those of the things that they link to."""
    links = {href for path in PAGES for href in found(get(path), "//@href") if href.startswith("/doc/")}
    return {*PAGES, *(link.split("#")[0] for link in links)}


def test_no_word_becomes_markup(get_hostile: Get) -> None:
    for path in sorted(pages(get_hostile)):
        response = get_hostile(path)
        assert (
            found(
                response,
                f"{SCRIPTS} | //@onerror | //@style | //*[@src='x'] | //b[not(ancestor::*[@class])]",
            )
            == []
        ), path
        assert response.status_code == (400 if path.endswith("%3Cscript%3E") else 200), path


def test_the_words_are_shown(get_hostile: Get) -> None:
    seen = text(get_hostile("/doc/fiche/hostile-2024/1"))
    assert "<script>window.pwned=1</script>" in seen
    assert '<img src=x onerror="window.pwned=2">' in seen
    assert "{{ 7*7 }} ${7*7}" in seen


def test_nothing_invisible_turns_the_words_around(get_hostile: Get) -> None:
    for path in sorted(pages(get_hostile)):
        hidden = {sign for sign in get_hostile(path).text if unicodedata.category(sign) == "Cf"}
        assert hidden == set(), path


def test_names_are_cut_where_they_do_not_end(get_hostile: Get) -> None:
    page = parsed(get_hostile("/doc/fiche/hostile-2024/1"))
    (title,) = page.iterfind(".//h1")
    assert len(title.text or "") <= 160


@pytest.mark.parametrize(
    "path",
    [
        "/doc/fiche/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "/doc/lieu/%E2%80%AE/1",
        "/doc/convention/a'%20OR%20'1'='1",
        "/doc/convention/x%3E%20.%20%3Fs%20%3Fp%20%3Fo%20%7D%20%23",
        "/doc/..%2f..%2fetc%2fpasswd",
        f"/doc/convention/{'a' * 5000}",
        "/themes/%3Cimg%20src=x%20onerror=alert(1)%3E",
        "/questions/..%2Fpages%2Findex",
        "/query/pages%2Findex.csv",
        "/doc/",
        "/id/",
    ],
)
def test_a_strange_address_is_no_page(get_hostile: Get, path: str) -> None:
    response = get_hostile(path)
    assert response.status_code == 404
    assert found(response, f"{SCRIPTS} | //@onerror") == []


@given(st.text())
def test_any_address_is_an_iri(path: str) -> None:
    iri = thing_at(path.encode("utf-8", "replace").decode())
    assert iri.isascii()
    assert not set(iri) & set('<>"{}|\\^` \n')
