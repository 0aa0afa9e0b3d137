"""``maillage export``: the store as tables or as a graph."""

from __future__ import annotations

from pathlib import Path

import click

from maillage.cli.group import MaillageCommand
from maillage.cli.options import open_store, store_option
from maillage.language import tr
from maillage.pipeline.exporting import write_nquads, write_tables, write_turtle

_WRITERS = {"csv": write_tables, "nq": write_nquads, "ttl": write_turtle}


@click.command(
    "export",
    cls=MaillageCommand,
    short_help=tr("Écrit les tableaux ou le graphe.", "Writes the tables or the graph."),
    help=tr(
        "Écrit le magasin : « csv » donne les tableaux et leur datapackage.json dans le dossier DEST, « nq » et "
        "« ttl » le graphe dans le fichier DEST.",
        "Writes the store: “csv” gives the tables and their datapackage.json in the folder DEST, “nq” and “ttl” the "
        "graph in the file DEST.",
    ),
    epilog=tr(
        "\b\nExemples :\n  maillage export --format csv tableaux/\n  maillage export --format nq graphe.nq",
        "\b\nExamples:\n  maillage export --format csv tables/\n  maillage export --format nq graph.nq",
    ),
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(tuple(_WRITERS)),
    required=True,
    help=tr("Forme de l'export.", "Form of the export."),
)
@click.argument("dest", type=click.Path(path_type=Path), metavar="DEST")
@store_option
def command(output_format: str, dest: Path, store: str) -> None:
    """Write the store."""
    _WRITERS[output_format](open_store(store), dest)
