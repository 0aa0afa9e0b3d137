"""The pages of a PDF as images, each drawn in a process of its own that is ended when it takes too long."""

from __future__ import annotations

import io
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore, Lock

from maillage.aside import Aside, Bounds, Tell
from maillage.errors import DocumentError

_WIDTH = 1_200
"""How wide an image is, in pixels."""
_MOST_PIXELS = 6_000_000
_QUALITY = 80
_BOUNDS = Bounds(seconds=20.0, memory=1 << 30)
_AT_ONCE = 2
_MOST_KEPT = 40

MEDIA_TYPE = "image/webp"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a file, from 1."""

    file: Path
    page: int


class Sheets:
    """Draws pages, and keeps the last ones by the hash of their document."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._seats = BoundedSemaphore(_AT_ONCE)
        self._lock = Lock()

    def image(self, key: str, sheet: Sheet) -> bytes:
        """Return the image of a page of the document with the hash ``key``. Raises DocumentError for no such page."""
        with self._lock:
            if (key, sheet.page) in self._kept:
                self._kept.move_to_end((key, sheet.page))
                return self._kept[key, sheet.page]
        with self._seats:
            drawn = _drawn(sheet)
        with self._lock:
            self._kept[key, sheet.page] = drawn
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        return drawn


def _drawn(sheet: Sheet) -> bytes:
    try:
        return Aside(draw, sheet, _BOUNDS).run(lambda *_words: None)
    except (TimeoutError, ChildProcessError) as error:
        raise _undrawn(sheet) from error


def draw(sheet: Sheet, _tell: Tell) -> bytes:
    """Draw a page as an image of type MEDIA_TYPE. Raises DocumentError where the file has no such page."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(sheet.file)
        page = document[sheet.page - 1]
        width, height = page.get_size()
        scale = min(_WIDTH / width, (_MOST_PIXELS / (width * height)) ** 0.5)
        image = page.render(scale=scale).to_pil().convert("RGB")
    except (pypdfium2.PdfiumError, IndexError, ZeroDivisionError, ValueError, OSError) as error:
        raise _undrawn(sheet) from error
    written = io.BytesIO()
    image.save(written, "WEBP", quality=_QUALITY)
    return written.getvalue()


def _undrawn(sheet: Sheet) -> DocumentError:
    return DocumentError(
        "cette page ne peut pas être dessinée : ouvrez l'original dans une visionneuse.",
        "this page cannot be drawn: open the original in a viewer.",
        place=f"p. {sheet.page}",
    )
