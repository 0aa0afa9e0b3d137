"""The long answers of each generation, worked out ahead by a process of its own while the explorer is served."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from maillage.errors import StoreError
from maillage.store import Store
from maillage.store.idle import environment

_MODULE = "maillage.queries.ahead"
_PAUSE = 5.0
"""How many seconds go by before one looks whether a build went by."""


@asynccontextmanager
async def working_ahead(store: Store) -> AsyncIterator[None]:
    """Work ahead while the server runs; nothing waits for it, and it takes no time that another process wants."""
    work = asyncio.create_task(_work(store))
    try:
        yield
    finally:
        work.cancel()
        with suppress(asyncio.CancelledError):
            await work


async def _work(store: Store) -> None:
    """Have the answers worked out, for this generation and for each that takes its place."""
    while store.root:
        await _answers(store.root)
        while store.is_latest:
            await asyncio.sleep(_PAUSE)
        with suppress(StoreError):  # it is being replaced, or damaged, which the pages tell
            store = store.latest()


async def _answers(root: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", _MODULE, str(root), stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL, env=environment()
    )
    try:
        await process.wait()
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
