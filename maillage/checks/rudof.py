"""rudof: SHACL in Rust, fast."""

from __future__ import annotations

from threading import local

import pyrudof

from maillage.checks.engines import Result

Refused = pyrudof.RudofError

_NOTHING = "<urn:x> <urn:x> <urn:x> .\n"
_STRICT = pyrudof.ReaderMode.Strict


class _Session(local):
    """The session of a thread: beginning one, and reading the shapes, takes longer than judging a short act."""

    def __init__(self) -> None:
        self.shapes = ""
        self.rudof = pyrudof.Rudof(pyrudof.RudofConfig())

    def knowing(self, shapes: str) -> pyrudof.Rudof:
        """Return the session with these shapes."""
        if self.shapes != shapes:
            self.rudof.reset_all()
            self.rudof.read_shacl(shapes, pyrudof.ShaclFormat.Turtle)
            self.rudof.read_data(_NOTHING, pyrudof.RDFFormat.NTriples, reader_mode=_STRICT)
            self.shapes = shapes
        return self.rudof


_session = _Session()


def validate(ntriples: str, shapes: str) -> frozenset[Result]:
    """Judge N-Triples by shapes in Turtle. Raises Refused for what it cannot read.

    The triples are staged, so that those of one act are gone when the next is judged.
    """
    session = _session.knowing(shapes)
    session.begin_staging()
    try:
        session.read_data(ntriples, pyrudof.RDFFormat.NTriples, reader_mode=_STRICT, merge=True)
        return frozenset((str(entry.focus_node), str(entry.source_shape)) for entry in session.validate_shacl())
    finally:
        session.rollback_staging()
