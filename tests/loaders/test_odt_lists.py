"""ODT: what it counts itself, lists and titles, has its numbers, which go on where it says so; notes are read."""

from __future__ import annotations

from pathlib import Path

from odf import text as odf_text
from odf.element import Element
from odf.opendocument import OpenDocumentText

from loaders.document import Heading, Item, Paragraph
from loaders.formats import read
from tests.loaders.building import odt_list


def test_numbers_go_on_over_a_paragraph(tmp_path: Path) -> None:
    document = OpenDocumentText()
    parts: dict[str, Element] = vars(document)
    style = odf_text.ListStyle(name="compte")
    style.addElement(odf_text.ListLevelStyleNumber(level=1, numformat="1"))
    style.addElement(odf_text.ListLevelStyleBullet(level=2, bulletchar="-"))
    parts["automaticstyles"].addElement(style)
    deep = odf_text.List(stylename=style, continuenumbering="true")
    wrapper = odf_text.ListItem()
    wrapper.addElement(odt_list(["avec la Caf"], stylename=style))
    deep.addElement(wrapper)
    for element in (
        odt_list(["Ouvrir un relais", "Former les équipes"], stylename=style),
        odf_text.P(text="Puis, l'année suivante :"),
        deep,
        odt_list(["Tenir un forum"], stylename=style, continuenumbering="true"),
        odt_list(["Évaluer"], stylename=style),
    ):
        parts["text"].addElement(element)
    file = tmp_path / "listes.odt"
    document.save(str(file))
    items = [(block.marker, block.words.text) for block in read(file).blocks if isinstance(block, Item)]
    assert items == [
        ("1.", "Ouvrir un relais"),
        ("2.", "Former les équipes"),
        ("-", "avec la Caf"),
        ("3.", "Tenir un forum"),
        ("1.", "Évaluer"),
    ]


def test_titles_have_the_numbers_of_their_outline(tmp_path: Path) -> None:
    document = OpenDocumentText()
    parts: dict[str, Element] = vars(document)
    outline = odf_text.OutlineStyle(name="Outline")
    outline.addElement(odf_text.OutlineLevelStyle(level=1, numprefix="Article ", numsuffix=" –", numformat="1"))
    outline.addElement(odf_text.OutlineLevelStyle(level=2, numformat="1", displaylevels=2))
    outline.addElement(odf_text.OutlineLevelStyle(level=3, numformat=""))
    parts["styles"].addElement(outline)
    letters = odf_text.ListStyle(name="lettres")
    letters.addElement(odf_text.ListLevelStyleNumber(level=1, numformat="A", numprefix="Axe "))
    parts["automaticstyles"].addElement(letters)
    listed, item = odf_text.List(stylename=letters), odf_text.ListItem()
    item.addElement(odf_text.H(outlinelevel=1, text="Petite enfance"))
    listed.addElement(item)
    plain = odf_text.List()
    item = odf_text.ListItem()
    item.addElement(odf_text.H(outlinelevel=2, text="1. Population"))
    plain.addElement(item)
    for element in (
        odf_text.H(outlinelevel=1, text="Objet"),
        odf_text.H(outlinelevel=2, text="Périmètre"),
        odf_text.H(outlinelevel=1, text=""),
        odf_text.H(outlinelevel=1, text="Durée"),
        odf_text.H(outlinelevel=1, text="Annexe", islistheader="true"),
        odf_text.H(outlinelevel=2, text="Début"),
        odf_text.H(outlinelevel=3, text="Sans numéro"),
        listed,
        plain,
    ):
        parts["text"].addElement(element)
    file = tmp_path / "titres.odt"
    document.save(str(file))
    titles = [(block.level, block.words.text) for block in read(file).blocks if isinstance(block, Heading)]
    assert titles == [
        (1, "Article 1 – Objet"),
        (2, "1.1 Périmètre"),
        (1, "Article 2 – Durée"),
        (1, "Annexe"),
        (2, "2.1 Début"),
        (3, "Sans numéro"),
        (1, "Axe A Petite enfance"),
        (2, "2.2 1. Population"),
    ]


def test_notes_come_after_the_text(tmp_path: Path) -> None:
    document = OpenDocumentText()
    parts: dict[str, Element] = vars(document)
    paragraph = odf_text.P(text="La Caf verse 12 000 €")
    note = odf_text.Note(noteclass="footnote")
    note.addElement(odf_text.NoteCitation(text="1"))
    body = odf_text.NoteBody()
    body.addElement(odf_text.P(text="Montant de 2023."))
    note.addElement(body)
    paragraph.addElement(note)
    paragraph.addText(" par an.")
    parts["text"].addElement(paragraph)
    parts["text"].addElement(odf_text.P(text="Elle le verse en mai."))
    file = tmp_path / "notes.odt"
    document.save(str(file))
    assert [block.words.text for block in read(file).blocks if isinstance(block, Paragraph)] == [
        "La Caf verse 12 000 € par an.",
        "Elle le verse en mai.",
        "Montant de 2023.",
    ]
