"""The prefixes that the explorer knows: those of the ontology's context, and those of our own names."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from maillage.errors import DeclarationError
from maillage.graph.iris import BASE
from maillage.places import folder

_OWN: Mapping[str, str] = {"id": BASE, "g": f"{BASE}graphe/"}


@cache
def prefixes() -> Mapping[str, str]:
    """Return the namespaces by prefix. Raises DeclarationError where the context of the ontology cannot be read."""
    file = folder("ontology") / "context.jsonld"
    try:
        declared = json.loads(file.read_text("utf-8"))["@context"].items()
        return {**{str(name): space for name, space in declared if isinstance(space, str) and "://" in space}, **_OWN}
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise DeclarationError(
            f"préfixes illisibles ({error}).", f"unreadable prefixes ({error}).", file=file
        ) from error


def shortened(iri: str) -> str:
    """Return ``iri`` as a query writes it with the longest of the prefixes; in full where that cannot be."""
    names = sorted(prefixes().items(), key=lambda entry: len(entry[1]), reverse=True)
    for prefix, space in names:
        rest = iri.removeprefix(space)
        if rest != iri and rest.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}:{rest}"
    return iri
