"""Servers to measure, each a process of its own: Maillage, and rdflib-endpoint over the same acts."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 300.0


@contextmanager
def maillage(store: Path) -> Iterator[tuple[int, int]]:
    """Serve ``store`` by ``maillage serve``; give the port and the process."""
    port = _free()
    with _running(
        [sys.executable, "-m", "maillage.cli", "serve", "--store", str(store), "--port", str(port)], port
    ) as pid:
        yield port, pid


@contextmanager
def peer(store: Path) -> Iterator[tuple[int, int]]:
    """Serve the acts of ``store`` by rdflib-endpoint; give the port and the process."""
    port = _free()
    with _running([sys.executable, "-m", "benchmarks.load.peer", str(store), str(port)], port) as pid:
        yield port, pid


@contextmanager
def _running(command: Sequence[str], port: int) -> Iterator[int]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port, process)
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as bound:
        return int(bound.getsockname()[1])


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until something listens at ``port``. Raises RuntimeError where it never does."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the server does not start")


def memory(process: int) -> int:
    """Return the bytes of memory that ``process`` and those it has started hold, what they share counted once."""
    return sum(_own(one) for one in _family(process))


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _own(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0  # it has ended since
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
