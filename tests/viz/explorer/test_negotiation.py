"""What a request likes best, by its weights."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.explorer.negotiation import best

OFFERED = {"text/turtle": "turtle", "application/ld+json": "jsonld", "text/plain": "plain"}


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "turtle"),
        ("*/*", "turtle"),
        ("text/*", "turtle"),
        ("application/*", "jsonld"),
        ("TEXT/PLAIN", "plain"),
        ("text/turtle;q=0.1, text/plain;q=0.2", "plain"),
        ("text/*;q=0.9, text/turtle;q=0.1, application/ld+json;q=0.5", "plain"),
        ("text/turtle;q=0, */*", "jsonld"),
        ("text/turtle;charset=utf-8;q=0.5", "turtle"),
        ("text/turtle;q=2, text/plain;q=0.001", "plain"),
        ("text/turtle;q=nan", ""),
        ("*/*;q=0", ""),
        ("image/png", ""),
        (",;,", ""),
    ],
)
def test_best(accept: str, expected: str) -> None:
    assert best(accept, OFFERED) == expected


@given(st.text())
def test_any_header_has_an_answer(accept: str) -> None:
    assert best(accept, OFFERED) in {"", *OFFERED.values()}
