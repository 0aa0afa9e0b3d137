"""What changed is sent, what is gone is removed, and whatever fails, the next run makes it right."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from maillage.cli import main
from maillage.errors import MaillageError, StoreError, UsageError
from maillage.graph import BASE, PUBLICATION
from maillage.store import Store
from maillage.store.remote import GraphStore, Published, Server, publish, queries_of
from maillage.store.remote.graph_store import ATTEMPTS
from tests.engines.servers import Addresses, oxigraph
from tests.maillage.store.remote.faults import Faults, way_to
from tests.viz.explorer.serving import build

GRAPHS = {f"{BASE}acte/{name}/1": size for name, size in {"a": 3, "b": 40, "c": 5}.items()}


def quads(graphs: dict[str, int], word: str = "mot") -> list[str]:
    return [
        f'<{graph}> <urn:p> "{word} \\"{n}\\" é" <{graph}> .' for graph, size in graphs.items() for n in range(size)
    ]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Addresses]:
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as at:
        yield at


@pytest.fixture
def faults(engine: Addresses) -> Iterator[Faults]:
    """A way to a server that holds nothing."""
    with closing(GraphStore(engine.graphs)) as graphs:
        for graph in (*GRAPHS, PUBLICATION):
            graphs.remove(graph)
    with way_to(urlsplit(engine.graphs).netloc) as faults:
        yield faults


def sent(store: Store, faults: Faults, waited: list[float] | None = None) -> Published:
    with closing(GraphStore(f"{faults.address}/store", wait=(waited if waited is not None else []).append)) as graphs:
        return publish(store, graphs, Server(f"{faults.address}/query"), lambda *_: None)


def test_only_what_changed_is_sent(tmp_path: Path, faults: Faults) -> None:
    assert sent(build(tmp_path / "store", quads(GRAPHS)), faults) == Published(3, 0, 0, 48)
    first, second, third = GRAPHS
    changed = build(tmp_path / "other", [*quads({first: 3}), *quads({second: 4}, "autre")])
    assert sent(changed, faults) == Published(1, 1, 1, 7)
    assert sent(changed, faults) == Published(0, 2, 0, 7)
    server = Server(f"{faults.address}/query")
    assert server.graphs() == (first, second)
    assert list(server.dump_nquads()) == list(changed.dump_nquads())
    assert third not in server.counts()


def test_what_somebody_else_changed_there_is_sent_again(tmp_path: Path, faults: Faults, engine: Addresses) -> None:
    store = build(tmp_path / "store", quads(GRAPHS))
    sent(store, faults)
    with closing(GraphStore(engine.graphs)) as graphs:
        graphs.add(min(GRAPHS), ["<urn:s> <urn:p> <urn:o> ."])
    assert sent(store, faults) == Published(1, 2, 0, 48)


@pytest.mark.parametrize("fault", [503, 429, 502, 504, -1])
def test_what_passes_is_waited_for(fault: int, tmp_path: Path, faults: Faults) -> None:
    faults.coming = [0, 0, fault, fault]
    waited: list[float] = []
    assert sent(build(tmp_path / "store", quads(GRAPHS)), faults, waited).sent == 3
    assert waited == [0.5, 1.0]


@pytest.mark.parametrize("requests", range(12))
def test_the_next_run_sends_the_rest(requests: int, tmp_path: Path, faults: Faults) -> None:
    store = build(tmp_path / "store", quads(GRAPHS))
    faults.coming = [0] * requests + [507]
    with suppress(MaillageError):
        sent(store, faults)
    faults.coming = []
    faults.passed.clear()
    arrived = max(0, min(3, (requests - 2) // 2))  # the record is read and put down, then two requests a graph
    assert sent(store, faults).triples == 48
    resent = {line for line in faults.passed if line.startswith("PUT") and "publication" not in line}
    assert len(resent) == 3 - arrived
    assert list(Server(f"{faults.address}/query").dump_nquads()) == list(store.dump_nquads())


def test_a_server_that_takes_little_at_a_time_is_sent_pieces(tmp_path: Path, faults: Faults) -> None:
    graph = min(GRAPHS)
    store = build(tmp_path / "store", quads({graph: 9000}))
    faults.most = 300_000
    assert sent(store, faults) == Published(1, 0, 0, 9000)
    assert sum(line.startswith("POST") and "graph=" in line for line in faults.passed) > 2


REFUSALS = [
    ([401], "MAILLAGE_PASSWORD"),
    ([403], "pas le droit"),
    ([0, 404], "ne connaît pas cette adresse"),
    ([0, 405], "ne le permet pas"),
    ([0] + [413] * 9, "trop pour ce serveur"),
    ([0, 415], "ne lit pas les N-Triples"),
    ([400], "le serveur refuse : oops"),
    ([503] * ATTEMPTS, "HTTP 503"),
    ([-1] * ATTEMPTS, "aucun serveur ne répond"),
]


@pytest.mark.parametrize(("coming", "message"), REFUSALS)
def test_a_refusal_is_told(coming: list[int], message: str, tmp_path: Path, faults: Faults) -> None:
    faults.coming = list(coming)
    with pytest.raises(MaillageError, match=message) as caught:
        sent(build(tmp_path / "store", quads(GRAPHS)), faults)
    assert caught.value.file == f"{faults.address}/store"


ADDRESSES = [
    ("http://h:7878/store", "http://h:7878/query"),
    ("http://h/sparql-graph-crud-auth", "http://h/sparql"),
    ("https://h/ctg/data/", "https://h/ctg/query"),
    ("http://h/repositories/ctg/rdf-graphs/service", "http://h/repositories/ctg"),
    ("https://h:8182/sparql/gsp/", "https://h:8182/sparql"),
]


@pytest.mark.parametrize(("graphs", "queries"), ADDRESSES)
def test_where_queries_are_answered(graphs: str, queries: str) -> None:
    assert queries_of(graphs) == queries


def test_an_unknown_server_is_asked_for() -> None:
    with pytest.raises(UsageError, match="--query"):
        queries_of("http://h/autre")


@pytest.mark.parametrize("url", ["ftp://h/x", "http://", "http://me:secret@h/x", "http://h:x/y", "http://h/a b", "h/x"])
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(StoreError, match="adresse") as caught:
        Server(url)
    assert "secret" not in str(caught.value)


def test_the_command_does_not_tell_the_password(
    tmp_path: Path, faults: Faults, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path / "store", quads(GRAPHS))
    monkeypatch.setenv("MAILLAGE_PASSWORD", "très-secret")
    faults.coming = [401] * 3
    words = ["publish", f"{faults.address}/store", "--user", "moi", "--store", str(tmp_path / "store")]
    assert main(words) == 1
    printed = capsys.readouterr()
    assert "--user" in printed.err
    assert "secret" not in printed.err + printed.out
    faults.coming = []
    assert main(words) == 0
    assert "48 triplets" in capsys.readouterr().out
