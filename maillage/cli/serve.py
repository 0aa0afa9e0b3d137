"""``maillage serve``: the explorer."""

from __future__ import annotations

from contextlib import suppress

import click

from maillage.cli.group import MaillageCommand
from maillage.cli.options import open_store, store_option
from maillage.language import tr


@click.command(
    "serve",
    cls=MaillageCommand,
    short_help=tr("Ouvre l'explorateur.", "Opens the explorer."),
    help=tr(
        "Ouvre l'explorateur : territoires, conventions, fiches, acteurs et équipements, avec leurs liens et les "
        "endroits qui les énoncent ; et, pour les programmes, /sparql et les données liées.",
        "Opens the explorer: territories, agreements, fiches, actors and facilities, with their links and the places "
        "that state them; and, for programs, /sparql and linked data.",
    ),
    epilog=tr(
        "\b\nExemples :\n  maillage serve\n  maillage serve --host 0.0.0.0 --port 8080",
        "\b\nExamples:\n  maillage serve\n  maillage serve --host 0.0.0.0 --port 8080",
    ),
)
@click.option("--host", default="127.0.0.1", metavar="HOST", help=tr("Adresse. [127.0.0.1]", "Address. [127.0.0.1]"))
@click.option(
    "--port",
    default=8000,
    type=click.IntRange(min=1, max=65535),
    metavar="PORT",
    help=tr("Port. [8000]", "Port. [8000]"),
)
@store_option
def command(host: str, port: int, store: str) -> None:
    """Serve until interrupted."""
    opened = open_store(store)
    from viz.explorer import serve  # the server takes long to load

    click.echo(tr(f"Explorateur : http://{host}:{port}/", f"Explorer: http://{host}:{port}/"), err=True)
    with suppress(KeyboardInterrupt):  # that is how one ends it
        serve(opened, host=host, port=port)
