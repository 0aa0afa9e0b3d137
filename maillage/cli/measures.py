"""``maillage measures``: the network measures of the actors."""

from __future__ import annotations

import click

from maillage.cli.group import MaillageCommand
from maillage.cli.options import format_option, relation_option, store_option
from maillage.cli.printing import show
from maillage.language import tr
from maillage.store.opening import open_graph


@click.command(
    "measures",
    cls=MaillageCommand,
    short_help=tr("Mesure la place des acteurs dans le réseau.", "Measures the place of actors in the network."),
    help=tr(
        "Mesure la place de chaque acteur dans le réseau : à combien de choses il est lié (degree) et dans quel rôle, "
        "la part des plus courts chemins qui passent par lui (betweenness), sa communauté (community), les territoires "
        "dans les CTG desquels il s'engage (territories) et combien de paires d'entre eux il est seul à relier "
        "(sole_bridges).",
        "Measures the place of each actor in the network: to how many things it is bound (degree) and in which role, "
        "the share of shortest paths that pass by it (betweenness), its community, the territories in whose CTG it "
        "commits (territories) and how many pairs of them nobody else joins (sole_bridges).",
    ),
    epilog=tr(
        "\b\nExemples :\n  maillage measures\n  maillage measures --relation pilote --format csv > pilotage.csv",
        "\b\nExamples:\n  maillage measures\n  maillage measures --relation pilote --format csv > leading.csv",
    ),
)
@relation_option
@format_option
@store_option
def command(relations: tuple[str, ...], output_format: str, store: str) -> None:
    """Print the measures."""
    opened = open_graph(store)
    from viz.measures import read_measures  # drawing takes long to load

    table, exact = read_measures(opened, relations)
    if not exact:
        click.echo(
            tr(
                "le réseau est grand : betweenness est estimée depuis une partie des nœuds.",
                "the network is large: betweenness is estimated from some of its nodes.",
            ),
            err=True,
        )
    show(table, output_format)
