"""A scan is read beside Tesseract alone, in one run."""

from __future__ import annotations

from pathlib import Path

from benchmarks.scans import measure_scans
from tests.loaders.building import build, described

FICHE = Path(__file__).resolve().parent.parent / "cases" / "formats" / "built" / "fiche.toml"


def test_a_line_a_scan_then_one_for_all(tmp_path: Path) -> None:
    scan = tmp_path / "fiche.pdf"
    scan.write_bytes(build(described(FICHE), "scan"))
    first, last = measure_scans([scan])
    assert first.startswith("fiche (1)")
    assert last.startswith("all")
    assert first[46:] == last[46:]
    assert list(measure_scans([])) == []
