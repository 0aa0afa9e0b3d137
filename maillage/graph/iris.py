"""The only minter of IRIs.

An IRI comes from a code or from content, never from a clock or a counter of the process: the same thing has the same
IRI in every build. ``MAILLAGE_BASE`` gives an installation that publishes its own graph another start of its IRIs.
"""

from __future__ import annotations

import os
from functools import lru_cache
from hashlib import blake2b
from typing import Final
from urllib.parse import quote

from maillage.facts import Place
from maillage.names import ascii_words
from maillage.vocabulary import DEF

HOME: Final = "https://w3id.org/maillage/id/"
"""The start of IRIs in what is written by hand: questions and cases."""
BASE: Final = os.environ.get("MAILLAGE_BASE") or HOME
REFERENCE: Final = f"{BASE}graphe/reference"
ACTORS: Final = f"{BASE}graphe/acteurs"
ONTOLOGY: Final = f"{BASE}graphe/ontologie"
FINDINGS: Final = f"{BASE}graphe/constats"
DATASET: Final = f"{BASE}graphe/jeu-de-donnees"
PUBLICATION: Final = f"{BASE}graphe/publication"
"""Where a server keeps what was sent to it; no store has that graph."""
FIGURES: Final = f"{BASE}chiffres"

_LONGEST_SLUG = 60


def mint(kind: str, *keys: str) -> str:
    """Return the IRI of the thing of that ``kind`` with those ``keys``, each made safe, the empty ones left out."""
    return f"{BASE}{kind}/{'/'.join([_safe(key) for key in keys if key])}"


@lru_cache(maxsize=16_384)
def _safe(key: str) -> str:
    return quote(key, safe="")


def rebased(text: str, base: str = BASE) -> str:
    """Return ``text`` (SPARQL, N-Quads) with each IRI that starts as those written by hand started by ``base``."""
    return text.replace(f"<{HOME}", f"<{base}")


def slug(text: str) -> str:
    """Return ``text`` as a readable key: ``Forum naissance`` gives ``forum-naissance``; never empty, never long."""
    words = ascii_words(text).replace(" ", "-")
    if words and len(words) <= _LONGEST_SLUG:
        return words
    return "-".join(part for part in (words[:_LONGEST_SLUG].rpartition("-")[0], digest(text)) if part)


def number_slug(number: str) -> str:
    """Return a number as a key, its points kept: ``3 bis`` gives ``3-bis``, ``2.1.3`` stays."""
    parts = (ascii_words(part).replace(" ", "-") for part in number.split("."))
    key = ".".join(part for part in parts if part)
    return key if key and len(key) <= _LONGEST_SLUG else slug(number)


def digest(*parts: str) -> str:
    """Return ten hexadecimal digits that stand for ``parts``."""
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


def act(stem: str, rank: int) -> str:
    """Return the IRI of an act, which is also the name of its graph."""
    return mint("acte", stem, str(rank))


def document(stem: str) -> str:
    """Return the IRI of a document."""
    return mint("document", stem)


def correction(stem: str, key: str) -> str:
    """Return the IRI of a person's correction of what was read of a document."""
    return mint("correction", stem, key)


def place(where: Place) -> str:
    """Return the IRI of a place; two that differ but in their boxes are two."""
    boxes = (digest(*map(str, where.boxes)),) if where.boxes else ()
    return mint("lieu", where.document, where.lines.replace(";", "_"), *boxes)


def convention(key: str) -> str:
    """Return the IRI of a convention."""
    return mint("convention", key)


def concept(kind: str, name: str) -> str:
    """Return the IRI of a concept: ``("statut", "signée")`` and ``("statut", "signee")`` are one."""
    return f"{DEF}{kind}/{slug(name)}"


def territory(code: str) -> str:
    """Return the IRI of a territory by its official code: 9 digits an EPCI, 5 characters a commune, else a département.

    The code of a région is that of no département in the acts; ``region`` names it.
    """
    return mint(territory_kind(code), code)


def territory_kind(code: str) -> str:
    """Return the kind of territory that a code of that form designates."""
    return {9: "epci", 5: "commune"}.get(len(code), "departement")


def region(code: str) -> str:
    """Return the IRI of a région."""
    return mint("region", code)


def fiche(scope: str, number: str, title: str = "") -> str:
    """Return the IRI of the fiche of a convention by its number or, unnumbered, its title."""
    return mint("fiche", scope, number_slug(number or title or "sans numéro"))
