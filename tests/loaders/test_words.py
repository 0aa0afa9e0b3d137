"""The words of lists and figures: addresses, numbers, amounts, units, types; cases as data in tests/cases."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.document import Passage
from loaders.readers.equipments.addresses import Address, split
from loaders.readers.equipments.types import known, mended
from loaders.readers.figures.figure_table import Value
from loaders.readers.figures.indicators import is_funding, unit
from loaders.readers.funding import words as funding_words
from loaders.readers.funding.purposes import purposes
from loaders.words.amounts import amounts
from loaders.words.codes import opening_code
from loaders.words.numbering import numbers
from loaders.words.numerals import Figure, figure, number
from loaders.words.spelt_numbers import count

_CASES = Path(__file__).resolve().parent.parent / "cases" / "readers" / "words"
Case = Mapping[str, str | int | bool | list[str]]


def _cases(name: str) -> list[Case]:
    cases: list[Case] = tomllib.loads((_CASES / f"{name}.toml").read_text("utf-8"))["case"]
    return cases


def _texts(case: Case, key: str) -> tuple[str, ...]:
    found = case[key]
    assert isinstance(found, list)
    return tuple(found)


def _name(case: Case) -> str:
    return str(case.get("text", case.get("path")))


@pytest.mark.parametrize("case", _cases("addresses"), ids=_name)
def test_addresses(case: Case) -> None:
    capacity = case.get("capacity")
    expected = Address(
        str(case["name"]),
        str(case.get("street", "")),
        str(case.get("postcode", "")),
        str(case.get("commune", "")),
        capacity if isinstance(capacity, int) else None,
    )
    assert split(str(case["text"])) == expected


@pytest.mark.parametrize("case", _cases("codes"), ids=_name)
def test_codes(case: Case) -> None:
    text = str(case["text"])
    found = opening_code(text)
    told = (*found[:3], text[found.start :]) if found is not None else ()
    assert told == _texts(case, "code")


@pytest.mark.parametrize("case", _cases("listed"), ids=_name)
def test_listed_numbers(case: Case) -> None:
    assert numbers(str(case["text"])) == _texts(case, "numbers")


@pytest.mark.parametrize(("text", "value"), [("trente-deux", 32), ("17", 17), ("mille deux cents", 1200), ("aucun", 0)])
def test_numbers_in_words_and_figures(text: str, value: int) -> None:
    assert count(text) == value


@pytest.mark.parametrize("case", _cases("figures"), ids=_name)
def test_figures(case: Case) -> None:
    value = Decimal(str(case["value"])) if "value" in case else None
    expected = None if case.get("words") else Figure(value, str(case.get("unit", "")))
    assert figure(str(case["text"])) == expected


@pytest.mark.parametrize("case", _cases("amounts"), ids=_name)
def test_amounts(case: Case) -> None:
    assert tuple(str(amount.euros) for amount in amounts(str(case["text"]))) == _texts(case, "euros")


@pytest.mark.parametrize("case", _cases("funding"), ids=_name)
def test_what_words_say_of_an_amount(case: Case) -> None:
    text = str(case["text"])
    assert funding_words.schemes(text) == _texts(case, "schemes")
    assert next(purposes(text), "") == case["purpose"]
    assert funding_words.period(text) == case["period"]
    assert funding_words.year(text) == case["year"]


@pytest.mark.parametrize("case", _cases("units"), ids=_name)
def test_units(case: Case) -> None:
    values = [Value(Figure(Decimal(1), str(case["printed"])), Passage(()), None, "")]
    path = _texts(case, "path")
    found = unit(path, values, str(case.get("above", "")))
    assert found == case["unit"]
    assert is_funding(path, found) is case["funding"]


@pytest.mark.parametrize("case", _cases("types"), ids=_name)
def test_types(case: Case) -> None:
    assert mended(str(case["text"])) == case["mended"]
    assert known(str(case["text"])) is case["known"]


@given(st.integers(-(10**12), 10**12), st.sampled_from([" ", "\u00a0", "\u202f"]), st.integers(0, 3))
def test_a_number_printed_in_french_is_read_back(thousandths: int, space: str, places: int) -> None:
    value = Decimal(thousandths).scaleb(-3).quantize(Decimal(1).scaleb(-places))
    printed = f"{value:,}".replace(",", space).replace(".", ",")
    assert number(printed) == value


@given(st.text(max_size=200))
def test_any_text_is_taken_apart(text: str) -> None:
    address = split(text)
    assert len(address.name) <= len(text)
    assert figure(text) == figure(text)
    assert all(text[amount.start : amount.end] for amount in amounts(text))
