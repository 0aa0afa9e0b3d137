"""Which format a file is of, and its reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Literal

from loaders.document import Document
from loaders.formats.intake import Intake, take
from maillage.errors import DocumentError

Format = Literal["text.markdown", "web.html", "office.docx", "office.odt", "pdf.pdf"]
"""A format, by the module here that reads it."""

_HTML = re.compile(r"(?:<\?xml[^<>]{0,200}\?>\s{0,9})?<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_CLAIMS: dict[str, Format] = {".pdf": "pdf.pdf", ".docx": "office.docx", ".odt": "office.odt"}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_SNIFFED = 1024
"""Bytes at whose beginning a PDF must show its mark."""


def read(path: Path, *, stem: str | None = None) -> Document:
    """Read the file at ``path`` whatever its format; ``stem`` names it in its facts (by default the file's stem).

    Raises UsageError where there is no such file, DocumentError where it cannot be read.
    """
    intake = take(path, stem)
    read_format: Callable[[Intake], Document] = import_module(f"loaders.formats.{told(intake)}").read
    return read_format(intake)


def told(intake: Intake) -> Format:
    """Return the format of a file. Raises DocumentError for one that is not read, or that its extension belies."""
    found = _by_content(intake)
    claimed = _CLAIMS.get(intake.path.suffix.lower())
    if claimed and claimed != found:
        raise intake.refusal(
            f"le contenu n'est pas celui d'un fichier {intake.path.suffix} : corrigez l'extension ou le fichier.",
            f"the content is not that of a {intake.path.suffix} file: mend the extension or the file.",
        )
    return found


def _by_content(intake: Intake) -> Format:
    """Return the format that the content shows."""
    if b"%PDF-" in intake.data[:_SNIFFED]:
        return "pdf.pdf"
    if intake.data.startswith(b"PK"):
        return _zipped(intake)
    if intake.data.startswith((_OLD_OFFICE, b"{\\rtf")):
        raise _foreign(intake)
    if intake.path.suffix.lower() in (".html", ".htm", ".xhtml") or _HTML.match(intake.text[:_SNIFFED].lstrip()):
        return "web.html"
    return "text.markdown"


def _zipped(intake: Intake) -> Format:
    """Return the format of a zip."""
    from loaders.formats.office.package import Package  # only here: a text need not wait for what reads XML

    names = Package(intake).names
    if "word/document.xml" in names:
        return "office.docx"
    if "content.xml" in names and intake.path.suffix.lower() not in (".ods", ".odp"):
        return "office.odt"
    raise _foreign(intake)


def _foreign(intake: Intake) -> DocumentError:
    """Say that a file is of a format that is not read."""
    return intake.refusal(
        "format non lu (ancien .doc, .rtf, tableur, archive, fichier chiffré) : enregistrez-le en .docx, .odt ou .pdf.",
        "a format that is not read (old .doc, .rtf, sheet, archive or encrypted file): save it as .docx, .odt or .pdf.",
    )
