"""``maillage extract``: documents to tables, the store untouched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import click

from maillage.cli.found import Found, lines
from maillage.cli.group import MaillageCommand
from maillage.cli.options import jobs_option
from maillage.cli.progress import told
from maillage.errors import MaillageError, UsageError
from maillage.exports.files import made, put
from maillage.facts_file import dumps
from maillage.language import tr
from maillage.pipeline.extracting import Extracted, documents, extracted
from maillage.pipeline.reading import Progress, Statements
from maillage.sharing import prepare

T = TypeVar("T")

READERS = "maillage.cli.reading"
"""What a process that reads imports."""


@click.command(
    "extract",
    cls=MaillageCommand,
    short_help=tr("Lit des documents et écrit leurs tableaux.", "Reads documents and writes their tables."),
    help=tr(
        "Lit des documents, ou ceux d'un dossier, et écrit leurs tableaux, sans toucher au magasin.",
        "Reads documents, or those of a folder, and writes their tables, without touching the store.",
    ),
    epilog=tr(
        "\b\nExemples :\n"
        "  maillage extract ctg.md --tables tableaux/\n"
        "  maillage extract actes/ --tables tableaux/ --jobs 2\n"
        "  maillage extract ctg.md --facts ctg.jsonl",
        "\b\nExamples:\n"
        "  maillage extract ctg.md --tables tables/\n"
        "  maillage extract acts/ --tables tables/ --jobs 2\n"
        "  maillage extract ctg.md --facts ctg.jsonl",
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=tr("FICHIER...", "FILE..."))
@click.option(
    "--tables",
    type=click.Path(path_type=Path),
    metavar=tr("DOSSIER", "FOLDER"),
    help=tr("Où écrire les tableaux.", "Where to write the tables."),
)
@click.option(
    "--facts",
    type=click.Path(path_type=Path),
    metavar=tr("FICHIER", "FILE"),
    help=tr(
        "Où écrire les faits ; un dossier s'il y a plusieurs documents.",
        "Where to write the facts; a folder for several documents.",
    ),
)
@jobs_option
def command(files: tuple[Path, ...], tables: Path | None, facts: Path | None, jobs: int) -> int:
    """Read the documents; return 1 where one could not be read."""
    if tables is None and facts is None:
        raise UsageError("donnez --tables, --facts ou les deux.", "give --tables, --facts or both.")
    if len(files) > 1 or any(file.is_dir() for file in files):
        prepare(jobs, READERS)
    from maillage.cli.reading import installed  # the readers take long to load

    loaders = installed()
    paths = documents(files, loaders)
    output = _Output(facts, len(paths) > 1, tables is not None)
    with told() as progress:
        with closing(extracted(paths, loaders, jobs, progress, graphs=tables is not None)) as every:
            for one in every:
                output.take(one)
        if tables is not None and output.kept:
            _write_tables(_in_order(output.kept, paths), jobs, progress, tables)
    for problem in _in_order(output.problems, paths):
        click.echo(tr(f"Erreur : {problem}", f"Error: {problem}"), err=True)
    for line in lines(_in_order(output.found, paths)):
        click.echo(line, err=True)
    return 1 if output.problems else 0


@dataclass(slots=True)
class _Output:
    """What is done with each document as soon as it is read.

    Its ``facts`` are written: to a file, or of ``several`` documents to a folder, which is made. What it states is kept
    only where tables are to be made of all that is stated (``keeps``): else a thousand acts take no more room than one.
    """

    facts: Path | None
    several: bool
    keeps: bool
    kept: dict[Path, Extracted] = field(default_factory=dict)
    found: dict[Path, Found] = field(default_factory=dict)
    problems: dict[Path, MaillageError] = field(default_factory=dict)

    def take(self, one: Extracted) -> None:
        """Take a document. Raises UsageError where its facts cannot be written."""
        if isinstance(one.stated, MaillageError):
            self.problems[one.path] = one.stated
            return
        if self.facts is not None:
            _write_facts(one.stated, made(self.facts) if self.several else self.facts)
        if self.keeps:
            self.kept[one.path] = one
        self.found[one.path] = Found.of(one.stated)


def _write_tables(every: Sequence[Extracted], jobs: int, progress: Progress, tables: Path) -> None:
    """Write the tables of ``every`` document into the folder ``tables``. Raises UsageError."""
    from maillage.exports import csv_tables  # only here: the store and its engines take long to load
    from maillage.pipeline.graphs import actor_quads
    from maillage.pipeline.storing import stored

    actors = actor_quads([one.stated for one in every if isinstance(one.stated, Statements)])
    quads = [*(one.quads for one in every), *actors]
    csv_tables.write(stored(quads, jobs, progress), tables)


def _write_facts(read: Statements, facts: Path) -> None:
    """Write the facts of a document to the file ``facts``, or into that folder. Raises UsageError."""
    file = facts / f"{read.source.stem}.jsonl" if facts.is_dir() else facts
    put(file, [dumps(read.source, read.facts)])


def _in_order(known: Mapping[Path, T], paths: Sequence[Path]) -> list[T]:
    """Return what is known of documents in the order in which they were given, whichever was read first."""
    return [known[path] for path in paths if path in known]
