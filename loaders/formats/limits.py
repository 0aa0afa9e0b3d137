"""What a document may not exceed: beyond these bounds it is refused with a clear sentence, never half read.

The bounds are far above what real acts need (the largest known, a convention with its annexes, has some 600 pages) and
far below what would harm the machine.
"""

from __future__ import annotations

MAX_BYTES = 100_000_000
"""Size of a file."""

MAX_LINE = 1_000_000
"""Characters of one line of text."""

MAX_LINES = 200_000
"""Lines of a text."""

MAX_TEXT = 10_000_000
"""Characters of a text."""

MAX_MARKUP = 30_000_000
"""Characters of an HTML source."""

MAX_CELLS = 50_000
"""Cells of one table, spans spread out."""

MAX_COLUMNS = 500
"""Columns of one table, spans spread out."""

MAX_PAGES = 2_000
"""Pages of a PDF."""

MAX_SCANNED_PAGES = 400
"""Pages of a PDF that must be recognised from their image."""

MAX_DEPTH = 200
"""Elements within one another in HTML, DOCX and ODT."""

MAX_UNZIPPED = 200_000_000
"""Bytes of all the parts of a DOCX or ODT, unpacked."""

MAX_XML = 40_000_000
"""Bytes of one XML part, unpacked."""

MAX_RATIO = 200
"""How many times larger a part of a DOCX or ODT may be than its packed form."""

MAX_PARTS = 5_000
"""Files within a DOCX or ODT."""

MAX_PIXELS = 40_000_000
"""Pixels of a page drawn for recognition."""

MAX_CHARACTERS = 20_000
"""Characters of one page of a PDF."""

PAGE_SECONDS = 120
"""How long recognising one page may take."""
