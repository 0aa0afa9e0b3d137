"""The official territories by their names: what the engine would have to read all of is looked up in the reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from maillage.graph import iris
from maillage.names import ascii_words
from maillage.reference import load


def named(word: str) -> tuple[str, ...]:
    """Return the IRIs of the territories that bear the name ``word``, now or in an earlier vintage."""
    return _by_name().get(ascii_words(word), ())


def names() -> tuple[str, ...]:
    """Return the names of all official territories."""
    return tuple(dict.fromkeys(name for name, _iri in _all()))


@cache
def _by_name() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name, iri in _all():
        found.setdefault(ascii_words(name), {})[iri] = None
    return {name: tuple(iris_of) for name, iris_of in found.items()}


def _all() -> Iterator[tuple[str, str]]:
    """Give every name with the IRI of what bears it."""
    reference = load()
    for code, name in reference.commune_names().items():
        yield name, iris.territory(code)
    for area in (*reference.epcis.values(), *reference.departements.values()):
        for name in (area.name, *area.other_names):
            yield name, iris.territory(area.code)
    for region in reference.regions.values():
        yield region.name, iris.region(region.code)
