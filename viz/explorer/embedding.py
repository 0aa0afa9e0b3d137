"""What a page is about, as JSON-LD inside it: for search engines and for readers of linked data (schema.org's way)."""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import Markup

from maillage.queries import triples
from maillage.store import Endpoint, triples_as

_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}
"""What could end the element is written as JSON lets it be (HTML, 4.12.1.3); what is no ASCII is so anyway."""


def embedded(store: Endpoint, iri: str) -> Markup:
    """Return what the store says of ``iri`` as JSON-LD that can stand in a page; empty where it says nothing."""
    lines = triples(store, "enonces", chose=iri)
    if not lines:
        return Markup()
    whole = json.loads(triples_as("jsonld", lines))
    graph = whole["@graph"]
    said = {"@context": _needed(whole["@context"], json.dumps(graph)), "@graph": graph}
    text = json.dumps(said).translate(_ESCAPED)
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))  # noqa: S704 - escaped above


def _needed(context: Mapping[str, object], text: str) -> Mapping[str, object]:
    """Return the terms of ``context`` that ``text`` uses, with the prefixes that these and it use."""
    prefixes = {name for name, meaning in context.items() if isinstance(meaning, str) and meaning[-1:] in "#/"}
    terms = {name: meaning for name, meaning in context.items() if name not in prefixes and f'"{name}"' in text}
    used = f"{text}{json.dumps(terms)}"
    return {name: context[name] for name in context if name in terms or (name in prefixes and f'"{name}:' in used)}
