"""The network page without a script: each address shows what it chooses, and every link of it is another choice."""

from __future__ import annotations

import csv
import io
import json
from urllib.parse import parse_qsl, urlsplit

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.viz.explorer.asking import Get, found, text
from viz.explorer.problems import BadRequestError
from viz.explorer.reseau.choice import Choice, choice
from viz.network import RELATIONS
from viz.palette import palette

CAF = "acteur/caf/caf/39"
CTG = "convention/station-des-rousses-haut-jura-2023"
KEYS = st.sampled_from([CAF, CTG, "theme/parentalite", "fiche/haut-jura-arcade-2024/7-bis", "acteur/x/%C3%A9"])
LISTS = st.lists(KEYS, unique=True).map(tuple)


def data(get: Get, path: str) -> dict[str, list[dict[str, object]]]:
    answer = get(path.replace("/reseau", "/api/network", 1))
    assert answer.status_code == 200
    shown: dict[str, list[dict[str, object]]] = json.loads(answer.text)
    return shown


def names(get: Get, path: str) -> set[str]:
    return {str(node["key"]) for node in data(get, path)["nodes"]}


def roles(get: Get, path: str) -> set[str]:
    return {str(tie["role"]) for tie in data(get, path)["ties"]}


@given(
    starts=LISTS,
    opened=LISTS,
    hidden=LISTS,
    depth=st.integers(1, 3),
    some=st.lists(st.sampled_from(RELATIONS), unique=True, max_size=5),
    year=st.integers(0, 9999),
    ends=st.tuples(KEYS, KEYS),
)
def test_an_address_says_all_that_is_chosen(
    starts: tuple[str, ...],
    opened: tuple[str, ...],
    hidden: tuple[str, ...],
    depth: int,
    some: list[str],
    year: int,
    ends: tuple[str, str],
) -> None:
    ordered = tuple(role for role in RELATIONS if role in some)
    wanted = Choice(starts, depth, opened, (), hidden, ordered, (), "sante", year, "degre", True, ends)
    assert choice(parse_qsl(urlsplit(wanted.address()).query)) == wanted


@pytest.mark.parametrize(
    "wrong",
    [("profondeur", "4"), ("role", "ami"), ("genre", "martien"), ("theme", "x"), ("annee", "deux"), ("taille", "x")],
)
def test_a_value_that_is_none_is_refused(get: Get, wrong: tuple[str, str]) -> None:
    with pytest.raises(BadRequestError):
        choice([wrong])
    assert get(f"/reseau?{wrong[0]}={wrong[1]}").status_code == 400


@pytest.mark.parametrize("start", ["theme/jardinage", "acteur/x", "%3Cscript%3E", "tout/x"])
def test_a_start_that_is_nothing_has_no_page(get: Get, start: str) -> None:
    assert get(f"/reseau?depuis={start}").status_code == 404


def test_one_starts_from_an_actor_and_opens_its_neighbours(get: Get) -> None:
    near = names(get, f"/reseau?depuis={CAF}")
    assert CAF in near
    assert near < names(get, f"/reseau?depuis={CAF}&profondeur=2")
    (unfold, *_others) = [
        node["unfold"] for node in data(get, f"/reseau?depuis={CAF}")["nodes"] if node["unfold"] and node["key"] != CAF
    ]
    wider = names(get, str(unfold))
    assert near < wider
    opened = [node for node in data(get, str(unfold))["nodes"] if node["fold"] and node["key"] != CAF]
    assert names(get, str(opened[0]["fold"])) == near


def test_filters_keep_what_they_say(get: Get) -> None:
    assert roles(get, "/reseau?role=pilote") == {"pilote"}
    assert roles(get, "/reseau") > {"pilote", "financeur", "signataire"}
    themed = data(get, "/reseau?depuis=tout&theme=parentalite")
    assert themed["ties"]
    assert all("Parentalité" in str(tie["themes"]) or "parentalité" in str(tie["themes"]) for tie in themed["ties"])
    kinds = {str(node["kind"]) for node in data(get, "/reseau?genre=caf&genre=convention")["nodes"]}
    assert kinds == {"caf", "convention"}
    before, after = names(get, "/reseau?annee=1990"), names(get, "/reseau?annee=2024")
    assert before < after
    hidden = names(get, f"/reseau?depuis=tout&cache={CAF}")
    assert CAF not in hidden


@pytest.mark.parametrize("start", [CTG, "theme/parentalite", "epci/243900354", "fiche/haut-jura-arcade-2024/7-bis"])
def test_one_starts_from_anything(get: Get, start: str) -> None:
    assert len(names(get, f"/reseau?depuis={start}")) > 1


