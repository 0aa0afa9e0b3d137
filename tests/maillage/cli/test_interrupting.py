"""Ctrl-C: a command ends at once with one sentence, its processes with it, and leaves nothing half written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ACT = "# Convention territoriale globale de Redon Agglomération 2023-2027\n\n" + "\n\n".join(
    f"## Fiche action n° {number} : Soutenir la parentalité\n\nPilote : Redon Agglomération" for number in range(1, 60)
)

IN_THE_MIDST = 2.0
"""Seconds of work after which the command has started and is reading."""


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_ends_a_reading(tmp_path: Path, jobs: int) -> None:
    acts, tables = tmp_path / "actes", tmp_path / "tableaux"
    acts.mkdir()
    for number in range(400):
        (acts / f"acte-{number}.md").write_text(ACT, "utf-8")
    words = ["extract", str(acts), "--tables", str(tables), "--jobs", str(jobs)]
    reading = subprocess.Popen(
        [sys.executable, "-m", "maillage.cli", *words],
        env=os.environ | {"PYTHONPATH": str(ROOT), "MAILLAGE_LANG": "en"},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while _worked(reading.pid) < IN_THE_MIDST:
        assert reading.poll() is None
        time.sleep(0.05)
    os.killpg(reading.pid, signal.SIGINT)
    _, said = reading.communicate(timeout=60)
    assert reading.returncode == 130
    assert said.strip().splitlines()[-1] == "Error: interrupted."
    assert "Traceback" not in said
    assert not tables.exists()
    assert not _alive(reading.pid)


def _stat(process: Path) -> list[str]:
    """Return what the system says of a process after its name: state, parent, group ...; none once it is gone."""
    try:
        return (process / "stat").read_text("utf-8").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


def _worked(process: int) -> float:
    """Return the seconds of work of ``process`` itself."""
    user, system = map(int, _stat(Path(f"/proc/{process}"))[11:13])
    return (user + system) / os.sysconf("SC_CLK_TCK")


def _alive(group: int) -> list[str]:
    """Return the processes of ``group`` that still run after a while; one that has ended but is not buried does not."""
    running: list[str] = []
    for _ in range(100):
        stats = {process.name: _stat(process) for process in Path("/proc").glob("[0-9]*")}
        running = [name for name, stat in stats.items() if stat and stat[2] == str(group) and stat[0] != "Z"]
        if not running:
            break
        time.sleep(0.1)
    return running
