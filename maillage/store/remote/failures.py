"""What can be wrong with a server: one error each, with its remedy, and never a password in it."""

from __future__ import annotations

from http import HTTPStatus

from maillage.errors import MaillageError, QueryError, StoreError

_LONGEST = 300
_TEXTS = {
    HTTPStatus.UNAUTHORIZED: (
        "ce serveur demande qui vous êtes, ou ne le croit pas : voyez MAILLAGE_USER (ou --user) et MAILLAGE_PASSWORD.",
        "this server asks who you are, or does not believe it: see MAILLAGE_USER (or --user) and MAILLAGE_PASSWORD.",
    ),
    HTTPStatus.FORBIDDEN: (
        "ce compte n'a pas le droit de le faire : demandez-le à qui tient le serveur.",
        "this account may not do that: ask whoever runs the server.",
    ),
    HTTPStatus.NOT_FOUND: (
        "le serveur ne connaît pas cette adresse : donnez celle de ses requêtes (ou, pour publier, de ses graphes).",
        "the server does not know this address: give that of its queries (or, to publish, of its graphs).",
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: (
        "ce serveur ne le permet pas à cette adresse : est-ce celle de ses graphes, et a-t-il le droit d'écrire ?",
        "this server does not allow that at this address: is it that of its graphs, and may it write?",
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (
        "c'est trop pour ce serveur : relevez la taille qu'il accepte.",
        "that is too much for this server: raise the size that it accepts.",
    ),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: (
        "ce serveur ne lit pas les N-Triples à cette adresse : est-ce celle de ses graphes ?",
        "this server does not read N-Triples at this address: is it that of its graphs?",
    ),
}


def refused(url: str, status: int, said: bytes = b"") -> MaillageError:
    """Say that the server answered with a ``status`` that is none of success, and what it ``said``."""
    if status in _TEXTS:
        return StoreError(*_TEXTS[HTTPStatus(status)], file=url)
    words = " ".join(said.decode("utf-8", "replace").split())[:_LONGEST]
    if status in {HTTPStatus.BAD_REQUEST, HTTPStatus.INTERNAL_SERVER_ERROR} and words:
        return QueryError(f"le serveur refuse : {words}", f"the server refuses: {words}", file=url)
    return StoreError(
        f"le serveur n'y arrive pas (HTTP {status}) : réessayez, ou voyez son journal. {words}".rstrip(),
        f"the server cannot do it (HTTP {status}): try again, or see its log. {words}".rstrip(),
        file=url,
    )


def silent(url: str) -> StoreError:
    """Say that no server answers at ``url``."""
    return StoreError(
        "aucun serveur ne répond à cette adresse : vérifiez-la, et que le serveur tourne.",
        "no server answers at this address: check it, and that the server is running.",
        file=url,
    )


def late(url: str, seconds: float) -> StoreError:
    """Say that the server has not answered in time."""
    return StoreError(
        f"le serveur n'a pas répondu en {seconds:g} secondes : réessayez quand il est moins occupé.",
        f"the server has not answered within {seconds:g} seconds: try again when it is less busy.",
        file=url,
    )


def garbled(url: str) -> StoreError:
    """Say that what the server sent is cut short, or no result of SPARQL."""
    return StoreError(
        "la réponse est coupée, ou n'est pas un résultat SPARQL : est-ce l'adresse des requêtes du serveur ?",
        "the answer is cut short, or is no SPARQL result: is this the address of the server's queries?",
        file=url,
    )


def no_address(url: str) -> StoreError:
    """Say that ``url`` is not the address of a server."""
    return StoreError(
        "ce n'est pas l'adresse d'un serveur (http://hôte/chemin, sans nom ni mot de passe dedans).",
        "this is not the address of a server (http://host/path, without a name or a password in it).",
        file=url.rpartition("@")[2],
    )
