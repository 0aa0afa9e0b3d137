"""Which words of a text answer: of the same stem, begun, or a name of the concept that is looked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.search import Highlighter


@pytest.mark.parametrize(
    ("query", "text", "hits"),
    [
        ("parent", "Le café des parents isolés", ("parents",)),
        ("saisonn", "Pour les saisonniers", ("saisonniers",)),
        ("crèche", "Des CRECHES ouvertes", ("CRECHES",)),
        ("rpe", "Le relais petite enfance et la petite école", ("relais petite enfance",)),
        ("l'accueil", "Lieu d'accueil", ("accueil",)),
        ("accueil", "Le lieu", ()),
        ("", "Le lieu", ()),
        ("de la", "De la ville", ()),
    ],
)
def test_the_words_that_answer(query: str, text: str, hits: tuple[str, ...]) -> None:
    assert tuple(piece.text for piece in Highlighter(query).pieces(text) if piece.hit) == hits
    assert bool(Highlighter(query).weight(text)) is (bool(hits) and query != "saisonn")


@given(st.text(max_size=80), st.text(max_size=200))
def test_the_pieces_are_the_text(query: str, text: str) -> None:
    assert "".join(piece.text for piece in Highlighter(query).pieces(text)) == text
