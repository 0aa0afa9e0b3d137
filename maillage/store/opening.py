"""Where a store is, by the word that a person gives for it: a folder, or the address of a SPARQL server."""

from __future__ import annotations

from pathlib import Path

from maillage.errors import UsageError
from maillage.store.endpoint import Graph
from maillage.store.store import Store


def is_server(store: str) -> bool:
    """Whether ``store`` is the address of a SPARQL server."""
    return store.lower().startswith(("http:", "https:"))


def store_folder(store: str) -> Path:
    """Return the folder of an embedded store. Raises UsageError for a server."""
    if is_server(store):
        raise no_folder(store)
    return Path(store)


def no_folder(store: str) -> UsageError:
    """Return what is said where ``store`` is a server and a folder is needed."""
    return UsageError(
        "un serveur SPARQL ne convient pas ici : donnez un dossier avec --store.",
        "a SPARQL server will not do here: give a folder with --store.",
        file=store.rpartition("@")[2],
    )


def open_store(store: str) -> Store:
    """Open the embedded store in the folder ``store``. Raises UsageError for a server, StoreError as ``Store.open``."""
    return Store.open(store_folder(store))


def open_graph(store: str) -> Graph:
    """Open the store, or name the server, that ``store`` says. Raises StoreError as they do."""
    if not is_server(store):
        return open_store(store)
    from maillage.store.remote import Server  # it takes long to load

    return Server(store)
