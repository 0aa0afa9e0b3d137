"""Defects: what a reader raises without meaning to. One sentence names the file, and the other files go on."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

from maillage.errors import DocumentError

DEFECTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    NameError,
    OSError,
    RuntimeError,
    StopIteration,
    SyntaxError,  # what lxml raises is one
    TypeError,
    ValueError,
)
"""What a defect of a reader, or of a library that it asks, looks like. An interruption is none of them."""

_DETAIL = "MAILLAGE_DEBUG"


def unforeseen(path: Path, error: Exception) -> DocumentError:
    """Say that reading ``path`` failed in a way that no reader foresaw; ``MAILLAGE_DEBUG=1`` shows where."""
    if os.environ.get(_DETAIL):
        traceback.print_exception(error)
    kind = type(error).__name__
    return DocumentError(
        f"la lecture a échoué ({kind}), c'est un défaut de Maillage : signalez-le ; {_DETAIL}=1 en montre le détail.",
        f"reading failed ({kind}), which is a defect of Maillage: report it; {_DETAIL}=1 shows the detail.",
        file=path,
    )
