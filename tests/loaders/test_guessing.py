"""Documents that say in no usual words what they are, or of which territory: what each is read as."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.acts.sections import sections
from loaders.acts.splitting import split
from loaders.document import Block, Document, Heading, Paragraph, passage
from loaders.formats import read
from loaders.resolve import Gazetteer
from maillage.facts import Source
from maillage.reference import load

_CTG = "convention territoriale globale"
_CASES = {
    "the name stands within a title": (["Pour les familles : une CTG 2024-2028", ".La Caf et la Ville."], "convention"),
    "the title calls it an avenant last": ([f"Prolongation de la {_CTG} : avenant", ".La Caf signe."], "avenant"),
    "an avenant with an adjective": (
        [f"Avenant de prolongation n° 2 à la {_CTG}", "Entre d'une part,", ".La Caf signe."],
        "avenant",
    ),
    "letters set apart": (
        ["C O N V E N T I O N T E R R I T O R I A L E G L O B A L E", ".La Caf signe."],
        "convention",
    ),
    "a council that votes": (
        ["Conseil communautaire", f"Point 4 : {_CTG}", ".Avec la Caf.", ".Adopté à l'unanimité."],
        "deliberation",
    ),
    "a report": (["Note de synthèse", f"Objet : {_CTG}", ".La Caf propose une signature."], "rapport"),
    "a first page with parties": (
        ["Ville de Mens", f".Cette {_CTG} est signée entre la Caf et la Ville."],
        "convention",
    ),
    "a letter": ([f"Objet : votre {_CTG}", ".Madame la Présidente,", ".La Caf propose une rencontre."], ""),
    "an article": (["Éditorial", f"Notre {_CTG}", ".La Caf est venue."], ""),
    "an éditorial that opens a convention": (
        [f"Notre {_CTG}", "Édito", ".La Caf est là.", *(f"Fiche action {n}" for n in range(1, 6))],
        "convention",
    ),
    "another CTG": (["Le codon CTG", ".Il code la leucine."], ""),
    "something else": (["Fête du printemps", ".La Caf tient un stand."], ""),
}


def _document(texts: list[str]) -> Document:
    """Return a document of titles, and of paragraphs where a text begins with a full stop."""
    blocks: list[Block] = [
        Paragraph(passage(text[1:], line)) if text.startswith(".") else Heading(passage(text, line), 1)
        for line, text in enumerate(texts, 1)
    ]
    return Document(Source("any", "0" * 64), tuple(blocks), len(texts))


@pytest.mark.parametrize(("texts", "kind"), _CASES.values(), ids=_CASES)
def test_what_a_document_is_read_as(texts: list[str], kind: str) -> None:
    assert [part.kind for part in split(_document(texts))] == [kind]


_ROWS = (
    "| | |\n|---|---|\n| **La collectivité** | Communauté de communes du Trièves, représentée par Mme Anne ROUX |\n"
    "| **La Caf** | Caf de l'Isère, représentée par M. Paul VIAL |\n"
)
_HOMES = {
    "a table of the parties": f"# Convention territoriale globale\n\n{_ROWS}",
    "a title": "# Convention territoriale globale\n\n## Territoire du Trièves\n\nLa Caf de l'Isère signe.",
    "the body that deliberates": (
        "# Conseil communautaire du Trièves\n\nSéance du 12 mars 2024\n\n## Convention territoriale globale\n\n"
        "Avec la Caf de l'Isère.\n\nLe conseil, après en avoir délibéré, approuve la convention."
    ),
    "the communes": (
        "# Convention territoriale globale\n\nLa Caf de l'Isère signe.\n\n"
        "Elle s'applique aux communes de Mens, Clelles, Lalley et Chichilianne."
    ),
    "the signatures": (
        "# Convention territoriale globale\n\nAxe 1 : Accueillir\n\nFait à Mens, le 3 mars 2024\n\n"
        "Pour la Caf de l'Isère, M. Paul VIAL\n\nPour la communauté de communes du Trièves, Mme Anne ROUX"
    ),
}


@pytest.mark.parametrize("text", _HOMES.values(), ids=_HOMES)
def test_what_tells_the_territory(text: str, tmp_path: Path) -> None:
    file = tmp_path / "acte.md"
    file.write_text(text, encoding="utf-8")
    (section,) = sections(read(file), Gazetteer(load()))
    assert [agreement.code for agreement in section.agreements] == ["200030658"]
