"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from maillage.errors import UsageError
from maillage.language import tr
from maillage.store import Store

store_option = click.option(
    "--store",
    "store",
    envvar="MAILLAGE_STORE",
    default=".maillage/store",
    metavar=tr("DOSSIER", "FOLDER"),
    help=tr(
        "Le magasin ; sinon MAILLAGE_STORE. [.maillage/store]", "The store; else MAILLAGE_STORE. [.maillage/store]"
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
    """Return the folder of an embedded store. Raises UsageError for a server, which cannot be written or read yet."""
    if store.startswith(("http:", "https:")):
        raise UsageError(
            "un serveur SPARQL ne convient pas ici : donnez un dossier.",
            "a SPARQL server will not do here: give a folder.",
            file=store,
        )
    return Path(store)


def open_store(store: str) -> Store:
    """Open the store that the options name. Raises StoreError as ``Store.open`` does."""
    return Store.open(store_folder(store))
