"""PDFium, spoken to in plain Python: a document opened, its pages as sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from loaders.formats.intake import Intake
from loaders.formats.laid.geometry import Sheet, Word
from loaders.formats.limits import MAX_CHARACTERS, MAX_PAGES
from loaders.formats.pdf.cards import cards, edges_of_cards
from loaders.formats.pdf.filled import edges_of, in_rows
from loaders.formats.pdf.grounds import beside_labels
from loaders.formats.pdf.letter_spaced import whole_words
from loaders.formats.pdf.lined_rows import between_words
from loaders.formats.pdf.pdfium_bullets import drawn_bullets
from loaders.formats.pdf.pdfium_shapes import View, rules_and_fills
from loaders.formats.pdf.pdfium_tags import tags_of
from loaders.formats.pdf.pdfium_words import words_of
from loaders.formats.pdf.segments import between_cells

_QUARTERS = (1, 3, 2)


def opened(origin: Intake) -> pypdfium2.PdfDocument:
    """Open the PDF. Raises DocumentError where it is encrypted, damaged, or has no or too many pages."""
    try:
        document = pypdfium2.PdfDocument(origin.data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise origin.refusal(
                "PDF protégé par un mot de passe : enregistrez-en une copie sans protection.",
                "PDF protected by a password: save a copy without protection.",
            ) from error
        raise origin.refusal(
            "PDF endommagé : ouvrez-le dans une visionneuse et imprimez-le en PDF.",
            "damaged PDF: open it in a viewer and print it as PDF.",
        ) from error
    if not 0 < count <= MAX_PAGES:
        document.close()
        raise origin.refusal(
            f"PDF de {count} pages (de 1 à {MAX_PAGES}) : coupez-le.",
            f"PDF of {count} pages (from 1 to {MAX_PAGES}): split it.",
        )
    return document


def sheet(page: pypdfium2.PdfPage, number: int, origin: Intake) -> Sheet:
    """Return the page ``number``; one most of whose words stand at an angle is set upright, if a quarter turn does it.

    Raises DocumentError where it holds more characters than any page.
    """
    found = _seen(page, number, origin)
    if len(found.words) >= _words_at_an_angle(found):
        return found
    lain, sheets = page.get_rotation(), {0: found}
    for quarters in _QUARTERS:
        page.set_rotation((lain - 90 * quarters) % 360)
        sheets[quarters] = replace(_seen(page, number, origin), quarters=quarters)
    most = max(sheets, key=lambda quarters: len(sheets[quarters].words))
    page.set_rotation((lain - 90 * most) % 360)
    return sheets[most]


def _words_at_an_angle(found: Sheet) -> int:
    """Return how many words are printed at an angle."""
    return sum(len(text.split()) for text in found.turned)


def _seen(page: pypdfium2.PdfPage, number: int, origin: Intake) -> Sheet:
    """Return the page ``number`` as it lies."""
    view = View.of(page)
    width, height = page.get_size()
    tags = tags_of(page)
    words, turned = _printed(page, number, view, tags.ranks, origin)
    words = whole_words(words)
    words += drawn_bullets(page, view, words)
    ruled, fills = rules_and_fills(page, view)
    ruled += edges_of(fills, ruled, words)
    ruled += beside_labels(fills, ruled)
    ruled += between_cells(ruled, words)
    ruled += between_words(ruled, words)
    carded = cards(fills, words)
    ruled += edges_of_cards(carded)
    held = in_rows(fills).union(*carded)
    panels = tuple(fill for fill in dict.fromkeys(fills) if fill not in held)
    return Sheet(number, width, height, tuple(words), tuple(ruled), tuple(turned), panels=panels, tables=tags.tables)


def _printed(
    page: pypdfium2.PdfPage, number: int, view: View, ranks: Mapping[int, int], origin: Intake
) -> tuple[list[Word], list[str]]:
    """Return the upright words of a page, and the texts at an angle. Raises DocumentError beyond the limits."""
    text = page.get_textpage()
    try:
        count = text.count_chars()
        if count > MAX_CHARACTERS:
            raise origin.refusal(
                f"page de {count} caractères (au plus {MAX_CHARACTERS}) : ce n'est pas une page d'acte.",
                f"page of {count} characters (at most {MAX_CHARACTERS}): this is no page of an act.",
                place=f"page {number}",
            )
        return words_of(text, count, view, ranks)
    finally:
        text.close()
