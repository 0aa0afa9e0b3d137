"""Votes in every wording, each with its voices; minutes, of which only the item about a convention counts."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from loaders.acts.splitting import split
from loaders.document import Block, Document, Heading, Paragraph, passage
from loaders.readers.deliberations.votes import read_vote
from loaders.words.wording import plain
from maillage.facts import Source

_VOTES: dict[str, str] = tomllib.loads(
    (Path(__file__).resolve().parent.parent / "cases" / "readers" / "votes" / "votes.toml").read_text("utf-8")
)
_SESSION = "L'an deux mille vingt-trois, le six mars, le conseil municipal de Mende s'est réuni."


@pytest.mark.parametrize(("printed", "voices"), _VOTES.items())
def test_a_vote_gives_its_voices(printed: str, voices: str) -> None:
    vote = read_vote([passage(printed, 1)])
    told = (vote.votes_for, vote.votes_against, vote.abstentions)
    assert " ".join("-" if count is None else str(count) for count in told) == voices


def _document(*printed: str) -> Document:
    """Return a document with a heading a line that begins with ``#`` and a paragraph any other."""
    blocks: list[Block] = []
    for number, text in enumerate(printed, 1):
        words = passage(text.lstrip("# "), number)
        blocks.append(Heading(words, 2) if text.startswith("#") else Paragraph(words))
    return Document(Source("seance", "md", "0" * 64), tuple(blocks), len(printed), "line", printed)


def _texts(document: Document) -> list[str]:
    return [
        " ".join(plain(block.words.text) for block in part.blocks if isinstance(block, (Heading, Paragraph)))
        for part in split(document)
    ]


def test_of_minutes_only_the_item_about_a_convention_is_an_act() -> None:
    (text,) = _texts(
        _document(
            "# Procès-verbal des délibérations du conseil municipal",
            _SESSION,
            "# 1. Budget",
            "Adopté par 12 voix pour et 3 abstentions.",
            "# 2. Convention territoriale globale 2023-2027",
            "Adopté à l'unanimité.",
            "# 3. Tarifs de la piscine",
            "Adopté à l'unanimité.",
        )
    )
    assert "mende" in text
    assert "convention" in text
    assert "budget" not in text
    assert "piscine" not in text


def test_a_deliberation_with_numbered_parts_stays_whole() -> None:
    (text,) = _texts(
        _document(
            "# Extrait du registre des délibérations",
            _SESSION,
            "# 1. Contexte de la convention territoriale globale",
            "La Caf propose une convention.",
            "# 2. Décision",
            "Adopté à l'unanimité.",
        )
    )
    assert "contexte" in text
    assert "decision" in text


def _closed(*decisions: str) -> Document:
    """Return minutes of three points, each of which ends with its number and the decision."""
    budget, convention, pool = decisions
    return _document(
        "# Procès-verbal du conseil municipal",
        _SESSION,
        "# 1 – Budget de la CTG 2019-2022",
        budget,
        "# 2 – Convention territoriale globale 2023-2027",
        "La Caf propose une convention. Mme Roux présente deux axes :",
        convention,
        "AUTORISE le maire à la signer.",
        "# 3 – Tarifs de la piscine",
        "Rien n'y touche à la convention territoriale globale.",
        pool,
        "La séance est levée.",
    )


def test_a_number_below_a_point_with_its_decision_is_that_of_the_point() -> None:
    document = _closed(
        "Délibération n° 2023-11 – Adoptée à l'unanimité.",
        "Délibération n° 2023-12 – Après en avoir délibéré, le conseil municipal, par 10 voix pour :",
        "Délibération n° 2023-13 – Rejetée.",
    )
    parts = split(document)
    assert [part.number.text for part in parts] == ["2023-11", "2023-12"]
    assert parts[1].title.text == "2 – Convention territoriale globale 2023-2027"
    first, second = _texts(document)
    assert "autorise le maire" in second
    assert "autorise le maire" not in first
    assert "piscine" not in second


def test_a_number_without_a_decision_titles_what_is_below_it() -> None:
    document = _closed(
        "Délibération n° 2023-11 – Adoption du budget",
        "Délibération n° 2023-12 – Approbation de la convention territoriale globale",
        "Délibération n° 2023-13 – Tarifs",
    )
    assert all("2 – Convention" not in part.title.text for part in split(document))
