"""Deposits: handed in, read aside, judged, put into the store, taken back; what is refused leaves nothing."""

from __future__ import annotations

import io
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.formats import EXTENSIONS
from maillage.cli.reading import installed
from maillage.errors import FactsError, MaillageError, UsageError
from maillage.facts import Act, Convention
from maillage.pipeline.deposits import Decision, Deposit, Desk, Review
from maillage.pipeline.deposits.comparing import changes
from maillage.pipeline.deposits.deposit import safe_name
from maillage.pipeline.deposits.desk import MOST_WAITING
from maillage.pipeline.deposits.job import Status
from maillage.queries import run
from maillage.store import Store
from tests.loaders.hostile import MADE
from tests.own_acts import ACT, NEW

WHY = "L'original de la commune porte cette date."


@pytest.fixture
def desk(root: Path) -> Iterator[Desk]:
    opened = Desk(Store.open(root), installed(), EXTENSIONS, lambda: "2026-03-02")
    yield opened
    opened.close()


def settled(desk: Desk, key: str) -> Status:
    """Wait for the work on a deposit, and return what became of it."""
    while (status := desk.status(key)) is not None and status.state == "running":
        time.sleep(0.05)
    assert status is not None
    return status


def handed_in(desk: Desk, called: str, text: str) -> tuple[Deposit, Review]:
    key = desk.receive(called, io.BytesIO(text.encode()))
    assert settled(desk, key).state == "done"
    deposit = desk.deposit(key)
    assert deposit is not None
    review = desk.review(deposit)
    assert review is not None
    return deposit, review


def votes(root: Path) -> list[tuple[str, str]]:
    return [(str(row["document"]), str(row["number"])) for row in run(Store.open(root), "tables/deliberations")]


def test_from_the_hand_to_the_store_and_back(desk: Desk, root: Path) -> None:
    deposit, review = handed_in(desk, "Délibération de Lamoura (mars).md", NEW)
    assert deposit.stem == "deliberation-de-lamoura-mars"
    act = next(item for item in review.items if isinstance(item.fact, Act))
    convention = next(item for item in review.items if isinstance(item.fact, Convention))
    decisions = {
        act.key: Decision("change", {"number": "2023-100"}, WHY, "chargée de coopération", "2026-03-02"),
        convention.key: Decision("accept"),
    }
    desk.decide(deposit, review, decisions)
    review = Review(review.read, review.before, deposit.decisions())
    assert [item.decision.verdict for item in review.items if item.decision] == ["change", "accept"]

    desk.commit(deposit, review)
    assert settled(desk, deposit.id).made == deposit.stem
    assert desk.waiting() == ()
    assert (deposit.stem, "2023-99") in votes(root)
    acts = {str(row["number"]) for row in run(Store.open(root), "tables/acts")}
    assert "2023-100" in acts
    (event,) = desk.ledger.events()
    (change,) = event.changes
    assert (event.happened, change.operation, change.reason) == ("add", "change", WHY)

    key = desk.ledger.undo(deposit.stem, change.key)
    assert settled(desk, key).state == "done"
    acts = {str(row["number"]) for row in run(Store.open(root), "tables/acts")}
    assert "2023-99" in acts and "2023-100" not in acts
    assert [event.happened for event in desk.ledger.events()] == ["undo", "add"]
    assert desk.ledger.standing(deposit.stem) == frozenset()
    with pytest.raises(UsageError):
        desk.ledger.undo(deposit.stem, change.key)

    assert settled(desk, desk.ledger.remove(deposit.stem)).state == "done"
    assert [document for document, _ in votes(root)] == [stem for stem, _ in votes(root) if stem != deposit.stem]
    assert desk.ledger.added() == ()
    assert sorted(path.name for path in (root / "depots").iterdir()) == []


def test_what_it_would_change(desk: Desk, root: Path) -> None:
    _, review = handed_in(desk, "autre.md", ACT.read_text("utf-8").replace("2023-2027", "2023-2028"))
    found = changes(Store.open(root), review.read)
    assert {change.kind for change in found} >= {"new", "contradictory"}
    (against,) = [change for change in found if change.kind == "contradictory" and change.table == "conventions"]
    assert against.document == ACT.stem
    _, review = handed_in(desk, ACT.name, ACT.read_text("utf-8").replace("15 voix", "14 voix"))
    found = changes(Store.open(root), review.read)
    assert [change.table for change in found if change.kind == "changed"] == ["deliberations"]
    assert not [change for change in found if change.kind in {"new", "gone"}]


