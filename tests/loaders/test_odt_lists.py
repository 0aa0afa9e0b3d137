"""ODT lists: numbers go on from the list above where the document says so, and count nothing that holds no words."""

from __future__ import annotations

from pathlib import Path

from odf import text as odf_text
from odf.element import Element
from odf.opendocument import OpenDocumentText

from loaders.document import Item
from loaders.formats import read


def _list(style: Element, *texts: str, **attributes: str) -> Element:
    """Return a list of ``texts``."""
    listed = odf_text.List(stylename=style, **attributes)
    for text in texts:
        item = odf_text.ListItem()
        item.addElement(odf_text.P(text=text))
        listed.addElement(item)
    return listed


def test_numbers_go_on_over_a_paragraph(tmp_path: Path) -> None:
    document = OpenDocumentText()
    parts: dict[str, Element] = vars(document)
    style = odf_text.ListStyle(name="compte")
    style.addElement(odf_text.ListLevelStyleNumber(level=1, numformat="1"))
    style.addElement(odf_text.ListLevelStyleBullet(level=2, bulletchar="-"))
    parts["automaticstyles"].addElement(style)
    deep = odf_text.List(stylename=style, continuenumbering="true")
    wrapper = odf_text.ListItem()
    wrapper.addElement(_list(style, "avec la Caf"))
    deep.addElement(wrapper)
    for element in (
        _list(style, "Ouvrir un relais", "Former les équipes"),
        odf_text.P(text="Puis, l'année suivante :"),
        deep,
        _list(style, "Tenir un forum", continuenumbering="true"),
        _list(style, "Évaluer"),
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
