"""Writes shapes/README.md: every code of a finding, its severity and what it says, from the files that declare it."""

from __future__ import annotations

from pathlib import Path

from rdflib import SH, Graph, Literal
from rdflib.term import Node

from maillage.checks.questions import FOLDER, severity_of
from maillage.checks.shapes import SEVERITIES_OF_SHACL, model_shapes, shapes_graph
from maillage.queries import questions_of

HEAD = """# Les codes des constats

*Écrit par `scripts/generate_codes.py` depuis `shapes/*.ttl` et `queries/constats/*.rq` ; ne le modifiez pas à la main.
Written from the declarations; do not edit by hand.*

Une `violation` fait échouer `maillage check` ; un `avertissement` demande un regard ; une `information` dit ce qu'il
faut savoir pour lire le graphe. *A violation fails the check; a warning wants a look; a note tells what to know.*
"""


def main() -> None:
    """Write the file beside the shapes."""
    target = Path(__file__).resolve().parent.parent / "shapes" / "README.md"
    target.write_text(text(), "utf-8")


def text() -> str:
    """Return the text of shapes/README.md."""
    parts = [HEAD, "## Contraintes sur un acte (SHACL)\n", *_table(_constraints(shapes_graph()))]
    parts += ["\n## Questions sur tous les actes (SPARQL)\n", *_table(_questions())]
    parts += ["\n## Contraintes sur l'ontologie et les thésaurus (SHACL)\n", *_table(_constraints(model_shapes()))]
    return "\n".join(parts) + "\n"


def _table(rows: list[tuple[str, str, str, str]]) -> list[str]:
    head = ["| code | gravité | en français | in English |", "| --- | --- | --- | --- |"]
    return head + [f"| `{code}` | {severity} | {fr} | {en} |" for code, severity, fr, en in sorted(rows)]


def _constraints(shapes: Graph) -> list[tuple[str, str, str, str]]:
    return [_constraint(shapes, shape) for shape in set(shapes.subjects(SH.message))]


def _constraint(shapes: Graph, shape: Node) -> tuple[str, str, str, str]:
    messages = {m.language: str(m) for m in shapes.objects(shape, SH.message) if isinstance(m, Literal)}
    severity = SEVERITIES_OF_SHACL[shapes.value(shape, SH.severity) or SH.Violation]
    return str(shape).rpartition("/")[2], severity, messages["fr"], messages["en"]


def _questions() -> list[tuple[str, str, str, str]]:
    return [
        (question.name.rpartition("/")[2], severity_of(question), question.description_fr, question.description_en)
        for question in questions_of(FOLDER)
    ]


if __name__ == "__main__":
    main()
