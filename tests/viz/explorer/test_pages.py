"""Each page shows what its case says, in both languages, with its headers, and nothing that it should not."""

from __future__ import annotations

import re
import socket
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from maillage.errors import UsageError
from maillage.store import Store
from tests.viz.conftest import quads
from tests.viz.explorer.asking import SCRIPTS, Get, asking, found, parsed, text
from viz.explorer import app, serve
from viz.explorer.headers import HEADERS

CASES = Path(__file__).parents[2] / "cases" / "viz" / "explorer.toml"


class Case(NamedTuple):
    """A page: its address, its status, words that it shows and words that it does not."""

    path: str
    status: int
    shows: tuple[str, ...]
    hides: tuple[str, ...] = ()


def cases() -> list[Case]:
    declared = tomllib.loads(CASES.read_text("utf-8"))["page"]
    return [Case(page["path"], page["status"], tuple(page["shows"]), tuple(page.get("hides", ()))) for page in declared]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.path)
def test_a_page_shows_its_facts(get: Get, case: Case) -> None:
    response = get(case.path)
    assert response.status_code == case.status
    seen = text(response) + " " + " ".join(found(response, "//@href"))
    assert [words for words in case.shows if words not in seen] == []
    assert [words for words in case.hides if words in seen] == []


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.path)
def test_a_page_speaks_english(get: Get, case: Case) -> None:
    response = get(case.path, accept_language="en-GB,en;q=0.9")
    assert response.status_code == case.status
    assert response.headers["content-language"] == "en"
    assert parsed(response).get("lang") == "en"
    assert "Skip to content" in text(response)
    assert "Aller au contenu" not in text(response)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.path)
def test_a_page_is_whole_and_asks_for_nothing_outside(get: Get, case: Case) -> None:
    response = get(case.path)
    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    assert (
        found(
            response,
            f"{SCRIPTS} | //style | //@style | //@onclick | //iframe",
        )
        == []
    )
    addresses = found(response, "//@href | //@src | //@action")
    assert [address for address in addresses if not address.startswith(("/", "#"))] == []
    for landmark in ("//header", "//main[@id='contenu']", "//footer", "//nav", "//h1"):
        assert found(response, landmark), landmark
    assert len(found(response, "//h1")) == 1
    ids = found(response, "//@id")
    assert sorted(ids) == sorted(set(ids))
    assert set(found(response, "//input/@id | //select/@id")) <= set(found(response, "//label/@for"))


def test_links_lead_somewhere(get: Get) -> None:
    """Every address that the pages of the cases link to has a page."""
    # the reference of the cases holds one département: a search finds territories outside it
    pages = [get(case.path) for case in cases() if case.status == 200 and "?q=" not in case.path]
    links = sorted({href.split("#")[0] for page in pages for href in found(page, "//@href")} - {""})
    assert len(links) > 100
    assert {link: status for link in links if (status := get(link).status_code) != 200} == {}


def test_a_name_leads_to_its_page(get: Get) -> None:
    response = get("/id/fiche/haut-jura-arcade-2024/7-bis")
    assert response.status_code == 303
    assert response.headers["location"] == "/doc/fiche/haut-jura-arcade-2024/7-bis"


@pytest.mark.parametrize(
    ("path", "headers", "language"),
    [
        ("/", {}, "fr"),
        ("/", {"accept_language": "de"}, "fr"),
        ("/", {"accept_language": "en"}, "en"),
        ("/", {"accept_language": "en;q=0.2, fr;q=0.9"}, "fr"),
        ("/", {"accept_language": "en;q=x"}, "fr"),
        ("/?lang=en", {}, "en"),
        ("/?lang=xx", {}, "fr"),
        ("/", {"cookie": "lang=en"}, "en"),
        ("/?lang=fr", {"cookie": "lang=en"}, "fr"),
    ],
)
def test_the_language_of_the_reader(get: Get, path: str, headers: dict[str, str], language: str) -> None:
    assert get(path, **headers).headers["content-language"] == language


