"""The same graph, published on other people's servers, gives the same tables there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from maillage.cli import main
from maillage.store import Limits, Store
from maillage.store.remote import Account, GraphStore, Server, publish
from tests.engines.asking import answers, differences
from tests.engines.servers import Addresses, jena, oxigraph, virtuoso
from tests.viz.explorer.serving import serving

Engine = Callable[[Path], AbstractContextManager[Addresses]]


@pytest.mark.parametrize("engine", [oxigraph, virtuoso, jena])
def test_an_engine_answers_as_the_store_does(engine: Engine, five_acts: Store, place: Path) -> None:
    expected = answers(five_acts)
    assert not [name for name, answer in expected.items() if isinstance(answer, str)]
    with engine(place) as at:
        server = Server(at.queries)
        with closing(GraphStore(at.graphs, Account(at.user, at.password) if at.user else None)) as graphs:
            first = publish(five_acts, graphs, server, lambda *_: None)
            again = publish(five_acts, graphs, server, lambda *_: None)
        assert (first.sent, first.kept, again.sent, again.kept) == (first.sent, 0, 0, first.sent)
        assert first.triples == len(five_acts)
        assert server.graphs() == five_acts.graphs()
        assert differences(expected, answers(server)) == []


def test_our_own_endpoint_answers_as_the_store_does(five_acts: Store) -> None:
    with serving(five_acts, Limits()) as address:
        server = Server(f"{address}/sparql")
        assert differences(answers(five_acts), answers(server)) == []
        assert server.graphs() == five_acts.graphs()


def test_the_command_line_over_a_server(
    five_acts: Store, place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert five_acts.root is not None
    with oxigraph(place) as at:
        assert main(["publish", at.graphs, "--store", str(five_acts.root)]) == 0
        told = capsys.readouterr().out
        printed = {}
        for store in (str(five_acts.root), at.queries):
            monkeypatch.setenv("MAILLAGE_STORE", store)
            assert main(["show", "pays-d-opale-2022"]) == 0
            assert main(["query", "qui-pilote-quoi", "--format", "csv"]) == 0
            for output_format in ("nq", "csv", "gexf"):
                dest = tmp_path / output_format / ("local" if store != at.queries else "server")
                dest.parent.mkdir(exist_ok=True)
                assert main(["export", "--format", output_format, str(dest)]) == 0
            assert main(["check", "--format", "json"]) in {0, 1}
            printed[store] = capsys.readouterr().out
    assert f"{len(five_acts)} triplets" in told
    assert len(set(printed.values())) == 1
    for output_format in ("nq", "csv", "gexf"):
        local, server = (tmp_path / output_format / name for name in ("local", "server"))
        files = [(local, server)] if local.is_file() else [(file, server / file.name) for file in local.iterdir()]
        assert all(one.read_bytes() == other.read_bytes() for one, other in files), output_format
