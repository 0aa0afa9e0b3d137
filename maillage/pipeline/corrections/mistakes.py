"""What can be wrong with a corrections file: one FactsError each, with the line and the remedy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from maillage.errors import FactsError
from maillage.queries.words import hint

_PAGE = "docs/corrections.md"


@dataclass(frozen=True, slots=True)
class Where:
    """A line of a corrections file; 0 for the file as a whole."""

    file: str
    line: int = 0


def bad(where: Where, fr: str, en: str) -> FactsError:
    """Say what is wrong at ``where``, and that the format is explained."""
    return FactsError(
        f"{fr} ; corrigez-le ({_PAGE} explique la forme).",
        f"{en}; mend it ({_PAGE} explains the form).",
        file=where.file,
        place=f"l. {where.line}" if where.line else "",
    )


def unknown(where: Where, name: str, known: Iterable[str]) -> FactsError:
    """Say that nothing goes by ``name`` here, and what may have been meant."""
    known = tuple(known)
    fr, en = hint(name, known)
    listed = ", ".join(known)
    return bad(
        where,
        f"« {name} » est inconnu ici.{fr} Il y a : {listed}",
        f"“{name}” is unknown here.{en} There are: {listed}",
    )


def missing(where: Where, name: str) -> FactsError:
    """Say that ``name`` is owed and not there."""
    return bad(where, f"il manque « {name} »", f"“{name}” is missing")


def wrong(where: Where, name: str, fr: str, en: str) -> FactsError:
    """Say that ``name`` is not of the form that it must have: ``fr`` or ``en``."""
    return bad(where, f"« {name} » doit être {fr}", f"“{name}” must be {en}")
