"""Jobs: work on deposits under way, each in a process of its own; how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread
from typing import Literal, Protocol, TypeVar

from maillage.aside import Aside
from maillage.errors import MaillageError, UsageError
from maillage.pipeline.deposits.working import ended, too_long

T = TypeVar("T")
R = TypeVar("R")

State = Literal["running", "failed", "done"]

_MOST_REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class Status:
    """What became of a job: what it is doing (``done`` steps of ``among``), why it failed, or what it has made."""

    state: State
    words: str = ""
    done: int = 0
    among: int = 0
    error: MaillageError | None = None
    made: str = ""


class _Endable(Protocol):
    def end(self) -> None: ...


class Jobs:
    """The jobs of a desk by id: those that run, and how the last ones ended."""

    def __init__(self) -> None:
        self._statuses: dict[str, Status] = {}
        self._running: dict[str, tuple[_Endable, Thread]] = {}
        self._lock = Lock()

    def status(self, key: str) -> Status | None:
        """Return what became of the job ``key``; None where there was none."""
        with self._lock:
            return self._statuses.get(key)

    def forget(self, key: str) -> None:
        """Forget how the job ``key`` ended."""
        with self._lock:
            if key not in self._running:
                self._statuses.pop(key, None)

    def start(
        self,
        key: str,
        file: Path,
        aside: Aside[T, R],
        done: Callable[[R], str],
        failed: Callable[[], None] = lambda: None,
    ) -> None:
        """Begin a job on ``file``; ``done`` makes something of what it gives and says what, or fails.

        Raises UsageError where one with that id runs.
        """
        with self._lock:
            if key in self._running:
                raise UsageError("c'est déjà en cours : attendez.", "this is under way already: wait.")
            thread = Thread(target=self._run, args=(key, file, aside, done, failed), daemon=True)
            self._statuses[key] = Status("running")
            self._running[key] = aside, thread
        thread.start()

    def end(self, key: str) -> None:
        """Give the job ``key`` up where it runs, and wait until nothing of it is left."""
        with self._lock:
            running = self._running.get(key)
        if running is not None:
            running[0].end()
            running[1].join()

    def close(self) -> None:
        """Give up all that runs."""
        for key in tuple(self._running):
            self.end(key)

    def _run(
        self, key: str, file: Path, aside: Aside[T, R], done: Callable[[R], str], failed: Callable[[], None]
    ) -> None:
        try:
            outcome = Status("done", made=done(aside.run(lambda *told: self._tell(key, *told))))
        except TimeoutError:
            outcome = Status("failed", error=too_long(file))
        except ChildProcessError:
            outcome = Status("failed", error=ended(file))
        except MaillageError as error:
            outcome = Status("failed", error=error)
        except OSError as error:
            outcome = Status("failed", error=_unwritten(file, error))
        if outcome.state == "failed":
            failed()
        with self._lock:
            self._running.pop(key, None)
            self._statuses[key] = outcome
            for old in [known for known in self._statuses if known not in self._running][:-_MOST_REMEMBERED]:
                del self._statuses[old]

    def _tell(self, key: str, *told: object) -> None:
        words, done, among = (*told, 0, 0)[:3]
        with self._lock:
            self._statuses[key] = Status("running", str(words), int(str(done)), int(str(among)))


def _unwritten(file: Path, error: OSError) -> MaillageError:
    return MaillageError(
        f"ce dossier ne peut pas être écrit ({error.strerror}) : libérez de la place ou voyez ses droits.",
        f"this folder cannot be written ({error.strerror}): make room or see its permissions.",
        file=file.parent.name,
    )
