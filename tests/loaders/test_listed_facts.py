"""Équipements, amounts and figures read from whole acts: a folder a case, ``input.*`` and the rows that it states.

Every case is an act of our own wording with real official codes. The rows leave out the convention, which other
readers settle.
"""

from __future__ import annotations

import csv
import re
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
from loaders.document import Block, Cell, Document, Heading, Item, Paragraph, Row, Table, passage
from loaders.reading import arrange, reader
from loaders.resolve import Gazetteer
from maillage import reference
from maillage.facts import FACTS, PROVENANCE, Fact, Funding, Source

_CASES = Path(__file__).resolve().parent.parent / "cases" / "readers"
_FAMILIES = ("equipments", "funding", "statistics")
_WITHOUT = (*PROVENANCE, "convention")


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(reference.load())


def _folders() -> Iterator[tuple[str, Path]]:
    """Give each case with the family that it is about."""
    for family in _FAMILIES:
        for folder in sorted((_CASES / family).iterdir()):
            yield family, folder


def _columns(family: str) -> list[str]:
    """Return the columns of a case's rows: where, then what."""
    table = next(fact for fact in FACTS if fact.table == family)
    return ["lines", *(field.name for field in fields(table) if field.name not in _WITHOUT)]


def _row(fact: Fact, columns: list[str]) -> list[str]:
    """Return a fact as a row of a case."""
    values = [fact.place.lines, *(getattr(fact, column) for column in columns[1:])]
    return [";".join(value) if isinstance(value, tuple) else "" if value is None else str(value) for value in values]


@pytest.mark.parametrize(("family", "folder"), list(_folders()), ids=lambda value: getattr(value, "name", value))
def test_rows_of_an_act(family: str, folder: Path) -> None:
    read = reader(family)
    acts = sections(formats.read(next(folder.glob("input.*"))), _gazetteer())
    facts = arrange(fact for section in acts for fact in read(section))
    columns = _columns(family)
    with (folder / f"{family}.csv").open(encoding="utf-8", newline="") as file:
        assert [columns, *(_row(fact, columns) for fact in facts)] == list(csv.reader(file))


@pytest.mark.parametrize(
    ("years", "convention"),
    [
        ((2021, 2022, 2023, 2024), "gueret-2021"),
        ((2022, 2023, 2024), "gueret-2025"),  # some of its years
        ((2021, 2022, 2023, 2024, 2025), "gueret-2025"),  # one of the new one's
    ],
)
def test_money_of_each_year_of_an_earlier_convention_is_of_that_one(
    years: tuple[int, ...], convention: str, tmp_path: Path
) -> None:
    rows = "".join(f"<tr><td>Année {year}</td><td>{year} €</td></tr>" for year in years)
    path = tmp_path / "acte.html"
    path.write_text(
        "<h1>Convention territoriale globale 2025-2029 de la commune de Guéret</h1>"
        "<p>Elle est conclue du 1er janvier 2025 au 31 décembre 2029. Elle fait suite à la convention territoriale"
        " globale signée le 3 mai 2021 pour la période du 1er janvier 2021 au 31 décembre 2024.</p>"
        f"<p>La Caf a versé à la commune de Guéret les montants suivants :</p><table>{rows}</table>",
        "utf-8",
    )
    facts = [fact for section in sections(formats.read(path), _gazetteer()) for fact in reader("funding")(section)]
    assert [fact.convention for fact in facts if isinstance(fact, Funding)] == [convention] * len(years)


def test_money_in_a_part_about_another_convention_is_of_that_of_whoever_gets_it(tmp_path: Path) -> None:
    path = tmp_path / "acte.md"
    path.write_text(
        "DÉPARTEMENT DE LA DRÔME\n\nDélibération n° 2025-82 de la commission permanente\n\n"
        "## 1. Communauté de communes du Diois\n\nLa convention territoriale globale 2025-2029 est la première.\n\n"
        "## 2. Communauté de communes du Royans-Vercors\n\n"
        "La convention territoriale globale 2024-2028 est la première. "
        "Le Département versera 5 000 € par an à l'association Les Marmots.\n\n"
        "Le Département apporte les aides suivantes :\n\n| Bénéficiaire | Objet | Montant |\n| --- | --- | --- |\n"
        "| Communauté de communes du Diois | Ludobus | 4 500 € |\n"
        "| Communauté de communes du Royans-Vercors | Point d'écoute | 6 000 € |\n",
        "utf-8",
    )
    facts = [fact for section in sections(formats.read(path), _gazetteer()) for fact in reader("funding")(section)]
    told = [(fact.convention, str(fact.amount_eur)) for fact in facts if isinstance(fact, Funding)]
    assert told == [("royans-vercors-2024", "5000"), ("diois-2025", "4500"), ("royans-vercors-2024", "6000")]


_WORDS = "La Caf verse 12 000 € - % 2021 Mens (20 places), Commune de Mens : dont EAJE ALSH rue 38710 sise à et"
_TEXTS = st.one_of(
    st.text(max_size=60), st.lists(st.sampled_from(re.findall(r"\S+", _WORDS)), max_size=12).map(" ".join)
)


def _table(texts: list[str], width: int, line: int) -> Table:
    """A table of ``texts`` on one line."""
    cells = [Cell((Paragraph(passage(text, line)),)) for text in texts]
    rows = (tuple(cells[start : start + width]) for start in range(0, len(cells) - width + 1, width))
    return Table(tuple(Row(row) for row in rows))


@st.composite
def _blocks(draw: st.DrawFn) -> tuple[Block, ...]:
    """Blocks of any kind, a line each, with the words that these readers look for."""
    blocks: list[Block] = []
    for line in range(1, draw(st.integers(1, 8)) + 1):
        words = passage(draw(_TEXTS), line)
        table = _table(draw(st.lists(_TEXTS, min_size=4, max_size=16)), draw(st.integers(1, 4)), line)
        kinds: tuple[Block, ...] = (Heading(words, 2), Paragraph(words), Item(words), table)
        blocks.append(kinds[draw(st.integers(0, 3))])
    return tuple(blocks)


@settings(max_examples=60, deadline=None)
@given(_blocks())
def test_readers_never_raise_and_places_lie_inside(blocks: tuple[Block, ...]) -> None:
    territory = _gazetteer().epci("Communauté de communes du Trièves")
    document = Document(Source("acte", ""), blocks, len(blocks))
    section = Section(document, 1, "convention", blocks, _gazetteer(), "", "trieves-2024", territory=territory)
    for family in _FAMILIES:
        facts = list(reader(family)(section))
        assert facts == list(reader(family)(section))
        for fact in facts:
            assert fact.place.spans
            assert all(1 <= span.first <= span.last <= len(blocks) for span in fact.place.spans)
