"""Who is who by a person's decision: the names that a corrections file says are one actor, or are not one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from maillage.facts import Correction, Fact
from maillage.names import as_typed


class Decisions:
    """What the corrections of one document decide of its actors, by their names as printed."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._same: dict[str, str] = {}
        self._distinct: dict[str, list[str]] = defaultdict(list)
        for fact in facts:
            if isinstance(fact, Correction):
                for rank, name in enumerate(fact.actors):
                    if rank and fact.operation == "same":
                        self._same[as_typed(name)] = fact.actors[0]
                    elif rank and fact.operation == "distinct":
                        self._distinct[as_typed(name)] += fact.actors[:rank]

    def stands_for(self, name: str) -> str:
        """Return the name (or the IRI) of the actor that ``name`` means: itself where nothing is decided."""
        return self._same.get(as_typed(name), name)

    def told_from(self, name: str) -> list[str]:
        """Return the names that are not those of the actor that ``name`` means, whatever the rules say."""
        return self._distinct.get(as_typed(name), [])
