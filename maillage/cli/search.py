"""``maillage search``: what some words name, the best answer first."""

from __future__ import annotations

import click

from maillage.cli.group import MaillageCommand
from maillage.cli.options import store_option
from maillage.cli.printing import show
from maillage.language import tr
from maillage.store.opening import open_store

_FORMATS = ("table", "csv", "json")
_KINDS = ("fiche", "acteur", "convention", "equipement", "territoire")


@click.command(
    "search",
    cls=MaillageCommand,
    short_help=tr("Cherche des mots.", "Looks for words."),
    help=tr(
        "Cherche des mots dans les noms et le contenu des fiches, acteurs, conventions, équipements et territoires. "
        "Les accents, le pluriel, une faute de frappe, un sigle ou un synonyme n'y changent rien : RPE trouve les "
        "relais petite enfance et les anciens RAM.",
        "Looks for words in the names and contents of fiches, actors, agreements, facilities and territories. Accents, "
        "plurals, a typing error, an acronym or a synonym make no difference: RPE finds the relais petite enfance and "
        "the former RAM.",
    ),
    epilog=tr(
        "\b\nExemples :\n"
        '  maillage search "lieu d\'accueil enfants-parents"\n'
        "  maillage search rpe --kind equipement --limit 20\n"
        "  maillage search parentalité --format csv > parentalite.csv",
        "\b\nExamples:\n"
        '  maillage search "lieu d\'accueil enfants-parents"\n'
        "  maillage search rpe --kind equipement --limit 20\n"
        "  maillage search parentalité --format csv > parentalite.csv",
    ),
)
@click.argument("text", nargs=-1, required=True, metavar=tr("MOTS...", "WORDS..."))
@click.option(
    "--kind",
    type=click.Choice(_KINDS),
    default=None,
    help=tr("Un genre de chose (tous sinon).", "A kind of thing (all otherwise)."),
)
@click.option(
    "--limit",
    type=click.IntRange(min=1, max=1000),
    default=10,
    metavar="N",
    help=tr("Nombre de réponses. [10]", "Number of answers. [10]"),
)
@click.option(
    "--format",
    "output_format",
    type=click.Choice(_FORMATS),
    default="table",
    help=tr("Forme de la réponse. [table]", "Form of the answer. [table]"),
)
@store_option
def command(text: tuple[str, ...], kind: str, limit: int, output_format: str, store: str) -> None:
    """Print the answers."""
    opened = open_store(store)
    from maillage import search  # the engine takes long to load

    show(search.opened(opened).search(" ".join(text), kind, limit), output_format)
