"""By which rule a name as printed was brought to its actor, and which statements print it."""

from __future__ import annotations

from collections.abc import Iterable

from maillage.graph import iris
from maillage.graph.identity import Recognised
from maillage.graph.mentions import Mention
from maillage.graph.saying import Saying
from maillage.vocabulary import PROV, M


def things(saying: Saying, named: Iterable[tuple[Mention, Recognised]]) -> None:
    """Say which actor each name of a statement means, and by which rule: once for all statements of an act."""
    for mention, found in named:
        if mention.name:
            own = iris.digest(found.actor.iri, mention.name, found.rule)
            subject = iris.mint("rapprochement", *saying.act.removeprefix(f"{iris.BASE}acte/").split("/"), own)
            saying.writer.is_a(subject, M.Rapprochement)
            saying.writer.say(subject, M.forme, mention.name)
            saying.writer.link(subject, M.designe, found.actor.iri)
            saying.writer.link(subject, M.regleIdentite, iris.concept("regle-identite", found.rule))
            saying.writer.link(subject, PROV.wasDerivedFrom, saying.subject)
