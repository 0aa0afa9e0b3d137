"""Acts of our own, read whole: imitation acts from many départements, each held against tables made by hand.

A case is a folder of ``tests/cases/acts``: the act, and in ``gold`` its tables by the contract's rules. Each is read,
stored and exported as ``maillage extract`` does it, then compared by the shared scorer; ``thresholds.toml`` says how
good each table must be. Each is also built as DOCX, ODT and PDF: the same gold holds for them.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypedDict

import pytest

from loaders.document import Block, Cell, Heading, Item, Paragraph, Table
from loaders.formats import read
from loaders.words.wording import lines
from maillage import reference
from maillage.cli.reading import installed
from maillage.exports import csv_tables
from maillage.pipeline.extracting import extract
from tests.loaders.building import Described, build
from tests.needed import missing

ROOT = Path(__file__).resolve().parent.parent.parent
SCORER = ROOT.parent / "shared" / "tools" / "score.py"
ACTS = ROOT / "tests" / "cases" / "acts"
THRESHOLDS: Mapping[str, Mapping[str, float]] = tomllib.loads((ACTS / "thresholds.toml").read_text("utf-8"))
NAMES = sorted(folder.name for folder in ACTS.iterdir() if folder.is_dir())
BUILT = [(name, form) for name in NAMES for form in ("docx", "odt", "pdf")]


class Score(TypedDict):
    """What the scorer says of a table."""

    gold: int
    exported: int
    precision: float
    recall: float
    f1: float
    values: float | None


@pytest.fixture(scope="session")
def scorer() -> Path:
    """The shared scorer; without it a test fails under CI and is skipped elsewhere."""
    if not SCORER.is_file():
        missing("the shared scorer", "it stands in ../shared/tools")
    return SCORER


def act(name: str) -> Path:
    """Return the file of the act ``name``."""
    (file,) = (path for path in (ACTS / name).iterdir() if path.is_file())
    return file


def tables_of(file: Path, folder: Path) -> Path:
    """Read ``file`` and write its tables into ``folder``, as ``maillage extract`` does."""
    csv_tables.write(extract([file], installed()).store(), folder)
    return folder


def scored(scorer: Path, name: str, tables: Path) -> dict[str, Score]:
    """Return the scores of ``tables`` against the gold of the act ``name``."""
    command = [sys.executable, str(scorer), str(ACTS / name / "gold"), str(tables), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    report: dict[str, dict[str, Score]] = json.loads(done.stdout)
    return report["tables"]


def too_low(case: str, scores: Mapping[str, Score]) -> Iterator[str]:
    """Say which tables fall below their threshold, and whether the mean does."""
    least = {**THRESHOLDS["least"], **THRESHOLDS.get(case, {})}
    for table, score in scores.items():
        wanted = least.get(table, least["table"])
        if score["f1"] < wanted:
            yield f"{table}: F1 {score['f1']:.3f} < {wanted}"
    mean = sum(score["f1"] for score in scores.values()) / len(scores) if scores else 1.0
    if mean < least["mean"]:
        yield f"mean F1 {mean:.3f} < {least['mean']}"


def rows(file: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with file.open(newline="", encoding="utf-8") as table:
        return list(csv.DictReader(table))


@pytest.mark.parametrize("name", NAMES)
def test_an_act_is_read_as_its_gold_says(name: str, scorer: Path, tmp_path: Path) -> None:
    tables = tables_of(act(name), tmp_path)
    assert not list(too_low(name, scored(scorer, name, tables)))
    invented = [
        row for gold in (ACTS / name / "gold").glob("*.csv") if not rows(gold) for row in rows(tables / gold.name)
    ]
    assert len(invented) <= THRESHOLDS.get(name, {}).get("invented", 0), invented


@pytest.mark.parametrize(("name", "form"), BUILT)
def test_the_same_gold_holds_in_another_format(name: str, form: str, scorer: Path, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.{form}"
    file.write_bytes(build([made for block in read(act(name)).blocks for made in _described(block)], form))
    assert not list(too_low(f"{name}.{form}", scored(scorer, name, tables_of(file, tmp_path / form))))


def _described(block: Block) -> Iterator[Described]:
    """Give a block of a text act as what is to be built; a printed line that begins anew is a paragraph of its own."""
    match block:
        case Heading(words, level):
            yield Described("title", words.text, level or 3)
        case Item(words, depth, marker):
            counted = any(map(str.isalnum, marker))
            yield Described("text", f"{marker} {words.text}") if counted else Described("item", words.text, depth=depth)
        case Table(table_rows):
            yield Described("table", rows=[[_cell(cell) for cell in row.cells] for row in table_rows])
        case Paragraph(words):
            yield from (Described("text", text) for text in _whole([line.text for line in lines(words)]))


def _whole(printed: Sequence[str]) -> list[str]:
    """Return printed lines, a sentence that goes on in the next one whole: an original breaks it nowhere."""
    whole: list[str] = []
    for line in printed:
        if whole and line[:1].islower() and not whole[-1].endswith((".", ":", ";", "!", "?")):
            whole[-1] = f"{whole[-1]} {line}"
        else:
            whole.append(line)
    return whole


def _cell(cell: Cell) -> str:
    """Return what a cell holds, a line a block; a dash that stands for nothing opens no item."""
    return "\n".join(
        f"- {part.words.text}" if isinstance(part, Item) else part.words.text.replace("- ", "– ")
        for part in cell.blocks
    )


def test_the_acts_come_from_ten_departements() -> None:
    known = reference.load()
    territories = {**known.communes, **known.epcis}
    codes = {row["territory_code"] for name in NAMES for row in rows(ACTS / name / "gold" / "conventions.csv")}
    assert len({territories[code].parent for code in codes if code}) >= 10


@pytest.mark.parametrize("name", NAMES)
def test_a_gold_row_is_stated_inside_its_act(name: str) -> None:
    length = len(act(name).read_text("utf-8").splitlines())
    for gold in sorted((ACTS / name / "gold").glob("*.csv")):
        for row in rows(gold):
            places = [int(part) for place in row["lines"].split(";") for part in place.split("-")]
            assert all(1 <= place <= length for place in places), (gold.name, row)
