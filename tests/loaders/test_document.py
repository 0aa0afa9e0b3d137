"""Passage and Document: each word knows the line it stands on, however the text is cut and joined."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.document import (
    Block,
    Cell,
    Document,
    Heading,
    Item,
    Paragraph,
    Passage,
    Piece,
    Row,
    Table,
    passage,
    passages,
    printed_on,
    spans_of,
)
from maillage.facts import Box, Place, Source, Span

words = st.text("ab é\n", min_size=1, max_size=8)
texts = st.lists(words, max_size=5).map(lambda lines: Passage(tuple(Piece(t, n) for n, t in enumerate(lines, 1))))
cuts = st.tuples(st.integers(0, 45), st.integers(0, 45)).map(lambda pair: (min(pair), max(pair)))


def lines_by_character(text: Passage) -> list[int]:
    return [piece.line for piece in text.pieces for _ in piece.text]


@given(texts, cuts)
def test_a_cut_is_the_stripped_slice(text: Passage, cut: tuple[int, int]) -> None:
    assert text.cut(*cut).text == text.text[slice(*cut)].strip()


@given(texts, cuts)
def test_a_cut_keeps_the_line_of_each_character(text: Passage, cut: tuple[int, int]) -> None:
    start, end = cut
    part = text.text[start:end]
    start += len(part) - len(part.lstrip())
    expected = lines_by_character(text)[start : start + len(part.strip())]
    assert lines_by_character(text.cut(*cut)) == expected
    assert text.cut(*cut).spans == spans_of(expected)


@given(texts)
def test_a_cut_without_end_goes_on_to_the_end(text: Passage) -> None:
    assert text.cut(0) == text.cut(0, len(text.text))


@given(texts, texts)
def test_joining_puts_one_space_and_loses_no_line(left: Passage, right: Passage) -> None:
    joined = left + right
    between = " " if left.pieces and right.pieces else ""
    assert joined.text == left.text + between + right.text
    assert set(joined.spans) == set(spans_of(piece.line for side in (left, right) for piece in side.pieces))


@given(st.lists(st.integers(1, 60)))
def test_spans_hold_just_the_lines(lines: list[int]) -> None:
    spans = spans_of(lines)
    assert {n for span in spans for n in range(span.first, span.last + 1)} == set(lines)
    assert all(left.last + 1 < right.first for left, right in pairwise(spans))


@pytest.mark.parametrize(("text", "full"), [("mot", True), ("  ", False), ("", False)])
def test_a_passage_is_true_where_it_says_something(text: str, full: bool) -> None:
    assert bool(passage(text, 3)) is full
    assert str(passage(text, 3)) == text


CELL = Cell((Paragraph(passage("Pilote  :", 4)), Item(passage("la Caf", 5))))
BLOCKS: tuple[Block, ...] = (
    Heading(passage("Fiche 1", 1), 2),
    Paragraph(passage("Un texte", 2)),
    Table((Row((CELL, Cell())),)),
)
DOCUMENT = Document(
    Source("un-acte", "0" * 64), BLOCKS, 5, lines=("# Fiche 1", "Un texte", "", "| Pilote  : |", "| - la Caf |")
)


def test_a_cell_gives_its_text_single_spaced() -> None:
    assert CELL.text == "Pilote : la Caf"
    assert CELL.words.spans == (Span(4, 5),)
    assert CELL
    assert not Cell((Paragraph(passage(" ", 9)),))


def test_passages_come_in_reading_order() -> None:
    assert [str(words) for words in passages(BLOCKS)] == ["Fiche 1", "Un texte", "Pilote  :", "la Caf"]
    assert [str(words) for words in passages(BLOCKS[0])] == ["Fiche 1"]


def test_a_place_joins_passages_and_quotes_their_lines() -> None:
    place = DOCUMENT.place(CELL.words, passage("Un texte", 2))
    assert place == Place("un-acte", (Span(2, 2), Span(4, 5)))
    assert DOCUMENT.quote(place) == "Un texte\n| Pilote  : |\n| - la Caf |"
    assert DOCUMENT.quote(Place("un-acte", (Span(5, 9),))) == "| - la Caf |"


def test_a_place_on_a_page_has_the_boxes_of_its_words_and_quotes_no_others() -> None:
    upper, lower, other = Box(1, 100, 100, 300, 12), Box(1, 90, 114, 200, 12), Box(2, 100, 50, 300, 12)
    words = Passage((Piece("La Caf ", 1, upper), Piece("et la MSA ", 1, lower), Piece("signent.", 2, other)))
    elsewhere = Passage((Piece("Ailleurs", 1, Box(1, 100, 500, 300, 12)),))
    blocks = (Paragraph(words), Paragraph(elsewhere))
    document = Document(Source("x", "0" * 64), blocks, 2, "page", ("", ""), printed_on(blocks, 2))
    place = document.place(words)
    assert place.boxes == (Box(1, 90, 100, 310, 26), other)
    assert place.lines == "p1-2"
    assert document.quote(place) == "La Caf \net la MSA \nsignent."
    assert document.place(words.cut(0, 6)).boxes == (upper,)
    assert document.place(elsewhere.cut(0, 3)).boxes == document.place(elsewhere).boxes
    assert (place | document.place(elsewhere)).boxes == (place.boxes[0], Box(1, 100, 500, 300, 12), other)
