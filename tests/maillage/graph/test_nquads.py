"""Terms: strictly escaped, canonical, read alike by two parsers."""

from __future__ import annotations

from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset, Literal

from maillage.graph.nquads import Writer, canonical, date, literal
from maillage.vocabulary import RDFS, XSD, M

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


def one_line(text: str) -> str:
    writer = Writer("urn:g")
    writer.say("urn:s", RDFS.label, text)
    (line,) = writer.lines
    return line


@pytest.mark.filterwarnings("ignore:Dataset.default_context:DeprecationWarning")  # rdflib's own reader asks for it
@given(texts)
def test_a_text_is_read_back_by_both_parsers(text: str) -> None:
    line = one_line(text)
    assert "\n" not in line
    (quad,) = ox.parse(input=line, format=ox.RdfFormat.N_QUADS)
    assert isinstance(quad.object, ox.Literal)
    assert quad.object.value == text
    (_, _, read, _) = next(Dataset().parse(data=line, format="nquads").quads())
    assert isinstance(read, Literal)
    assert str(read) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12))
def test_equal_decimals_are_written_alike(value: Decimal) -> None:
    assert canonical(value) == canonical(value + Decimal("0.000000"))
    assert Decimal(canonical(value)) == value


@pytest.mark.parametrize(
    ("value", "written"),
    [("1488.60", "1488.6"), ("358715", "358715"), ("20.0", "20"), ("-0.0", "0"), ("1E+3", "1000"), ("-20.8", "-20.8")],
)
def test_a_decimal_has_one_form(value: str, written: str) -> None:
    assert literal(Decimal(value)) == f'"{written}"^^<{XSD.decimal}>'


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("2021-11-08", f'"2021-11-08"^^<{XSD.date}>'),
        ("2021-06", f'"2021-06"^^<{XSD.gYearMonth}>'),
        ("2021", f'"2021"^^<{XSD.gYear}>'),
        ("2021-13-01", '"2021-13-01"'),
        ("fin 2022", '"fin 2022"'),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(value: str, written: str) -> None:
    assert date(value) == written


def test_a_quad_is_said_once_and_nothing_is_said_of_the_unknown() -> None:
    writer = Writer("urn:g")
    for _ in range(2):
        writer.is_a("urn:s", M.Convention)
    writer.say("urn:s", M.numero, "")
    writer.say("urn:s", M.generation, None)
    writer.say_date("urn:s", M.debut, "")
    writer.link("urn:s", M.territoire, "")
    assert len(list(writer.lines)) == 1
    writer.say("urn:s", M.voixContre, 0)
    assert len(list(writer.lines)) == 2
