"""``maillage serve``: the explorer."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from maillage.cli.group import MaillageCommand
from maillage.cli.options import store_option
from maillage.language import tr
from maillage.pipeline.originals import Originals
from maillage.store.opening import open_store


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
        "\b\nExemples :\n  maillage serve --documents actes/\n  maillage serve --host 0.0.0.0 --port 8080",
        "\b\nExamples:\n  maillage serve --documents acts/\n  maillage serve --host 0.0.0.0 --port 8080",
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
@click.option(
    "--documents",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar=tr("DOSSIER", "FOLDER"),
    help=tr(
        "Où sont les originaux, dont les passages sont alors montrés ; peut être répété.",
        "Where the originals are, whose passages are then shown; can be repeated.",
    ),
)
@store_option
def command(host: str, port: int, documents: tuple[Path, ...], store: str) -> None:
    """Serve until interrupted."""
    opened = open_store(store)
    from maillage.cli.reading import installed  # the readers take long to load
    from viz.explorer import serve  # the server takes long to load

    originals = Originals(documents, [opened.added] if opened.added else [], installed())
    click.echo(tr(f"Explorateur : http://{host}:{port}/", f"Explorer: http://{host}:{port}/"), err=True)
    with suppress(KeyboardInterrupt):  # that is how one ends it
        serve(opened, host, port, originals)
