"""Reading many documents: in several processes as in one, and none of them can stop the others."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from maillage.errors import MaillageError
from maillage.facts import Act, Fact, Place, Source, parse_place
from maillage.pipeline import defects
from maillage.pipeline.reading import Loaders, Statements, read_all, untold


@dataclass(frozen=True)
class Read:
    """A reading of a file that says what shall become of it."""

    source: Source
    facts: tuple[Fact, ...]

    def quote(self, place: Place) -> str:
        """Return the words at ``place``."""
        return place.lines


def read(path: Path) -> Read:
    """Do what the file says: never end, die, or give an act."""
    what = path.read_text("utf-8")
    while what == "endless":
        pass
    mark = path.parent / "mark"
    if what == "deadly" and os.environ["MAILLAGE_TEST_PID"] != str(os.getpid()):
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    end = time.monotonic() + 60
    while what == "deadly" and not mark.exists() and time.monotonic() < end:
        time.sleep(0.01)  # this process waits until the other one has come to a deadly document
    return Read(
        Source(path.stem, sha256=path.stem),
        (Act(place=parse_place(path.stem, "1"), act=1, rule="test", kind="rapport"),),
    )


def found(place: Path) -> Iterable[Path]:
    """Return the files of a folder."""
    return sorted(place.iterdir())


LOADERS = Loaders(found, read, "test")


def outcome(folder: Path, jobs: int) -> dict[str, str]:
    """Read a folder; return by name what is said of each file, nothing where it is read."""
    every = read_all(sorted(folder.iterdir()), LOADERS, jobs, untold)
    return {path.name: str(read) if isinstance(read, MaillageError) else "" for path, read in every}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of three files."""
    monkeypatch.setenv("MAILLAGE_TEST_PID", str(os.getpid()))
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("act", "utf-8")
    return tmp_path


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_document_is_read(folder: Path, jobs: int) -> None:
    assert outcome(folder, jobs) == {"a.txt": "", "b.txt": "", "c.txt": ""}


def test_a_reading_comes_back_whole(folder: Path) -> None:
    ((_, alone),) = read_all([folder / "a.txt"], LOADERS, 1, untold)
    assert isinstance(alone, Statements)
    shared = dict(read_all(sorted(folder.iterdir()), LOADERS, 2, untold))
    assert shared[folder / "a.txt"] == alone


def test_a_document_whose_reading_never_ends_is_given_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(defects, "LONGEST", 0.2)
    (folder / "b.txt").write_text("endless", "utf-8")
    told = outcome(folder, 1)
    assert (told["a.txt"], told["c.txt"]) == ("", "")
    assert "b.txt : lecture abandonnée" in told["b.txt"]


def test_a_document_at_which_a_process_dies_is_named(folder: Path) -> None:
    for number in range(3):
        (folder / f"{number}.txt").write_text("deadly", "utf-8")
    told = outcome(folder, 2)
    assert (told["a.txt"], told["b.txt"], told["c.txt"]) == ("", "", "")
    assert any(told.values())
    assert all(words == "" or f"{name} : le système a mis fin" in words for name, words in told.items())


def test_what_is_told_counts_to_the_end(folder: Path) -> None:
    steps: list[tuple[int, int]] = []

    def tell(step: str, done: int = 0, among: int = 0) -> None:
        assert step
        steps.append((done, among))

    list(read_all(sorted(folder.iterdir()), LOADERS, 1, tell))
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]
