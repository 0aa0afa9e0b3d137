"""A process that answers queries and can be ended at any moment: ``python -m maillage.store.worker``.

It reads messages (``wire``) from its input and writes answers to its output. It ends with its input, so it outlives
nobody; and the system ends it where a query lasts longer than it may, even if nobody is there to do so.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from queue import SimpleQueue
from typing import BinaryIO

import pyoxigraph as ox

from maillage.store import wire
from maillage.store.answering import answer
from maillage.store.idle import give_way
from maillage.store.wire import Answered, Asked, Outcome, Settings

_STACK = 64 * 1024 * 1024
_GRACE = 2.0


class Worker:
    """Answers queries one after the other, each of the generation in its folder."""

    def __init__(self, settings: Settings, quads: bytes, output: BinaryIO) -> None:
        self._settings = settings
        self._output = output
        self._folder = ""
        self._store = ox.Store()
        self._store.bulk_load(input=quads, format=ox.RdfFormat.N_QUADS)

    def work(self, questions: SimpleQueue[bytes]) -> None:
        """Answer ``questions`` as they come."""
        while True:
            asked = wire.asked(questions.get())
            _alarm(self._settings.seconds + _GRACE, self._settings.cpu)
            answered = self._answer(asked)
            _alarm(0, 0)
            self._output.write(wire.pack_answered(answered))
            self._output.flush()

    def _answer(self, asked: Asked) -> Answered:
        try:
            if asked.folder != self._folder:
                self._store, self._folder = ox.Store.read_only(asked.folder), asked.folder
        except (OSError, RuntimeError) as error:
            return Answered(Outcome.FAILED, fr=f"magasin illisible : {error}", en=f"unreadable store: {error}")
        return answer(self._store, asked, self._settings.result)


def _alarm(seconds: float, cpu: float) -> None:
    """Have the system end this process after ``seconds``, or after so many of work; 0 takes that back."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds)
        signal.setitimer(signal.ITIMER_PROF, cpu)


def _confine(settings: Settings) -> None:
    """Bound the memory of this process; a patient one lets the others go first."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (settings.memory, settings.memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if settings.idle:
            give_way()


def main() -> None:
    """Answer until the input ends."""
    source, output = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing but answers goes out
    first = wire.read(source)
    if first is None:
        return
    settings = wire.settings(first[0])
    _confine(settings)
    questions: SimpleQueue[bytes] = SimpleQueue()
    threading.stack_size(_STACK)
    threading.Thread(target=Worker(settings, first[1], output).work, args=(questions,), daemon=True).start()
    while (message := wire.read(source)) is not None:
        questions.put(message[0])
    os._exit(0)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the server, which ends this process
    main()
