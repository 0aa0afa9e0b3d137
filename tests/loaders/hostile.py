"""Files that must be refused, each made by the function that its case names."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pypdfium2
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from loaders.formats.office.word import w

_NAMESPACE = w("p")[1:].partition("}")[0]


def text(content: str | bytes) -> Callable[[Path], None]:
    """Return what writes ``content``."""
    data = content.encode() if isinstance(content, str) else content
    return lambda path: _write(path, data)


def _write(path: Path, data: bytes) -> None:
    """Write a file."""
    path.write_bytes(data)


def huge(path: Path) -> None:
    """Make a file of 300 MB that takes no room."""
    with path.open("wb") as file:
        file.truncate(300_000_000)


def foreign_zip(path: Path) -> None:
    """Make a zip that is no document."""
    path.write_bytes(zipped({"notes.txt": b"rien"}))


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of ``parts``."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def docx_of(body: str, head: str = "") -> bytes:
    """Return a DOCX whose body is ``body``."""
    xml = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{_NAMESPACE}"><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": xml.encode()})


def entity_bomb(path: Path) -> None:
    """Make a DOCX whose XML would grow without end."""
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    head = f'<!DOCTYPE w:document [<!ENTITY e0 "boum">{entities}]>'
    path.write_bytes(docx_of("<w:p><w:r><w:t>&e11;</w:t></w:r></w:p>", head))


def zip_bomb(path: Path) -> None:
    """Make a DOCX that unpacks to a thousand times its size."""
    path.write_bytes(zipped({"word/document.xml": b"<a>" + b" " * 50_000_000 + b"</a>"}))


def nested_tables(path: Path) -> None:
    """Make a DOCX with tables within tables."""
    depth = 70
    opening, closing = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    containers = "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"
    body = opening + containers[0] * depth + "<w:p><w:r><w:t>fond</w:t></w:r></w:p>" + containers[1] * depth + closing
    path.write_bytes(docx_of((containers[0] * 50) + body + (containers[1] * 50)))


def pdf_of(count: int, words: str = "", lock: str = "") -> bytes:
    """Return a PDF of ``count`` pages with ``words`` on each, locked with ``lock`` if there is one."""
    file = BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption(lock) if lock else None)
    for _ in range(count):
        canvas.drawString(100, 700, words)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def many_pages(path: Path) -> None:
    """Make a PDF of 5 000 empty pages."""
    with pypdfium2.PdfDocument.new() as document:
        for _ in range(5_000):
            document.new_page(595, 842)
        document.save(path)


def many_cells() -> str:
    """Return a pipe table of 100 000 cells."""
    return "| a |\n|---|\n" + f"{'| b ' * 100}|\n" * 1_000


MADE: Mapping[str, Callable[[Path], None]] = {
    "nothing": lambda path: None,
    "folder": lambda path: path.mkdir(),
    "empty": text(""),
    "blank": text(" \n\n \n"),
    "only_postmarks": text("Reçu en préfecture le 03/02/2024\n\nPublié le\n"),
    "binary": text(b"\x7fELF text\x00\x01\x02"[4:] + bytes(range(32))),
    "broken_utf8": text("aé\n".encode() + b"\xe9t\xe9\n" * 3),
    "huge": huge,
    "long_line": text("a\n" + "b" * 50_000_000),
    "many_lines": text("a\n" * 300_000),
    "long_text": text(("mot " * 2_999 + "mot\n") * 1_000),
    "many_cells": lambda path: _write(path, many_cells().encode()),
    "many_spanned_cells": text("<table>" + "<tr><td colspan=500>a</td></tr>" * 200 + "</table>"),
    "deep_html": text("<html><body>" + "<div>" * 10_000 + "fin" + "</div>" * 10_000),
    "text_named_pdf": text("Mairie de Vitré"),
    "old_office": text(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "foreign_zip": foreign_zip,
    "broken_zip": text(b"PK\x03\x04" + bytes(100)),
    "zip_bomb": zip_bomb,
    "entity_bomb": entity_bomb,
    "nested_tables": nested_tables,
    "torn_xml": lambda path: _write(path, docx_of("<w:p>")),
    "encrypted_pdf": lambda path: _write(path, pdf_of(1, "secret", lock="clef")),
    "torn_pdf": text(b"%PDF-1.4\n" + b"rien de lisible\n" * 20),
    "many_pages": many_pages,
    "empty_pages": lambda path: _write(path, pdf_of(3)),
}
