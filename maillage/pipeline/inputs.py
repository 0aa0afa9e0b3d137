"""What a build is made from, as hashes: of files and of the rules that turn them into the graph."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from maillage.places import folder

_PACKAGE = Path(__file__).resolve().parent.parent
_RULES = (".py", ".toml", ".ttl", ".rq", ".tsv", ".jsonl")


def digest(*roots: Path) -> str:
    """Return one hash of every file of rules or data under ``roots``, their names included."""
    total = sha256()
    for root in roots:
        for file in _files(root):
            total.update(f"{file.relative_to(root.parent).as_posix()}\0".encode())
            total.update(sha256(file.read_bytes()).digest())
    return total.hexdigest()


def _files(root: Path) -> Iterable[Path]:
    if root.is_file():
        return [root]
    return sorted(file for file in root.rglob("*") if file.suffix in _RULES and file.is_file())


def reading_key(loaders: Path) -> str:
    """Return the hash of all that decides what a document is read as; ``loaders`` is that package's folder."""
    reference = folder("data") / "reference"
    return digest(loaders, reference, folder("ontology"), *(_PACKAGE / f"{name}.py" for name in ("facts", "reference")))


def rules() -> dict[str, str]:
    """Return the hashes of what turns facts into the graph, and of what judges it."""
    return {
        "reference": digest(folder("data") / "reference"),
        "graph": digest(_PACKAGE, folder("ontology")),
        "checks": digest(folder("shapes"), folder("queries") / "constats"),
    }
