"""A statement being written: what the modules that describe its things need to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maillage.facts import Fact
from maillage.graph import iris
from maillage.graph.facts_fields import field_of
from maillage.graph.identity import Actor
from maillage.graph.nquads import Writer
from maillage.graph.statements import Put
from maillage.vocabulary import M, ObjectProperty


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement ``subject`` in the graph of ``writer``; ``act`` is its act, ``actors`` those that it names."""

    writer: Writer
    subject: str
    act: str
    stem: str
    actors: tuple[tuple[ObjectProperty, Actor], ...]

    def actor(self, prop: ObjectProperty) -> str:
        """Return the IRI of the actor that the statement names by ``prop``; empty where there is none."""
        return next((actor.iri for named, actor in self.actors if named == prop), "")

    def scope(self, convention: str) -> str:
        """Return what tells the fiches, nodes and facilities of one convention from those of another."""
        return convention or self.stem

    def agreement(self, key: str) -> str:
        """Say that the convention ``key`` exists and give its IRI; empty where ``key`` is."""
        if not key:
            return ""
        iri = iris.convention(key)
        self.writer.is_a(iri, M.Convention)
        self.writer.say(iri, M.cle, key)
        return iri

    def describe(self, thing: str, fact: Fact, columns: Mapping[str, Put]) -> None:
        """Say of ``thing`` what ``fact`` says in ``columns``."""
        for name, put in columns.items():
            put(self.writer, thing, field_of(fact, name))
