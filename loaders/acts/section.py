"""Section: one act within a document, and what is known of it before its facts are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.acts.agreements import Agreement
from loaders.acts.heads import Head
from loaders.document import Block, Document, Passage
from loaders.resolve import Gazetteer
from maillage.facts import Place
from maillage.reference import Territory


@dataclass(frozen=True, slots=True)
class Section:
    """One act: its blocks, the convention it is about, its territory, and the means to resolve its names.

    ``act`` is its rank in the document; ``kind`` as in the table ``acts``; ``convention`` is the key of the contract
    (empty where the act is about none, or about several: then ``mentions`` has them); ``abbreviations`` are those that
    the act defines (``CCPO`` -> ``Communauté de Communes du Pays d'Opale``). ``head`` is what its first lines say,
    ``agreements`` are the conventions of which it states something.
    """

    document: Document
    act: int
    kind: str
    blocks: tuple[Block, ...]
    gazetteer: Gazetteer
    number: str = ""
    convention: str = ""
    mentions: tuple[str, ...] = ()
    territory: Territory | None = None
    start: str = ""
    end: str = ""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    head: Head = field(default_factory=Head)
    agreements: tuple[Agreement, ...] = ()

    def place(self, *passages: Passage) -> Place:
        """Return the place of ``passages`` in the document."""
        return self.document.place(*passages)