def test_a_thing_is_added_by_its_name(get: Get) -> None:
    assert CAF in names(get, "/reseau?depuis=theme/parentalite&ajouter=caf")
    assert "Rien ne s'appelle « zzz »" in text(get("/reseau?ajouter=zzz"))


def test_a_path_tells_the_place_of_each_hop(get: Get) -> None:
    response = get("/reseau?de=caf&a=epci/243900354")
    hops = found(response, "//ol[@class='path']/li/p/a[contains(@class,'source')]/@href")
    assert hops
    assert all(get(href).status_code == 200 for href in hops)
    assert {tie["path"] for tie in data(get, "/reseau?de=caf&a=epci/243900354")["ties"]} >= {True}
    assert "Aucun chemin" in text(get(f"/reseau?de={CAF}&a={CAF}&role=soutien&depuis=tout"))


@pytest.mark.parametrize("size", ["degre", "intermediarite", "territoires"])
def test_nodes_are_measured(get: Get, size: str) -> None:
    nodes = data(get, f"/reseau?depuis=tout&taille={size}&groupes=1")["nodes"]
    assert any(float(str(node["size"])) > 0 for node in nodes)
    assert all(int(str(node["group"])) > 0 for node in nodes)


def test_the_tables_tell_what_is_drawn(get: Get) -> None:
    path = f"/reseau?depuis={CAF}&profondeur=2&groupes=1&taille=degre"
    response = get(path)
    shown = data(get, path)
    assert found(response, "//table[@id='noeuds']/tbody/tr/@data-key") == [node["key"] for node in shown["nodes"]]
    assert found(response, "//table[@id='liens']/tbody/tr/@id") == [tie["id"] for tie in shown["ties"]]
    (block,) = found(response, "//script[@id='donnees']/text()")
    assert json.loads(block)["nodes"] == shown["nodes"]
    assert json.loads(block)["ties"] == shown["ties"]


def test_every_link_of_the_page_is_a_page(get: Get) -> None:
    response = get(f"/reseau?depuis={CAF}&cache={CTG}&ouvert=epci/243900354")
    links = {href for href in found(response, "//main//@href") if not href.startswith("#")}
    assert len(links) > 20
    assert {href: status for href in sorted(links) if (status := get(href).status_code) != 200} == {}


def test_the_drawing_has_every_colour_and_line_of_the_palette(get: Get) -> None:
    (block,) = found(get("/reseau"), "//script[@id='donnees']/text()")
    drawn = json.loads(block)["roles"]
    assert {role: (tone["light"], tuple(tone["dash"])) for role, tone in drawn.items()} == {
        role: (tone.light, tone.dash) for role, tone in palette().role.items()
    }


def test_what_is_shown_can_be_taken_away(get: Get) -> None:
    query = f"?depuis={CAF}&role=pilote"
    shown = data(get, f"/reseau{query}")
    gexf = get(f"/reseau.gexf{query}")
    graph = nx.read_gexf(io.BytesIO(gexf.content))
    assert len(graph) == len(shown["nodes"])
    assert {values["role"] for _source, _target, values in graph.edges(data=True)} == {"pilote"}
    rows = list(csv.DictReader(io.StringIO(get(f"/reseau.csv{query}").text)))
    assert [row["acteur_cle"] for row in rows] == [tie["source"] for tie in shown["ties"]]
    assert gexf.headers["content-disposition"] == 'attachment; filename="reseau.gexf"'
    assert gexf.text == get(f"/reseau.gexf{query}").text


def test_it_speaks_english(get: Get) -> None:
    seen = text(get(f"/reseau?depuis={CAF}", accept_language="en"))
    assert "Starting point" in seen
    assert "Point de départ" not in seen


def test_hostile_words_stay_words(get_hostile: Get) -> None:
    for path in ("/reseau?depuis=tout", "/reseau?depuis=tout&groupes=1&taille=degre", "/reseau?de=%3Cscript%3E&a=caf"):
        response = get_hostile(path)
        assert response.status_code == 200
        assert found(response, "//script[not(starts-with(@src, '/static/built/'))]/@id") == ["donnees"]
        assert found(response, "//@onerror | //@style | //*[@src='x']") == []
    response = get_hostile("/reseau?depuis=tout")
    (block,) = found(response, "//script[@id='donnees']/text()")
    assert "<" not in block
    assert any("<" in str(node["name"]) for node in json.loads(block)["nodes"])
    for cells in csv.reader(io.StringIO(get_hostile("/reseau.csv?depuis=tout").text)):
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert len(nx.read_gexf(io.BytesIO(get_hostile("/reseau.gexf?depuis=tout").content))) > 2
