"""Whatever the text, also one made of what acts are made of: reading it does not fail, and places lie inside it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from loaders.formats.intake import Intake
from loaders.formats.text import markdown
from loaders.reading import Reading, read_document
from loaders.resolve import Gazetteer
from maillage import reference
from maillage.errors import DocumentError

LINES = [
    "# CONVENTION TERRITORIALE GLOBALE", "Délibération n° 2023-12", "Séance du 14 mars 2023", "Entre :", "Et :",
    "La Caf de l'Ain, représentée par son directeur, M. Jean Petit", "La commune de Loudun,", "ci-après « la CCPL »",
    "du 1er janvier 2022 au 31 décembre 2026", "pour une durée de 4 ans", "| Enjeu | Objectif | Action |",
    "|---|---|---|", "| 1. Petite enfance | 1.1 Accueillir | 1.1.1 Ouvrir un LAEP |", "| 2 | | |", "| | 3 bis | Ici |",
    "### Fiche action n° 3 bis : Les parents", "**Pilote :** CCAS de Loudun", "Fiche n°", "Action 4",
    "| Porteur | Caf - MSA - Département |", "| Partenaires | Mission locale, écoles |", "| Échéances | 2024-2026 |",
    "| Financeur | 2023 | 2024 |", "| Caf | 12 000 € | 1 488,60 |", "| Total | 0 | N.C. |", "Budget : 3,2 M€",
    "- 12 communes : Loudun, Messemé et Angliers", "1.2.1 Population", "| Nombre d'allocataires | 1 234 | + 4,5 % |",
    "Le comité de pilotage se réunit deux fois par an. Il est composé de :", "- le maire", "- un élu par commune",
    "Votes : 23 pour, 2 contre, 1 abstention", "adopte à l'unanimité", "Annexe 2 : liste des équipements",
    "| EAJE | Les Lutins, 3 rue des Lilas 86200 Loudun | 20 places |", "AVENANT n° 1", "Fait à Loudun, le 3 mai 2021",
    "Article 4 : financement", "| a | b |", "<table><tr><td rowspan=2>Axe 1</td><td>x</td></tr></table>", "", "", "•",
]  # fmt: skip
PHRASES = [
    "Les CTG", "la convention territoriale globale", "l'avenant à la CTG", "de la ville de Calais",
    "et de la ville de Lens", "du Pays Loudunais", "et de la commune de", "la Caf de l'Ain", "la CC de la Dombes",
    "ci-après « la CCD »", "(CCD)", "représentée par M. Jean Petit, maire", "2022-2026", "pour 4 ans",
    "du 1er janvier 2022 au 31 décembre 2026",
    "signée le 3 mai 2021", "le comité de pilotage", "se réunit deux fois par an", "composé de", "finance",
    "12 000 €", "pilote", "et", "d'", ",", ":", ";", "(", ")", ".",
]  # fmt: skip
odd = st.text("0123456789.,;:-–°()|€%IVX /*#\n", max_size=12)
spoken = st.lists(st.sampled_from(PHRASES), max_size=14).map(" ".join)
acts = st.lists(
    st.one_of(st.sampled_from(LINES), st.sampled_from(LINES), spoken, odd, st.text(max_size=6)), max_size=30
).map("\n".join)


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(reference.load())


def read(text: str) -> Reading | None:
    """Return what is read of ``text``, None where it is refused."""
    try:
        document = markdown.read(Intake(Path("acte.md"), "acte", text.encode("utf-8", "replace")))
    except DocumentError:
        return None
    return read_document(document, gazetteer())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(acts)
@example("Délibération n° 2023-12\n\nLes CTG de la ville de Calais et de la ville de Lens sont signées.")
def test_any_text_is_read_twice_alike_and_every_fact_lies_inside(text: str) -> None:
    reading = read(text)
    again = read(text)
    assert (reading is None) == (again is None)
    if reading is None or again is None:
        return
    assert reading.facts == again.facts
    for fact in reading.facts:
        assert fact.place.spans
        assert all(1 <= span.first <= span.last <= reading.document.length for span in fact.place.spans)
        assert reading.quote(fact.place)
