"""The page of a network: it stands alone, tells in a table what it draws, and shows words as words."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import networkx as nx
import pytest

from maillage.store import Store
from viz.network import Graph, read_network
from viz.page import content_security_policy, network_html, write_network

LOADS = re.compile(
    r"""<(?:script|link|img|iframe|source|object|embed)\b[^>]*\b(?:src|href|data)\s*=|@import|url\(\s*['"]?(?:https?:)?//"""
)


class Body(HTMLParser):
    """The tags of a page, and the text outside of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._silent = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))
        self._silent = tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        """Text counts again."""
        self._silent = False

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text += "" if self._silent else data


def empty() -> Graph:
    return nx.MultiDiGraph()


@pytest.fixture(scope="module")
def html(store: Store) -> str:
    return network_html(read_network(store), language="fr")


def test_nothing_is_loaded_from_anywhere(html: str) -> None:
    assert not LOADS.search(html)
    assert "sourceMappingURL" not in html


def test_equal_graphs_give_equal_bytes(store: Store, tmp_path: Path) -> None:
    first, second = (write_network(read_network(store), tmp_path / f"{name}.html") for name in "ab")
    assert first.read_bytes() == second.read_bytes()


def test_the_table_tells_what_is_drawn(html: str, store: Store) -> None:
    body = Body(html)
    assert (
        sum(1 for tag, attrs in body.tags if tag == "tr" and "data-link" in attrs)
        == read_network(store).number_of_edges()
    )
    for words in ("pilote", "financeur", "lignes", "€", "Où c'est écrit"):
        assert words in body.text


def test_every_control_has_a_label(html: str) -> None:
    tags = Body(html).tags
    labelled = {attrs.get("for") for tag, attrs in tags if tag == "label"}
    for tag, attrs in tags:
        if tag in {"select", "input"} and attrs.get("type") != "checkbox":
            assert attrs.get("id") in labelled


def test_the_policy_names_each_script_and_style(html: str) -> None:
    tags = Body(html).tags
    policy = next(attrs["content"] or "" for _tag, attrs in tags if attrs.get("http-equiv"))
    assert "unsafe" not in policy
    assert policy.count("sha256-") == sum(1 for tag, _ in tags if tag in {"script", "style"})
    assert policy != content_security_policy("")


def test_english(store: Store) -> None:
    html = network_html(read_network(store), language="en")
    assert '<html lang="en">' in html
    assert "Who funds and leads what" in html


def test_an_empty_network_says_so() -> None:
    assert "Aucun engagement" in network_html(empty(), language="fr")


def test_hostile_words_stay_words(hostile_store: Store) -> None:
    html = network_html(read_network(hostile_store), title="<script>alert(1)</script>", language="fr")
    body = Body(html)
    assert sum(1 for tag, _ in body.tags if tag == "script") == 2
    assert not [tag for tag, _ in body.tags if tag in {"img", "b"}]
    assert "Association <script>" in body.text
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u2028\u2029]", html)
    assert "Z" * 300 not in html
