"""Defects: what a reader raises without meaning to, what never ends, what the system kills.

One sentence names the file, and the other files go on.
"""

from __future__ import annotations

import os
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import current_thread, main_thread
from types import FrameType

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

LONGEST = 600.0
"""Seconds of work of its own that a process may spend on one document; Tesseract's, in processes of its own, are not
among them."""


class TooLong(BaseException):
    """Reading a document has taken longer than LONGEST; no reader may take this for an error that it expects."""


@contextmanager
def timed() -> Iterator[None]:
    """Let what is done within take LONGEST at most. Raises TooLong.

    The system tells the time to the main thread only; elsewhere, and where the system has no such clock, there is no
    limit.
    """
    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return
    former = signal.signal(signal.SIGVTALRM, _ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise TooLong


def endless(path: Path) -> DocumentError:
    """Say that reading ``path`` was given up."""
    return DocumentError(
        f"lecture abandonnée après {LONGEST:.0f} secondes de calcul : donnez ce document en plusieurs fichiers.",
        f"reading was given up after {LONGEST:.0f} seconds of work: give this document as several files.",
        file=path,
    )


def killed(path: Path) -> DocumentError:
    """Say that the process that read ``path`` died."""
    return DocumentError(
        "le système a mis fin à sa lecture, sans doute faute de mémoire : fermez d'autres programmes, ou donnez ce "
        "document en plusieurs fichiers.",
        "the system ended its reading, most likely for want of memory: close other programs, or give this document as "
        "several files.",
        file=path,
    )


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
