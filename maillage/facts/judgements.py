"""What is said of facts: doubts of the readers, decisions of a person, concepts that the words name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from maillage.facts.fact import Fact
from maillage.facts.means import Equipment
from maillage.facts.plans import Fiche, FicheItem, PlanNode


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt(Fact):
    """What a reader could not settle by itself, for the findings: a ``code`` of shapes/README.md and its subject."""

    table: ClassVar[str] = "doubts"

    code: str
    subject: str
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Fact):
    """What a person decided of the facts of a document: its place is in the corrections file, whose hash it has.

    ``operation`` is ``add``, ``change`` or ``reject`` (of a fact), ``same`` or ``distinct`` (of ``actors``, by their
    printed names or their IRI; the first is the one that stays). ``author`` is an office, never a person's name.
    """

    table: ClassVar[str] = "corrections"

    sha256: str
    operation: str
    subject: str
    reason: str
    author: str = ""
    date: str = ""
    actors: tuple[str, ...] = ()


CORRECTIONS = ".corrections"
"""What ends the stem of a corrections file; what stands before it is the stem of the document that it corrects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeDecision(Fact):
    """What a person decided of a type of action: whether what bears ``title`` is of ``concept`` (``oui`` or ``non``).

    It comes from a corrections file, and the classification follows it.
    """

    table: ClassVar[str] = "types"

    convention: str
    title: str
    concept: str
    verdict: str = "oui"


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification(Fact):
    """A concept (an id of ``scheme``) that the ``words`` of a fact name: inferred anew at each build, never stored.

    ``of`` is the fact classified, ``text`` what was judged of it: the title of a fiche, the label of a node, an
    objective, the type and name of an équipement.
    """

    table: ClassVar[str] = "classifications"

    of: Fiche | FicheItem | PlanNode | Equipment
    convention: str
    text: str
    scheme: str
    concept: str
    words: str
