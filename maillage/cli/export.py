"""``maillage export``: the store as tables or as a graph."""

from __future__ import annotations

from pathlib import Path

import click

from maillage.cli.group import MaillageCommand
from maillage.cli.options import store_option
from maillage.exports import FORMATS, write
from maillage.exports.files import put
from maillage.language import tr
from maillage.store.opening import open_graph

_GRAPHS = ("graphml", "gexf")


@click.command(
    "export",
    cls=MaillageCommand,
    short_help=tr("Écrit les tableaux ou le graphe.", "Writes the tables or the graph."),
    help=tr(
        "Écrit le magasin. Dans le dossier DEST : « csv » et « parquet » donnent les tableaux et leur description, "
        "« scdl » les schémas nationaux et un rapport de ce qui reste vide. Dans le fichier DEST : « xlsx » donne les "
        "tableaux, « nq », « ttl » et « jsonld » le graphe, « graphml » et « gexf » le réseau des engagements.",
        "Writes the store. In the folder DEST: “csv” and “parquet” give the tables and their description, “scdl” the "
        "national schemas and a report of what stays empty. In the file DEST: “xlsx” gives the tables, “nq”, “ttl” and "
        "“jsonld” the graph, “graphml” and “gexf” the network of commitments.",
    ),
    epilog=tr(
        "\b\nExemples :\n"
        "  maillage export --format csv tableaux/\n"
        "  maillage export --format xlsx maillage.xlsx\n"
        "  maillage export --format nq graphe.nq",
        "\b\nExamples:\n"
        "  maillage export --format csv tables/\n"
        "  maillage export --format xlsx maillage.xlsx\n"
        "  maillage export --format nq graph.nq",
    ),
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice((*FORMATS, *_GRAPHS)),
    required=True,
    help=tr("Forme de l'export.", "Form of the export."),
)
@click.argument("dest", type=click.Path(path_type=Path), metavar="DEST")
@store_option
def command(output_format: str, dest: Path, store: str) -> None:
    """Write the store."""
    opened = open_graph(store)
    if output_format not in _GRAPHS:
        write(opened, output_format, dest)
        return
    from viz.exchange import exchange  # drawing takes long to load
    from viz.network import read_network

    put(dest, [exchange(read_network(opened), output_format)])
