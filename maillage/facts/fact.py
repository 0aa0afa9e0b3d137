"""What every fact has: where it is stated, by which rule it was read, how far it is from the print."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar, Literal

from maillage.facts.places import Place

Tier = Literal["verbatim", "normalised", "derived"]


@dataclass(frozen=True, slots=True)
class Source:
    """A document: its stem, the SHA-256 of its bytes, its format, and what source.toml says of it."""

    stem: str
    sha256: str
    media_type: str = "text/markdown"
    title: str = ""
    publisher: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What one act states, and where.

    ``act`` is the rank (1, 2 ...) of the act within its document, since one file can hold several. ``rule`` names the
    rule that read it (``plan.table``), ``tier`` how far it is from the print: ``verbatim`` stands there as it is,
    ``normalised`` is rewritten (a date, a code, a mended number), ``derived`` is inferred from what stands there.
    ``correction`` is the key of the Correction by which a person has added or changed it, empty for most facts.
    """

    table: ClassVar[str] = ""

    place: Place
    act: int
    rule: str
    tier: Tier = "verbatim"
    correction: str = ""


PROVENANCE = ("place", "act", "rule", "tier", "correction")
"""The fields that say where a fact comes from; all others are what it states."""


_STATED: dict[type[Fact], tuple[str, ...]] = {}


def stated(fact: Fact) -> tuple[str, ...]:
    """Return the fields in which a fact states something, in their order; they are those of its class."""
    kind = type(fact)
    if kind not in _STATED:
        _STATED[kind] = tuple(field.name for field in fields(kind) if field.name not in PROVENANCE)
    return _STATED[kind]
