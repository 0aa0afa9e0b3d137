"""Whatever is damaged in a valid graph, some shape notices: at least 95 of 100 damages, and both engines the same ones.

``tests/cases/mutations/admis.toml`` names the damages that leave a valid graph behind, and says why; they do not count.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from rdflib import RDF, Graph

from maillage.checks import reference, rudof
from maillage.checks.engines import shapes_text
from tests.maillage.checks.mutating import Mutant, mutants

ADMITTED = Path(__file__).parents[2] / "cases" / "mutations" / "admis.toml"
MODEL = "https://w3id.org/maillage/def/"
LEAST = 0.95


def admitted() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(ADMITTED.read_text("utf-8"))


def is_damage(mutant: Mutant) -> bool:
    """Tell whether a mutant is one that a shape should notice."""
    name = mutant.prop.rpartition("/")[2].rpartition("#")[2]
    classes = admitted().get(mutant.damage, {}).get(name, [])
    return mutant.cls not in classes and "*" not in classes


def test_shapes_notice_damages(valid: str) -> None:
    graph = Graph().parse(data=valid, format="nt")
    classes = sorted({str(c).removeprefix(MODEL) for c in graph.objects(None, RDF.type) if str(c).startswith(MODEL)})
    counted = [mutant for mutant in mutants(graph, classes, MODEL) if is_damage(mutant)]
    for mutant in counted:
        for triple in mutant.triples:
            graph.add(triple)
    judged = graph.serialize(format="nt")
    results = rudof.validate(judged, shapes_text())
    assert results == reference.validate(judged, shapes_text())
    noticed = {node for node, _ in results}
    missed = [(m.cls, m.prop, m.damage) for m in counted if noticed.isdisjoint(map(str, m.names))]
    assert len(counted) > 600
    share = 1 - len(missed) / len(counted)
    assert share >= LEAST, f"{share:.1%} of {len(counted)}: {missed}"
