"""Plans and fiches in every layout: cases as data in tests/cases/readers/{plan,fiches}.

A case is an act of our own wording (``input.md``) and the tables that it gives, with the columns that the case is
about; a table without a file must stay empty.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import formats
from loaders.acts.section import Section
from loaders.acts.sections import sections
from loaders.document import Cell, Document, Heading, Item, Paragraph, Passage, Piece, Row, Table, passage
from loaders.readers.fiches import reader as fiches
from loaders.readers.fiches.opening import opened
from loaders.readers.fiches.sheets import sheets
from loaders.readers.plan import reader as plan
from loaders.reading import arrange
from loaders.resolve import Gazetteer
from maillage import reference
from maillage.facts import Box, Doubt, Fact, Fiche, FicheActor, FicheItem, Funding, PlanNode, Source

_CASES = Path(__file__).resolve().parent.parent / "cases" / "readers"
_FAMILIES = ("fiches", "plan")
_TABLES: tuple[type[Fact], ...] = (PlanNode, Fiche, FicheActor, FicheItem, Funding, Doubt)


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(reference.load())


def _facts(path: Path) -> tuple[Fact, ...]:
    """Return what the two readers give of the act at ``path``, as a reading arranges it."""
    acts = sections(formats.read(path), _gazetteer())
    return arrange(fact for act in acts for reader in (plan, fiches) for fact in reader.read(act))


def _rows(facts: tuple[Fact, ...], table: type[Fact], columns: list[str]) -> Iterator[dict[str, str]]:
    for fact in facts:
        if type(fact) is table:
            yield {column: _cell(fact, column) for column in columns}


def _cell(fact: Fact, column: str) -> str:
    value: object = fact.place.lines if column == "lines" else getattr(fact, column)
    if isinstance(value, tuple):
        return ";".join(value)
    return "" if value is None else str(value)


@pytest.mark.parametrize(
    "case",
    sorted(path.parent for family in _FAMILIES for path in _CASES.glob(f"{family}/*/input.md")),
    ids=lambda case: f"{case.parent.name}/{case.name}",
)
def test_layout(case: Path) -> None:
    facts = _facts(case / "input.md")
    for table in _TABLES:
        path = case / f"{table.table}.csv"
        if not path.exists():
            assert not [fact for fact in facts if type(fact) is table], table.table
            continue
        with path.open(encoding="utf-8", newline="") as file:
            expected = list(csv.DictReader(file))
        assert list(_rows(facts, table, list(expected[0]))) == expected


@pytest.mark.parametrize(
    ("left", "top", "title", "status"),
    [
        (820, 90, "Ouvrir une halte", "nouvelle"),
        (402, 90, "Ouvrir une halte nouvelle", ""),  # the title's own last word
        (820, 160, "Ouvrir une halte nouvelle", ""),  # on another line
    ],
)
def test_a_status_apart_at_the_end_of_a_title(left: int, top: int, title: str, status: str) -> None:
    head = Piece("FA 2 – Ouvrir une halte ", 1, Box(1, 90, 88, 310, 18))
    words = Passage((head, Piece("nouvelle", 1, Box(1, left, top, 73, 12))))
    (sheet,) = sheets((Heading(words, 4), Paragraph(passage("Pilote : Caf", 2))))
    assert (sheet.number, sheet.title.text.strip(), sheet.status) == ("2", title, status)


def test_no_column_is_misspelt() -> None:
    known = {table.table: {field.name for field in fields(table)} | {"lines"} for table in _TABLES}
    for path in (path for family in _FAMILIES for path in _CASES.glob(f"{family}/*/*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            assert set(next(csv.reader(file))) <= known[path.stem], path


_WORDS = st.sampled_from((_CASES / "lists" / "lines.txt").read_text("utf-8").split("\n"))
_PARAGRAPHS = st.builds(lambda text: Paragraph(passage(text, 3)), _WORDS)
_ITEMS = st.builds(
    lambda text, depth, mark: Item(passage(text, 4), depth, mark), _WORDS, st.integers(0, 2), st.sampled_from("-1➤")
)
_CELLS = st.builds(Cell, st.lists(_PARAGRAPHS | _ITEMS, max_size=2).map(tuple))


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 4))
    rows = st.lists(_CELLS, min_size=width, max_size=width).map(lambda cells: Row(tuple(cells)))
    return Table(tuple(draw(st.lists(rows, max_size=5))))


_BLOCKS = st.lists(
    st.builds(lambda text, level: Heading(passage(text, 2), level), _WORDS, st.integers(0, 3))
    | _PARAGRAPHS
    | _ITEMS
    | _tables(),
    max_size=12,
)


def test_the_time_of_a_paragraph_grows_with_its_lines() -> None:
    lines = Paragraph(Passage(tuple(Piece(f"Une ligne {at} ", at) for at in range(20_000))))
    begin = time.process_time()
    assert list(opened(lines))
    assert time.process_time() - begin < 2


@given(_BLOCKS)
@settings(max_examples=200, deadline=None)
def test_no_order_of_blocks_is_too_strange(blocks: list[Heading | Paragraph | Item | Table]) -> None:
    document = Document(Source("acte", ""), tuple(blocks), 9)
    act = Section(document, 1, "convention", document.blocks, _gazetteer(), convention="ici-2024")
    for reader in (plan, fiches):
        facts = list(reader.read(act))
        assert facts == list(reader.read(act))
        assert all(fact.place.spans and fact.place.spans[-1].last <= document.length for fact in facts)
        assert all(fact.label for fact in facts if isinstance(fact, PlanNode))
