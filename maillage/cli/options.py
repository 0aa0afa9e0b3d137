"""Options that several commands share."""

from __future__ import annotations

import click

from maillage.cli.printing import FORMATS
from maillage.language import tr
from maillage.places import STORE

store_option = click.option(
    "--store",
    "store",
    envvar="MAILLAGE_STORE",
    default=STORE,
    metavar=tr("DOSSIER|URL", "FOLDER|URL"),
    help=tr(
        "Le magasin, ou l'adresse des requêtes d'un serveur SPARQL ; sinon MAILLAGE_STORE. [.maillage/store]",
        "The store, or the query address of a SPARQL server; else MAILLAGE_STORE. [.maillage/store]",
    ),
)


jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=2,
    metavar="N",
    help=tr("Nombre de processus. [2]", "Number of processes. [2]"),
)

relation_option = click.option(
    "--relation",
    "relations",
    multiple=True,
    type=click.Choice(("pilote", "financeur", "partenaire", "signataire", "soutien")),
    help=tr("Une relation (toutes sinon) ; peut être répétée.", "A relation (all otherwise); can be repeated."),
)


format_option = click.option(
    "--format",
    "output_format",
    type=click.Choice(FORMATS),
    default="table",
    help=tr("Forme de la réponse. [table]", "Form of the answer. [table]"),
)
