"""``maillage build``: from sources and documents to the store."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import click

from maillage.cli.figures import report
from maillage.cli.group import MaillageCommand
from maillage.cli.options import jobs_option, store_option
from maillage.cli.progress import told
from maillage.language import tr
from maillage.pipeline.building import build
from maillage.store.opening import store_folder


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
    click.echo(report(summary, perf_counter() - start))
    return 1 if summary.problems else 0
