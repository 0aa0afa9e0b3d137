"""DOCX as Word leaves it after many hands: what is hidden or taken away by a tracked change is not read."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import OxmlElement

from loaders.formats import read
from tests.loaders.dumping import dump

_TABBED = """application/vnd.openxmlformats-officedocument.wordprocessingml.document 11 line
table header
  | Type | Nom | Places @1
  | RPE | Relais du Pont |  @2
  | EAJE | Les Lutins | 24 @3
paragraph @4 Fait à Redon
table
  | Pour la Caf, | Pour la Ville, @5
  | Le directeur | La maire @6
paragraph @7 Pilote : Caf
paragraph @8 Partenaires : Ville de Redon
item 1. @9 Ouvrir un relais
paragraph @10 Objet 3
paragraph @11 Durée 12
"""


def test_what_is_hidden_or_taken_away_is_not_read(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("La commune porte ")
    paragraph.add_run("(à vérifier) ").font.hidden = True
    paragraph.add_run("le relais.")
    table = document.add_table(3, 2)
    for row, texts in zip(table.rows, (("Action", "Pilote"), ("Un forum", "Ville"), ("Un relais", "Caf")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.rows[1]._tr.get_or_add_trPr().append(OxmlElement("w:del"))
    file = tmp_path / "suivi.docx"
    document.save(str(file))
    blocks = dump(read(file))
    assert "La commune porte le relais." in blocks
    assert "Un forum" not in blocks
    assert "Un relais | Caf" in blocks


def test_tabs_part_columns_but_no_label_number_or_page(tmp_path: Path) -> None:
    document = docx.Document()
    for text in (
        "Type\tNom\tPlaces",
        "RPE\tRelais du Pont",
        "EAJE\tLes Lutins\t24",
        "Fait à Redon",
        "Pour la Caf,\t\tPour la Ville,",
        "Le directeur\tLa maire",
        "Pilote :\tCaf",
        "Partenaires\t: Ville de Redon",
        "1.\tOuvrir un relais",
        "Objet\t3",
        "Durée\t12",
    ):
        document.add_paragraph(text)
    file = tmp_path / "tabulations.docx"
    document.save(str(file))
    assert dump(read(file)) == _TABBED


def test_what_numbers_the_pages_of_the_original_is_no_text(tmp_path: Path) -> None:
    document = docx.Document()
    for page in range(1, 4):
        document.add_paragraph(f"L'objectif {page}/3 est atteint.")
        document.add_paragraph(f"CTG du Pays de Redon {page}/3")
    file = tmp_path / "converti.docx"
    document.save(str(file))
    assert [line.split(" ", 2)[2] for line in dump(read(file)).splitlines()[1:]] == [
        "L'objectif 1/3 est atteint.",
        "L'objectif 2/3 est atteint.",
        "L'objectif 3/3 est atteint.",
    ]
