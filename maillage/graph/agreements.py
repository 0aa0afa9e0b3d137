"""What acts say of conventions, avenants, votes, signatures and covered communes."""

from __future__ import annotations

from maillage import facts as f
from maillage.graph import iris
from maillage.graph.saying import Saying
from maillage.graph.statements import CONVENTION, dated, printed
from maillage.vocabulary import M

_AMENDMENT = {"number": printed(M.numero), "start": dated(M.debut), "end": dated(M.fin)}


def things(saying: Saying, fact: f.Fact) -> None:
    """Describe the conventions and avenants that a statement is about."""
    match fact:
        case f.Deliberation():
            _vote(saying, fact)
        case f.Convention():
            _convention(saying, fact)
        case f.Amendment():
            _amendment(saying, fact)
        case f.Signatory():
            _signature(saying, fact)
        case f.CoveredCommune():
            _coverage(saying, fact)
        case f.DeclaredCommunes() | f.Statistic():
            saying.agreement(fact.convention)
        case _:
            pass


def _vote(saying: Saying, fact: f.Deliberation) -> None:
    """A vote belongs to its act; what it is about exists."""
    saying.writer.link(saying.subject, M.acte, saying.act)
    for key in fact.conventions:
        saying.agreement(key)


def _convention(saying: Saying, fact: f.Convention) -> None:
    """A convention, and the one that it renews."""
    iri = saying.agreement(fact.convention)
    saying.agreement(fact.previous)
    if iri:
        saying.describe(iri, fact, CONVENTION)


def _amendment(saying: Saying, fact: f.Amendment) -> None:
    """An avenant modifies its convention from its date on."""
    iri = iris.mint("avenant", saying.scope(fact.convention), iris.number_slug(fact.number or "sans numéro"))
    saying.writer.is_a(iri, M.Avenant)
    saying.writer.link(saying.subject, M.avenant, iri)
    saying.writer.link(iri, M.modifie, saying.agreement(fact.convention))
    saying.describe(iri, fact, _AMENDMENT)


def _signature(saying: Saying, fact: f.Signatory) -> None:
    """Who signs is a signatory of the convention."""
    saying.writer.link(saying.subject, M.role, iris.concept("role", "signataire"))
    if iri := saying.agreement(fact.convention):
        saying.writer.link(iri, M.signataire, saying.actor(M.acteur))


def _coverage(saying: Saying, fact: f.CoveredCommune) -> None:
    """A convention covers a commune that has a code."""
    iri = saying.agreement(fact.convention)
    if iri and fact.commune_code:
        saying.writer.link(iri, M.couvre, iris.territory(fact.commune_code))
