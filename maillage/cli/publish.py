"""``maillage publish``: the graph, sent to a SPARQL server."""

from __future__ import annotations

from contextlib import closing

import click

from maillage.cli.group import MaillageCommand
from maillage.cli.options import store_option
from maillage.cli.progress import told
from maillage.language import tr
from maillage.store.opening import open_store


@click.command(
    "publish",
    cls=MaillageCommand,
    short_help=tr("Publie le graphe sur un serveur SPARQL.", "Puts the graph on a SPARQL server."),
    help=tr(
        "Met chaque graphe nommé sur un serveur SPARQL, à l'adresse de ses graphes (Graph Store Protocol), et vérifie "
        "qu'il y est. Relancé, n'envoie que ce qui a changé, et reprend où un échec l'avait arrêté. Le mot de passe se "
        "donne par MAILLAGE_PASSWORD, jamais dans la commande.",
        "Puts each named graph on a SPARQL server, at the address of its graphs (Graph Store Protocol), and verifies "
        "that it is there. Run again, it sends only what changed, and goes on where a failure had stopped it. The "
        "password is given by MAILLAGE_PASSWORD, never in the command.",
    ),
    epilog=tr(
        "\b\nExemples :\n"
        "  maillage publish http://localhost:7878/store\n"
        "  maillage publish http://localhost:8890/sparql-graph-crud-auth --user dba\n"
        "  maillage publish https://exemple.fr/ctg/data --query https://exemple.fr/ctg/sparql --user caf",
        "\b\nExamples:\n"
        "  maillage publish http://localhost:7878/store\n"
        "  maillage publish http://localhost:8890/sparql-graph-crud-auth --user dba\n"
        "  maillage publish https://example.org/ctg/data --query https://example.org/ctg/sparql --user caf",
    ),
)
@click.argument("url", metavar="URL")
@click.option(
    "--user",
    default="",
    metavar=tr("NOM", "NAME"),
    help=tr("Qui publie ; sinon MAILLAGE_USER.", "Who publishes; else MAILLAGE_USER."),
)
@click.option(
    "--query",
    "queries",
    default="",
    metavar="URL",
    help=tr(
        "Où le serveur répond aux requêtes ; inutile pour Oxigraph, Virtuoso, Fuseki, GraphDB et Neptune.",
        "Where the server answers queries; not needed for Oxigraph, Virtuoso, Fuseki, GraphDB and Neptune.",
    ),
)
@store_option
def command(url: str, user: str, queries: str, store: str) -> None:
    """Publish and say what was done."""
    opened = open_store(store)
    from maillage.store.remote import GraphStore, Server, account, publish, queries_of  # they take long to load

    who = account(user)
    server = Server(queries or queries_of(url), who)
    with closing(GraphStore(url, who)) as graphs, told() as progress:
        done = publish(opened, graphs, server, progress)
    click.echo(
        tr(
            f"{done.sent} graphes envoyés, {done.kept} inchangés, {done.removed} retirés ; {done.triples} triplets, "
            "vérifiés par leurs comptes.",
            f"{done.sent} graphs sent, {done.kept} unchanged, {done.removed} removed; {done.triples} triples, "
            "verified by their counts.",
        )
    )
