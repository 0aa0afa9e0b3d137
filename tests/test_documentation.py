"""The documentation holds: commands shown are run, links lead somewhere, generated pages are those of today."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib import util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("*/README.md"), *ROOT.glob("data/*/README.md")])
README = (ROOT / "README.md").read_text("utf-8")
ACT = """# Convention territoriale globale

Entre :

La Caisse d'allocations familiales d'Ille-et-Vilaine, représentée par son directeur

et

Redon Agglomération, représentée par son président

La présente convention est conclue du 1er janvier 2023 au 31 décembre 2027.
"""


def commands() -> list[str]:
    """Return every ``maillage`` command that README.md shows, once."""
    shown = re.findall(r"`((?:\.venv/bin/)?maillage [^`]+)`", README)
    shown += re.findall(r"^\$ (?:MAILLAGE_LANG=en )?((?:\.venv/bin/)?maillage [^#>\n]+)", README, re.MULTILINE)
    return sorted({command.removeprefix(".venv/bin/").strip() for command in shown})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, shipped_store: Path) -> Path:
    """A folder with a store of the shipped facts and the acts that the commands speak of."""
    place = tmp_path_factory.mktemp("readme")
    (place / "mes-actes").mkdir()
    for name in ("convention.md", "mes-actes/redon.md"):
        (place / name).write_text(ACT, "utf-8")
    shutil.copytree(shipped_store, place / ".maillage" / "store")
    return place


def run(words: str, place: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "maillage.cli", *shlex.split(words)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", commands())
def test_a_command_shown_is_run(folder: Path, command: str) -> None:
    words = command.removeprefix("maillage ")
    # A server does not end by itself, another one is not there: that it takes its options is what --help shows.
    done = run(words if not words.startswith(("serve", "publish")) else f"{words} --help", folder)
    assert done.returncode in ({0, 1} if words.startswith("check") else {0}), done.stderr


def test_the_readme_shows_commands() -> None:
    assert len(commands()) > 10


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert not [link for link in links if "://" not in link and not (page.parent / link).exists()]


def script(name: str) -> ModuleType:
    """Return a module of ``scripts/``."""
    spec = util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_codes_are_those_of_the_declarations() -> None:
    assert (ROOT / "shapes" / "README.md").read_text("utf-8") == script("generate_codes").text()


def test_the_model_and_the_thesauri_are_those_of_the_ontology() -> None:
    for path, written in script("generate_docs").generated().items():
        assert path.read_text("utf-8") == written, f"{path.name}: python scripts/generate_docs.py"
        assert f"docs/{path.name}" in README


def test_the_notebook_answers_what_it_shows(shipped_store: Path) -> None:
    script = str(ROOT / "scripts" / "run_notebook.py")
    checked = [sys.executable, script, "--check", "--store", str(shipped_store)]
    done = subprocess.run(checked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"python scripts/run_notebook.py\n{done.stderr}"


def test_the_changelog_has_the_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert "## [Unreleased]" in changelog