def test_the_switch_keeps_the_page_and_is_remembered(get: Get) -> None:
    assert "/recherche?q=caf&genre=acteur&lang=en" in found(get("/recherche?q=caf&genre=acteur"), "//@href")
    assert "lang=en" in get("/?lang=en").headers["set-cookie"]
    assert "set-cookie" not in get("/").headers


def test_a_search_that_is_too_long(get: Get) -> None:
    assert get(f"/recherche?q={'a' * 300}").status_code == 400


def test_search_as_json(get: Get) -> None:
    response = get("/api/search?q=forum+naissance&kind=fiche&limit=1")
    assert response.headers["content-type"].startswith("application/json")
    (best,) = response.json()
    assert list(best) == ["score", "kind", "key", "label", "convention", "territory", "iri", "document", "lines"]
    assert best["kind"] == "fiche"


def test_suggestions(get: Get) -> None:
    (best, *_others) = get("/api/suggest?q=micro").json()
    assert best == {
        "label": "Fiche 1 – Ouvrir une micro-crèche aux horaires de la saison",
        "kind": "fiche action",
        "href": "/doc/fiche/station-des-rousses-haut-jura-2023/1",
    }
    assert get("/api/suggest?q=").json() == get("/api/suggest").json() == []
    assert get("/api/suggest?q=lille").json()[0]["kind"] == "commune"


@pytest.mark.parametrize(
    "words", ["", "?q=", "?q=a&limit=0", "?q=a&limit=-1", "?q=a&limit=99999999", "?q=a&kind=chose"]
)
def test_a_search_that_is_not_understood(get: Get, words: str) -> None:
    assert get(f"/api/search{words}").status_code == 400


def test_only_reading(get: Get) -> None:
    assert get("/", method="POST").status_code == 405


def test_health(get: Get) -> None:
    assert get("/health").json() == {"status": "ok"}


@pytest.mark.parametrize("name", ["tokens.css", "layout.css", "components.css", "palette.css", "favicon.svg"])
def test_files(get: Get, name: str) -> None:
    response = get(f"/static/{name}")
    assert response.status_code == 200
    assert response.headers["x-content-type-options"] == "nosniff"
    assert re.search("http:|https:", response.text.replace("http://www.w3.org/2000/svg", "")) is None


def test_the_drawing_is_the_same_twice_and_tells_roles_apart(get: Get) -> None:
    path = "/doc/fiche/station-des-rousses-haut-jura-2023/1"
    assert get(path).text == get(path).text
    lines = found(get(path), "//*[local-name()='path'][contains(@class,'line')]/@class")
    assert set(lines) == {"line role-pilote", "line role-partenaire", "line role-financeur"}
    styles = get("/static/palette.css").text
    dashes = re.findall(r"\.line\.role-\w+\{stroke-dasharray:([^;]+)", styles)
    assert len(dashes) == len(set(dashes)) > 4


def test_a_fiche_shows_its_types_of_action_and_the_words_that_name_them(get: Get) -> None:
    seen = text(get("/doc/fiche/station-des-rousses-haut-jura-2023/2"))
    assert "Types d'action reconnus" in seen
    assert "café des parents" in seen
    assert "actions de communication" in text(get("/doc/fiche/station-des-rousses-haut-jura-2023/10"))


def test_an_empty_store_says_so() -> None:
    get = asking(app(Store.memory()))
    assert "Aucune convention n'a encore été lue" in text(get("/"))
    assert get("/themes/parentalite").status_code == 200


def test_a_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match="--port"):
        serve(Store.memory(), "127.0.0.1", taken.getsockname()[1])


def test_a_fiche_shows_its_money_and_its_dates() -> None:
    get = asking(app(Store.memory(quads(CASES.with_name("laep.jsonl")))))
    seen = text(get("/doc/fiche/morbier-2025/4"))
    assert "12 500 € par an" in seen
    assert "Financements" in seen
    assert "Début" in seen
