"""Shapes said otherwise for rudof find what the reference finds in them as they were written."""

from __future__ import annotations

import pytest

from maillage.checks import reference, rudof
from maillage.checks.flattening import flat

SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://e/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
e:held a sh:NodeShape ; sh:targetClass e:Thing ; sh:property e:named , e:texts .
e:named a sh:PropertyShape ; sh:path e:name ; sh:minCount 1 .
e:texts a sh:PropertyShape ; sh:path [ sh:alternativePath ( e:name e:label ) ] ; sh:datatype xsd:string .
e:counted a sh:PropertyShape ; sh:targetClass e:Thing ; sh:path [ sh:alternativePath ( e:a e:b ) ] ; sh:maxCount 1 .
e:back a sh:PropertyShape ; sh:targetSubjectsOf e:a ; sh:path [ sh:alternativePath ( e:a [ sh:inversePath e:b ] ) ] ;
    sh:nodeKind sh:IRI .
e:single a sh:NodeShape ; sh:targetSubjectsOf e:code ;
    sh:node [ sh:property [ sh:path e:code ; sh:maxCount 1 ] , [ sh:path e:name ; sh:maxCount 1 ] ] .
e:asked a sh:NodeShape ; sh:targetClass e:Rare ; sh:property e:named .
e:asking a sh:NodeShape ; sh:targetSubjectsOf e:rare ; sh:node e:asked ."""
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
ACTS = {
    "nothing is wrong": f'<https://e/x> {TYPE} <https://e/Thing> .\n<https://e/x> <https://e/name> "x" .',
    "a held constraint": f'<https://e/x> {TYPE} <https://e/Thing> .\n<https://e/x> <https://e/label> "x" .',
    "one branch": f"<https://e/x> {TYPE} <https://e/Thing> .\n"
    '<https://e/x> <https://e/name> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .',
    "a branch of what is no target": '<https://e/x> <https://e/label> "x"@fr .',
    "two branches counted": f"<https://e/x> {TYPE} <https://e/Thing> .\n"
    '<https://e/x> <https://e/name> "x" .\n<https://e/x> <https://e/a> <https://e/y> .\n'
    "<https://e/x> <https://e/b> <https://e/z> .",
    "a branch that is a path": '<https://e/x> <https://e/a> "y" .\n<https://e/z> <https://e/b> <https://e/x> .',
    "two members": '<https://e/x> <https://e/code> "1" .\n<https://e/x> <https://e/code> "2" .\n'
    '<https://e/x> <https://e/name> "x" .\n<https://e/x> <https://e/name> "y" .',
    "a shape for which another asks": '<https://e/x> <https://e/rare> "x" .',
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_the_same_is_found(act: str) -> None:
    assert rudof.validate(f"{act}\n", SHAPES) == reference.validate(f"{act}\n", SHAPES)


def test_something_is_found_in_each_but_the_first_and_what_is_no_target() -> None:
    right = {name for name, act in ACTS.items() if not rudof.validate(f"{act}\n", SHAPES)}
    assert right == {"nothing is wrong", "a branch of what is no target"}


def test_what_is_asked_for_by_another_or_counted_over_branches_stays_whole() -> None:
    assert set(flat(SHAPES).aims) == {"https://e/texts", "https://e/single"}
