"""Write the documents that are drawn from the ontology: ``docs/modele.md`` and ``docs/thesauri.md``.

    python scripts/generate_docs.py            write them
    python scripts/generate_docs.py --check    write nothing; exit status 1 where one is not up to date

Same ontology, same bytes.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from rdflib import DCTERMS, OWL, RDF, RDFS, SDO, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

ROOT = Path(__file__).resolve().parent.parent
DEF = "https://w3id.org/maillage/def/"
HEAD = """# {fr} / {en}

*Écrit par `scripts/generate_docs.py` depuis `ontology/*.ttl` ; ne le modifiez pas à la main. Written from the ontology;
do not edit by hand.*
"""
# What the diagram leaves out: every statement has a place, a document and a tier, which would cover the rest.
COMMON = frozenset({"Enonce", "Engagement", "Lieu", "Document", "Doute", "Constat", "Adresse", "Correction"})
KINDS = (
    (OWL.Class, "Classes", "Classes"),
    (OWL.ObjectProperty, "Propriétés vers une chose", "Properties to a thing"),
    (OWL.DatatypeProperty, "Propriétés vers une valeur", "Properties to a value"),
    (OWL.AnnotationProperty, "Notes", "Annotations"),
)


def main() -> int:
    """Write the documents, or with ``--check`` say which of them are not up to date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = {path: text for path, text in generated().items() if not path.is_file() or path.read_text("utf-8") != text}
    for path, text in stale.items():
        sys.stderr.write(f"{path.relative_to(ROOT)}\n")
        if not check:
            path.write_text(text, "utf-8")
    return int(check and bool(stale))


def generated() -> Mapping[Path, str]:
    """Return the text of each document."""
    ontology = Graph()
    for file in sorted((ROOT / "ontology").glob("*.ttl")):
        ontology.parse(file, format="turtle")
    return {ROOT / "docs" / "modele.md": model(ontology), ROOT / "docs" / "thesauri.md": thesauri(ontology)}


def model(ontology: Graph) -> str:
    """Return the document of the model: a diagram of its classes, then every term."""
    lines = [HEAD.format(fr="Le modèle", en="the model")]
    lines += ["## Le schéma / the diagram\n", "```mermaid", "classDiagram", "direction LR", *diagram(ontology), "```\n"]
    lines.append(
        "Tout énoncé (`m:Enonce`) a de plus une place (`m:lieu`), un document, un palier et une règle. "
        "*Every statement also has a place, a document, a tier and a rule.*\n"
    )
    for kind, fr, en in KINDS:
        terms = sorted(str(term) for term in ontology.subjects(RDF.type, kind) if str(term).startswith(DEF))
        lines += [f"## {fr} / {en} ({len(terms)})\n", "| terme | en français | in English | sorte de / kind of |"]
        lines += ["| --- | --- | --- | --- |", *(row(ontology, URIRef(term)) for term in terms), ""]
    return "\n".join(lines)


def diagram(ontology: Graph) -> Iterator[str]:
    """Give the lines of the diagram: what stands under what, and what links what to what."""
    own = (term for term in ontology.subjects(RDF.type, OWL.Class) if str(term).startswith(DEF))
    classes = {term for term in own if short(term) not in COMMON}
    for sub, above in sorted(ontology.subject_objects(RDFS.subClassOf), key=str):
        if {sub, above} <= classes:
            yield f"  {short(above)} <|-- {short(sub)}"
    for prop in sorted(ontology.subjects(RDF.type, OWL.ObjectProperty), key=str):
        end = ontology.value(prop, RDFS.range)
        if end in classes:
            yield from (
                f"  {short(start)} --> {short(end)} : {short(prop)}" for start in bearers(ontology, prop, classes)
            )
    for prop in sorted(ontology.subjects(RDF.type, OWL.DatatypeProperty), key=str):
        yield from (f"  {short(start)} : {short(prop)}" for start in bearers(ontology, prop, classes))


def bearers(ontology: Graph, prop: Node, classes: Set[Node]) -> list[Node]:
    """Return the classes of the diagram that a property is said of."""
    said_of = {node for p in (RDFS.domain, SDO.domainIncludes) for node in ontology.objects(prop, p)}
    return sorted(said_of & classes, key=str)


def row(ontology: Graph, term: URIRef) -> str:
    """Return the row of a term."""
    above = sorted(
        named(ontology, node) for p in (RDFS.subClassOf, RDFS.subPropertyOf) for node in ontology.objects(term, p)
    )
    fr, en = (
        f"**{one(ontology, term, RDFS.label, language)}** : {one(ontology, term, SKOS.definition, language)}"
        for language in ("fr", "en")
    )
    return f"| `{short(term)}` | {fr} | {en} | {' '.join(f'`{name}`' for name in above)} |"


def thesauri(ontology: Graph) -> str:
    """Return the document of the thesauri: each with its concepts as an outline."""
    schemes = sorted(ontology.subjects(RDF.type, SKOS.ConceptScheme), key=str)
    lines = [HEAD.format(fr="Les thésaurus", en="the thesauri")]
    for scheme in schemes:
        count = len(list(ontology.subjects(SKOS.inScheme, scheme)))
        fr, en = (one(ontology, scheme, SKOS.prefLabel, language) for language in ("fr", "en"))
        lines += [f"## {fr} / {en} ({count})\n", one(ontology, scheme, SKOS.definition, "fr"), ""]
        lines += [*outline(ontology, ontology.subjects(SKOS.topConceptOf, scheme), ""), ""]
    return "\n".join(lines)


def outline(ontology: Graph, concepts: Iterator[Node], indent: str) -> Iterator[str]:
    """Give concepts as a list, in the order of their notations, those under each below it."""
    for concept in sorted(concepts, key=lambda node: (str(ontology.value(node, SKOS.notation)), str(node))):
        fr, en = (one(ontology, concept, SKOS.prefLabel, language) for language in ("fr", "en"))
        others = sorted(str(label) for label in ontology.objects(concept, SKOS.altLabel))
        replaced = sorted(
            one(ontology, node, SKOS.prefLabel, "fr") for node in ontology.objects(concept, DCTERMS.replaces)
        )
        more = f" Aussi : {', '.join(others)}." if others else ""
        more += f" Remplace : {', '.join(replaced)}." if replaced else ""
        yield f"{indent}- **{fr}** (`{short(concept)}`, *{en}*) : {one(ontology, concept, SKOS.definition, 'fr')}{more}"
        yield from outline(ontology, ontology.subjects(SKOS.broader, concept), f"{indent}  ")


def one(ontology: Graph, node: Node, prop: URIRef, language: str) -> str:
    """Return the text of ``prop`` in ``language``."""
    texts = (text for text in ontology.objects(node, prop) if isinstance(text, Literal))
    return next(str(text) for text in texts if text.language == language)


def named(ontology: Graph, node: Node) -> str:
    """Return a term by its prefix and name: ours without a prefix."""
    return short(node) if str(node).startswith(DEF) else ontology.namespace_manager.normalizeUri(str(node))


def short(node: Node) -> str:
    """Return the local name of a term or concept."""
    return str(node).replace("#", "/").rpartition("/")[2]


if __name__ == "__main__":
    raise SystemExit(main())
