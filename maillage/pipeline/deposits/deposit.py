"""Deposit: a document that was handed in, in a folder of its own with what was read and what is decided of it.

::

    depots/<id>/
      <name>.<extension>    the document; its name is made of plain letters, whatever it was called
      depot.json            how it was called
      lu.json               what was read of it, once it is
      decisions.json        what a person decided of each fact
      avant.toml            the corrections that it had in the store, if it was there
"""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from maillage import facts_file
from maillage.errors import FactsError
from maillage.names import ascii_words
from maillage.pipeline.deposits.review import Decision
from maillage.pipeline.reading import Statements

_DESCRIPTION, _READ, _DECISIONS, _BEFORE = "depot.json", "lu.json", "decisions.json", "avant.toml"
_ID = re.compile(r"[0-9a-f]{16}")
_LONGEST_STEM = 80
_LONGEST_NAME = 200
_UNNAMED = "document"


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a deposited document, and its text in lines (none of one that has pages)."""

    statements: Statements
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deposit:
    """A deposited document: its folder, the file in it, and what it was called where it came from."""

    folder: Path
    file: Path
    called: str

    @property
    def id(self) -> str:
        """What names the deposit."""
        return self.folder.name

    @property
    def stem(self) -> str:
        """What names the document in the store."""
        return self.file.stem

    @property
    def before(self) -> str:
        """The text of the corrections that it had in the store; empty where it had none."""
        file = self.folder / _BEFORE
        return file.read_text("utf-8") if file.exists() else ""

    def remember(self, before: str) -> None:
        """Keep the corrections that it had in the store. Raises OSError."""
        if before:
            (self.folder / _BEFORE).write_text(before, "utf-8")

    def keep(self, read: Read) -> None:
        """Keep what was read of it. Raises OSError."""
        stated = read.statements
        record = {
            "facts": facts_file.dumps(stated.source, stated.facts),
            "quotes": dict(stated.quotes),
            "lines": read.lines,
        }
        _write(self.folder / _READ, record)

    def read(self) -> Read | None:
        """Return what was read of it; None where it is not read yet."""
        try:
            record = json.loads((self.folder / _READ).read_text("utf-8"))
            source, facts = facts_file.loads(record["facts"])
        except (OSError, ValueError, KeyError, FactsError):
            return None
        return Read(Statements(source, facts, record["quotes"]), tuple(record["lines"]))

    def decide(self, decisions: Mapping[str, Decision]) -> None:
        """Keep what is decided. Raises OSError."""
        _write(self.folder / _DECISIONS, {key: asdict(decision) for key, decision in sorted(decisions.items())})

    def decisions(self) -> dict[str, Decision]:
        """Return what is decided, by the keys of the facts."""
        try:
            record = json.loads((self.folder / _DECISIONS).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return {key: Decision(**decision) for key, decision in record.items()}

    def discard(self) -> None:
        """Throw everything away."""
        shutil.rmtree(self.folder, ignore_errors=True)


def opened(folder: Path) -> Deposit | None:
    """Return the deposit in ``folder``; None where there is none."""
    if not is_id(folder.name):
        return None
    try:
        described = json.loads((folder / _DESCRIPTION).read_text("utf-8"))
        return Deposit(folder, folder / PurePosixPath(described["file"]).name, str(described["called"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_id(text: str) -> bool:
    """Whether ``text`` can name a deposit."""
    return _ID.fullmatch(text) is not None


def prepared(folder: Path, called: str, extensions: frozenset[str]) -> Deposit:
    """Make ``folder`` ready for a document ``called`` so. Raises OSError."""
    folder.mkdir(parents=True)
    deposit = Deposit(folder, folder / safe_name(called, extensions), called[-_LONGEST_NAME:])
    _write(folder / _DESCRIPTION, {"called": deposit.called, "file": deposit.file.name})
    return deposit


def safe_name(called: str, extensions: frozenset[str]) -> str:
    """Return a name of plain letters, digits and hyphens for a file ``called`` anything; its extension where known."""
    last = unicodedata.normalize("NFC", re.split(r"[/\\]", called)[-1])
    stem, dot, extension = last.rpartition(".")
    known = dot and f".{extension.lower()}" in extensions
    words = ascii_words(stem if known else last).replace(" ", "-")[:_LONGEST_STEM].strip("-")
    return f"{words or _UNNAMED}.{extension.lower()}" if known else f"{words or _UNNAMED}.txt"


def _write(file: Path, record: Mapping[str, object]) -> None:
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(record, ensure_ascii=False, sort_keys=True), "utf-8")
    fresh.replace(file)
