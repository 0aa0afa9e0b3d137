"""The facts file: what is written is read back, and a bad file says where it is bad."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.errors import FactsError
from maillage.facts import FACTS, Act, Box, Fact, Funding, Place, Source, Span, merge
from maillage.facts_file import dumps, loads

SOURCE = Source("un-acte", "0" * 64)
HEAD = dumps(SOURCE, ())

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
spans = st.builds(lambda first, more: Span(first, first + more), st.integers(1, 9_999), st.integers(0, 20))
boxes = st.builds(Box, st.integers(1, 9_999), *[st.integers(0, 1_000)] * 4)
places = st.builds(
    lambda parts, unit, boxes: Place(SOURCE.stem, merge(parts), unit, tuple(boxes)),
    st.lists(spans, min_size=1, max_size=3),
    st.sampled_from(["line", "page"]),
    st.lists(boxes, max_size=3),
)
VALUES: dict[str, st.SearchStrategy[object]] = {
    "Place": places,
    "Tier": st.sampled_from(["verbatim", "normalised", "derived"]),
    "str": texts,
    "int": st.integers(),
    "int | None": st.none() | st.integers(),
    "Decimal": st.decimals(allow_nan=False, allow_infinity=False),
    "Decimal | None": st.none() | st.decimals(allow_nan=False, allow_infinity=False),
    "tuple[str, ...]": st.lists(texts, max_size=3).map(tuple),
}


def facts_of(cls: type[Fact]) -> st.SearchStrategy[Fact]:
    make: Callable[..., Fact] = cls
    return st.builds(make, **{field.name: VALUES[str(field.type)] for field in fields(cls)})


@given(
    st.builds(Source, *[texts] * len(fields(Source))).map(
        lambda s: Source(SOURCE.stem, s.sha256, s.media_type, s.title)
    ),
    st.lists(st.sampled_from(FACTS).flatmap(facts_of), max_size=4).map(tuple),
)
def test_what_is_written_is_read_back(source: Source, facts: tuple[Fact, ...]) -> None:
    written = dumps(source, facts)
    assert loads(written) == (source, facts)
    assert dumps(*loads(written)) == written


def test_empty_fields_and_the_usual_tier_are_left_out() -> None:
    fact = Act(place=Place(SOURCE.stem, (Span(3, 4),)), act=1, rule="acts.title", kind="deliberation")
    assert dumps(SOURCE, [fact]).splitlines()[1] == (
        '{"table": "acts", "lines": "3-4", "act": 1, "rule": "acts.title", "kind": "deliberation"}'
    )


def test_an_amount_keeps_its_digits() -> None:
    text = HEAD + (
        '{"table": "funding", "lines": "p2", "act": 1, "rule": "r", "convention": "c", "amount_eur": "1488.60"}\n'
    )
    (fact,) = loads(text)[1]
    assert isinstance(fact, Funding)
    assert str(fact.amount_eur) == "1488.60"
    assert fact.place.unit == "page"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("\n", 1),
        ("pas du JSON\n", 1),
        ("[]\n", 1),
        ('{"sha256": "0"}\n', 1),
        ('{"source": "a"}\n', 1),
        ('{"source": "a", "sha256": 3}\n', 1),
        ('{"source": "a", "sha256": "0", "inconnu": "x"}\n', 1),
        (HEAD + "{", 2),
        (HEAD + "null\n", 2),
        (HEAD + "[" * 100_000, 2),
        (HEAD + '{"lines": "3", "act": 1, "rule": "r"}\n', 2),
        (HEAD + '{"table": "nulle-part", "lines": "3", "act": 1, "rule": "r"}\n', 2),
        (HEAD + '{"table": "acts", "lines": "3", "act": 1, "rule": "r", "kind": "rapport"}\n{"table": "acts"}\n', 3),
        (HEAD + '{"table": "acts", "lines": "3", "act": 1, "rule": "r"}\n', 2),
        (HEAD + '{"table": "acts", "lines": 3, "act": 1, "rule": "r", "kind": "rapport"}\n', 2),
        (HEAD + '{"table": "acts", "lines": "", "act": 1, "rule": "r", "kind": "rapport"}\n', 2),
        (HEAD + '{"table": "acts", "lines": "9-3", "act": 1, "rule": "r", "kind": "rapport"}\n', 2),
        (HEAD + '{"table": "acts", "lines": "0", "act": 1, "rule": "r", "kind": "rapport"}\n', 2),
        (HEAD + '{"table": "acts", "lines": "3", "act": "1", "rule": "r", "kind": "rapport"}\n', 2),
        (HEAD + '{"table": "acts", "lines": "3", "act": true, "rule": "r", "kind": "rapport"}\n', 2),
        (HEAD + '{"table": "acts", "lines": "3", "act": 1, "rule": "r", "kind": ["rapport"]}\n', 2),
        (HEAD + '{"table": "acts", "lines": "3", "act": 1, "rule": "r", "kind": "rapport", "tier": "sûr"}\n', 2),
        (HEAD + '{"table": "acts", "lines": "3", "act": 1, "rule": "r", "kind": "rapport", "prix": "3"}\n', 2),
        (
            HEAD
            + '{"table": "funding", "lines": "3", "act": 1, "rule": "r", "convention": "c", "amount_eur": "dix"}\n',
            2,
        ),
        (
            HEAD
            + '{"table": "funding", "lines": "3", "act": 1, "rule": "r", "convention": "c", "amount_eur": "NaN"}\n',
            2,
        ),
        (HEAD + '{"table": "funding", "lines": "3", "act": 1, "rule": "r", "convention": "c", "amount_eur": 10}\n', 2),
        (
            HEAD + '{"table": "deliberations", "lines": "3", "act": 1, "rule": "r", "decision": "x"}\n',
            2,
        ),
        (HEAD + "\n", 2),
    ],
)
def test_a_bad_file_names_the_line_and_the_remedy(text: str, line: int) -> None:
    with pytest.raises(FactsError, match=rf"l\. {line} .*maillage extract --facts") as caught:
        loads(text, "un-acte.jsonl")
    assert caught.value.file == "un-acte.jsonl"


@given(st.text(max_size=60))
def test_any_other_text_is_read_or_refused(text: str) -> None:
    try:
        loads(HEAD + text)
    except FactsError:
        return
    assert not text.strip("\n")
