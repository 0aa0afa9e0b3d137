"""What is known of the original of a document, and whether it is on this machine."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.facts import Box, Place, parse_box
from viz.explorer.addresses import sheet_at
from viz.explorer.evidence.passages import Passage, passages
from viz.explorer.facts import ask, told
from viz.explorer.visit import Visit
from viz.numbers import day

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Original:
    """The document as its publisher gives it; ``here`` where its bytes are on this machine."""

    title: str
    publisher: str
    date: str
    sha256: str
    media_type: str
    here: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The image of a page, and the boxes marked on it."""

    number: int
    href: str
    boxes: tuple[Box, ...]


def original(visit: Visit, document: str) -> Original:
    """Return what is known of the original of ``document`` (its IRI)."""
    record = next(iter(ask(visit, "original", document)), {})
    key = told(record, "sha256")
    here = visit.originals is not None and bool(key) and visit.originals.file(key) is not None
    return Original(
        told(record, "titre") or told(record, "stem"),
        told(record, "editeur"),
        day(told(record, "date"), visit.language),
        key,
        told(record, "format"),
        here,
    )


def text_around(visit: Visit, known: Original, place: Place, texts: tuple[str, ...]) -> tuple[Passage, ...]:
    """Return the lines of the act around ``place``, the ``texts`` strong; none without the original, or of pages."""
    if visit.originals is None or not known.here or place.unit == "page":
        return ()
    return passages(visit.originals.lines(known.sha256), place.spans, texts)


def sheets_of(known: Original, place: Place, boxes: tuple[Box, ...]) -> tuple[Sheet, ...]:
    """Return the pages of ``place`` as images with ``boxes`` marked; none without the original, or of no pages."""
    if not known.here or known.media_type != PDF or place.unit != "page":
        return ()
    numbers = [number for span in place.spans for number in range(span.first, span.last + 1)][:_MOST_SHEETS]
    return tuple(
        Sheet(number, sheet_at(known.sha256, number), tuple(box for box in boxes if box.page == number))
        for number in numbers
    )


def boxes_in(fragments: str) -> tuple[Box, ...]:
    """Return the boxes that media fragments (``page=3&xywh=percent:1.0,2.0,3.0,4.0``) name, in their order."""
    found = []
    for fragment in fragments.split(";"):
        page, _, percent = fragment.removeprefix("page=").partition("&xywh=percent:")
        if percent:
            found.append(parse_box(f"p{page}:{percent}"))
    return tuple(sorted(set(found)))


_MOST_SHEETS = 6
