"""Write the vocabulary, the thesauri and the JSON-LD context again from ``ontology/*.ttl``.

    python scripts/generate_vocabulary.py            write ``maillage/vocabulary/``, ``ontology/thesauri.json``
                                                     and ``ontology/context.jsonld``
    python scripts/generate_vocabulary.py --check    write nothing; exit status 1 where a file is not up to date

Same ontology, same bytes: terms and concepts are sorted, nothing of the day or the machine is written.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

ROOT = Path(__file__).resolve().parent.parent
DEF = "https://w3id.org/maillage/def/"
KINDS = {
    OWL.Class: "Class",
    OWL.ObjectProperty: "ObjectProperty",
    OWL.DatatypeProperty: "DataProperty",
    OWL.AnnotationProperty: "AnnotationProperty",
}
# What OWL 2 DL reserves cannot be declared in the ontology; these are the ones that Maillage writes.
RESERVED = {
    "RDF": ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", {"type": "ObjectProperty", "value": "DataProperty"}),
    "RDFS": (
        "http://www.w3.org/2000/01/rdf-schema#",
        {"label": "AnnotationProperty", "comment": "AnnotationProperty"},
    ),
    "XSD": (
        "http://www.w3.org/2001/XMLSchema#",
        dict.fromkeys(("date", "decimal", "gYear", "gYearMonth", "integer"), "Datatype"),
    ),
}
HEADER = '''"""{title}

