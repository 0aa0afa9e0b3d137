"""``maillage extract``: documents to tables, the store untouched."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain
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
    output = _Output(facts, len(paths) > 1)
    with told() as progress, closing(extracted(paths, loaders, jobs, progress, graphs=tables is not None)) as every:
        stated = (one for one in every if output.take(one))
        if tables is None:
            deque(stated, 0)  # all are taken
        else:
            _write_tables(stated, jobs, progress, tables)
    for problem in _in_order(output.problems, paths):
        click.echo(tr(f"Erreur : {problem}", f"Error: {problem}"), err=True)
    for line in lines(_in_order(output.found, paths)):
        click.echo(line, err=True)
    return 1 if output.problems else 0


@dataclass(slots=True)
class _Output:
    """What is done with each document as soon as it is read.

    Its ``facts`` are written: to a file, or of ``several`` documents to a folder, which is made. What it states is not
    kept: a thousand acts take no more room than one.
    """

    facts: Path | None
    several: bool
    found: dict[Path, Found] = field(default_factory=dict)
    problems: dict[Path, MaillageError] = field(default_factory=dict)

    def take(self, one: Extracted) -> bool:
        """Take a document and tell whether it states anything. Raises UsageError where its facts cannot be written."""
        if isinstance(one.stated, MaillageError):
            self.problems[one.path] = one.stated
            return False
        if self.facts is not None:
            _write_facts(one.stated, made(self.facts) if self.several else self.facts)
        self.found[one.path] = Found.of(one.stated)
        return True


def _write_tables(read: Iterator[Extracted], jobs: int, progress: Progress, tables: Path) -> None:
    """Write the tables of every document that is ``read`` into the folder ``tables``, if any. Raises UsageError."""
    first = next(read, None)
    if first is None:
        return
    from maillage.exports import csv_tables  # only here: the store and its engines take long to load
    from maillage.pipeline.storing import stored

    csv_tables.write(stored(_quads(chain((first,), read)), jobs, progress), tables)


def _quads(read: Iterable[Extracted]) -> Iterator[str]:
    """Give the graphs of the acts of each document as soon as it is read, then the graph of the actors of all."""
    from maillage.pipeline.graphs import actor_quads

    every: list[Statements] = []
    for one in read:
        if isinstance(one.stated, Statements):
            every.append(one.stated)
            yield one.quads
    yield "\n".join(actor_quads(every))


def _write_facts(read: Statements, facts: Path) -> None:
    """Write the facts of a document to the file ``facts``, or into that folder. Raises UsageError."""
    file = facts / f"{read.source.stem}.jsonl" if facts.is_dir() else facts
    put(file, [dumps(read.source, read.facts)])


def _in_order(known: Mapping[Path, T], paths: Sequence[Path]) -> list[T]:
    """Return what is known of documents in the order in which they were given, whichever was read first."""
    return [known[path] for path in paths if path in known]
