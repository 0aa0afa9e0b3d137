"""A person who holds no public office fails the build: the former store stays, the place and the remedy are told."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

from maillage import facts_file
from maillage.errors import FactsError
from maillage.facts import Fact, Place, Source
from maillage.pipeline.building import build
from maillage.pipeline.reading import Loaders
from maillage.store import Store

HEAD = '{"source": "acte", "sha256": "%s"}\n'
FRAME = '"act": 1, "rule": "exemple"'
ACT = f'{{"table": "acts", "lines": "1", {FRAME}, "kind": "convention", "date": "2023-04-03"}}\n'
PARTY = (
    f'{{"table": "signatories", "lines": "7", {FRAME}, "convention": "lamoura-2023", "signed_act": "convention", '
    '"actor": "Caf du Jura", "actor_kind": "caf", "representative": "Camille EXEMPLE"%s}\n'
)
ITEM = (
    f'{{"table": "fiche_items", "lines": "12", {FRAME}, "convention": "lamoura-2023", "fiche": "1", '
    '"kind": "modalite", "text": "%s"}\n'
)

OFFICE = ', "representative_role": "Directrice"'


@dataclass(frozen=True)
class Stated:
    """A document that is its own facts file."""

    source: Source
    facts: tuple[Fact, ...]

    def quote(self, place: Place) -> str:
        """Return words that name the place."""
        return f"{self.source.stem} {place.lines}"


def found(place: Path) -> Iterable[Path]:
    return sorted(place.glob("*.jsonl"))


def read(file: Path) -> Stated:
    return Stated(*facts_file.loads(file.read_text("utf-8")))


def built_with(store: Path, place: Path, *lines: str) -> None:
    text = "".join([ACT, *lines])
    place.mkdir(exist_ok=True)
    (place / "acte.jsonl").write_text(HEAD % sha256(text.encode()).hexdigest() + text, "utf-8")
    build(store, [place], Loaders(found, read, "exemple"))


CASES = [
    (PARTY % "", "acte l. 7", "sans sa fonction publique"),
    (ITEM % "Appeler M. Exemple", "acte l. 12", "nomme une personne"),
    (ITEM % "Appeler le 01 99 00 00 00", "acte l. 12", "numéro de téléphone ou un courriel"),
]


def test_persons_fail_the_build(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAILLAGE_LANG", "fr")
    store = shutil.copytree(built, tmp_path / "store")
    before = Store.open(store).manifest
    for line, place, message in CASES:
        with pytest.raises(FactsError) as raised:
            built_with(store, tmp_path / "actes", line)
        assert raised.value.exit_status == 1
        assert place in str(raised.value)
        assert message in str(raised.value)
        assert "corrections" in str(raised.value)
        assert Store.open(store).manifest == before
    built_with(store, tmp_path / "actes", PARTY % OFFICE, ITEM % "Appeler le service")
    assert Store.open(store).manifest != before
