"""What the description for programs promises is what the explorer answers, whatever it is asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.applications import Starlette

import viz.explorer
from tests.viz.explorer.asking import Get
from viz.explorer.api import addresses

FILE = Path(viz.explorer.__file__).with_name("openapi.json")
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


class Asked(Protocol):
    """A request that was made up, which can be sent and its answer held against what is promised."""

    def call_and_validate(self, *, checks: list[schemathesis.CheckFunction]) -> object:
        """Send it, and raise where the answer is not as it should be."""
        ...


SLOW = (HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large)
"""What schemathesis' own strategies may be."""


def test_every_answer_is_one_that_is_promised(application: Starlette) -> None:
    described = schemathesis.openapi.from_asgi("/api/openapi.json", application)
    for operation in described.get_all_operations():
        assert isinstance(operation, Ok)

        @settings(max_examples=12, deadline=None, suppress_health_check=SLOW, derandomize=True)
        @given(operation.ok().as_strategy())
        def holds(case: Asked) -> None:
            case.call_and_validate(checks=CHECKS)

        holds()


def test_every_address_of_programs_is_described() -> None:
    described = set(json.loads(FILE.read_text("utf-8"))["paths"])
    told = {one.path for one in addresses() if not one.is_page}
    assert described <= told
    assert {path for path in told if path.startswith(("/query", "/api"))} - described == {"/api/openapi.json"}


def test_anybody_may_read_it(get: Get) -> None:
    response = get("/api/openapi.json")
    assert response.headers["content-type"] == "application/json"
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.json()["openapi"].startswith("3.1")
