"""PDF: the text layer where there is one, recognition of the image where a page is but a scan."""

from __future__ import annotations

from loaders.document import Document
from loaders.formats.intake import Intake
from loaders.formats.laid.geometry import Sheet, printed_lines
from loaders.formats.laid.pages import blocks_of
from loaders.formats.pdf.pdfium import opened, sheet
from loaders.formats.pdf.pdfium_shapes import has_image
from loaders.formats.scanned import scan

MEDIA_TYPE = "application/pdf"

FEW_WORDS = 4
"""Words up to which the text of a scanned page is but a postmark laid over it."""


def read(intake: Intake) -> Document:
    """Return the document. Raises DocumentError where it is damaged, encrypted, too large, or cannot be recognised."""
    document = opened(intake)
    try:
        sheets: list[Sheet] = []
        scanned: list[int] = []
        for index in range(len(document)):
            page = document[index]
            found = sheet(page, index + 1, intake)
            if has_image(page):
                if len(found.words) <= FEW_WORDS:
                    scanned.append(index)
                else:
                    found = scan.with_rules(found, page)
            sheets.append(found)
            page.close()
        for index, recognised in scan.recognise(document, scanned, intake):
            sheets[index] = recognised
    finally:
        document.close()
    texts = ["\n".join(line.text for line in printed_lines(each.words)) for each in sheets]
    return intake.document(blocks_of(sheets, intake), len(sheets), MEDIA_TYPE, texts, "page")
