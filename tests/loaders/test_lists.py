"""What cells list: actors, items, deadlines, themes, rubrics; cases as data in tests/cases/readers/lists."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.acts.section import Section
from loaders.document import Document, Paragraph, Passage, Piece, passage
from loaders.readers.fiches.actor_lists import actors
from loaders.readers.fiches.deadlines import span
from loaders.resolve import Gazetteer
from loaders.themes import themes
from loaders.words.item_lists import items
from loaders.words.lost_breaks import split_lost
from loaders.words.numbered_parts import split_numbered
from loaders.words.numbering import numbered
from loaders.words.persons import names_person, without_persons
from loaders.words.rubrics import leading, rubric
from maillage import reference
from maillage.facts import Source

_CASES = Path(__file__).resolve().parent.parent / "cases" / "readers" / "lists"
Case = Mapping[str, str | list[str] | list[list[str]]]


def _cases(name: str) -> list[Case]:
    cases: list[Case] = tomllib.loads((_CASES / f"{name}.toml").read_text("utf-8"))["case"]
    return cases


@cache
def _section() -> Section:
    """An act of the CC Nièvre et Somme, in the département of the Somme."""
    gazetteer = Gazetteer(reference.load())
    territory = gazetteer.epci("Communauté de communes Nièvre et Somme")
    assert territory is not None
    return Section(Document(Source("acte", ""), (), 0), 1, "convention", (), gazetteer, territory=territory)


def _printed(text: str) -> Passage:
    """Return ``text`` as a page prints it, a piece a line; nothing stands between the halves of a word that is cut."""
    rows = text.split("\n")
    ends = ["" if row.endswith("-") else " " for row in rows[:-1]]
    return Passage(tuple(Piece(row + end, 1) for row, end in zip(rows, [*ends, ""], strict=True)))


@pytest.mark.parametrize("case", _cases("actors"), ids=lambda case: str(case["name"]))
def test_actors(case: Case) -> None:
    found = actors([Paragraph(_printed(str(case["text"])))], _section())
    assert [[actor.name, actor.kind, actor.code] for _, actor in found] == case["actors"]


@pytest.mark.parametrize("case", _cases("items"), ids=lambda case: str(case["name"]))
def test_items(case: Case) -> None:
    found = items([Paragraph(passage(str(case["text"]), 1))], _section().gazetteer)
    assert [[listed.number, listed.text] for listed in found] == case["items"]


@pytest.mark.parametrize("case", _cases("deadlines"), ids=lambda case: str(case["text"]))
def test_deadlines(case: Case) -> None:
    assert list(span(str(case["text"]))) == case["dates"]


@pytest.mark.parametrize("case", _cases("themes"), ids=lambda case: str(case["text"]))
def test_themes(case: Case) -> None:
    above = case.get("above", [])
    assert list(themes(str(case["text"]), [str(theme) for theme in above])) == case["themes"]


def _rubrics() -> list[tuple[str, str]]:
    kinds = tomllib.loads((_CASES / "rubrics.toml").read_text("utf-8"))["rubrics"]
    return [(text, kind) for kind, texts in kinds.items() for text in texts]


@pytest.mark.parametrize(("text", "kind"), _rubrics())
def test_rubrics(text: str, kind: str) -> None:
    assert rubric(text) == kind


def test_a_name_that_goes_is_a_person_and_what_stays_is_none() -> None:
    for text in ("Mme Lucie MERCIER", "Paul DELATTRE", "BOUTIN Carole", "06 12 34 56 78", "a.b@exemple.fr"):
        assert names_person(text)
        assert not without_persons(passage(text, 1)).text
    for text in ("Madame la Présidente", "École Jules Ferry", "Réseau PARENTS", "CSAPA Amiens", "Service PMI"):
        assert not names_person(text)


_TEXTS = st.text(st.sampled_from(" \n.,;:/-–()«»'’•0123456789aéeimorstAÉMNXCF€%") | st.characters(), max_size=120)


@given(_TEXTS)
@settings(max_examples=150, deadline=None)
def test_no_text_is_too_strange(text: str) -> None:
    words = passage(text, 7)
    section = _section()
    pieces = [*split_lost(words), *split_numbered(words), without_persons(words)]
    pieces += [name for name, _ in actors([Paragraph(words)], section)]
    pieces += [listed.words for listed in items([Paragraph(words)], section.gazetteer)]
    assert all(piece.text in text or "  " in text or len(piece.pieces) > 1 for piece in pieces if piece)
    assert all(line.first == 7 for piece in pieces for line in piece.spans)
    assert len(span(text)) == 2
    assert themes(text) == themes(text)
    head, found = numbered(text), leading(text)
    assert head is None or head.start <= len(text)
    assert found is None or found.end <= found.value <= len(text)
