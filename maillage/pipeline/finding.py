"""Finding the documents, and telling them apart by their bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from maillage.errors import DocumentError, UsageError
from maillage.facts import CORRECTIONS
from maillage.pipeline.reading import Loaders

CORRECTED = f"{CORRECTIONS}.toml"
"""What ends the name of a corrections file, after the whole name of the document that it corrects."""

_GIVEN, _ADDED = "document ", "added "

Origin = Literal["given", "added", "kept"]


@dataclass(frozen=True, slots=True)
class Document:
    """A document that goes into a store; ``sha256`` is empty for a file that cannot be read.

    ``corrections`` is the hash of the corrections beside it, empty where there are none.

    ``given`` to a build, ``added`` by ``maillage add``, or ``kept`` from a former build: then the file may be gone, and
    what was read of it stands on the shelf.
    """

    path: Path
    sha256: str
    origin: Origin = "given"
    corrections: str = ""

    @property
    def key(self) -> str:
        """What decides what is stated of it: the hash of its bytes, and that of its corrections."""
        return f"{self.sha256}+{self.corrections}" if self.corrections else self.sha256

    @property
    def input(self) -> str:
        """Its name among the inputs of a store."""
        return f"{_ADDED if self.origin == 'added' else _GIVEN}{self.path.name}"


def found(places: Iterable[Path], loaders: Loaders) -> list[Path]:
    """Return the documents at ``places``. Raises UsageError for a place without any."""
    documents: list[Path] = []
    for place in places:
        here = list(loaders.found(place))
        if not here:
            raise UsageError(
                "ce dossier ne contient aucun document : indiquez celui où sont les actes.",
                "this folder holds no document: name the one where the acts are.",
                file=place,
            )
        documents += here
    return documents


def hashed(paths: Iterable[Path], origin: Origin = "given") -> list[Document]:
    """Return the documents at ``paths``; the same bytes under two names count once, for the first."""
    documents: dict[str, Document] = {}
    for path in paths:
        key = _hash(path)
        file = corrections_of(path)
        corrections = (_hash(file) or "-") if file.exists() else ""
        documents.setdefault(key or str(path), Document(path, key, origin, corrections))
    return list(documents.values())


def corrections_of(document: Path) -> Path:
    """Return where the corrections of ``document`` stand: ``ctg.pdf.corrections.toml`` beside ``ctg.pdf``."""
    return document.with_name(f"{document.name}{CORRECTED}")


def _hash(path: Path) -> str:
    """Return the hash of a file; empty for one that cannot be read, of which the reading says what is wrong."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def kept(inputs: Mapping[str, str]) -> list[Document]:
    """Return the documents that a former build was given, by its ``inputs``."""
    given = ((name.removeprefix(_GIVEN), key) for name, key in sorted(inputs.items()) if name.startswith(_GIVEN))
    keys = ((name, *key.partition("+")) for name, key in given)
    return [Document(Path(name), document, "kept", corrections) for name, document, _, corrections in keys]


def beside(documents: Sequence[Document], others: Iterable[Document]) -> list[Document]:
    """Return ``documents`` and those of ``others`` that have neither the bytes nor the name of one of them."""
    hashes, stems = {document.sha256 for document in documents}, {document.path.stem for document in documents}
    return [*documents, *(d for d in others if d.sha256 not in hashes and d.path.stem not in stems)]


def same_name(path: Path) -> DocumentError:
    """Say that another document bears the name of ``path``, which is what tells documents apart."""
    return DocumentError(
        "un autre document porte déjà ce nom : renommez celui-ci.",
        "another document bears this name already: rename this one.",
        file=path,
    )
