"""The few triples that name a node and place it: all that a finding says of it, without reading the whole act."""

from __future__ import annotations

from collections.abc import Collection, Iterator

Parts = tuple[str, str, str]


def surroundings(ntriples: str, nodes: Collection[str], terms: Collection[str]) -> str:
    """Return, of N-Triples, what ``nodes`` and the things that link to them say, and what is said of their objects.

    What uses a property of ``terms`` is near wherever it stands. All are IRIs.
    """
    parts = list(_parts(ntriples))
    judged = {f"<{node}>" for node in nodes}
    telling = {f"<{term}>" for term in terms}
    near = judged | {subject for subject, term, value in parts if value in judged or term in telling}
    kept = near | {value for subject, _, value in parts if subject in near and value.startswith("<")}
    return "".join(f"{subject} {term} {value} .\n" for subject, term, value in parts if subject in kept)


def _parts(ntriples: str) -> Iterator[Parts]:
    for line in ntriples.splitlines():
        subject, _, rest = line.partition(" ")
        term, _, value = rest.partition(" ")
        yield subject, term, value.removesuffix(" .")
