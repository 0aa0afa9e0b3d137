"""Whole acts read by their heads, votes, parties, communes, conventions, avenants and bodies.

A case of tests/cases/readers/acts is a file of our own wording (``input.md``, real official codes) and the tables that
it gives; a table without a file must stay empty.
"""

from __future__ import annotations

import csv
import re
import time
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders import formats
from loaders.acts.sections import sections
from loaders.document import Block, Cell, Document, Heading, Item, Paragraph, Row, Table, passage
from loaders.reading import Reading, arrange, read_document, reader
from loaders.resolve import Gazetteer
from maillage import reference
from maillage.facts import (
    PROVENANCE,
    Act,
    Amendment,
    Convention,
    CoveredCommune,
    DeclaredCommunes,
    Deliberation,
    Fact,
    Governance,
    Place,
    Signatory,
    Source,
    Span,
)

_CASES = Path(__file__).resolve().parent.parent / "cases" / "readers" / "acts"
_FAMILIES = ("acts", "deliberations", "conventions", "amendments", "parties", "communes", "governance")
_TABLES: tuple[type[Fact], ...] = (
    Act,
    Deliberation,
    Convention,
    Amendment,
    Signatory,
    CoveredCommune,
    DeclaredCommunes,
    Governance,
)


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer(reference.load())


def _facts(document: Document) -> tuple[Fact, ...]:
    """Return the facts of our families, as a reading arranges them."""
    acts = sections(document, _gazetteer())
    return arrange(fact for act in acts for family in _FAMILIES for fact in reader(family)(act))


def _columns(table: type[Fact]) -> list[str]:
    """Return the columns of a case's table."""
    return ["lines", *(field.name for field in fields(table) if field.name not in PROVENANCE)]


def _row(fact: Fact) -> list[str]:
    """Return a fact as a row of a case."""
    values = [fact.place.lines, *(getattr(fact, column) for column in _columns(type(fact))[1:])]
    return [";".join(value) if isinstance(value, tuple) else "" if value is None else str(value) for value in values]


@pytest.mark.parametrize("case", sorted(_CASES.iterdir()), ids=lambda case: case.name)
def test_act(case: Path) -> None:
    facts = _facts(formats.read(case / "input.md"))
    for table in _TABLES:
        rows = [_row(fact) for fact in facts if type(fact) is table]
        path = case / f"{table.table}.csv"
        if not path.exists():
            assert rows == [], table.table
            continue
        with path.open(encoding="utf-8", newline="") as file:
            assert [_columns(table), *rows] == list(csv.reader(file)), table.table


_PHRASES = (
    "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS",
    "Délibération n° 2024-12",
    "CONVENTION TERRITORIALE GLOBALE 2024-2027",
    "Avenant n°1 à la convention territoriale globale",
    "RAPPORT N°7",
    "Entre :",
    "et",
    "Vu la CTG signée le 3 mai 2021",
    "La Caf de l'Isère, représentée par",
    "Communauté de communes du Trièves",
    "Les 3 communes : Mens, Clelles, Lalley",
    "le conseil décide à l'unanimité",
    "Pour : 12 Contre : 1 Abstention : deux",
    "du 01/01/2024 au 31/12/2027",
    "Le comité de pilotage est composé de :",
    "se réunit deux fois par an",
    "M. Jean VIAL, maire",
    "Fait à Mens, le",
    "autorise le Maire à signer la CTG avec",
    "précédente",
    "première",
    "31 février 2022",
    "l'an deux mille",
    "(",
    "»",
    "«",
)
_TEXTS = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(_PHRASES), max_size=5).map(" ".join))


@st.composite
def _documents(draw: st.DrawFn) -> Document:
    """Return a document of blocks of any kind, each on its own line."""
    blocks: list[Block] = []
    texts = draw(st.lists(st.tuples(st.sampled_from("hpit"), _TEXTS), max_size=14))
    for line, (kind, text) in enumerate(texts, 1):
        words = passage(text, line)
        if kind == "t":
            cell = Cell((Paragraph(words),))
            blocks.append(Table((Row((cell, Cell())), Row((Cell(), cell)))))
        else:
            plain: dict[str, Block] = {"h": Heading(words, 1), "p": Paragraph(words), "i": Item(words)}
            blocks.append(plain[kind])
    return Document(Source("any", "0" * 64), tuple(blocks), len(texts), "line", tuple(text for _, text in texts))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_documents())
def test_any_document_is_read_twice_alike_and_its_places_lie_inside(document: Document) -> None:
    facts = _facts(document)
    assert facts == _facts(document)
    for fact in facts:
        assert fact.place.document == "any"
        assert fact.place.spans
        assert all(1 <= span.first <= span.last <= document.length for span in fact.place.spans)


def _reading(document: Document) -> Reading:
    return read_document(document, _gazetteer())


def test_a_text_that_is_no_act_gives_no_act() -> None:
    words = passage("La médiathèque ouvre samedi. Un atelier est prévu.", 1)
    reading = _reading(Document(Source("note", "0" * 64), (Paragraph(words),), 1))
    assert reading.facts == ()


def test_the_same_statement_in_two_acts_is_one_fact_with_both_places() -> None:
    document = formats.read(_CASES / "deliberation_with_convention" / "input.md")
    communes = [fact for fact in _reading(document).facts if isinstance(fact, CoveredCommune)]
    assert len({(fact.convention, fact.commune) for fact in communes}) == len(communes)


@pytest.mark.parametrize(
    "stretch",
    ["Entre la Caf de l'Isère, représentée par ", "CTG 2022-2026 signée le 3 mai 2021 entre ", "pour 12 voix contre "],
)
def test_reading_time_grows_with_length(stretch: str) -> None:
    def seconds(times: int) -> float:
        text = "Délibération n° 12 de la convention territoriale globale. " + stretch * times
        document = Document(Source("long", "0" * 64), (Paragraph(passage(text, 1)),), 1)
        begin = time.process_time()
        _facts(document)
        return time.process_time() - begin

    seconds(10)
    assert seconds(800) < 20 * max(seconds(100), 0.02)


def test_the_names_of_those_present_stay_out() -> None:
    document = formats.read(_CASES / "counted_vote" / "input.md")
    said = " ".join(str(value) for fact in _facts(document) for value in _row(fact))
    for name in re.findall(r"BERNADET|DUPUY|TOUZET", document.quote(_everywhere(document))):
        assert name not in said


def _everywhere(document: Document) -> Place:
    return Place(document.source.stem, (Span(1, document.length),))
