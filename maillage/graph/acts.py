"""Acts into quads: one named graph an act, a statement a fact, and the things that the statements are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields

from maillage import facts as f
from maillage.graph import agreements, classified, iris, means, plans, recognised
from maillage.graph.citing import Quote, cite, describe
from maillage.graph.facts_fields import field_of
from maillage.graph.identity import Identities
from maillage.graph.mentions import actors
from maillage.graph.nquads import Writer
from maillage.graph.plans import Outline
from maillage.graph.saying import Saying
from maillage.graph.statements import STATEMENTS
from maillage.vocabulary import M

_FRAME = frozenset({"of", *(field.name for field in fields(f.Fact))})


def act_quads(source: f.Source, facts: Iterable[f.Fact], quote: Quote | None = None) -> Iterator[str]:
    """Give what a document states as N-Quads, a graph an act; the document is described in the graph of its first.

    ``quote`` gives the words that stand at a place, where the document itself was read.
    """
    # A decision on a type is told by the classification that follows it, and by the Correction beside it.
    facts = tuple(fact for fact in facts if not isinstance(fact, f.TypeDecision))
    identities, outline = Identities(facts), Outline(facts)
    for number, rank in enumerate(sorted({fact.act for fact in facts})):
        writer = Writer(iris.act(source.stem, rank))
        writer.is_a(writer.graph, M.Acte)
        writer.say(writer.graph, M.rang, rank)
        if number == 0:
            describe(writer, source)
        seen: Counter[str] = Counter()
        for fact in facts:
            if fact.act == rank:
                subject = _numbered(_statement(source.stem, fact), seen)
                named = [(mention, found) for mention in actors(fact) if (found := identities.find(mention))]
                known = tuple((mention.prop, found.actor) for mention, found in named)
                saying = Saying(writer, subject, writer.graph, source.stem, known)
                _state(saying, fact, quote)
                recognised.things(saying, named)
                agreements.things(saying, fact)
                plans.things(saying, fact, outline)
                means.things(saying, fact)
                classified.things(saying, fact, outline)
        yield from writer.lines


def _statement(stem: str, fact: f.Fact) -> str:
    """Return the IRI of the statement: of what it says, not of where it stands, so that a shifted line keeps it."""
    if isinstance(fact, f.Act):
        return iris.act(stem, fact.act)
    if isinstance(fact, f.Deliberation):
        return iris.mint("vote", stem, str(fact.act))
    if isinstance(fact, f.Correction):
        return iris.correction(stem, fact.correction)
    words = (f"{field.name}={field_of(fact, field.name)}" for field in fields(fact) if field.name not in _FRAME)
    return iris.mint("enonce", stem, str(fact.act), fact.table, iris.digest(*words))


def _numbered(iri: str, seen: Counter[str]) -> str:
    """Tell apart the statements of one act that say the same at several places."""
    seen[iri] += 1
    return iri if seen[iri] == 1 else f"{iri}-{seen[iri]}"


def _state(saying: Saying, fact: f.Fact, quote: Quote | None) -> None:
    """Write the statement: its class, its frame, its columns, the actors that it names."""
    writer, subject, source = saying.writer, saying.subject, saying.stem
    statement = STATEMENTS[type(fact)]
    writer.is_a(subject, statement.cls)
    writer.link(subject, M.lieu, cite(writer, fact.place, quote))
    writer.link(subject, M.document, iris.document(fact.place.document))
    writer.link(subject, M.palier, iris.concept("palier", fact.tier))
    writer.say(subject, M.regle, fact.rule)
    if isinstance(fact, f.Correction):
        describe(writer, f.Source(fact.place.document, fact.sha256, "application/toml"))
    elif fact.correction:
        writer.link(subject, M.corrigePar, iris.correction(source, fact.correction))
    saying.describe(subject, fact, statement.columns)
    for prop, actor in saying.actors:
        writer.link(subject, prop, actor.iri)
