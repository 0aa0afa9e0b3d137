"""``maillage serve``: the explorer."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maillage.cli.group import MaillageCommand
from maillage.cli.options import store_option
from maillage.errors import UsageError
from maillage.language import tr
from maillage.pipeline.deposits import Desk
from maillage.pipeline.originals import Originals
from maillage.pipeline.reading import Loaders
from maillage.store import Store
from maillage.store.opening import open_store

if TYPE_CHECKING:
    from viz.explorer.adding.office import Adding


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
@click.option(
    "--token",
    envvar="MAILLAGE_TOKEN",
    default="",
    metavar=tr("JETON", "TOKEN"),
    help=tr(
        "Ce que montre qui veut ajouter un document ; sinon MAILLAGE_TOKEN. Sans jeton, on n'en ajoute que d'ici, "
        "si le serveur n'écoute que cette machine.",
        "What is shown by who wants to add a document; else MAILLAGE_TOKEN. Without one, documents are added from this "
        "machine only, if the server listens to no other.",
    ),
)
@click.option(
    "--contours",
    type=click.Path(path_type=Path),
    metavar=tr("FICHIER.geojson", "FILE.geojson"),
    help=tr(
        "Les contours des territoires (Etalab ou IGN, en degrés) : la carte est alors dessinée.",
        "The contours of the territories (Etalab or IGN, in degrees): the map is then drawn.",
    ),
)
@click.option(
    "--ahead/--no-ahead",
    default=True,
    help=tr(
        "Prépare les longues réponses pendant que le serveur tourne, quand personne d'autre ne calcule. [oui]",
        "Works out the long answers while the server runs, in the time that nobody else wants. [yes]",
    ),
)
@store_option
def command(
    host: str,
    port: int,
    documents: tuple[Path, ...],
    token: str,
    contours: Path | None,
    ahead: bool,
    store: str,
) -> None:
    """Serve until interrupted."""
    opened = open_store(store)
    from maillage.cli.reading import installed  # the readers take long to load
    from viz.explorer import read_contours, serve  # the server takes long to load

    drawn = read_contours(contours) if contours else None
    loaders = installed()
    originals = Originals(documents, [opened.added] if opened.added else [], loaders)
    adding = _adding(opened, loaders, host, token)
    click.echo(tr(f"Explorateur : http://{host}:{port}/", f"Explorer: http://{host}:{port}/"), err=True)
    with suppress(KeyboardInterrupt):  # that is how one ends it
        serve(opened, host, port, originals, adding, drawn, ahead=ahead)


def _adding(store: Store, loaders: Loaders, host: str, token: str) -> Adding | None:
    """Return where documents are added: nowhere for a server that others can ask, unless there is a token.

    Raises UsageError for a token that is easily guessed.
    """
    from loaders.formats import EXTENSIONS
    from viz.explorer.adding.guard import SHORTEST_TOKEN, Guard, is_local
    from viz.explorer.adding.office import Adding

    if token and len(token) < SHORTEST_TOKEN:
        raise UsageError(
            f"jeton trop court, on le devinerait : {SHORTEST_TOKEN} caractères au moins.",
            f"the token is too short and could be guessed: at least {SHORTEST_TOKEN} characters.",
            place="--token",
        )
    if not token and not is_local(host):
        return None
    return Adding(Desk(store, loaders, EXTENSIONS, lambda: date.today().isoformat()), Guard(token))
