"""Letters as other programs place them: told beside the sign that is printed, or apart from an elided article."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from loaders.document import Table
from loaders.formats import read

_SIZE = 48
_SCALE = 0.25


def _drawn(path: Path, pieces: list[str]) -> str:
    """Return what is read of ``pieces``, drawn side by side in a scaled drawing; ``{é}`` is told beside its sign."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.beginForm("page", 0, 0, 3000, 4000)
    left = 240.0
    for piece in pieces:
        text = piece.strip("{}")
        canvas.setFont("Helvetica", _SIZE)
        if text != piece:
            told = unicodedata.normalize("NFD", text).encode("utf-16-be").hex()
            canvas.addLiteral(f"/Span <</ActualText <FEFF{told}>>> BDC")
        canvas.drawString(left, 2800, text)
        if text != piece:
            canvas.addLiteral("EMC")
        left += stringWidth(text, "Helvetica", _SIZE)
    canvas.endForm()
    canvas.transform(_SCALE, 0, 0, _SCALE, 0, 0)
    canvas.doForm("page")
    canvas.showPage()
    canvas.save()
    return _text(path)


def _text(path: Path) -> str:
    """Return what is read of the file at ``path``, which has no tables."""
    return " ".join(block.words.text for block in read(path).blocks if not isinstance(block, Table))


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["La qualit", "{é}", " de la halte"], "La qualité de la halte"),
        (["La capacit", "{é}", ", puis la dur", "{é}", "e"], "La capacité, puis la durée"),
        (["Le relais va ", "{à}", " la rencontre"], "Le relais va à la rencontre"),
        (["Ouverture de l'", " accueil"], "Ouverture de l'accueil"),
        (["Jusqu'", " ici, qu’", " elle"], "Jusqu'ici, qu’elle"),
        (["Le bloc d", " 'hiver"], "Le bloc d 'hiver"),
        (["Les lots 12", " 345"], "Les lots 12 345"),
        (["Le « foyer d'en bas'", " accueille"], "Le « foyer d'en bas' accueille"),
    ],
)
def test_letters_are_read_where_their_signs_are_printed(pieces: list[str], text: str, tmp_path: Path) -> None:
    assert _drawn(tmp_path / "page.pdf", pieces) == text


def test_an_accent_that_is_told_twice_is_one(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("La capacité\u0301 d'accueil", "utf-8")
    assert _text(path) == "La capacité d'accueil"
