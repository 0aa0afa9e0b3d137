"""The words of the interface, numbers and dates in both languages, and words of a source made safe."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import viz
from maillage.errors import DeclarationError
from viz.numbers import day, euros, lines, number
from viz.plain import fold_lines, plain, shorten
from viz.texts import LANGUAGES, Language, texts

ROOT = Path(viz.__file__).parent
FIELD = re.compile(r"{(\w+)}")


def used_keys() -> str:
    files = [*ROOT.glob("*.py"), *(ROOT / "templates").iterdir()]
    return "".join(file.read_text("utf-8") for file in files)


def test_every_text_is_used_and_every_used_text_is_there() -> None:
    code = used_keys()
    declared = texts("fr").keys()
    for key in declared:
        stem = key.removesuffix(".one").removesuffix(".many")
        assert key in code or stem in code or key.startswith(("thing.", "place."))
    for key in re.findall(r"""\bt\(["']([\w.]+)["']""", code):
        assert key in declared


@pytest.mark.parametrize("key", sorted(texts("fr").keys()))
def test_both_languages_fill_the_same_fields(key: str) -> None:
    french, english = (texts(language)._words[key] for language in LANGUAGES)
    assert set(FIELD.findall(french)) == set(FIELD.findall(english))
    assert french.strip()
    assert english.strip()


def test_a_missing_text_is_told() -> None:
    with pytest.raises(DeclarationError, match="nowhere"):
        texts("fr")("nowhere")


@pytest.mark.parametrize(
    ("value", "period", "french", "english"),
    [
        (Decimal("1488.60"), "", "1\u202f488,60\u00a0€", "€1,488.60"),
        (Decimal("1488.6"), "an", "1\u202f488,60\u00a0€ par an", "€1,488.60 a year"),
        (Decimal("618000"), "", "618\u202f000\u00a0€", "€618,000"),
        (Decimal("0.00"), "", "0\u00a0€", "€0"),
        (None, "an", "", ""),
    ],
)
def test_euros(value: Decimal | None, period: str, french: str, english: str) -> None:
    assert (euros(value, "fr", period), euros(value, "en", period)) == (french, english)


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [(12345, "12\u202f345", "12,345"), (Decimal("-20.8"), "-20,8", "-20.8"), (Decimal("7"), "7", "7")],
)
def test_numbers(value: Decimal | int, french: str, english: str) -> None:
    assert (number(value, "fr"), number(value, "en")) == (french, english)


@pytest.mark.parametrize(
    ("place", "language", "expected"),
    [
        ("97", "fr", "ligne\u00a097"),
        ("97;103;220-224", "fr", "lignes\u00a097, 103, 220-224"),
        ("p3", "en", "page\u00a03"),
        ("p3;p5-6", "fr", "pages\u00a03, 5-6"),
        ("", "fr", ""),
    ],
)
def test_places(place: str, language: Language, expected: str) -> None:
    assert lines(place, language) == expected


@pytest.mark.parametrize(
    ("date", "french", "english"),
    [
        ("2021", "2021", "2021"),
        ("2021-06", "juin 2021", "June 2021"),
        ("2021-11-01", "1er novembre 2021", "1 November 2021"),
        ("2021-13", "2021-13", "2021-13"),
        ("fin 2022", "fin 2022", "fin 2022"),
        ("", "", ""),
    ],
)
def test_days(date: str, french: str, english: str) -> None:
    assert (day(date, "fr"), day(date, "en")) == (french, english)


@given(st.text())
def test_plain_text_is_one_visible_line(text: str) -> None:
    line = plain(text)
    assert not [c for c in line if unicodedata.category(c).startswith("C") or c in "\n\r\t\u2028\u2029"]
    assert plain(line) == line


@given(st.text(), st.integers(min_value=2, max_value=60))
def test_short_text_is_short(text: str, length: int) -> None:
    assert len(shorten(text, length)) <= length


@given(st.text(), st.integers(min_value=5, max_value=40), st.integers(min_value=1, max_value=4))
def test_folded_text_fits(text: str, width: int, count: int) -> None:
    folded = fold_lines(text, width, count)
    assert 1 <= len(folded) <= count
    assert all(len(line) <= width for line in folded)


def test_direction_marks_do_not_survive() -> None:
    assert plain("a\u202eb\u2066c\u200bd\u00ade") == "abcde"
