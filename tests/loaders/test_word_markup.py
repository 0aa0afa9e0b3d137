"""DOCX as Word leaves it after many hands: what is hidden or taken away by a tracked change is not read."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import OxmlElement

from loaders.formats import read
from tests.loaders.dumping import dump


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
