"""Answers worked out ahead, so that nobody waits for a long one: ``python -m maillage.queries.ahead STORE``.

What takes long is kept beside the store by whoever asks it first (``maillage/store/shelf.py``); this asks first. A
question is asked as it stands and, where it takes a concept of a thesaurus and is not quick, for each of them.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from maillage.queries import catalogue, questions_of, run
from maillage.queries.kinds import CONCEPTS
from maillage.queries.questions import Parameter, Question
from maillage.store import Store
from maillage.store.idle import give_way
from maillage.thesauri import SCHEMES

LONG = 0.02
"""What takes fewer seconds than that as it stands is not asked for each concept."""


@dataclass(frozen=True, slots=True)
class Asking:
    """A question that was asked ahead, with which words, and how many seconds it took."""

    name: str
    words: dict[str, str]
    seconds: float


def ask_ahead(store: Store) -> Iterator[Asking]:
    """Ask ``store`` what anybody may ask, and give each question as it has been asked.

    Ends where a build has put another generation in its place. Raises StoreError where it cannot be read.
    """
    long: list[Question] = []
    for asked in (*catalogue(), *questions_of("pages")):
        if any(parameter.required for parameter in asked.parameters):
            long.append(asked)
            continue
        if not store.is_latest:
            return
        told = _ask(store, asked, {})
        if told.seconds > LONG:
            long.append(asked)
        yield told
    for asked in long:
        for words in _concepts(asked):
            if not store.is_latest:
                return
            yield _ask(store, asked, words)


def _ask(store: Store, asked: Question, words: dict[str, str]) -> Asking:
    begun = perf_counter()
    run(store, asked.name, words)
    return Asking(asked.name, words, perf_counter() - begun)


def _concepts(asked: Question) -> Iterator[dict[str, str]]:
    """Give the words for each concept (or value) of the one parameter that takes some, if nothing else is needed."""
    for parameter in asked.parameters:
        if not any(other.required for other in asked.parameters if other is not parameter):
            yield from ({parameter.name: word} for word in _values(parameter))


def _values(parameter: Parameter) -> tuple[str, ...]:
    if parameter.values or parameter.type not in CONCEPTS:
        return parameter.values
    return tuple(concept.id for concept in SCHEMES[CONCEPTS[parameter.type]])


def main(root: str) -> None:
    """Work out the answers of the store at ``root``, in the time that nobody else wants, until the input ends."""
    give_way()
    threading.Thread(target=_end_with_input, daemon=True).start()
    for _ in ask_ahead(Store.open(Path(root))):
        pass


def _end_with_input() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1])
