"""A fact that says it is verbatim stands at its place letter for letter, in every act that we have."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from loaders.document import Document
from loaders.reading import Reading, read
from loaders.resolve import Gazetteer
from loaders.tiers import texts, with_tiers
from maillage import reference
from maillage.facts import Fiche, Place, Source, Span, Tier
from tests.loaders.test_unread import OWN, REAL


def letters(text: str) -> str:
    """Return what remains of a text without spaces, punctuation and tags."""
    plain = unicodedata.normalize("NFKC", re.sub(r"<[^<>]*>", "", text))
    return "".join(char for char in plain if char.isalnum())


def lies(reading: Reading) -> list[tuple[str, str, str]]:
    """Return the texts of verbatim facts that do not stand at their place."""
    found = []
    for fact in reading.facts:
        if fact.tier == "verbatim" and reading.document.lines:
            printed = letters(reading.document.quote(fact.place))
            found += [(fact.table, fact.place.lines, text) for text in texts(fact) if letters(text) not in printed]
    return found


@pytest.mark.parametrize("file", OWN, ids=[path.parent.name for path in OWN])
def test_our_own_acts(file: Path) -> None:
    assert not lies(read(file, Gazetteer(reference.load())))


@pytest.mark.parametrize("stem", REAL)
def test_the_real_acts(documents: Path, stem: str) -> None:
    reading = read(documents / f"{stem}.md", Gazetteer(reference.load()))
    assert not lies(reading)
    verbatim = sum(fact.tier == "verbatim" for fact in reading.facts)
    assert 2 * verbatim > len(reading.facts)  # and that is not because nothing says it is


PRINTED = "| **Fiche 4** : Ouvrir une mai-|\nson des fa<br>milles, le 3 mai 2024 |"


@pytest.mark.parametrize(
    ("number", "title", "start", "tier"),
    [
        ("4", "Ouvrir une maison des familles", "", "verbatim"),
        ("4", "Ouvrir une maison des familles", "2024", "verbatim"),
        ("4", "Ouvrir une maison des familles", "2024-05-03", "normalised"),
        ("5", "Ouvrir une maison des familles", "", "normalised"),
        ("4", "Ouvrir une maison des Familles", "", "normalised"),
    ],
)
def test_both_verdicts(number: str, title: str, start: str, tier: Tier) -> None:
    document = Document(Source("acte", "ab" * 32), (), 2, lines=tuple(PRINTED.split("\n")))
    place = Place("acte", (Span(1, 2),))
    fact = Fiche(place=place, act=1, rule="fiche.title", convention="c", number=number, title=title, start=start)
    (judged,) = with_tiers([fact], document)
    assert judged.tier == tier
