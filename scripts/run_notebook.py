"""Run ``docs/maillage.ipynb`` on a store of the shipped facts and write what its cells answer.

    python scripts/run_notebook.py            write it
    python scripts/run_notebook.py --check    write nothing; exit status 1 where it is not up to date

Same store, same bytes: no count of runs, no version and no clock is kept.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOK = ROOT / "docs" / "maillage.ipynb"


def main() -> int:
    """Write the notebook, or with ``--check`` say whether it is up to date."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--store", type=Path, help="a store to begin with a copy of, instead of with nothing")
    given = parser.parse_args()
    check = given.check
    with tempfile.TemporaryDirectory() as folder:
        if given.store:
            shutil.copytree(given.store, Path(folder) / ".maillage" / "store")
        written = text(Path(folder))
    stale = NOTEBOOK.read_text("utf-8") != written
    if stale:
        sys.stderr.write(f"{NOTEBOOK.relative_to(ROOT)}\n")
        if not check:
            NOTEBOOK.write_text(written, "utf-8")
    return int(check and stale)


def text(folder: Path) -> str:
    """Return the notebook as its cells answer today, run in ``folder``. Raises CellExecutionError where one fails."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "MAILLAGE_LANG": "fr", "IPYTHONDIR": str(folder / "ipython")}
    build = [sys.executable, "-m", "maillage.cli", "build"]
    subprocess.run(build, cwd=folder, env=environment, check=True, capture_output=True)
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}})
    client.execute(env=environment)
    for at, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cellule-{at}"
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.execution_count = None
            for output in cell.outputs:
                output.pop("execution_count", None)
                if output.output_type == "execute_result":
                    output.execution_count = None
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return f"{nbformat.writes(notebook)}\n"


if __name__ == "__main__":
    sys.exit(main())