Generated from ontology/*.ttl: change the ontology, then run ``python scripts/generate_vocabulary.py``.
"""

from __future__ import annotations
'''
OWN = "own"
BORROWED = "borrowed"


def main() -> int:
    """Write the generated files, or with ``--check`` say which of them are not up to date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = [path for path, text in generated().items() if not path.is_file() or path.read_text("utf-8") != text]
    for path in stale:
        sys.stderr.write(f"{path.relative_to(ROOT)}\n")
        if not check:
            path.write_text(generated()[path], "utf-8")
    return int(check and bool(stale))


def generated() -> Mapping[Path, str]:
    """Return the text of each generated file."""
    ontology = Graph()
    for file in sorted((ROOT / "ontology").glob("*.ttl")):
        ontology.parse(file, format="turtle")
    return {
        ROOT / "maillage" / "vocabulary" / f"{OWN}.py": vocabulary(ontology, own=True),
        ROOT / "maillage" / "vocabulary" / f"{BORROWED}.py": vocabulary(ontology, own=False),
        ROOT / "ontology" / "thesauri.json": thesauri(ontology),
        ROOT / "ontology" / "context.jsonld": context(ontology),
    }


def vocabulary(ontology: Graph, *, own: bool) -> str:
    """Return a module of constants, a class a namespace, a constant a term: our ``own`` terms, or the borrowed ones."""
    chosen = {prefix: named for prefix, named in namespaces(ontology).items() if (named[0] == DEF) == own}
    kinds = sorted({kind for _, terms in chosen.values() for kind in terms.values()})
    blocks = [HEADER.format(title=f"{'Our own' if own else 'Borrowed'} terms of the graph as constants.")]
    blocks.append(f"\nfrom typing import Final\n\nfrom maillage.vocabulary.kinds import {', '.join(kinds)}\n")
    for prefix, (namespace, terms) in sorted(chosen.items()):
        lines = [f"\n\nclass {prefix}:", f'    """Terms of <{namespace}>."""\n']
        lines += [f'    {name}: Final = {kind}("{namespace}{name}")' for name, kind in sorted(terms.items())]
        blocks.append("\n".join(lines) + "\n")
    return "".join(blocks)


def namespaces(ontology: Graph) -> Mapping[str, tuple[str, Mapping[str, str]]]:
    """Return, by the upper-case prefix, each namespace with its terms and their kinds."""
    prefixes = {str(namespace): prefix for prefix, namespace in ontology.namespaces()}
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for kind, name in KINDS.items():
        for term in ontology.subjects(RDF.type, kind):
            namespace, local = split(str(term))
            found[namespace][local] = name
    named = {prefixes[namespace].replace("-", "").upper(): (namespace, terms) for namespace, terms in found.items()}
    return {**RESERVED, **named}


def context(ontology: Graph) -> str:
    """Return the JSON-LD context: our terms by their bare names, the borrowed ones by their prefixes."""
    named = namespaces(ontology)
    prefixes = {prefix.lower(): namespace for prefix, (namespace, _) in named.items()}
    terms: dict[str, object] = {"id": "@id", "type": "@type", "label": "rdfs:label", "comment": "rdfs:comment"}
    for prefix, (namespace, kinds) in sorted(named.items()):
        for term, kind in sorted(kinds.items()):
            key = term if namespace == DEF else f"{prefix.lower()}:{term}"
            coercion = coerced(ontology, URIRef(namespace + term), kind)
            if namespace == DEF or coercion:
                terms[key] = {"@id": f"{prefix.lower()}:{term}"} | coercion
    return json.dumps({"@context": dict(sorted(prefixes.items())) | terms}, ensure_ascii=False, indent=2) + "\n"


def coerced(ontology: Graph, term: URIRef, kind: str) -> dict[str, str]:
    """Return how the values of a property are read: as IRIs, as numbers, or as they are."""
    if kind == "ObjectProperty" and term != RDF.type:
        return {"@type": "@id"}
    number = next((range_ for range_ in (XSD.integer, XSD.decimal) if (term, RDFS.range, range_) in ontology), None)
    return {"@type": f"xsd:{split(number)[1]}"} if number else {}


def thesauri(ontology: Graph) -> str:
    """Return the concepts as JSON: a scheme its base and its concepts, one a line in the order of their notations."""
    blocks = []
    for scheme in sorted(ontology.subjects(RDF.type, SKOS.ConceptScheme), key=str):
        members = sorted(ontology.subjects(SKOS.inScheme, scheme), key=lambda node: in_order(ontology, node))
        lines = ",\n".join(compact(entry(ontology, concept)) for concept in members)
        base = split(str(members[0]))[0]
        blocks.append(f"{compact(split(str(scheme))[1])}:[{compact(base)},[\n{lines}\n]]")
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def in_order(ontology: Graph, concept: Node) -> tuple[str, str]:
    """Return what a concept is sorted by: its notation."""
    return str(ontology.value(concept, SKOS.notation)), str(concept)


def entry(ontology: Graph, concept: Node) -> list[str | list[str]]:
    """Return what the code knows of a concept, in the order in which ``maillage/thesauri.py`` reads it."""
    labels = {str(label) for p in (SKOS.altLabel, SKOS.hiddenLabel) for label in ontology.objects(concept, p)}
    themes = list(ontology.objects(concept, URIRef(DEF + "theme")))
    return [
        split(str(concept))[1],
        name(ontology, concept, "fr"),
        name(ontology, concept, "en"),
        split(str(ontology.value(concept, SKOS.broader) or ""))[1],
        sorted(labels),
        [split(str(theme))[1] for theme in sorted(themes, key=lambda node: in_order(ontology, node))],
        sorted(split(str(lead))[1] for lead in ontology.objects(concept, URIRef(DEF + "piloteUsuel"))),
        sorted(map(str, ontology.objects(concept, URIRef(DEF + "motSelonContexte")))),
        sorted(map(str, ontology.objects(concept, URIRef(DEF + "motContraire")))),
    ]


def compact(value: object) -> str:
    """Return ``value`` as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def name(ontology: Graph, concept: Node, language: str) -> str:
    """Return the preferred label of ``concept`` in ``language``."""
    labels = (label for label in ontology.objects(concept, SKOS.prefLabel) if isinstance(label, Literal))
    return next(str(label) for label in labels if label.language == language)


def split(iri: str) -> tuple[str, str]:
    """Cut an IRI into its namespace and its local name."""
    cut = max(iri.rfind("#"), iri.rfind("/")) + 1
    return iri[:cut], iri[cut:]


if __name__ == "__main__":
    raise SystemExit(main())
