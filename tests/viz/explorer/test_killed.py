"""A server that is killed, whatever it was doing, leaves the store as it was, and no process of its own."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from maillage.store import Store
from tests.viz.conftest import COMMON, quads
from tests.viz.explorer.serving import build

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as bound:
        return int(bound.getsockname()[1])


def started(root: Path, port: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "maillage.cli", "serve", "--store", str(root), "--port", str(port)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def ready(port: int) -> None:
    for _ in range(600):
        try:
            if httpx.get(f"http://127.0.0.1:{port}/health").status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    pytest.fail("the server does not start")


def ask(port: int, query: str) -> None:
    try:
        httpx.post(f"http://127.0.0.1:{port}/sparql", data={"query": query}, timeout=0.7)
    except httpx.ReadTimeout:
        return


def of(root: Path) -> set[int]:
    """Return the processes that have a file of the store at ``root`` open."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*/fd"):
        try:
            if any(str(root) in str(file.readlink()) for file in folder.iterdir()):
                found.add(int(folder.parent.name))
        except OSError:
            continue
    return found


def test_killed_at_any_moment(tmp_path: Path) -> None:
    root, port = tmp_path / "store", free()
    before = list(build(root, quads(*sorted(COMMON.glob("*.jsonl")))).dump_nquads())
    own = of(root)
    for moment in ("starting", "idle", "asked", "endless"):
        process = started(root, port)
        if moment != "starting":
            ready(port)
        if moment in {"asked", "endless"}:
            ask(port, ENDLESS if moment == "endless" else "SELECT * { ?s ?p ?o } LIMIT 5")
        process.kill()
        process.wait()
        assert list(Store.open(root).dump_nquads()) == before
    for _ in range(100):
        if not of(root) - own:
            break
        time.sleep(0.1)
    assert of(root) - own == set()
