"""The table that a header promises: columns, lists, natural order, no row twice."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.queries.answers import natural, shape
from maillage.queries.questions import Column, Question
from maillage.table import Cell, Table

QUESTION = Question("q", Path("q.rq"), "", "", "", "", "", (), False, (), (), (), (), ())


def asked(*columns: str, lists: tuple[str, ...] = (), order: tuple[str, ...] = ()) -> Question:
    return replace(QUESTION, columns=tuple(Column(name, "", "") for name in columns), lists=lists, order=order)


def test_columns_are_cut_and_ordered_and_rows_are_told_once() -> None:
    answer = Table(("hidden", "b", "a"), ((1, "x", 1), (2, "x", 1), (3, "y", 0)))
    assert shape(asked("a", "b", "absent"), answer).rows == ((0, "y", None), (1, "x", None))


def test_lists_are_joined_sorted_without_doubles() -> None:
    answer = Table(("n", "theme"), ((1, "b"), (1, "a10"), (1, "a9\nb"), (2, None), (2, ""), (3, "c")))
    table = shape(asked("n", "theme", lists=("theme",)), answer)
    assert table.rows == ((1, "a9;a10;b"), (2, None), (3, "c"))


def test_hidden_columns_keep_rows_apart() -> None:
    answer = Table(("e", "n", "t"), (("e1", 1, "a"), ("e2", 1, "b")))
    assert shape(asked("n", "t", lists=("t",)), answer).rows == ((1, "a"), (1, "b"))


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ((), ["1", "2", "3", "3 bis", "10"]),
        (("-a",), ["10", "3 bis", "3", "2", "1"]),
        (("b",), ["2", "1", "3", "3 bis", "10"]),
        (("-b", "a"), ["1", "3", "3 bis", "10", "2"]),
    ],
)
def test_order(order: tuple[str, ...], expected: list[str]) -> None:
    rows: tuple[tuple[Cell, ...], ...] = (("10", 5), ("3 bis", 5), ("2", None), ("1", Decimal(5)), ("3", 5.0))
    assert list(shape(asked("a", "b", order=order), Table(("a", "b"), rows)).column("a")) == expected


CELLS: st.SearchStrategy[Cell] = st.one_of(st.none(), st.text(), st.integers(), st.decimals(allow_nan=False))


@given(st.data())
def test_the_order_of_the_engine_does_not_matter(data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.tuples(CELLS, CELLS), unique_by=repr))
    shuffled = data.draw(st.permutations(rows))
    question = asked("a", "b", order=("-b",))
    first, second = (shape(question, Table(("a", "b"), tuple(rows))) for rows in (rows, shuffled))
    assert list(map(keys, first.rows)) == list(map(keys, second.rows))


def keys(row: tuple[Cell, ...]) -> tuple[object, ...]:
    """A row as the order sees it: two cells that look alike are alike."""
    return tuple(natural(value) for value in row)


@given(CELLS, CELLS, CELLS)
def test_any_cells_can_be_compared(a: Cell, b: Cell, c: Cell) -> None:
    assert len(sorted([a, b, c], key=natural)) == 3
