"""Tables as Arrow: the type that is declared, or the narrowest that holds the values."""

from __future__ import annotations

from decimal import Decimal

import pytest

from maillage.table import Cell, Table
from maillage.table_arrow import as_arrow


@pytest.mark.parametrize(
    ("values", "declared", "expected"),
    [
        ((1, None), "", "int64"),
        ((1, Decimal("2.5")), "", "double"),
        ((True, False), "", "bool"),
        (("2021-06", None), "date", "string"),
        ((None, None), "", "string"),
        ((None,), "integer", "int64"),
        ((), "number", "double"),
    ],
)
def test_a_column_has_one_type(values: tuple[Cell, ...], declared: str, expected: str) -> None:
    table = as_arrow(Table(("x",), tuple((value,) for value in values)), {"x": declared} if declared else None)
    assert str(table.schema.field("x").type) == expected
    assert table["x"].to_pylist() == list(values)
