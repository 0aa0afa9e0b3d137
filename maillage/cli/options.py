"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from maillage.errors import UsageError
from maillage.language import tr
from maillage.store import Graph, Store

store_option = click.option(
    "--store",
    "store",
    envvar="MAILLAGE_STORE",
    default=".maillage/store",
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


def store_folder(store: str) -> Path:
    """Return the folder of an embedded store. Raises UsageError for a server."""
    if is_server(store):
        raise UsageError(
            "un serveur SPARQL ne convient pas ici : donnez un dossier avec --store.",
            "a SPARQL server will not do here: give a folder with --store.",
            file=store.rpartition("@")[2],
        )
    return Path(store)


def is_server(store: str) -> bool:
    """Whether ``store`` is the address of a SPARQL server."""
    return store.lower().startswith(("http:", "https:"))


def open_store(store: str) -> Store:
    """Open the store that the options name. Raises StoreError as ``Store.open`` does."""
    return Store.open(store_folder(store))


def open_graph(store: str) -> Graph:
    """Open the store, or name the server, that the options name. Raises StoreError as they do."""
    if not is_server(store):
        return open_store(store)
    from maillage.store.remote import Server  # it takes long to load

    return Server(store)
