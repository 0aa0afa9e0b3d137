"""SHACL engines: the triples of one act in, out comes which node breaks which constraint.

pySHACL is the reference implementation of the W3C recommendation. rudof, in Rust, finds the same several times faster:
the tests hold both to every case of every constraint. Where rudof is not installed, pySHACL judges.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from maillage.places import folder

# The IRI of the node that is judged, and that of the constraint which it breaks.
Result = tuple[str, str]
OF_THE_MODEL = "ontology.ttl"
_FAST = "pyrudof"


@cache
def shapes_text() -> str:
    """Return every shape of shapes/*.ttl that judges acts, as one Turtle text."""
    files = sorted(folder("shapes").glob("*.ttl"))
    return "\n".join(file.read_text("utf-8") for file in files if file.name != OF_THE_MODEL)


def results(ntriples: str) -> frozenset[Result]:
    """Return what is wrong in these N-Triples, by the fast engine where there is one, else by the reference.

    What the fast engine refuses to read is for the reference to judge.
    """
    if is_fast():
        from maillage.checks.rudof import Refused, validate

        try:
            return validate(ntriples, shapes_text())
        except Refused:
            return _by_the_reference(ntriples)
    return _by_the_reference(ntriples)


def _by_the_reference(ntriples: str) -> frozenset[Result]:
    from maillage.checks.reference import validate  # takes long to load

    return validate(ntriples, shapes_text())


def is_fast() -> bool:
    """Tell whether the fast engine is installed."""
    return find_spec(_FAST) is not None


def versions() -> str:
    """Return the names and versions of the engines installed, on which a verdict depends."""
    return ", ".join(f"{package} {_version(package)}" for package in (_FAST, "pyshacl"))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"
