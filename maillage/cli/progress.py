"""What is being done, told on standard error, and only to a person."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from maillage.pipeline.reading import Progress, untold


@contextmanager
def told() -> Iterator[Progress]:
    """Give the function that tells a step: a moving line and a bar on a terminal, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield untold
        return
    from rich.console import Console  # only here: nobody waits for it in a pipe
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("...", total=None)

        def tell(step: str, done: int = 0, among: int = 0) -> None:
            shown.update(task, description=step, completed=done, total=among or None)

        yield tell
