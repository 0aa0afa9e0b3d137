"""Letters and digits that a scan took for one another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.formats.making.confused import mend


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("CONVENTION TERRITORIALE G1OBALE", "CONVENTION TERRITORIALE GLOBALE"),
        ("Mad et Mose1le", "Mad et Moselle"),
        ("ARTlCLE 2 - LE P1LOTAGE", "ARTICLE 2 - LE PILOTAGE"),
        ("2O23 – 2O27", "2023 – 2027"),
        ("31 décembre 2O27", "31 décembre 2027"),
        ("c0mité technique", "comité technique"),
        ("la part de M0NTREUIL", "la part de MONTREUIL"),
        ("l'act1on", "l'action"),
        ("FlCHE ACTION", "FICHE ACTION"),
        ("Fiche Bl - Un café", "Fiche B1 - Un café"),
        ("lntitulé : ll est composé", "Intitulé : Il est composé"),
        ("60 OOO €", "60 000 €"),
        ("la somme de 96 34O €", "la somme de 96 340 €"),
        ("l2 4OO,5O euros", "12 400,50 euros"),
    ],
)
def test_a_damaged_word_is_read(printed: str, read: str) -> None:
    assert mend(printed, frozenset(("action",))) == read


@pytest.mark.parametrize(
    "text",
    [
        "H1N1",
        "62O",
        "DE23.027",
        "A1B2C3D4",
        "le 1er janvier",
        "10h30",
        "n1",
        "3b1s@exemple.fr",
        "R2D2",
        "2022-0L1",
        "CO2",
        "Avec Al",
        "l'aide de 300 €",
        "62O et 340 €",
    ],
)
def test_what_is_no_word_stays(text: str) -> None:
    assert mend(text, frozenset()) == text


@given(st.text())
def test_nothing_is_lost(text: str) -> None:
    assert len(mend(text, frozenset())) == len(text)
