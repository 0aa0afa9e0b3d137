"""rudof: SHACL in Rust, fast."""

from __future__ import annotations

import pyrudof

from maillage.checks.engines import Result

Refused = pyrudof.RudofError


def validate(ntriples: str, shapes: str) -> frozenset[Result]:
    """Judge N-Triples by shapes in Turtle. Raises Refused for what it cannot read.

    Each call has its own session: one that is used again adds the triples of one act to those of the next.
    """
    session = pyrudof.Rudof(pyrudof.RudofConfig())
    session.read_shacl(shapes, pyrudof.ShaclFormat.Turtle)
    session.read_data(ntriples, pyrudof.RDFFormat.NTriples, reader_mode=pyrudof.ReaderMode.Strict)
    return frozenset((str(entry.focus_node), str(entry.source_shape)) for entry in session.validate_shacl())
