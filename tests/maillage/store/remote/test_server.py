"""A server that does not answer as it should is told as such, never taken at its word."""

from __future__ import annotations

import pytest

from maillage.errors import MaillageError
from maillage.store.remote import Server
from maillage.store.remote.dialects import prelude
from tests.engines.servers import free_port
from tests.maillage.store.remote.faults import way_to

ONE = b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "1"}}]}}'
ANSWERS = [
    (200, ONE[:-5], "coupée"),
    (200, b"<html>", "coupée"),
    (200, b'{"boolean": true}', "coupée"),
    (400, b"line 3: syntax error", "le serveur refuse : line 3: syntax error"),
    (401, b"", "MAILLAGE_USER"),
    (404, b"", "ne connaît pas"),
    (500, b"internal", "le serveur refuse : internal"),
    (503, b"busy", "HTTP 503"),
]


@pytest.mark.parametrize(("status", "body", "message"), ANSWERS)
def test_what_is_no_answer_is_told(status: int, body: bytes, message: str) -> None:
    with way_to("") as faults:
        faults.coming, faults.body = [200, status], body
        with pytest.raises(MaillageError, match=message):
            Server(faults.address).select("SELECT ?x { }")


def test_an_answer_is_read() -> None:
    with way_to("") as faults:
        faults.coming, faults.body = [200, 200], ONE
        assert Server(faults.address).select("SELECT ?x { }").rows == (("1",),)


def test_no_server() -> None:
    with pytest.raises(MaillageError, match="aucun serveur ne répond"):
        Server(f"http://127.0.0.1:{free_port()}/query").select("SELECT ?x { }")


@pytest.mark.parametrize(
    ("name", "told"), [("Virtuoso/07.20.3229 (Linux)", True), ("Oxigraph/0.5", False), ("", False)]
)
def test_only_virtuoso_is_told_how_to_join(name: str, told: bool) -> None:
    assert bool(prelude(name)) == told
