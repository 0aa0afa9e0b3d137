"""Names: what their spellings have in common."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.names import ascii_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Caisse d’Allocations Familiales", "caisse d allocations familiales"),
        ("ÉDUCATION  NATIONALE", "education nationale"),
        ("Cœur & Cité n° 4", "coeur et cite n 4"),
        ("Łódź, ½", "lodz 1 2"),
        ("« »", ""),
    ],
)
def test_case_accents_and_punctuation_go(text: str, words: str) -> None:
    assert ascii_words(text) == words


@given(st.text())
def test_nothing_but_ascii_words_is_left(text: str) -> None:
    words = ascii_words(text)
    assert words.isascii()
    assert words == " ".join(words.split()) == ascii_words(words)


@given(st.text("aéÀœ&’Ñ -", min_size=1), st.just("ő"))
def test_the_short_way_and_the_long_way_agree(text: str, rare: str) -> None:
    assert ascii_words(f"{text} {rare}") == f"{ascii_words(text)} o".strip()
