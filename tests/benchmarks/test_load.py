"""The clients of the benchmark say what happens: each answer once, with its status, and none where there is none."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from benchmarks.load.crowd import Crowd, Sample, ask
from benchmarks.load.figures import Cost, Figures
from maillage.store import Limits
from tests.viz.explorer.serving import build, serving

QUAD = "<http://exemple.test/a> <http://exemple.test/p> <http://exemple.test/b> <http://exemple.test/g> ."
GOOD, BAD = "SELECT * { ?s ?p ?o }", "SELECT nothing"
WHOLE = b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n{}\n"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with serving(build(tmp_path_factory.mktemp("load") / "store", [QUAD]), Limits()) as address:
        yield int(address.rpartition(":")[2])


@pytest.mark.parametrize("first", [None, 1000])
@pytest.mark.parametrize("clients", [1, 3])
def test_each_answer_counts_once(port: int, clients: int, first: int | None) -> None:
    samples = ask(Crowd(port, [GOOD, BAD], clients, most=12, first=first))
    assert len(samples) == 12
    assert {(one.query, one.status) for one in samples} == {(0, 200), (1, 400)}
    assert all(one.seconds > 0 for one in samples)


def test_who_pauses_asks_less(port: int) -> None:
    assert len(ask(Crowd(port, [GOOD], 4, seconds=0.2, pause=60))) == 1


@contextmanager
def answering(*pieces: bytes) -> Iterator[int]:
    """Give the port of a server that answers each request with ``pieces``, whatever it is, and closes the line."""
    with socket.create_server(("127.0.0.1", 0)) as bound:

        def answer() -> None:
            while True:
                try:
                    line = bound.accept()[0]
                except OSError:
                    return
                with line:
                    line.recv(1 << 16)
                    for piece in pieces:
                        line.sendall(piece)

        thread = threading.Thread(target=answer)
        thread.start()
        yield int(bound.getsockname()[1])
        bound.shutdown(socket.SHUT_RDWR)
    thread.join()


@pytest.mark.parametrize(
    ("pieces", "statuses"),
    [
        ((WHOLE,), [200, 200]),
        ((WHOLE[:20], WHOLE[20:40], WHOLE[40:]), [200, 200]),
        ((WHOLE.replace(b"200 OK", b"503 Busy"),), [503, 503]),
        ((WHOLE[:-1],), [0, 0]),
        ((WHOLE.replace(b"content-length: 3", b"x: 3"),), [0, 0]),
        ((), [0, 0]),
    ],
)
def test_what_is_no_answer_is_none(pieces: tuple[bytes, ...], statuses: list[int]) -> None:
    with answering(*pieces) as port:
        samples = [one for _ in statuses for one in ask(Crowd(port, [GOOD], most=1))]
    assert [one.status for one in samples] == statuses


def test_nobody_waits_longer_than_he_means_to() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        samples = ask(Crowd(int(silent.getsockname()[1]), [GOOD], 2, most=2, patience=0.1))
    assert [one.status for one in samples] == [0, 0]


def test_figures_of_samples() -> None:
    samples = [Sample(0, 200 if at else 503, at / 1000) for at in range(101)]
    figures = Figures(samples, Cost(2.0, 0.505, 0.101, 0.25))
    assert figures.median == 0.05
    assert figures.percentile(99) == pytest.approx(0.099)
    line = figures.line("name")
    assert all(word in line for word in ("101 answers", "50 /s", "median    50.0", "5.00 + 1.00", "25%", "1 x 503"))
