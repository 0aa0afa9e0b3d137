"""pySHACL, the reference: what another engine finds is right where it is what this one finds."""

from __future__ import annotations

from functools import lru_cache

from pyshacl import validate as validate_by_pyshacl
from rdflib import SH, Graph

from maillage.checks.engines import Result


def validate(ntriples: str, shapes: str) -> frozenset[Result]:
    """Judge N-Triples by shapes in Turtle."""
    data = Graph().parse(data=ntriples, format="nt")
    _, report, _ = validate_by_pyshacl(
        data, shacl_graph=_parsed(shapes), inplace=True, allow_infos=True, allow_warnings=True
    )
    if not isinstance(report, Graph):
        raise TypeError(f"pySHACL returned no report graph: {report!r}")
    found = report.objects(None, SH.result)
    return frozenset((str(report.value(r, SH.focusNode)), str(report.value(r, SH.sourceShape))) for r in found)


@lru_cache(maxsize=4)
def _parsed(shapes: str) -> Graph:
    return Graph().parse(data=shapes, format="turtle")
