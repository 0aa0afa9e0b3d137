"""The documents: one a CTG, of EPCI that lie in clusters so that each has neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from random import Random

from benchmarks.generated.drawing import Ctg
from benchmarks.generated.means import means
from benchmarks.generated.parties import agreement, amendment
from benchmarks.generated.plan import plan
from loaders.resolve import convention_key
from maillage import reference
from maillage.facts import Source
from maillage.pipeline.reading import Statements
from maillage.reference import Territory

_NEIGHBOURS = 12  # EPCI of a département
_YEARS = (2021, 2022, 2023, 2024, 2025)
_RENEWED = 4  # one territory in so many has two generations
_PERIOD = 5


def documents(count: int) -> Iterator[Statements]:
    """Give the first ``count`` documents, each with what it states of one CTG."""
    return map(_document, islice(_agreements(), count))


def _agreements() -> Iterator[Ctg]:
    """Give CTG without end of the reference, département after département; a renewed one follows the one before it."""
    for rank, epci in enumerate(_territories()):
        start = _YEARS[rank % len(_YEARS)]
        if rank % _RENEWED:
            yield _ctg(epci, start, 1, "")
        else:
            former = _ctg(epci, start - _PERIOD, 1, "")
            yield former
            yield _ctg(epci, start, 2, former.key)


def _territories() -> Iterator[Territory]:
    known = reference.load()
    epcis = sorted(known.epcis.values(), key=lambda epci: epci.code)
    for departement in sorted(known.departements):
        own = (epci for epci in epcis if epci.parent == departement and epci.nature != "EPT")
        yield from islice(own, _NEIGHBOURS)


def _ctg(epci: Territory, start: int, generation: int, previous: str) -> Ctg:
    key = convention_key(epci, "", str(start))
    return Ctg(key, f"ctg-{key}", epci, start, generation, previous, Random(key))  # noqa: S311 - no secret


def _document(ctg: Ctg) -> Statements:
    facts = (*agreement(ctg), *plan(ctg), *means(ctg), *amendment(ctg))
    source = Source(ctg.stem, sha256(ctg.stem.encode()).hexdigest(), title=ctg.title, publisher=ctg.caf)
    return Statements(source, facts, {})
