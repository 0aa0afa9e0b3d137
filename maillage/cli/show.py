"""``maillage show``: everything known about one thing, with its places."""

from __future__ import annotations

import click

from maillage import queries
from maillage.cli.group import MaillageCommand
from maillage.cli.options import format_option, store_option
from maillage.cli.printing import show
from maillage.language import tr
from maillage.store.opening import open_graph


@click.command(
    "show",
    cls=MaillageCommand,
    short_help=tr("Montre tout ce que l'on sait d'une chose.", "Shows all that is known of a thing."),
    help=tr(
        "Montre tout ce que l'on sait d'une chose : ses propriétés, ce qui parle d'elle, et où c'est écrit. Une chose "
        "se nomme par son IRI, sa clé, son code ou son nom ; une fiche par « convention/numéro ».",
        "Shows all that is known of a thing: its properties, what speaks of it, and where that is written. A thing is "
        "named by its IRI, key, code or name; a fiche by “agreement/number”.",
    ),
    epilog=tr(
        "\b\nExemples :\n"
        "  maillage show pays-d-opale-2022\n"
        "  maillage show pays-d-opale-2022/4\n"
        "  maillage show 62043\n"
        "  maillage show https://w3id.org/maillage/id/epci/200072478",
        "\b\nExamples:\n"
        "  maillage show pays-d-opale-2022\n"
        "  maillage show pays-d-opale-2022/4\n"
        "  maillage show 62043\n"
        "  maillage show https://w3id.org/maillage/id/epci/200072478",
    ),
)
@click.argument("thing", metavar=tr("IRI|CLÉ", "IRI|KEY"))
@format_option
@store_option
def command(thing: str, output_format: str, store: str) -> None:
    """Print what is known of the thing."""
    show(queries.run(open_graph(store), "lookups/chose", {"chose": thing}), output_format)
