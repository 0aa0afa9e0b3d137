"""A build is all or nothing, whatever happens to it."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillage.errors import StoreError
from maillage.store import Building, Store

A, B = "https://example.org/a", "https://example.org/b"
INPUTS = {"facts": "1"}


def quads(graph: str, *values: object) -> list[str]:
    return [f'<https://example.org/s> <https://example.org/p> "{value}" <{graph}> .' for value in values]


def build(root: Path, **graphs: Sequence[object]) -> Store:
    """Build a store whose graphs ``a`` and ``b`` hold the values given."""
    with Building.at(root) as building:
        for name, values in graphs.items():
            building.put(f"https://example.org/{name}", quads(f"https://example.org/{name}", *values))
        building.keep_only(f"https://example.org/{name}" for name in graphs)
        building.commit(INPUTS)
    return Store.open(root)


def test_a_build_can_be_read(tmp_path: Path) -> None:
    store = build(tmp_path / "s", a=[2, 1], b=[3])
    assert list(store.dump_nquads()) == [*quads(A, 1, 2), *quads(B, 3)]
    assert store.manifest.inputs == INPUTS
    assert len(store) == store.manifest.quads == 3


def test_only_what_changes_is_written(tmp_path: Path) -> None:
    root = tmp_path / "s"
    many = range(100)
    first = build(root, a=many, b=[1])
    assert build(root, a=many, b=[1]).manifest == first.manifest
    second = build(root, a=many, b=[2])
    assert second.manifest.generation == first.manifest.generation + 1
    assert list(second.dump_nquads()) == [*sorted(quads(A, *many)), *quads(B, 2)]


def test_a_graph_that_goes_is_gone(tmp_path: Path) -> None:
    build(tmp_path / "s", a=[1], b=[2])
    store = build(tmp_path / "s", a=[1])
    assert store.graphs() == (A,)


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("ab"), st.sets(st.integers(0, 9), min_size=1)), min_size=1, max_size=4))
def test_the_way_to_a_content_leaves_no_trace(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, set[int]]]
) -> None:
    roots = tmp_path_factory.mktemp("way")
    content: dict[str, Sequence[object]] = {}
    for graph, values in steps:
        content[graph] = sorted(values)
        build(roots / "steps", **content)
    assert list(Store.open(roots / "steps").dump_nquads()) == list(build(roots / "at-once", **content).dump_nquads())


def test_what_is_staged_is_seen_by_nobody_else(tmp_path: Path) -> None:
    root = tmp_path / "s"
    build(root, a=[1])
    with Building.at(root) as building:
        building.put(A, quads(A, 2))
        assert list(building.stage().dump_nquads()) == quads(A, 2)
        assert list(Store.open(root).dump_nquads()) == quads(A, 1)
        building.put(B, quads(B, 3))
        building.commit(INPUTS)
    assert list(Store.open(root).dump_nquads()) == [*quads(A, 2), *quads(B, 3)]


def test_a_reader_keeps_what_it_opened(tmp_path: Path) -> None:
    root = tmp_path / "s"
    reader = build(root, a=[1])
    assert reader.latest() is reader
    build(root, a=[2])
    assert list(reader.dump_nquads()) == quads(A, 1)
    assert list(reader.latest().dump_nquads()) == quads(A, 2)


def test_a_build_that_fails_leaves_the_former_store(tmp_path: Path) -> None:
    root = tmp_path / "s"
    build(root, a=[1])
    with pytest.raises(KeyboardInterrupt), Building.at(root) as building:
        building.put(A, quads(A, 2))
        building.stage()
        raise KeyboardInterrupt
    assert list(Store.open(root).dump_nquads()) == quads(A, 1)
    assert [folder.name for folder in (root / "generations").iterdir()] == ["000001"]


def _be_killed(root: Path) -> None:
    with Building.at(root) as building:
        building.put(A, quads(A, 9))
        building.stage()
        os.kill(os.getpid(), signal.SIGKILL)


def _kill_a_build(root: Path) -> None:
    killed = get_context("spawn").Process(target=_be_killed, args=(root,))
    killed.start()
    killed.join()
    assert killed.exitcode == -signal.SIGKILL


def test_a_build_that_is_killed_leaves_the_former_store(tmp_path: Path) -> None:
    root = tmp_path / "s"
    build(root, a=[1])
    _kill_a_build(root)
    assert list(Store.open(root).dump_nquads()) == quads(A, 1)
    assert list(build(root, a=[2]).dump_nquads()) == quads(A, 2)


def test_a_first_build_that_is_killed_can_be_done_again(tmp_path: Path) -> None:
    _kill_a_build(tmp_path / "s")
    assert list(build(tmp_path / "s", a=[2]).dump_nquads()) == quads(A, 2)


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    root = tmp_path / "s"
    build(root, a=[1])
    with Building.at(root), pytest.raises(StoreError, match="une autre construction est en cours"):
        build(root, a=[2])
    assert list(Store.open(root).dump_nquads()) == quads(A, 1)
