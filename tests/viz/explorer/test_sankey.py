"""The drawing of money: as much leaves a column as comes into the next, whatever the order of the facts."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viz.explorer.sankey import Path, Sankey, Style, draw

STYLE = Style({"Caf": "kind-caf"}, "autres", str)
NAMES = st.sampled_from([f"nom {number}" for number in range(20)])
FLOWS = st.dictionaries(st.tuples(NAMES, NAMES, NAMES), st.integers(0, 10**9).map(Decimal), max_size=60)


@given(FLOWS, st.randoms(use_true_random=False))
def test_nothing_is_lost_and_the_order_does_not_matter(flows: dict[Path, Decimal], shuffled: Random) -> None:
    drawing = draw(flows.items(), STYLE)
    other = list(flows.items())
    shuffled.shuffle(other)
    assert draw(other, STYLE) == drawing
    total = sum(flows.values())
    assert bool(drawing) == bool(total)
    for column in range(3):
        bars = [bar for bar in drawing.bars if bar.column == column]
        assert sum(Decimal(bar.money) for bar in bars) == total
        assert len(bars) <= 14
        assert all(low.y + low.height <= high.y for low, high in pairwise(bars))
        assert all(bar.y + bar.height <= drawing.height for bar in bars)


@pytest.mark.parametrize("euros", [Decimal(0), Decimal(-5)])
def test_no_money_is_no_drawing(euros: Decimal) -> None:
    assert draw([(("Caf", "PSU", "petite enfance"), euros)], STYLE) == Sankey(0, (), ())


def test_two_columns_may_share_a_name() -> None:
    drawing = draw([(("jeunesse", "jeunesse", "jeunesse"), Decimal(10))], STYLE)
    assert [bar.column for bar in drawing.bars] == [0, 1, 2]
    assert len(drawing.ribbons) == 2