def test_a_decision_that_cannot_be_is_told(desk: Desk) -> None:
    deposit, review = handed_in(desk, "lamoura.md", NEW)
    act = next(item for item in review.items if isinstance(item.fact, Act))
    vote = next(item for item in review.items if item.fact.table == "deliberations")
    for key, decision in [
        (act.key, Decision("change", {"number": "2023-99"}, WHY)),  # as it was read
        (vote.key, Decision("change", {"votes_for": "quinze"}, WHY)),
        (act.key, Decision("change", {"number": "1"}, "")),
        (act.key, Decision("change", {"nombre": "1"}, WHY)),
    ]:
        with pytest.raises(FactsError):
            desk.decide(deposit, review, {key: decision})
    assert deposit.decisions() == {}


def test_rejected_and_added(desk: Desk) -> None:
    deposit, review = handed_in(desk, "lamoura.md", NEW)
    decisions = {item.key: Decision("reject", reason=WHY) for item in review.items if item.fact.table == "plan"}
    stated = {"convention": "lamoura-2023", "supporter": "Lamoura", "name": "Les Lutins", "capacity": "12"}
    decisions["+1"] = Decision("add", stated, WHY, table="equipments", lines="15")
    desk.decide(deposit, review, decisions)
    facts = Review(review.read, review.before, deposit.decisions()).statements().facts
    tables = [fact.table for fact in facts]
    assert ("plan" in tables, "equipments" in tables) == (False, True)


HOSTILE = ("encrypted_pdf", "zip_bomb", "foreign_zip", "old_office", "empty", "binary", "torn_pdf", "text_named_pdf")


@pytest.mark.parametrize("made", HOSTILE)
def test_what_is_refused_leaves_nothing(desk: Desk, root: Path, tmp_path: Path, made: str) -> None:
    MADE[made](tmp_path / "fichier")
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    extension = {"zip_bomb": "docx", "foreign_zip": "docx", "empty": "md", "binary": "md"}.get(made, "pdf")
    with (tmp_path / "fichier").open("rb") as content:
        key = desk.receive(f"../../{made}.{extension}", content)
    status = settled(desk, key)
    assert status.state == "failed"
    assert isinstance(status.error, MaillageError)
    assert desk.deposit(key) is None
    assert {file: file.read_bytes() for file in root.rglob("*") if file.is_file()} == before


def test_a_person_refuses_the_whole(desk: Desk, root: Path) -> None:
    deposit, review = handed_in(desk, "lamoura.md", NEW)
    act = next(item for item in review.items if isinstance(item.fact, Act))
    named = {act.key: Decision("change", {"title": "Proposition de Mme Camille Exemple"}, WHY)}
    desk.decide(deposit, review, named)
    before = Store.open(root).manifest
    desk.commit(deposit, review.decided(named))
    status = settled(desk, deposit.id)
    assert (status.state, Store.open(root).manifest) == ("failed", before)
    assert status.error is not None
    assert "personne" in status.error.text("fr")
    assert desk.deposit(deposit.id) is not None  # it waits to be mended
    assert desk.ledger.events() == ()


def test_work_can_be_given_up(desk: Desk) -> None:
    key = desk.receive("long.md", io.BytesIO(NEW.encode() * 200))
    desk.end(key)
    status = settled(desk, key)
    assert status.state == "failed"
    assert desk.deposit(key) is None


def test_not_too_many_wait(desk: Desk, root: Path) -> None:
    deposit, _ = handed_in(desk, "lamoura.md", NEW)
    for number in range(MOST_WAITING - 1):
        shutil.copytree(deposit.folder, deposit.folder.with_name(f"{number:016x}"))
    with pytest.raises(UsageError):
        desk.receive("encore.md", io.BytesIO(b"un"))


NAMES = {
    "../../etc/passwd": "passwd.txt",
    "C:\\actes\\Convention n° 3.PDF": "convention-n-3.pdf",
    "<script>alert(1)</script>.md": "script.md",
    "\u202egnp.md": "gnp.md",
    "": "document.txt",
    ".html": "document.html",
    "a" * 500 + ".docx": "a" * 80 + ".docx",
    "acte.exe": "acte-exe.txt",
}


@pytest.mark.parametrize("called", NAMES)
def test_a_name_is_but_letters(called: str) -> None:
    assert safe_name(called, EXTENSIONS) == NAMES[called]
