"""Fact: the one noun that goes into the house.

One class a table of the tidy export; its fields are that table's columns, less ``document`` and ``lines``, which are
its Place. Texts are as printed, without layout noise; unknown is the empty string (None for a number). A date is ISO
8601, cut to what is known: ``2021``, ``2021-06`` or ``2021-06-30``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

Unit = Literal["line", "page"]
Tier = Literal["verbatim", "normalised", "derived"]

_BOX = re.compile(r"p([1-9][0-9]*)" + ",".join([r"([0-9]+\.[0-9])"] * 4).join((":", "")))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Lines (or pages, or paragraphs of a DOCX) ``first`` to ``last`` of a document, 1-based, both included."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle on a page (from 1), in thousandths of its width and height, from its top left corner."""

    page: int
    left: int
    top: int
    width: int
    height: int

    @property
    def percent(self) -> str:
        """Its left, top, width and height in percent of the page: ``12.5,40.0,52.1,2.2``."""
        return ",".join(f"{part // 10}.{part % 10}" for part in (self.left, self.top, self.width, self.height))

    def __str__(self) -> str:
        return f"p{self.page}:{self.percent}"

    def stands_in(self, other: Box) -> bool:
        """Tell whether its middle lies within ``other``."""
        x, y = self.left + self.width // 2, self.top + self.height // 2
        return other.left <= x <= other.left + other.width and other.top <= y <= other.top + other.height

    def __or__(self, other: Box) -> Box:
        """Return the smallest box around two of one page."""
        left, top = min(self.left, other.left), min(self.top, other.top)
        right = max(self.left + self.width, other.left + other.width)
        bottom = max(self.top + self.height, other.top + other.height)
        return Box(self.page, left, top, right - left, bottom - top)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a fact is stated: the document's stem and its spans, ordered and disjoint; on pages also the boxes."""

    document: str
    spans: tuple[Span, ...]
    unit: Unit = "line"
    boxes: tuple[Box, ...] = ()

    @property
    def lines(self) -> str:
        """The place as the tidy tables write it: ``97;103;220-224``, or ``p3;p5-6`` for pages."""
        mark = "p" if self.unit == "page" else ""
        return ";".join(f"{mark}{span}" for span in self.spans)

    def __or__(self, other: Place) -> Place:
        """Join two places of one document."""
        boxes = tuple(sorted({*self.boxes, *other.boxes}))
        return Place(self.document, merge(self.spans + other.spans), self.unit, boxes)


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return ``spans`` in order, those that overlap joined (neighbours stay apart: each is a place of its own)."""
    merged: list[Span] = []
    for span in sorted(set(spans)):
        if merged and span.first <= merged[-1].last:
            merged[-1] = Span(merged[-1].first, max(merged[-1].last, span.last))
        else:
            merged.append(span)
    return tuple(merged)


def parse_box(text: str) -> Box:
    """Read back what ``str(box)`` wrote. Raises ValueError for anything else."""
    match = _BOX.fullmatch(text)
    if match is None:
        raise ValueError(text)
    page, *parts = match.groups()
    left, top, width, height = (int(part.replace(".", "")) for part in parts)
    return Box(int(page), left, top, width, height)


def parse_place(document: str, lines: str, boxes: Iterable[str] = ()) -> Place:
    """Read back what ``Place.lines`` and its boxes wrote. Raises ValueError for anything else."""
    unit: Unit = "page" if lines.startswith("p") else "line"
    spans = []
    for part in lines.replace("p", "").split(";"):
        first, _, last = part.partition("-")
        spans.append(Span(int(first), int(last or first)))
    return Place(document, tuple(spans), unit, tuple(map(parse_box, boxes)))


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Fact):
    """A legal act in the document: ``deliberation``, ``convention``, ``avenant`` or ``rapport``."""

    table: ClassVar[str] = "acts"

    kind: str
    number: str = ""
    date: str = ""
    issuer: str = ""
    issuer_code: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliberation(Fact):
    """A vote of an assembly; ``conventions`` are the keys of the conventions that it is about."""

    table: ClassVar[str] = "deliberations"

    number: str = ""
    date: str = ""
    body: str = ""
    body_code: str = ""
    votes_for: int | None = None
    votes_against: int | None = None
    abstentions: int | None = None
    decision: tuple[str, ...] = ()
    conventions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention(Fact):
    """What an act states of a convention: one row a stated signature date."""

    table: ClassVar[str] = "conventions"

    convention: str
    label: str = ""
    territory: str = ""
    territory_code: str = ""
    generation: int | None = None
    start: str = ""
    end: str = ""
    signed_on: str = ""
    status: str = ""
    previous: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredCommunes(Fact):
    """How many communes an act says the convention covers; not a table, but the measure of ``covered_communes``."""

    table: ClassVar[str] = "declared_communes"

    convention: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment(Fact):
    """An avenant: what it changes of the period, and who joins by it."""

    table: ClassVar[str] = "amendments"

    convention: str
    number: str = ""
    start: str = ""
    end: str = ""
    joining_actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory(Fact):
    """A party; ``signed_act`` is ``convention``, or the number of the avenant (column ``act``)."""

    table: ClassVar[str] = "signatories"

    convention: str
    signed_act: str
    actor: str
    actor_kind: str = ""
    actor_code: str = ""
    representative: str = ""
    representative_role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredCommune(Fact):
    """A commune that the convention covers, as printed, with its INSEE code."""

    table: ClassVar[str] = "covered_communes"

    convention: str
    commune: str
    commune_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanNode(Fact):
    """A node of the plan d'actions: ``socle``, ``enjeu``, ``objectif``, ``action`` or ``activite``."""

    table: ClassVar[str] = "plan"

    convention: str
    kind: str
    number: str = ""
    parent_number: str = ""
    label: str
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fiche(Fact):
    """A fiche action, from its sheet or from the plan that lists it."""

    table: ClassVar[str] = "fiches"

    convention: str
    number: str
    title: str = ""
    status: str = ""
    themes: tuple[str, ...] = ()
    deadline: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheActor(Fact):
    """An actor's part in a fiche: ``pilote``, ``service``, ``partenaire`` or ``financeur``."""

    table: ClassVar[str] = "fiche_actors"

    convention: str
    fiche: str
    role: str
    actor: str
    actor_kind: str = ""
    actor_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FicheItem(Fact):
    """An item of a fiche: ``objectif``, ``public``, ``modalite``, ``resultat``, ``indicateur`` or ``diagnostic``."""

    table: ClassVar[str] = "fiche_items"

    convention: str
    fiche: str
    kind: str
    number: str = ""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipment(Fact):
    """An équipement or service in the list of a collectivité that supports it."""

    table: ClassVar[str] = "equipments"

    convention: str
    supporter: str
    supporter_code: str = ""
    type: str = ""
    name: str
    address: str = ""
    postcode: str = ""
    commune: str = ""
    commune_code: str = ""
    capacity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding(Fact):
    """An amount in euros: who gives it, to whom, for what, under which scheme, over what time."""

    table: ClassVar[str] = "funding"

    convention: str
    funder: str = ""
    recipient: str = ""
    object: str = ""
    scheme: tuple[str, ...] = ()
    amount_eur: Decimal
    period: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic(Fact):
    """A figure of the diagnosis, for one territory and one year."""

    table: ClassVar[str] = "statistics"

    convention: str
    territory: str
    territory_code: str = ""
    section: str = ""
    indicator: str
    year: str = ""
    value: Decimal | None = None
    unit: str = ""
    change_5y_pct: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Governance(Fact):
    """A steering body and one of its members (``member`` empty where none is stated)."""

    table: ClassVar[str] = "governance"

    convention: str
    instance: str
    instance_kind: str = ""
    frequency: str = ""
    member: str = ""


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


FACTS: tuple[type[Fact], ...] = (
    Act,
    Deliberation,
    Convention,
    DeclaredCommunes,
    Amendment,
    Signatory,
    CoveredCommune,
    PlanNode,
    Fiche,
    FicheActor,
    FicheItem,
    Equipment,
    Funding,
    Statistic,
    Governance,
    Doubt,
    TypeDecision,
    Correction,
)
