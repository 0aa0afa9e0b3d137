"""Servers to measure, each a process of its own: Maillage, and rdflib-endpoint over the same store."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

_TICKS = os.sysconf("SC_CLK_TCK")
_PATIENCE = 300.0


class Server(NamedTuple):
    """Where a server listens, and its process."""

    port: int
    process: int


@contextmanager
def maillage(store: Path) -> Iterator[Server]:
    """Serve ``store`` by ``maillage serve``."""
    with _running("maillage.cli", "serve", "--store", str(store), "--port") as server:
        yield server


@contextmanager
def peer(store: Path) -> Iterator[Server]:
    """Serve ``store`` by rdflib-endpoint."""
    with _running("benchmarks.load.peer", str(store)) as server:
        yield server


def renew(server: Server) -> None:
    """End what a peer has under way, and wait until it listens again."""
    _end(_children(server.process))
    _wait(server)


@contextmanager
def _running(module: str, *arguments: str) -> Iterator[Server]:
    port = _free()
    command: Sequence[str] = (sys.executable, "-m", module, *arguments, str(port))
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server = Server(port, process.pid)
    try:
        _wait(server)
        yield server
    finally:
        children = _children(server.process)
        process.terminate()
        process.wait()
        _end(children)  # a peer's outlive it


def _children(process: int) -> Sequence[int]:
    return tuple(_family(process))[1:]


def _end(processes: Sequence[int]) -> None:
    for one in processes:
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as bound:
        return int(bound.getsockname()[1])


def _wait(server: Server) -> None:
    """Wait until the server answers. Raises RuntimeError where it never does."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and Path(f"/proc/{server.process}/exe").exists():
        line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=_PATIENCE)
        try:
            line.request("GET", "/sparql", headers={"Accept": "text/turtle"})
            line.getresponse().read()
        except OSError:
            time.sleep(0.2)
        else:
            return
        finally:
            line.close()
    raise RuntimeError("the server does not start")


def work(process: int) -> float:
    """Return the seconds that ``process`` and those it has started have worked, those that have ended too."""
    ended = 0.0
    with suppress(OSError):
        times = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[13:15]
        ended = sum(map(int, times)) / _TICKS
    return ended + sum(_worked(task) for one in _family(process) for task in Path(f"/proc/{one}/task").glob("*"))


def _worked(task: Path) -> float:
    """Return the seconds that a thread has worked, which the system tells to the nanosecond."""
    with suppress(OSError):
        return int((task / "schedstat").read_text("ascii").split()[0]) / 1e9
    return 0.0  # it has ended since


def machine() -> tuple[float, float]:
    """Return the seconds that all processors have worked since the machine began, and those that there were."""
    times = [int(word) / _TICKS for word in Path("/proc/stat").read_text("ascii").split("\n", 1)[0].split()[1:9]]
    return sum(times) - times[3] - times[4], sum(times)


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
