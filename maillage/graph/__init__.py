"""Facts into RDF: the only minter of IRIs, and one named graph an act.

Every function gives N-Quads, one quad a line, no blank nodes, in the same order for the same input.
"""

from __future__ import annotations

from maillage.graph.actors import actor_quads
from maillage.graph.acts import act_quads
from maillage.graph.dataset import dataset_quads
from maillage.graph.declared import name_quads, ontology_quads
from maillage.graph.identity import actor_names
from maillage.graph.iris import ACTORS, BASE, DATASET, FINDINGS, ONTOLOGY, PUBLICATION, REFERENCE, rebased
from maillage.graph.official import reference_quads
from maillage.graph.verdicts import finding_quads

__all__ = [
    "ACTORS",
    "BASE",
    "DATASET",
    "FINDINGS",
    "ONTOLOGY",
    "PUBLICATION",
    "REFERENCE",
    "act_quads",
    "actor_names",
    "actor_quads",
    "dataset_quads",
    "finding_quads",
    "name_quads",
    "ontology_quads",
    "rebased",
    "reference_quads",
]
