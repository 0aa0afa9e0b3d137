"""Documents that announce themselves in no usual words: which act each is read as, and which are none."""

from __future__ import annotations

import pytest

from loaders.acts.splitting import split
from loaders.document import Block, Document, Heading, Paragraph, passage
from maillage.facts import Source

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
