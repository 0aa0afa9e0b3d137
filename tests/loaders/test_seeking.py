"""A pattern that is first looked for by the words that it needs finds what it finds without them."""

from __future__ import annotations

import gc
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import reading
from loaders.resolve import Gazetteer
from loaders.seeking import Sought, needed_by
from loaders.words.wording import plain
from maillage import reference

ACTS = Path(__file__).resolve().parent.parent / "cases" / "acts"

NEEDED = [
    ("convention", ("convention",)),
    (r"\bconventions?\s+territoriales?", ("convention",)),
    (r"(?:caf|cnaf)\b", ("caf", "cnaf")),
    (r"c(?:af|cas)", ("caf", "ccas")),
    (r"comites?|copil", ("comite", "copil")),
    (r"comite|comite de pilotage", ("comite",)),
    (r"[€£]|euros?", ("euro", "£", "€")),
    (r"(?:projet){2}", ("projet",)),
    (r"(?P<who>la caf) [a-z]+", ("la caf",)),
    (r"(?P<who>la caf|la msa) verse", (" verse",)),
    (r"(?>signe)e", ("signe",)),
    (r"(?=convention)\w", ("convention",)),
    (r"(?<=la )caf|msa", ("caf", "msa")),
]
NEEDED_BY_NOTHING = [
    "",
    r"\d+",
    r"(?:convention)?",
    r"convention|\d",
    r"(?i:convention)",
    r"(?i)convention",
    r"(?!convention)\w",
    r"(?<!convention)\w",
    r"[^€]",
    r"[a-c]",
    "a|b",
]


@pytest.mark.parametrize(("pattern", "words"), NEEDED, ids=[pattern for pattern, _ in NEEDED])
def test_words_are_read_off_a_pattern(pattern: str, words: tuple[str, ...]) -> None:
    assert needed_by(pattern) == words


@pytest.mark.parametrize("pattern", NEEDED_BY_NOTHING)
def test_a_pattern_that_can_do_without_needs_none(pattern: str) -> None:
    assert needed_by(pattern) == ()


@given(st.lists(st.sampled_from(["caf", "c", "cas", "comite", " de ", "€", "signee", "projetprojet", "la caf verse"])))
def test_it_finds_what_the_pattern_finds(parts: list[str]) -> None:
    text = "".join(parts)
    for pattern in (*(pattern for pattern, _ in NEEDED), *NEEDED_BY_NOTHING):
        assert found(Sought(pattern), text) == found(re.compile(pattern), text), pattern


def test_every_pattern_of_the_readers_loses_nothing_by_it() -> None:
    acts = sorted(ACTS.glob("*/*.md"))
    gazetteer = Gazetteer(reference.load())
    for path in acts:
        reading.read(path, gazetteer)
    kept = sorted({one.pattern for one in gc.get_objects() if isinstance(one, Sought)})
    lines = dict.fromkeys(line for path in acts for line in plain(path.read_text("utf-8")).splitlines())
    assert len(kept) > 20
    for pattern in kept:
        sought, compiled = Sought(pattern), re.compile(pattern)
        assert [found(sought, line) for line in lines] == [found(compiled, line) for line in lines], pattern


def found(pattern: Sought | re.Pattern[str], text: str) -> list[object]:
    """Return where ``pattern`` finds what, however it is asked."""
    asked = (pattern.search(text), pattern.match(text), pattern.fullmatch(text), *pattern.finditer(text, 1))
    return [match and match.span() for match in asked]
