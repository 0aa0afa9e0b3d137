"""What the tests of the explorer share: its application, asked over HTTP."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette

from maillage.store import Store
from tests.viz.explorer.asking import Get, asking
from viz.explorer import app


@pytest.fixture(scope="session")
def application(store: Store) -> Starlette:
    """The explorer of two fictional conventions."""
    return app(store)


@pytest.fixture(scope="session")
def get(application: Starlette) -> Get:
    return asking(application)


@pytest.fixture(scope="session")
def get_hostile(hostile_store: Store) -> Get:
    """What asks the explorer of a convention whose words try to be something else."""
    return asking(app(hostile_store))
