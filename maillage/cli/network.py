"""``maillage network``: who leads, funds, signs and supports what, as one page."""

from __future__ import annotations

from pathlib import Path

import click

from maillage.cli.group import MaillageCommand
from maillage.cli.options import relation_option, store_option
from maillage.exports.files import unwritable
from maillage.language import tr
from maillage.store.opening import open_graph


@click.command(
    "network",
    cls=MaillageCommand,
    short_help=tr("Dessine le réseau des acteurs.", "Draws the network of actors."),
    help=tr(
        "Dessine le réseau des acteurs dans une page qui s'ouvre sans serveur ni connexion.",
        "Draws the network of actors in a page that opens without a server or a connection.",
    ),
    epilog=tr(
        "\b\nExemples :\n"
        "  maillage network --out reseau.html\n"
        "  maillage network --relation pilote --relation financeur --theme parentalite --out parentalite.html\n"
        "  maillage network --convention pays-d-opale-2022 --out opale.html",
        "\b\nExamples:\n"
        "  maillage network --out network.html\n"
        "  maillage network --relation pilote --relation financeur --theme parentalite --out parenting.html\n"
        "  maillage network --convention pays-d-opale-2022 --out opale.html",
    ),
)
@relation_option
@click.option(
    "--convention",
    default="",
    metavar=tr("CLÉ", "KEY"),
    help=tr("Une convention (toutes sinon).", "An agreement (all otherwise)."),
)
@click.option("--theme", default="", metavar="ID", help=tr("Un thème (tous sinon).", "A theme (all otherwise)."))
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    metavar=tr("FICHIER.html", "FILE.html"),
    help=tr("Où écrire la page.", "Where to write the page."),
)
@store_option
def command(relations: tuple[str, ...], convention: str, theme: str, out: Path, store: str) -> None:
    """Write the page."""
    opened = open_graph(store)
    from viz.network import read_network  # drawing takes long to load
    from viz.page import write_network

    graph = read_network(opened, convention=convention, theme=theme, relations=relations)
    try:
        write_network(graph, out)
    except OSError as error:
        raise unwritable(out, error) from error
