"""``maillage build``: from sources and documents to the store."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from maillage.cli.group import MaillageCommand
from maillage.cli.options import jobs_option, store_folder, store_option
from maillage.cli.progress import told
from maillage.language import tr
from maillage.pipeline import Summary, build


@click.command(
    "build",
    cls=MaillageCommand,
    short_help=tr("Construit le magasin.", "Builds the store."),
    help=tr(
        "Construit le magasin : données de référence, actes fournis avec Maillage et documents trouvés. Ce qui n'a pas "
        "changé n'est pas relu.",
        "Builds the store: reference data, acts that come with Maillage and documents found. What has not changed is "
        "not read again.",
    ),
    epilog=tr(
        "\b\nExemples :\n"
        "  maillage build\n"
        "  maillage build --documents actes/ --documents autres/ctg.md\n"
        "  maillage build --store /tmp/essai --jobs 4",
        "\b\nExamples:\n"
        "  maillage build\n"
        "  maillage build --documents acts/ --documents others/ctg.md\n"
        "  maillage build --store /tmp/trial --jobs 4",
    ),
)
@click.option(
    "--documents",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar=tr("DOSSIER", "FOLDER"),
    help=tr("Un dossier d'actes, ou un acte ; peut être répété.", "A folder of acts, or an act; can be repeated."),
)
@jobs_option
@store_option
def command(documents: tuple[Path, ...], jobs: int, store: str) -> int:
    """Build the store; return 1 where a document could not be read."""
    from maillage.cli.reading import installed  # the readers take long to load

    start = perf_counter()
    with told() as progress:
        summary = build(store_folder(store), documents, installed(), jobs, progress)
    for problem in summary.problems:
        click.echo(tr(f"Erreur : {problem}", f"Error: {problem}"), err=True)
    click.echo(_report(summary, perf_counter() - start))
    return 1 if summary.problems else 0


def _report(summary: Summary, seconds: float) -> str:
    """Write the figures of the store, a line each."""
    counted = {
        tr("actes", "acts"): summary.figures.get("actes", 0),
        tr("conventions", "agreements"): summary.figures.get("conventions", 0),
        tr("fiches action", "fiches action"): summary.figures.get("fiches", 0),
        tr("engagements", "commitments"): summary.figures.get("engagements", 0),
        tr("montants", "amounts"): summary.figures.get("montants", 0),
        "triples": summary.triples,
    }
    lines = [f"{name:<15}{number:>10}" for name, number in counted.items()]
    lines.append(f"{tr('constats', 'findings'):<15}{sum(summary.findings.values()):>10}  {_by_severity(summary)}")
    lines.append(f"{tr('secondes', 'seconds'):<15}{seconds:>10.1f}{'' if summary.changed else _unchanged()}")
    return "\n".join(lines)


def _by_severity(summary: Summary) -> str:
    names = {
        "violation": tr("violations", "violations"),
        "avertissement": tr("avertissements", "warnings"),
        "information": tr("informations", "notes"),
    }
    return ", ".join(f"{number} {names.get(severity, severity)}" for severity, number in summary.findings.items())


def _unchanged() -> str:
    return tr("  rien n'a changé", "  nothing changed")
