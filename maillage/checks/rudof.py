"""rudof: SHACL in Rust, fast."""

from __future__ import annotations

from functools import lru_cache
from threading import local

import pyrudof

from maillage.checks.engines import Result
from maillage.checks.flattening import Flat, flat

Refused = pyrudof.RudofError

_NOTHING = "<urn:x> <urn:x> <urn:x> .\n"
_STRICT = pyrudof.ReaderMode.Strict


class _Session(local):
    """The session of a thread: beginning one, and reading the shapes, takes longer than judging a short act."""

    def __init__(self) -> None:
        self.shapes: Flat | None = None
        self.rudof = pyrudof.Rudof(pyrudof.RudofConfig())

    def knowing(self, shapes: Flat) -> pyrudof.Rudof:
        """Return the session with these shapes."""
        if self.shapes is not shapes:
            self.shapes = None  # should these be refused
            self.rudof.reset_all()
            self.rudof.read_shacl(shapes.text, pyrudof.ShaclFormat.NTriples)
            self.rudof.read_data(_NOTHING, pyrudof.RDFFormat.NTriples, reader_mode=_STRICT)
            self.shapes = shapes
        return self.rudof


_session = _Session()
_flat = lru_cache(maxsize=4)(flat)


def validate(ntriples: str, shapes: str) -> frozenset[Result]:
    """Judge N-Triples by shapes in Turtle. Raises Refused for what it cannot read.

    The triples are staged, so that those of one act are gone when the next is judged.
    """
    flattened = _flat(shapes)
    session = _session.knowing(flattened)
    session.begin_staging()
    try:
        session.read_data(ntriples, pyrudof.RDFFormat.NTriples, reader_mode=_STRICT, merge=True)
        found = {(str(entry.focus_node), str(entry.source_shape)) for entry in session.validate_shacl()}
        return frozenset(flattened.whole(found, ntriples))
    finally:
        session.rollback_staging()
