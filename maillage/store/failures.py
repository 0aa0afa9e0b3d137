"""What can be wrong with a store: one StoreError each, with its remedy."""

from __future__ import annotations

import errno
from pathlib import Path

from maillage.errors import StoreError
from maillage.store.layout import is_begun

_NO_WRITING = {errno.EROFS, errno.EACCES, errno.EPERM}


def no_manifest(root: Path) -> StoreError:
    """Say that there is no store at ``root``: nothing (or a first build cut short), or something else."""
    if not root.exists() or is_begun(root):
        return StoreError(
            "il n'y a pas encore de magasin ici : construisez-le avec « maillage build ».",
            "there is no store here yet: build it with “maillage build”.",
            file=root,
        )
    return not_a_store(root)


def not_a_store(root: Path) -> StoreError:
    """Say that what stands at ``root`` is not a store."""
    return StoreError(
        "ce n'est pas un magasin Maillage : indiquez un autre dossier avec --store.",
        "this is not a Maillage store: name another folder with --store.",
        file=root,
    )


def other_version(path: Path, version: str) -> StoreError:
    """Say that the store at ``path`` was built by a version with another layout."""
    return StoreError(
        f"ce magasin a été construit par une autre version de Maillage ({version}) : reconstruisez-le ailleurs avec "
        "« maillage build --store DOSSIER », ou supprimez-le d'abord.",
        f"this store was built by another version of Maillage ({version}): build it elsewhere with "
        "“maillage build --store FOLDER”, or delete it first.",
        file=path,
    )


def damaged(path: Path) -> StoreError:
    """Say that the store at ``path`` cannot be made sense of."""
    return StoreError(
        "ce magasin est endommagé : supprimez-le et relancez « maillage build ».",
        "this store is damaged: delete it and run “maillage build” again.",
        file=path,
    )


def locked(root: Path) -> StoreError:
    """Say that another build is writing the store at ``root``."""
    return StoreError(
        "une autre construction est en cours dans ce magasin : attendez qu'elle finisse, ou indiquez un autre dossier "
        "avec --store.",
        "another build is writing this store: wait for it to end, or name another folder with --store.",
        file=root,
    )


def unwritable(path: Path, error: OSError) -> StoreError:
    """Say that nothing can be written at ``path``: a read-only disk, no right, no room, a file in the way."""
    if error.errno == errno.ENOSPC:
        fr, en = "le disque est plein : faites de la place", "the disk is full: make room"
    elif error.errno in _NO_WRITING:
        fr, en = "on ne peut pas écrire ici (disque ou dossier protégé)", "cannot write here (protected disk or folder)"
    else:
        fr, en = (
            f"on ne peut pas écrire ici ({error.strerror or error})",
            f"cannot write here ({error.strerror or error})",
        )
    remedy = "indiquez un autre dossier avec --store", "name another folder with --store"
    return StoreError(f"{fr} ; {remedy[0]}.", f"{en}; {remedy[1]}.", file=path)


def unreadable(path: Path, error: OSError) -> StoreError:
    """Say that the system refuses to read ``path``."""
    return StoreError(
        f"le magasin ne peut pas être lu ({error.strerror or error}) : vérifiez les droits du dossier.",
        f"the store cannot be read ({error.strerror or error}): check the rights of the folder.",
        file=path,
    )
