"""What is being done, told on standard error, and only to a person."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def told() -> Iterator[Callable[[str], None]]:
    """Give the function that tells a step: a moving line on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _step: None
        return
    from rich.console import Console  # only here: nobody waits for it in a pipe

    console = Console(stderr=True)
    with console.status("...") as status:
        yield lambda step: status.update(step)
