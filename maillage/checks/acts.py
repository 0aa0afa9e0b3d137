"""What a shape sees of one act: its own triples, and what other graphs say of the things it names."""

from __future__ import annotations

from maillage.store import Endpoint, Iri

_ACTS = """PREFIX m: <https://w3id.org/maillage/def/>
SELECT DISTINCT ?act WHERE { GRAPH ?act { ?act a m:Acte } } ORDER BY ?act"""

_OWN = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?act { ?s ?p ?o } }"

# Actors, territories and documents stand once, in a graph of their own or in that of a document's first act.
_NAMED = """PREFIX m: <https://w3id.org/maillage/def/>
PREFIX igeo: <http://rdf.insee.fr/def/geo#>
CONSTRUCT { ?thing ?p ?o }
WHERE {
  { SELECT DISTINCT ?act ?thing WHERE { GRAPH ?act { ?s ?named ?thing } FILTER(isIRI(?thing)) } }
  VALUES ?class { m:Acteur m:Document igeo:Commune igeo:Intercommunalite igeo:Departement }
  GRAPH ?elsewhere { ?thing a ?class ; ?p ?o }
  FILTER(?elsewhere != ?act)
}"""


def acts(store: Endpoint) -> tuple[str, ...]:
    """Return the IRIs of the acts, which are the names of their graphs, in order."""
    return tuple(str(act) for act in store.select(_ACTS).column("act"))


def view(store: Endpoint, act: str) -> str:
    """Return the triples (N-Triples) that the shapes judge for ``act``."""
    bound = {"act": Iri(act)}
    return "\n".join(sorted({*store.construct(_OWN, bound), *store.construct(_NAMED, bound)})) + "\n"
